"""The fan of an indicator's forecast: what was measured, what comes next, and the target."""

from __future__ import annotations

from generator import charts
from generator.wording import forecasts, periods

from ..charted import titled
from ..figures import Drawn, drawn
from ..known import points
from ..known.cells import Reading
from ..known.outlook import Outlook, Step
from ..known.sources import cited
from ..known.standing import Standing

PATTERN = "If the recent pattern continues"


def fan(standing: Standing, page: str, reading: Reading, found: Outlook) -> Drawn:
    """The chart of one indicator in a place, for the page at address `page`."""
    last = found.steps[-1]
    said = forecasts.likely(standing.manner, last.value, last.ends[0], last.ends[1])
    when = periods.within(last.period)
    known = [r for r in standing.series if r.value is not None]
    first = standing.short_period(known[0].period)
    subtitle = (standing.indicator.title, standing.unit_words, standing.place)
    span = f"{first} to {periods.short(last.period)}"
    chart = charts.Fan(unit=standing.manner.sign)(
        charts.About(
            id="forecast-chart",
            title=titled(f"{PATTERN}: {said} {when}", f"{PATTERN}: {said}", PATTERN),
            subtitle=", ".join(part for part in (*subtitle, span) if part),
            measure=f"{standing.indicator.title} and what may come",
        ),
        charts.Series(standing.place, points.points(standing)),
        tuple(_expected(standing, step) for step in found.steps),
        _target(standing, reading),
        points.breaks(standing),
        bool(found.made.clipped),
    )
    sources = cited(standing.lookup, standing.indicator, standing.span)
    return drawn(chart, page, sources, standing.status, standing.marked)


def _expected(standing: Standing, step: Step) -> charts.Expected:
    def value(number: float) -> charts.Value:
        if number != number:
            return charts.NO_VALUE
        return charts.Value(number, standing.manner.bare(number))

    period = step.period
    point = charts.Point(
        period.start, period.end, periods.words(period), value(step.value), periods.short(period)
    )
    return charts.Expected(point, *map(value, step.ends))


def _target(standing: Standing, reading: Reading) -> charts.Target | None:
    goal = reading.reference_value
    period = standing.lookup.report.inputs.periods.get(reading.reference_period)
    if goal is None or period is None:
        return None
    upper = upper_end(standing, reading)
    text = standing.manner.bare(goal)
    if upper is not None:
        text = f"{text} to {standing.manner.bare(upper)}"
    label = f"Target {periods.words(period)}"
    return charts.Target(label, period.end, goal, text, upper, periods.short(period))


def upper_end(standing: Standing, reading: Reading) -> float | None:
    """The upper end of a target that is a range."""
    every = standing.lookup.worked.targets(str(standing.indicator.id), standing.area)
    within = (aim for aim in every if aim.kind == "within")
    ends = (float(aim.value_to) for aim in within if aim.period == reading.reference_period)
    return next(ends, None)
