"""What a map says in words: its description, and the notes under it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.axes import with_unit
from generator.charts.classes import Class
from generator.charts.inputs import Comparator, Row
from generator.charts.tables import spread
from generator.model.words import FLAG_MEANINGS

MOST_NAMED = 12
"""More places than so many are counted, not named."""
SMALL = "Where a place is too small for its number, the number is left out."


def description(
    rows: Sequence[Row],
    classes: Sequence[Class],
    other: Comparator | None,
    unit: str,
    rows_are: str,
) -> str:
    """How many places, the lowest and the highest, the comparator, and who is in each class."""
    said = [f"{len(rows):,} {rows_are}.", *spread(rows, unit)]
    if other:
        said.append(f"{other.name}: {with_unit(other.text, unit)}.")
    for one in classes:
        names = [rows[n].name for n in one.members]
        named = f" ({', '.join(names)})" if len(names) <= MOST_NAMED else ""
        said.append(f"{one.words}{named}.")
    return " ".join(said)


def judging(other: Comparator, unit: str, confidence: str) -> str:
    """The limits of the classes of a map of verdicts."""
    known = with_unit(other.text, unit)
    return (
        f"Similar: {known}, the value of {other.name}, lies within the margin of error "
        f"({confidence}). Better or worse: it lies outside."
    )


def notes(rows: Sequence[Row], shapeless: Sequence[Row]) -> tuple[str, ...]:
    """Who is not on the map, and what the shorthand in the table means."""
    said = []
    if shapeless:
        named = ", ".join(row.name for row in shapeless[:MOST_NAMED])
        more = len(shapeless) - MOST_NAMED
        rest = f" and {more:,} more" if more > 0 else ""
        said.append(f"Not on the map, as no boundary is given: {named}{rest}.")
    flags = {flag: None for row in rows for flag in row.value.flags}
    if flags:
        said.append(", ".join(f"[{flag}] {FLAG_MEANINGS[flag]}" for flag in flags) + ".")
    return tuple(said)
