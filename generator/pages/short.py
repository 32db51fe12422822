"""In short: an indicator in three sentences at most."""

from __future__ import annotations

from .standing import Standing

MOST = 3


def in_short(standing: Standing) -> tuple[str, ...]:
    """How it moved in all, then what the readings say that the finding does not."""
    said = [_history(standing)]
    for reading in (standing.against, standing.towards):
        if reading and reading.finding and reading.reference_value is not None:
            said.append(reading.finding)
    return tuple(text for text in said if text and text != standing.sentence)[:MOST]


def _history(standing: Standing) -> str:
    """The highest and the lowest value of all."""
    known = [r for r in standing.series if r.value is not None]
    if len(known) < 3:
        return ""
    high = max(known, key=lambda r: (r.value or 0, r.end))
    low = min(known, key=lambda r: (r.value or 0, -r.end.toordinal()))
    highest, lowest = (standing.shown(r.value or 0) for r in (high, low))
    if highest == lowest:
        return ""
    when = [standing.period(r.period) for r in (high, low)]
    return f"It was highest in {when[0]} ({highest}) and lowest in {when[1]} ({lowest})."
