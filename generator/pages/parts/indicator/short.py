"""In short: an indicator in three sentences at most."""

from __future__ import annotations

from .. import sentences
from ..known import points
from ..known.standing import Standing

MOST = 3


def in_short(standing: Standing) -> tuple[str, ...]:
    """How it moved in all, then what the readings say that the finding does not."""
    finding = sentences.finding(standing)
    said = [_history(standing)]
    for reading in (standing.against, standing.towards):
        if reading and reading.finding and reading.reference_value is not None:
            if reading.verdict == "cannot say" and finding == sentences.on_a_card(standing):
                continue  # the card's sentence gives that number already, and its badge the doubt
            said.append(_without_number(reading.finding, standing))
    return tuple(text for text in said if text and text != finding)[:MOST]


def _without_number(finding: str, standing: Standing) -> str:
    """ "It is similar to England" for "At 19.9% in 2025/26, Aldermoor is similar to England"."""
    latest = standing.latest
    if latest is None or latest.value is None:
        return finding
    rest = finding.removeprefix(f"At {standing.said(latest.value)} ")
    when, found, said = rest.partition(f", {standing.place} ")
    return f"It {said}" if rest != finding and found and len(when.split()) < 8 else finding


def _history(standing: Standing) -> str:
    """The highest and the lowest value of all; "" where a break keeps them from comparing."""
    if points.breaks(standing):
        return ""
    known = [r for r in standing.series if r.value is not None]
    if len(known) < 3:
        return ""
    high = max(known, key=lambda r: (r.value or 0, r.end))
    low = min(known, key=lambda r: (r.value or 0, -r.end.toordinal()))
    highest, lowest = (standing.shown(r.value or 0) for r in (high, low))
    if highest == lowest:
        return ""
    when = [standing.within(r.period) for r in (high, low)]
    return f"It was highest {when[0]} ({highest}) and lowest {when[1]} ({lowest})."
