"""Variation over time: a process-control (XmR) chart as in NHS England's Making Data Count.

The usual level and the usual range come with the rows; points that are more than chance are told
from the rest by their shape.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.axes import starts_at_zero, time_axis, value_axis
from generator.charts.chart import Chart
from generator.charts.control_marks import (
    Stretch,
    limits,
    points,
    range_end,
    rebase_marks,
    series_of,
    stretches,
)
from generator.charts.control_tables import control_download, control_table
from generator.charts.control_words import description, notes
from generator.charts.inputs import About, Break, Target
from generator.charts.inputs_improve import Control, Rebase
from generator.charts.marks import Label, Mark
from generator.charts.trend_marks import break_marks, missing, target_marks


@dataclass(frozen=True)
class ProcessControl:
    """`unit` is `%`, `£` or nothing. No limit is drawn below `least` or above `most`: 0 for counts,
    0 and 100 for percentages; the rows keep theirs. `screened`: outliers are left out of the
    limits. `trial` is how many points limits should rest on, where these rest on fewer."""

    unit: str = ""
    least: float | None = None
    most: float | None = None
    screened: bool = False
    trial: int = 0

    def __call__(
        self,
        about: About,
        name: str,
        rows: tuple[Control, ...],
        target: Target | None = None,
        rebases: tuple[Rebase, ...] = (),
        breaks: tuple[Break, ...] = (),
    ) -> Chart:
        """The chart of these rows, in order of time; `name` is whose they are.

        A target is drawn over all periods. ValueError where periods are not in order.
        """
        subject = series_of(name, rows)
        rebases = tuple(one for one in rebases if rebase_marks(one, rows))
        every = stretches(rows, self.least, self.most)
        drawn = _numbers(rows, every, target)
        zero = not drawn or starts_at_zero(drawn)
        x = time_axis(
            {row.point.end.toordinal(): row.point.short or row.point.label for row in rows},
            wide=400.0,
            narrow=260.0,
        )
        y = value_axis(drawn, self.unit, zero)
        marks: list[Mark] = []
        for cut in breaks:
            marks += break_marks(cut) if x.low < cut.at.toordinal() < x.high else []
        for rebase in rebases:
            marks += rebase_marks(rebase, rows)
        marks += missing(subject, y.low)
        marks += limits(every)
        marks += range_end(every, self.unit)
        marks += points(name, rows, breaks, self.unit)
        if target:
            marks += target_marks(_lasting(target), None, self.unit)
        if not drawn:
            marks.append(Label("inside", "No values to show", (x.low + x.high) / 2, 0.5))
        said = notes(
            subject,
            rows,
            rebases,
            breaks,
            clipped=any(one.is_clipped for one in every),
            screened=self.screened,
            trial=self.trial,
            zero=zero or not drawn,
        )
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Process-control chart: {about.measure}",
            description=about.description
            or description(subject, rows, target, rebases, breaks, self.unit),
            x=x,
            y=y,
            marks=tuple(marks),
            table=control_table(about.measure, self.unit, name, rows, target),
            download=control_download(name, rows, target),
            notes=(*about.notes, *said),
        )


def _numbers(
    rows: tuple[Control, ...], every: tuple[Stretch, ...], target: Target | None
) -> list[float]:
    """Every number that the value axis must hold, limits as they are drawn."""
    found = [row.point.value.value for row in rows]
    for one in every:
        found += [one.mean.value, one.low, one.high]
    found += [target.value, target.upper] if target else []
    return [number for number in found if number is not None]


def _lasting(target: Target) -> Target:
    return Target(target.label, None, target.value, target.text, target.upper)
