"""Many small trends on one scale: a panel for each place, group or partner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.charts.axes import time_axis, value_axis, with_unit
from generator.charts.chart import Axis, Chart, Panel
from generator.charts.inputs import About, Point, Series, Target
from generator.charts.marks import Label, Mark, Rule
from generator.charts.multiples_tables import multiples_download, multiples_table
from generator.charts.multiples_words import description, notes
from generator.charts.tables import cell
from generator.charts.trend_marks import line, subject_band

MOST_PANELS = 12
"""More series than this stand in the table alone."""


@dataclass(frozen=True)
class SmallMultiples:
    """`unit` is `%`, `£` or nothing; `panels_are` is the plural of what the panels are of."""

    unit: str = ""
    panels_are: str = "places"
    confidence: str = "95%"

    def __call__(
        self,
        about: About,
        series: tuple[Series, ...],
        target: Target | None = None,
        whole: Series | None = None,
    ) -> Chart:
        """A panel for each of the first twelve series, in the order given, all on one scale.

        `whole` is drawn in grey behind each (the place that they lie in). A target is drawn over
        all periods. ValueError for no series, or two of one name.
        """
        if not series:
            raise ValueError(f"chart {about.id}: it has no series")
        if len({one.name for one in series}) < len(series):
            raise ValueError(f"chart {about.id}: two series have one name")
        shown = series[:MOST_PANELS]
        every = (*shown, *([whole] if whole else ()))
        numbers = _numbers(shown, whole, target)
        zero = not numbers or min(numbers) <= max(numbers) / 2  # small plots have no room to waste
        last = max((p.end for one in every for p in one.points), default=date.min)
        said = notes(
            series, len(shown), self.panels_are, self.unit, self.confidence, target, whole, zero
        )
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Small line charts on one scale: {about.measure}",
            description=about.description
            or description(series, target, whole, self.panels_are, self.unit),
            x=_ends_alone(every),
            y=value_axis(numbers, self.unit, zero),
            marks=(),
            table=multiples_table(about.measure, self.unit, series, target, whole),
            download=multiples_download(series, target, whole),
            notes=(*about.notes, *said),
            panels=tuple(self._panel(one, target, whole, last) for one in shown),
        )

    def _panel(self, one: Series, target: Target | None, whole: Series | None, last: date) -> Panel:
        words = self.unit, self.confidence
        marks: list[Mark] = []
        if target:
            marks += [
                Rule("target", "aim", None, level, None, level)
                for level in (target.value, target.upper)
                if level is not None
            ]
        marks += subject_band(one, (), self.confidence)
        marks += line(whole, "comparator", 0, (), last, *words)[:1] if whole else []
        marks += line(one, "subject", 0, (), last, *words)
        drawn = tuple(mark for mark in marks if not isinstance(mark, Label))
        return Panel(one.name, _latest(one, self.unit, last), drawn)


def _numbers(shown: Sequence[Series], whole: Series | None, target: Target | None) -> list[float]:
    found = [p.value.value for one in (*shown, *([whole] if whole else ())) for p in one.points]
    for one in shown:
        for point in one.points:
            found += [point.value.lower, point.value.upper] if point.value.has_interval else []
    found += [target.value, target.upper] if target else []
    return [number for number in found if number is not None]


def _ends_alone(every: Sequence[Series]) -> Axis:
    """The axis over all periods with a tick at each end."""
    periods = {
        point.end.toordinal(): point.short or point.label for one in every for point in one.points
    }
    axis = time_axis(periods, wide=400.0, narrow=260.0)
    ends = tuple(tick for tick in axis.ticks if tick.value in (axis.low, axis.high))
    return replace(axis, ticks=ends, few=ends)


def _latest(one: Series, unit: str, last: date) -> str:
    """The last value with its flags, and its period where others have a later one."""
    known: list[Point] = [point for point in one.points if point.value.value is not None]
    if not known:
        return "No values"
    text, *flags = cell(known[-1].value).text.split(" [", 1)
    said = " [".join([with_unit(text, unit), *flags])
    return said if known[-1].end == last else f"{said} ({known[-1].short or known[-1].label})"
