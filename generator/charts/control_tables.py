"""The table and the download of a process-control chart."""

from __future__ import annotations

from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.control_words import LOWER, UPPER, USUAL, signal_words
from generator.charts.inputs import Target, Value
from generator.charts.inputs_improve import Control
from generator.charts.tables import NOT_APPLICABLE, cell, titled


def control_table(
    caption: str, unit: str, name: str, rows: tuple[Control, ...], target: Target | None
) -> Table:
    """Rows are periods, oldest first, then the target; limits as worked out, not as drawn."""
    columns = (
        Column("Period", False),
        Column(titled(name, unit), True),
        *(Column(title, True) for title in (USUAL, LOWER, UPPER)),
        Column("What it shows", False),
    )
    every = [
        TableRow(
            (
                Cell(row.point.label),
                cell(row.point.value),
                *(_limit(value) for value in (row.mean, row.lower, row.upper)),
                _shows(row),
            )
        )
        for row in rows
    ]
    if target:
        first = Cell(target.label), Cell(target.text, target.value)
        every.append(TableRow((*first, *[NOT_APPLICABLE] * 4)))
    return Table(f"{caption}, oldest first", columns, tuple(every))


def _limit(value: Value) -> Cell:
    return NOT_APPLICABLE if value.value is None else Cell(value.text, value.value)


def _shows(row: Control) -> Cell:
    if row.point.value.value is None or row.mean.value is None:
        return NOT_APPLICABLE
    return Cell(signal_words(row))


def control_download(name: str, rows: tuple[Control, ...], target: Target | None) -> Download:
    """One row a period, its limits as worked out, and one for the target (`value_to` the upper
    end of a range)."""
    columns = (
        *("series", "kind", "period", "period_start", "period_end", "value", "value_to"),
        *("mean", "lower_limit", "upper_limit", "signal", "rule", "flag"),
    )
    every: list[tuple[str | float | None, ...]] = [
        (
            name,
            "subject",
            row.point.label,
            row.point.start.isoformat(),
            row.point.end.isoformat(),
            row.point.value.value,
            None,
            row.mean.value,
            row.lower.value,
            row.upper.value,
            row.signal,
            row.rule,
            " ".join(row.point.value.flags),
        )
        for row in rows
    ]
    if target:
        blank: tuple[str | float | None, ...] = (None, None, None, "", "", "")
        ends = target.value, target.upper
        every.append((name, "target", target.label, "", "", *ends, *blank))
    return Download(columns, tuple(every))
