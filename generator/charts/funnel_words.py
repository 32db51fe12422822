"""What a funnel says in words: who stands out, never who is first."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.axes import with_unit
from generator.charts.inputs import Comparator
from generator.charts.inputs_improve import FunnelRow
from generator.charts.marks import Signal
from generator.charts.trend_words import AXIS_NOTE

WORDS: dict[Signal, str] = {
    "none": "As expected",
    "worse": "Worse than expected",
    "better": "Better than expected",
    "higher": "Higher than expected",
    "lower": "Lower than expected",
}
_SHAPES: dict[Signal, str] = {
    "worse": "Square",
    "better": "Triangle",
    "higher": "Triangle up",
    "lower": "Triangle down",
}
_MOST_NAMED = 6


def verdict(row: FunnelRow) -> str:
    """What the row's verdict is called in the table."""
    return row.words[:1].upper() + row.words[1:] if row.words else WORDS[row.signal]


def description(rows_are: str, rows: tuple[FunnelRow, ...], average: Comparator, unit: str) -> str:
    """How many, the average, the lowest and highest value, and who stands out."""
    known = _known(rows)
    said = [f"{len(rows)} {rows_are}. {average.name}: {with_unit(average.text, unit)}."]
    if known:
        low, high = (
            end(known, key=lambda row: (row.value.value or 0.0, row.name)) for end in (min, max)
        )
        low_said, high_said = (with_unit(row.value.text, unit) for row in (low, high))
        said.append(f"From {low_said} in {low.name} to {high_said} in {high.name}.")
    said += _standing_out(known)
    if expected := sum(row.signal == "none" for row in known):
        said.append(f"As expected: {expected}.")
    said += _subjects(known, unit)
    if missing := len(rows) - len(known):
        said.append(f"No value is published for {missing}.")
    return " ".join(said)


def _known(rows: Sequence[FunnelRow]) -> list[FunnelRow]:
    return [row for row in rows if None not in (row.value.value, row.size.value)]


def _standing_out(known: list[FunnelRow]) -> list[str]:
    """ "Worse than expected: Aston, Oscott and 3 more." for each verdict that there is."""
    said = []
    for signal, words in WORDS.items():
        names = [row.name for row in known if row.signal == signal]
        if names and signal != "none":
            more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
            said.append(f"{words}: {', '.join(names[:_MOST_NAMED])}{more}.")
    return said


def _subjects(known: list[FunnelRow], unit: str) -> list[str]:
    return [
        f"{row.name}: {with_unit(row.value.text, unit)}, {verdict(row).lower()}."
        for row in known
        if row.subject
    ]


def notes(rows_are: str, rows: tuple[FunnelRow, ...], limited: bool, zero: bool) -> tuple[str, ...]:
    """What the shading and the shapes mean, who stands out, and who is not drawn."""
    known = _known(rows)
    said = [] if zero else [AXIS_NOTE.format(which="vertical ")]
    if limited:
        said.append(
            "Dark shading: where 95 in 100 would fall by chance. Light shading: 998 in 1,000."
        )
        said.append(f"Smaller {rows_are} may differ more by chance. This is no ranking.")
    for signal, shape in _SHAPES.items():
        if any(row.signal == signal for row in known):
            said.append(f"{shape}: {WORDS[signal].lower()}.")
    standing = _standing_out(known)
    said += standing if standing or not known or not limited else ["None stands out from chance."]
    if gone := [row.name for row in rows if row not in known]:
        more = f" and {len(gone) - _MOST_NAMED} more" if len(gone) > _MOST_NAMED else ""
        said.append(f"Not drawn, as there is no value: {', '.join(gone[:_MOST_NAMED])}{more}.")
    return tuple(said)
