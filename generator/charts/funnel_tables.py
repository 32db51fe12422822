"""The table and the download of a funnel."""

from __future__ import annotations

from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.funnel_words import verdict
from generator.charts.inputs import Comparator, Value
from generator.charts.inputs_improve import FunnelLimits, FunnelRow
from generator.charts.tables import NOT_APPLICABLE, cell, titled

_LIMITS = ("95% from", "95% to", "99.8% from", "99.8% to")


def funnel_table(
    caption: str, titles: tuple[str, str, str], rows: tuple[FunnelRow, ...], average: Comparator
) -> Table:
    """Rows by name, then the average; `titles` are those of names and sizes, and the unit."""
    heading, size_of, unit = titles
    columns = (
        Column(heading, False),
        Column(titled("Value", unit), True),
        Column(size_of, True),
        *(Column(title, True) for title in _LIMITS),
        Column("Verdict", False),
    )
    own = [
        TableRow(
            (
                Cell(row.name),
                cell(row.value),
                cell(row.size),
                *(_limit(value) for value in _limits(row)),
                NOT_APPLICABLE if row.value.value is None else Cell(verdict(row)),
            ),
            row.subject,
        )
        for row in rows
    ]
    last = TableRow((Cell(average.name), Cell(average.text, average.value), *[NOT_APPLICABLE] * 6))
    return Table(f"{caption}, by name", columns, (*own, last))


def _limits(row: FunnelRow) -> tuple[Value, ...]:
    return row.lower95, row.upper95, row.lower998, row.upper998


def _limit(value: Value) -> Cell:
    return NOT_APPLICABLE if value.value is None else Cell(value.text, value.value)


def funnel_download(
    rows: tuple[FunnelRow, ...], average: Comparator, curve: tuple[FunnelLimits, ...]
) -> Download:
    """One row a place, one for the average, and one for each point of the curves."""
    columns = (
        *("name", "code", "kind", "value", "size"),
        *("lower_95", "upper_95", "lower_99_8", "upper_99_8", "verdict", "flag"),
    )
    every: list[tuple[str | float | None, ...]] = [
        (
            row.name,
            row.code,
            "subject" if row.subject else "row",
            row.value.value,
            row.size.value,
            *(value.value for value in _limits(row)),
            "" if row.value.value is None else verdict(row),
            " ".join(row.value.flags),
        )
        for row in rows
    ]
    none: tuple[float | None, ...] = (None,) * 5
    every.append((average.name, average.code, "comparator", average.value, *none, "", ""))
    every += [
        (
            *("", "", "limit", None, one.size),
            *(one.lower95, one.upper95, one.lower998, one.upper998, "", ""),
        )
        for one in curve
    ]
    return Download(columns, tuple(every))
