"""The table and the download of a chart with a forecast."""

from __future__ import annotations

from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.inputs import Point, Series, Target, Value
from generator.charts.inputs_improve import Expected
from generator.charts.tables import NOT_APPLICABLE, cell, titled

_BANDS = ("80% from", "80% to", "95% from", "95% to")


def fan_table(
    caption: str,
    unit: str,
    history: Series,
    expected: tuple[Expected, ...],
    target: Target | None,
) -> Table:
    """Rows are periods, measured first, then expected, then the target."""
    columns = (
        Column("Period", False),
        Column(titled(history.name, unit), True),
        Column("What it is", False),
        *(Column(title, True) for title in _BANDS),
    )
    blank = [NOT_APPLICABLE] * len(_BANDS)
    rows = [
        TableRow((Cell(point.label), cell(point.value), Cell("Measured"), *blank))
        for point in history.points
    ]
    rows += [
        TableRow(
            (
                Cell(one.point.label),
                cell(one.point.value),
                Cell("Forecast"),
                *(_end(value) for value in _bands(one)),
            )
        )
        for one in expected
    ]
    if target:
        first = Cell(target.label), Cell(target.text, target.value)
        rows.append(TableRow((*first, Cell("Target"), *blank)))
    return Table(f"{caption}, oldest first", columns, tuple(rows))


def _bands(one: Expected) -> tuple[Value, ...]:
    return one.lower80, one.upper80, one.lower95, one.upper95


def _end(value: Value) -> Cell:
    return NOT_APPLICABLE if value.value is None else Cell(value.text, value.value)


def fan_download(
    history: Series, expected: tuple[Expected, ...], target: Target | None
) -> Download:
    """One row a period, measured or forecast, and one for the target (`value_to` the upper end of
    a range)."""
    columns = (
        *("series", "kind", "period", "period_start", "period_end", "value", "value_to"),
        *("lower_80", "upper_80", "lower_95", "upper_95", "flag"),
    )
    none: tuple[float | None, ...] = (None,) * len(_BANDS)
    rows: list[tuple[str | float | None, ...]] = [
        (history.name, "subject", *_when(point), None, *none, " ".join(point.value.flags))
        for point in history.points
    ]
    rows += [
        (history.name, "forecast", *_when(one.point), None, *(v.value for v in _bands(one)), "")
        for one in expected
    ]
    if target:
        at = target.at.isoformat() if target.at else ""
        ends = target.value, target.upper
        rows.append((history.name, "target", target.label, "", at, *ends, *none, ""))
    return Download(columns, tuple(rows))


def _when(point: Point) -> tuple[str | float | None, ...]:
    start, end = point.start.isoformat(), point.end.isoformat()
    return point.label, start, end, point.value.value
