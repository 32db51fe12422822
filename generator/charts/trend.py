"""Change over time: one subject with its interval, up to three comparators, baseline, targets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.charts.axes import starts_at_zero, time_axis, value_axis
from generator.charts.chart import MOST_SERIES, Axis, Chart
from generator.charts.inputs import About, Baseline, Break, Series, Target
from generator.charts.marks import Label, Mark
from generator.charts.tables import download_over_time, over_time
from generator.charts.trend_marks import (
    baseline_marks,
    bounded,
    break_marks,
    line,
    missing,
    subject_band,
    target_marks,
)
from generator.charts.trend_words import description, notes


@dataclass(frozen=True)
class Trend:
    """A line chart. `unit` is `%`, `£` or nothing; `confidence` names the intervals."""

    unit: str = ""
    confidence: str = "95%"

    def __call__(
        self,
        about: About,
        subject: Series,
        comparators: tuple[Series, ...] = (),
        baseline: Baseline | None = None,
        targets: tuple[Target, ...] = (),
        breaks: tuple[Break, ...] = (),
    ) -> Chart:
        """The chart of these rows. Raises ValueError for more than three comparators."""
        series = (subject, *comparators)
        if len(series) > MOST_SERIES:
            raise ValueError(f"chart {about.id}: {len(series)} series, {MOST_SERIES} at most")
        if len({one.name for one in series}) < len(series):
            raise ValueError(f"chart {about.id}: two series have one name")
        drawn = _numbers(series, baseline, targets)
        zero = not drawn or starts_at_zero(drawn)
        y = value_axis(drawn, self.unit, zero)
        x = _time(series, baseline, targets)
        last = max((point.end for one in series for point in one.points), default=date.min)
        words = self.unit, self.confidence
        marks: list[Mark] = baseline_marks(baseline, self.unit) if baseline else []
        for cut in breaks:
            marks += break_marks(cut) if x.low < cut.at.toordinal() < x.high else []
        marks += missing(subject, y.low)
        marks += subject_band(subject, breaks, self.confidence)
        for order, one in reversed(list(enumerate(comparators))):
            marks += line(one, "comparator", order, breaks, last, *words)
        marks += line(subject, "subject", 0, breaks, last, *words)
        for target in targets:
            marks += target_marks(target, baseline, self.unit)
        if not drawn:
            middle = (x.low + x.high) / 2
            marks.append(Label("inside", "No values to show", middle, 0.5))
        said = notes(series, breaks, self.confidence, zero or not drawn)
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Line chart{' with interval' if bounded(subject) else ''}: {about.measure}",
            description=about.description
            or description(series, baseline, targets, breaks, self.unit, self.confidence),
            x=x,
            y=y,
            marks=tuple(marks),
            table=over_time(about.measure, self.unit, series, baseline, targets),
            download=download_over_time(series, baseline, targets),
            notes=(*about.notes, *said),
        )


def _numbers(
    series: tuple[Series, ...], baseline: Baseline | None, targets: tuple[Target, ...]
) -> list[float]:
    """Every number that the value axis must hold; intervals are drawn for the subject alone."""
    found = [point.value.value for one in series for point in one.points]
    for point in series[0].points:
        found += [point.value.lower, point.value.upper] if point.value.has_interval else []
    found += [baseline.value] if baseline else []
    found += [level for target in targets for level in (target.value, target.upper)]
    return [number for number in found if number is not None]


def _time(
    series: tuple[Series, ...], baseline: Baseline | None, targets: tuple[Target, ...]
) -> Axis:
    periods: dict[int, str] = {
        target.at.toordinal(): target.period or str(target.at.year)
        for target in targets
        if target.at
    }
    if baseline:
        periods[baseline.at.toordinal()] = baseline.label
    for one in reversed(series):
        for point in one.points:
            periods[point.end.toordinal()] = point.short or point.label
    return time_axis(periods, wide=400.0, narrow=260.0)
