"""The table and the download of small trends on one scale."""

from __future__ import annotations

from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.inputs import Point, Series, Target
from generator.charts.tables import NOT_APPLICABLE, cell, ends, titled
from generator.charts.trend_marks import bounded


def multiples_table(
    caption: str,
    unit: str,
    series: tuple[Series, ...],
    target: Target | None,
    whole: Series | None,
) -> Table:
    """A row for each period of each series, then those of the whole, then the target."""
    every = (*series, *([whole] if whole else ()))
    limited = any(bounded(one) for one in series)
    columns = [Column("Name and period", False), Column(titled("Value", unit), True)]
    columns += [Column("Lower", True), Column("Upper", True)] * limited
    rows = [
        TableRow(
            (
                Cell(f"{one.name}, {point.label}"),
                cell(point.value),
                *(ends(point.value) if limited else ()),
            )
        )
        for one in every
        for point in one.points
    ]
    if target:
        first = Cell(target.label), Cell(target.text, target.value)
        rows.append(TableRow((*first, *[NOT_APPLICABLE] * (2 * limited))))
    return Table(f"{caption}, oldest first", tuple(columns), tuple(rows))


def multiples_download(
    series: tuple[Series, ...], target: Target | None, whole: Series | None
) -> Download:
    """One row a point: whose, what it is, when, and its numbers as they were computed."""
    columns = ("series", "kind", "period", "period_start", "period_end", "value", "lower", "upper")
    rows: list[tuple[str | float | None, ...]] = [
        (one.name, "panel", *_point(point)) for one in series for point in one.points
    ]
    if whole:
        rows += [(whole.name, "whole", *_point(point)) for point in whole.points]
    if target:
        at = target.at.isoformat() if target.at else ""
        rows.append(("", "target", target.label, "", at, target.value, None, target.upper, ""))
    return Download((*columns, "flag"), tuple(rows))


def _point(point: Point) -> tuple[str | float | None, ...]:
    value = point.value
    when = point.label, point.start.isoformat(), point.end.isoformat()
    return *when, value.value, value.lower, value.upper, " ".join(value.flags)
