"""Tables of the pages: every shorthand in them explained, no cell empty."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.charts import chart as charts
from generator.model.words import FLAG_MEANINGS

from .worded import Column, Link, Reasoned, Row, Sparked, Table, Text

MOST_ROWS = 200
"""A table of a page shows at most so many rows, and links the file that holds all."""

_SHORTHAND = re.compile(r"\[(" + "|".join(FLAG_MEANINGS) + r")\]")


def table(
    id: str,
    caption: str,
    columns: Iterable[Column],
    rows: Iterable[Row],
    *,
    ledger: bool = False,
    dense: bool = False,
    hide_caption: bool = False,
) -> Table:
    """The table, with the meaning of each [x] that stands in it."""
    rows = tuple(rows)
    return Table(
        id=id,
        caption=caption,
        columns=tuple(columns),
        rows=rows,
        shorthand=shorthand(text for row in rows for text in _texts(row)),
        ledger=ledger or dense,
        dense=dense,
        hide_caption=hide_caption,
    )


def shorthand(texts: Iterable[str]) -> str:
    """ "[c]: confidential. [x]: not available." for those that stand in the texts, or ""."""
    used = {flag for text in texts for flag in _SHORTHAND.findall(text)}
    return " ".join(f"[{flag}]: {said}." for flag, said in FLAG_MEANINGS.items() if flag in used)


def _texts(row: Row) -> Iterable[str]:
    yield row.head.text
    yield row.note
    for cell in row.cells:
        if isinstance(cell, Text):
            yield from (cell.text, cell.note)
        elif isinstance(cell, Reasoned):
            yield cell.note
        elif isinstance(cell, Sparked):
            yield cell.value


def of_chart(id: str, drawn: charts.Table) -> Table:
    """The table beside a chart, made from the chart's own."""
    rows = (
        Row(
            Link(row.cells[0].text),
            tuple(Text(cell.text) for cell in row.cells[1:]),
            me=row.subject,
            within=row.within,
        )
        for row in drawn.rows
    )
    return table(id, drawn.caption, (Column(c.title, c.numeric) for c in drawn.columns), rows)
