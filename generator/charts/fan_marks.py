"""The marks of a forecast: the measured line, the dashed one after it, and its two bands."""

from __future__ import annotations

from generator.charts.axes import with_unit
from generator.charts.fan_words import EXPECTED, band_words
from generator.charts.inputs import Break, Point, Series
from generator.charts.inputs_improve import Expected
from generator.charts.marks import Band, Label, Line, Mark, Rule, Spot
from generator.charts.trend_marks import line


def last_known(one: Series) -> Point | None:
    """The last point with a value."""
    return next((p for p in reversed(one.points) if p.value.value is not None), None)


def measured(one: Series, breaks: tuple[Break, ...], unit: str, alone: bool) -> list[Mark]:
    """The line of what was measured; its last value stands at the point, unless it is `alone`."""
    last = last_known(one)
    if last is None:
        return []
    marks = line(one, "subject", 0, breaks, one.points[-1].end, unit, "")
    if alone:
        return marks
    said = with_unit(last.value.text, unit)
    at = Label("inside", said, float(last.end.toordinal()), last.value.value, "subject", bold=True)
    return [*(mark for mark in marks if not isinstance(mark, Label)), at]


def forecast(
    name: str, last: Point | None, expected: tuple[Expected, ...], unit: str
) -> list[Mark]:
    """Where measuring ends, the dashed line on from there, the bands, and what the last one says.

    The bands open at the last measured point.
    """
    known = [one for one in expected if one.point.value.value is not None]
    if not known:
        return []
    marks: list[Mark] = []
    start: list[Spot] = []
    if last and last.value.value is not None:
        day = float(last.end.toordinal())
        marks.append(Rule("now", "subject", day, None, day, None))
        marks.append(Label("top", "Measured | Forecast", day, None))
        start = [Spot(day, last.value.value)]
    for outer in (True, False):
        marks += _band(start, known, outer)
    spots = [Spot(_day(one), one.point.value.value, _says(name, one, unit)) for one in known]
    marks.append(Line(EXPECTED, "ahead", (*start, *spots)))
    return [*marks, *_end(known[-1], unit)]


def _day(one: Expected) -> float:
    return float(one.point.end.toordinal())


def _band(start: list[Spot], known: list[Expected], outer: bool) -> list[Mark]:
    ends = [
        (
            _day(one),
            (one.lower95 if outer else one.lower80).value,
            (one.upper95 if outer else one.upper80).value,
        )
        for one in known
    ]
    if all(None in end for end in ends):
        return []
    opens = [(spot.x, spot.y, spot.y) for spot in start]
    return [Band("95% band" if outer else "80% band", (*opens, *ends), outer)]


def _says(name: str, one: Expected, unit: str) -> tuple[str, ...]:
    said = with_unit(one.point.value.text, unit)
    return (
        f"{name}, if the recent pattern continues",
        f"{one.point.label}: {said}",
        *(words[:1].upper() + words[1:] for words in band_words(one, unit)),
    )


def _end(last: Expected, unit: str) -> list[Mark]:
    """The last forecast and its bands, one under the other; a phone shows the forecast alone."""
    value = last.point.value
    x, y = _day(last), value.value
    text = f"{with_unit(value.text, unit)} expected"
    marks: list[Mark] = [Label("end", text, x, y, "ahead", short=value.text, bold=True)]
    for lower, upper, share in (
        (last.lower80, last.upper80, "80%"),
        (last.lower95, last.upper95, "95%"),
    ):
        if lower.value is not None and upper.value is not None:
            marks.append(Label("end", f"{lower.text} to {upper.text} ({share})", x, y, "usual"))
    return marks
