"""An indicator in one place as charts take it: its values, points, baseline and breaks."""

from __future__ import annotations

from generator import charts
from generator.wording import periods

from .cells import Result
from .standing import Standing


def value(standing: Standing, result: Result) -> charts.Value:
    """A result as charts take it."""
    ends = (result.value, result.lower, result.upper)
    value, lower, upper = ("" if n is None else standing.manner.bare(n) for n in ends)
    return charts.Value(result.value, value, result.lower, result.upper, lower, upper, result.flags)


def point(standing: Standing, result: Result) -> charts.Point:
    """A result as a point of a line."""
    short = standing.short_period(result.period)
    when = standing.period(result.period)
    return charts.Point(result.start, result.end, when, value(standing, result), short)


def points(standing: Standing) -> tuple[charts.Point, ...]:
    """Its series as points."""
    return tuple(point(standing, result) for result in standing.series)


def baseline(standing: Standing) -> charts.Baseline | None:
    """The baseline's mark; None where it has no value."""
    since, value = standing.since, standing.baseline
    if since is None or value is None:
        return None
    period = standing.lookup.report.inputs.periods.get(since.reference_period)
    if period is None:
        return None
    return charts.Baseline(periods.short(period), period.end, value, standing.manner.bare(value))


def breaks(standing: Standing) -> tuple[charts.Break, ...]:
    """The breaks of its metrics, in order of time."""
    known = standing.lookup.report.inputs.metrics
    metrics = (known.get(id) for id in standing.indicator.method.metrics)
    found = {b.start: b.because for metric in metrics if metric for b in metric.breaks}
    return tuple(
        charts.Break(start.start, periods.words(start), because.rstrip("."))
        for start, because in sorted(found.items())
    )
