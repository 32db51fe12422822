"""Spread between places or partners: a funnel, in which small ones may differ more by chance.

It is never a ranking: the table goes by name, and what stands out is outside the limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.charts.axes import starts_at_zero, value_axis, with_unit
from generator.charts.chart import Axis, Chart
from generator.charts.funnel_tables import funnel_download, funnel_table
from generator.charts.funnel_words import description, notes, verdict
from generator.charts.inputs import About, Comparator
from generator.charts.inputs_improve import FunnelLimits, FunnelRow
from generator.charts.marks import SIGNAL_SHAPES, Band, Dot, Label, Line, Mark, Role, Rule, Spot


@dataclass(frozen=True)
class Funnel:
    """`unit` is `%`, `£` or nothing; `size_of` heads the column of sizes and names the axis along
    ("People asked"); `heading` heads the names, `rows_are` is their plural."""

    unit: str = ""
    size_of: str = "Size"
    heading: str = "Place"
    rows_are: str = "places"

    def __call__(
        self,
        about: About,
        rows: tuple[FunnelRow, ...],
        average: Comparator,
        curve: tuple[FunnelLimits, ...],
    ) -> Chart:
        """The chart of these rows; `curve` runs from about the smallest size to the largest.

        ValueError for no rows, or for a curve that is not in order of size.
        """
        if not rows:
            raise ValueError(f"chart {about.id}: it has no rows")
        sizes = [limits.size for limits in curve]
        if sizes != sorted(set(sizes)):
            raise ValueError(f"chart {about.id}: its curve is not in order of size")
        rows = tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.code)))
        drawn = [row for row in rows if None not in (row.value.value, row.size.value)]
        levels = [average.value, *_levels(drawn, curve)]
        zero = not drawn or starts_at_zero(levels)
        along = [*sizes, *(row.size.value or 0.0 for row in drawn)]
        x = _ending(value_axis(along, "", wide=400.0, narrow=250.0), max(along, default=1.0))
        marks: list[Mark] = [*_curves(curve), *_average(average, self.unit, x.high)]
        marks += _ends(curve, x.high)
        marks += [_dot(self, row) for row in drawn]
        marks += _names(drawn)
        if not drawn:
            marks.append(Label("inside", "No values to show", x.high / 2, average.value))
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Funnel plot: {about.measure}",
            description=about.description or description(self.rows_are, rows, average, self.unit),
            x=replace(x, title=self.size_of),
            y=_with_room(value_axis(levels, self.unit, zero), max(levels)),
            marks=tuple(marks),
            table=funnel_table(
                about.measure, (self.heading, self.size_of, self.unit), rows, average
            ),
            download=funnel_download(rows, average, curve),
            notes=(*about.notes, *notes(self.rows_are, rows, len(curve) > 1, zero)),
        )


def _ending(axis: Axis, far: float) -> Axis:
    """The axis up to the largest size: the curves end there, and their names beside them."""
    ticks = tuple(tick for tick in axis.ticks if tick.value <= far)
    few = tuple(tick for tick in axis.few if tick.value <= far)
    return replace(axis, high=far, ticks=ticks, few=few) if far > 0 and len(few) > 1 else axis


def _with_room(axis: Axis, top: float) -> Axis:
    """The axis with room for a name beside its highest point."""
    return replace(axis, high=max(axis.high, top + (axis.high - axis.low) / 20))


def _levels(drawn: list[FunnelRow], curve: tuple[FunnelLimits, ...]) -> Iterator[float]:
    yield from (row.value.value for row in drawn if row.value.value is not None)
    for one in curve:
        yield from (one.lower95, one.upper95, one.lower998, one.upper998)


def _curves(curve: tuple[FunnelLimits, ...]) -> list[Mark]:
    """Two bands, the light one behind, and their edges."""
    if len(curve) < 2:
        return []
    outer = tuple((one.size, one.lower998, one.upper998) for one in curve)
    inner = tuple((one.size, one.lower95, one.upper95) for one in curve)
    marks: list[Mark] = [Band("99.8% limits", outer, True), Band("95% limits", inner)]
    for name, band in (("99.8% limit", outer), ("95% limit", inner)):
        for end in (1, 2):
            marks.append(Line(name, "limit", tuple(Spot(one[0], one[end]) for one in band)))
    return marks


def _average(average: Comparator, unit: str, far: float) -> list[Mark]:
    said = f"{average.name} {with_unit(average.text, unit)}"
    return [
        Rule("mean", "usual", None, average.value, None, average.value),
        Label("end", said, far, average.value, "usual", average.text, average.name),
    ]


def _ends(curve: tuple[FunnelLimits, ...], far: float) -> list[Mark]:
    """The names of the limits, level with where they end."""
    if len(curve) < 2:
        return []
    last = curve[-1]
    return [
        Label("end", "99.8% limits", far, last.upper998, "usual"),
        Label("end", "95% limits", far, last.upper95, "usual"),
    ]


def _dot(style: Funnel, row: FunnelRow) -> Dot:
    size, value = row.size.value or 0.0, row.value.value or 0.0
    says = (
        row.name,
        f"{style.size_of}: {row.size.text}",
        f"Value: {with_unit(row.value.text, style.unit)}",
        verdict(row),
    )
    shape = SIGNAL_SHAPES.get(row.signal, "disc")
    role: Role = "subject" if row.subject else "comparator"
    return Dot(row.name, role, shape, size, value, says, row.signal)


def _names(drawn: list[FunnelRow]) -> list[Mark]:
    """The subject's name and those of all that stand out; one without room is in the notes."""
    named = [row for row in drawn if row.subject]
    named += [row for row in drawn if row.signal != "none" and not row.subject]
    return [
        Label(
            "inside",
            row.name,
            row.size.value,
            row.value.value,
            "subject" if row.subject else "comparator",
            bold=row.subject,
        )
        for row in named
    ]
