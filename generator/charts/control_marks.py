"""The marks of a process-control chart: what is usual, stepped where it changes, and the points."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from generator.charts.axes import with_unit
from generator.charts.control_words import LOWER, UPPER, USUAL, signal_words
from generator.charts.gaps import split
from generator.charts.inputs import CARE, Break, Series, Value
from generator.charts.inputs_improve import Control, Rebase
from generator.charts.marks import SIGNAL_SHAPES, Band, Dot, Label, Line, Mark, Rule, Shape, Spot
from generator.charts.tables import worded

CROWDED = 36
"""From more values than this on, all shapes but the last are small."""


@dataclass(frozen=True)
class Stretch:
    """Periods with one usual level and one usual range, from `start` to `end` on the axis.

    `low` and `high` are the ends of the range as they are drawn, clipped to what is possible.
    """

    start: float
    end: float
    mean: Value
    lower: Value
    upper: Value
    low: float | None
    high: float | None

    @property
    def is_clipped(self) -> bool:
        """Whether the drawn range ends before the worked out one."""
        return (self.low, self.high) != (self.lower.value, self.upper.value)


def series_of(name: str, rows: tuple[Control, ...]) -> Series:
    """The rows as a series, their values bare. ValueError where they are not in order of time."""
    values = (replace(row.point.value, lower=None, upper=None) for row in rows)
    return Series(
        name, tuple(replace(row.point, value=v) for row, v in zip(rows, values, strict=True))
    )


def stretches(
    rows: tuple[Control, ...], least: float | None, most: float | None
) -> tuple[Stretch, ...]:
    """The stretches in order of time, each up to half way to the next."""

    def usual(row: Control) -> tuple[float | None, ...]:
        return row.mean.value, row.lower.value, row.upper.value

    known = [row for row in rows if row.mean.value is not None]
    groups = [tuple(own) for _, own in groupby(known, key=usual)]
    days = [(float(_day(own[0])), float(_day(own[-1]))) for own in groups]
    cuts = [(before[1] + after[0]) / 2 for before, after in pairwise(days)]
    starts = [*(days[0][:1] if days else ()), *cuts]
    ends = [*cuts, *(days[-1][1:] if days else ())]
    return tuple(
        Stretch(
            start,
            end,
            own[0].mean,
            own[0].lower,
            own[0].upper,
            _clipped(own[0].lower.value, least, most),
            _clipped(own[0].upper.value, least, most),
        )
        for own, start, end in zip(groups, starts, ends, strict=True)
    )


def _day(row: Control) -> int:
    return row.point.end.toordinal()


def _clipped(limit: float | None, least: float | None, most: float | None) -> float | None:
    if limit is None:
        return None
    if least is not None:
        limit = max(limit, least)
    return limit if most is None else min(limit, most)


def limits(every: tuple[Stretch, ...]) -> list[Mark]:
    """The shaded range, its two ends, and the usual level; an end that is clipped has no line."""
    band: list[tuple[float, float | None, float | None]] = []
    marks: list[Mark] = []
    for one in every:
        band += [(x, one.low, one.high) for x in (one.start, one.end)]
        band.append((one.end, None, None))
        marks.append(Rule("mean", "usual", one.start, one.mean.value, one.end, one.mean.value))
        for limit, drawn in ((one.lower.value, one.low), (one.upper.value, one.high)):
            if limit is not None and limit == drawn:
                marks.append(Rule("limit", "usual", one.start, drawn, one.end, drawn))
    if any(one.low is not None for one in every):
        marks.insert(0, Band("The usual range", tuple(band)))
        longest = max(every, key=lambda one: one.end - one.start)
        middle = (longest.start + longest.end) / 2
        marks.append(Label("inside", "Shaded: the usual range", middle, longest.low))
    return marks


def range_end(every: tuple[Stretch, ...], unit: str) -> list[Mark]:
    """What the last stretch says at the right edge; a limit that is clipped says nothing."""
    if not every:
        return []
    last = every[-1]
    marks: list[Mark] = []
    for said, value, drawn in (
        (UPPER, last.upper, last.high),
        (USUAL, last.mean, last.mean.value),
        (LOWER, last.lower, last.low),
    ):
        if value.value is not None and value.value == drawn:
            name = said if said == USUAL else ""  # the shading tells of the limits
            text = f"{said} {with_unit(value.text, unit)}"
            marks.append(Label("end", text, last.end, drawn, "usual", value.text, name))
    return marks


def points(
    name: str, rows: tuple[Control, ...], breaks: tuple[Break, ...], unit: str
) -> list[Mark]:
    """The line, a dot for each value in the shape of its signal, and the last one's label."""
    by_day = {row.point.end: row for row in rows}
    spots: list[Spot] = []
    dots: list[Mark] = []
    pieces = split(tuple(row.point for row in rows), breaks)
    known = [by_day[point.end] for piece in pieces for point in piece]
    for piece in pieces:
        if spots:
            spots.append(Spot(spots[-1].x, None))
        for point in piece:
            row = by_day[point.end]
            x, y = float(_day(row)), point.value.value or 0.0
            spots.append(Spot(x, y, _says(name, row, unit)))
            shape, care = _shape(row), _care(row)
            small = row is not known[-1] and (shape == "disc" or len(known) > CROWDED)
            hollow = care and row.signal != "none"
            dots.append(Dot(name, "subject", shape, x, y, (), row.signal, small, hollow))
    if not known:
        return []
    said_of = next((row for row in reversed(known) if row.signal != "none" and row.rule), None)
    if said_of:
        x, level = float(_day(said_of)), said_of.point.value.value
        dots.append(Label("inside", said_of.rule[:1].upper() + said_of.rule[1:], x, level))
    last = known[-1]
    x, value = float(_day(last)), last.point.value
    said = with_unit(value.text, unit)
    when = "" if last is rows[-1] else f" ({last.point.label})"
    marks: list[Mark] = [Line(name, "subject", tuple(spots)), *dots]
    marks.append(
        Label(
            "end",
            f"{name} {said}{when}",
            x,
            value.value,
            "subject",
            short=value.text,
            name=name,
            bold=True,
        )
    )
    return marks


def _shape(row: Control) -> Shape:
    return SIGNAL_SHAPES.get(row.signal, "hollow" if _care(row) else "disc")


def _care(row: Control) -> bool:
    return bool(set(row.point.value.flags) & set(CARE))


def _says(name: str, row: Control, unit: str) -> tuple[str, ...]:
    said = (name, f"{row.point.label}: {worded(row.point.value, unit, '95%')}")
    return (*said, signal_words(row)) if row.signal != "none" else said


def rebase_marks(rebase: Rebase, rows: tuple[Control, ...]) -> list[Mark]:
    """An upright rule where limits start afresh, half way between two periods."""
    before = [_day(row) for row in rows if row.point.end < rebase.at]
    after = [_day(row) for row in rows if row.point.end >= rebase.at]
    if not before or not after:
        return []
    day = (before[-1] + after[0]) / 2
    return [
        Rule("break", "usual", day, None, day, None),
        Label("top", f"New limits from {rebase.label}", day, None),
    ]
