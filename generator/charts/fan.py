"""What comes if the recent pattern continues: measured values, then a forecast that opens as a fan.

Forecast and bands come with the rows. Measured is solid, forecast dashed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.charts.axes import starts_at_zero, time_axis, value_axis
from generator.charts.chart import Chart
from generator.charts.fan_marks import forecast, last_known, measured
from generator.charts.fan_tables import fan_download, fan_table
from generator.charts.fan_words import description, notes
from generator.charts.inputs import About, Break, Point, Series, Target
from generator.charts.inputs_improve import Expected
from generator.charts.marks import Label, Mark
from generator.charts.trend_marks import break_marks, missing, target_marks


@dataclass(frozen=True)
class Fan:
    """`unit` is `%`, `£` or nothing."""

    unit: str = ""

    def __call__(
        self,
        about: About,
        history: Series,
        expected: tuple[Expected, ...],
        target: Target | None = None,
        breaks: tuple[Break, ...] = (),
        clipped: bool = False,
    ) -> Chart:
        """The chart of what was measured and what is expected, in order of time.

        `clipped`: a band was cut off where no value is possible. ValueError for a forecast of a
        period that begins before the last measured one has ended.
        """
        bare = Series(history.name, tuple(_bare(history)))
        last = last_known(bare)
        if last and expected and expected[0].point.start <= last.end:
            raise ValueError(f"chart {about.id}: its forecast starts before its values end")
        Series(history.name, tuple(one.point for one in expected))  # their order is checked
        drawn = _numbers(bare, expected, target)
        zero = not drawn or starts_at_zero(drawn)
        x = time_axis(_periods(bare, expected, target), wide=400.0, narrow=260.0)
        y = value_axis(drawn, self.unit, zero)
        marks: list[Mark] = []
        for cut in breaks:
            marks += break_marks(cut) if x.low < cut.at.toordinal() < x.high else []
        marks += missing(bare, y.low)
        marks += measured(bare, breaks, self.unit, alone=not expected)
        marks += forecast(bare.name, last, expected, self.unit)
        marks += target_marks(target, None, self.unit) if target else []
        if not drawn:
            marks.append(Label("inside", "No values to show", (x.low + x.high) / 2, 0.5))
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Line chart of values and forecast: {about.measure}",
            description=about.description or description(bare, expected, target, breaks, self.unit),
            x=x,
            y=y,
            marks=tuple(marks),
            table=fan_table(about.measure, self.unit, bare, expected, target),
            download=fan_download(bare, expected, target),
            notes=(*about.notes, *notes(bare, expected, breaks, clipped, zero or not drawn)),
        )


def _bare(history: Series) -> Iterator[Point]:
    """Its points without intervals: what is not known is shown by the bands."""
    for point in history.points:
        yield replace(point, value=replace(point.value, lower=None, upper=None))


def _numbers(history: Series, expected: tuple[Expected, ...], target: Target | None) -> list[float]:
    found = [point.value.value for point in history.points]
    for one in expected:
        values = (one.point.value, one.lower80, one.upper80, one.lower95, one.upper95)
        found += [value.value for value in values]
    found += [target.value, target.upper] if target else []
    return [number for number in found if number is not None]


def _periods(
    history: Series, expected: tuple[Expected, ...], target: Target | None
) -> dict[int, str]:
    periods = {}
    if target and target.at:
        periods[target.at.toordinal()] = target.period or str(target.at.year)
    for point in (*history.points, *(one.point for one in expected)):
        periods[point.end.toordinal()] = point.short or point.label
    return periods
