"""What makes up the change since the baseline: which groups, places and partners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.wording import contributions

from ..indicator.indicator_tables import Part
from ..known.standing import Standing
from ..layout import joined
from ..tables import MOST_ROWS, table
from ..worded import Column, Definition, Link, Row, Table, Text
from .change_parts import contributed, name_of, rows_of, telling, title_of, told
from .contributions_figure import made_up_of
from .made import Made

COLUMNS = (
    *(Column("Part"), Column("Then", numeric=True), Column("Now", numeric=True)),
    *(Column("Of the whole", numeric=True), Column("Of the change", numeric=True, big=True)),
)


def contributions_part(standing: Standing, page: str) -> Made:
    """What makes up the change by what tells most, and a table of all that it is broken down by."""
    found = contributed(standing)
    if not found:
        return Made()
    (by, first), *more = found
    change = standing.manner.signed(first[0].difference)
    figure = made_up_of(standing, page, by, first)
    said = (telling(standing, first), told(standing, by, first))
    part = Part(
        "contributions",
        f"What makes up the change of {change}",
        lead=" ".join(filter(None, [*said, contributions.NOT_A_CAUSE])),
        figure=figure.figure,
        worked=tuple(_worked(standing, found)),
    )
    if not more:
        return Made((part,), figure.files)
    since = standing.since_when(first[0].reference_period)
    total = sum(len(parts) for _, parts in found)
    every = Part(
        "contributions-all",
        "The change in other ways",
        table=_table(standing, found, since),
        folded=f"Show all {total:,} parts",
    )
    return Made((part, every), figure.files)


def _table(standing: Standing, found: list[tuple[str, list[Any]]], since: str) -> Table:
    rows = [
        _row(standing, part, title_of(standing, by, parts)) for by, parts in found for part in parts
    ]
    caption = f"{standing.indicator.title}: parts of the change since {since}, the largest first"
    return table(
        "contributions-table", caption, COLUMNS, rows[:MOST_ROWS], dense=True, hide_caption=True
    )


def _row(standing: Standing, part: Any, title: str) -> Row:
    def shown(value: float) -> Text:
        return Text("–" if value != value else standing.shown(value))

    size = "–" if part.weight != part.weight else f"{100 * part.weight:.0f}%"
    cells = (
        *(shown(part.then_value), shown(part.value), Text(size)),
        Text(standing.shown_change(part.contribution)),
    )
    return Row(Link(name_of(standing, part)), cells, note=f"By {title.lower()}")


def _worked(standing: Standing, found: list[tuple[str, list[Any]]]) -> Iterator[Definition]:
    first = found[0][1][0]
    counted = first.through_value != first.through_value
    yield Definition("Rule", (contributions.OF_COUNTS if counted else contributions.OF_VALUES,))
    for by, parts in found:
        summed = joined([standing.bare_change(part.contribution) for part in parts])
        total = standing.bare_change(sum(part.contribution for part in parts))
        term = f"By {title_of(standing, by, parts).lower()}"
        yield Definition(term, (f"{summed}: together {total}. {contributions.ROUNDED}",))
    for refused in (row for row in rows_of(standing) if row.reason):
        title = title_of(standing, str(refused.by), []).lower()
        yield Definition(f"Not by {title}", (str(refused.reason),))
