"""The table and the download of a chart of up, same and down."""

from __future__ import annotations

from generator.charts.chart import Cell, Column, Download, Table, TableRow
from generator.charts.inputs_change import Moves
from generator.charts.moved_words import Ways
from generator.charts.tables import NOT_APPLICABLE, cell, ends, titled


def moved_table(
    caption: str, heading: str, rows: tuple[Moves, ...], whole: Moves | None, ways: Ways
) -> Table:
    """Pairs, then better with its interval, the same and worse, in percent."""
    bounded = any(row.better.percent.has_interval for row in rows)
    columns = [Column(heading, False), Column(ways.heading, True)]
    columns.append(Column(titled(ways.better, "%"), True))
    columns += [Column("Lower", True), Column("Upper", True)] * bounded
    columns += [Column(titled(name, "%"), True) for name in (ways.same, ways.worse)]

    def cells(row: Moves) -> tuple[Cell, ...]:
        if row.pairs.value == 0:
            return (cell(row.pairs), *[NOT_APPLICABLE] * (len(columns) - 2))
        interval = ends(row.better.percent) if bounded else ()
        rest = (cell(row.same.percent), cell(row.worse.percent))
        return (cell(row.pairs), cell(row.better.percent), *interval, *rest)

    return Table(
        caption,
        tuple(columns),
        tuple(TableRow((Cell(row.name), *cells(row)), row is whole or row.subject) for row in rows),
    )


def moved_download(rows: tuple[Moves, ...], whole: Moves | None) -> Download:
    """Counts and percents of the three ways, and the interval of who moved to the better."""
    return Download(
        (
            *("name", "code", "kind", "pairs", "worse", "same", "better"),
            *("worse_percent", "same_percent", "better_percent", "lower", "upper", "flag"),
        ),
        tuple(
            (
                row.name,
                row.code,
                "all" if row is whole else "subject" if row.subject else "row",
                row.pairs.value,
                *(way.count.value for way in (row.worse, row.same, row.better)),
                *(way.percent.value for way in (row.worse, row.same, row.better)),
                row.better.percent.lower,
                row.better.percent.upper,
                " ".join(row.pairs.flags),
            )
            for row in rows
        ),
    )
