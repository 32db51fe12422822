"""Who moved which way as a table: every number of a row with its margin of error."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from generator.wording import change as wording
from generator.wording.change import Ways
from generator.wording.numbers import number

from ..tables import MOST_ROWS, table
from ..worded import Column, Link, Row, Table, Text
from .named import Named

NOTHING = Text("[x]")


def moves_table(
    id: str, caption: str, ways: Ways, rows: Sequence[Named], heading: str, earlier: str = ""
) -> Table:
    """A row each, in their order; `earlier` names the period before, where rows have one."""
    columns = [
        *(Column(heading), Column("Assessed twice", True), Column(ways.better, True, big=True)),
        *(Column(ways.same, True), Column(ways.worse, True), Column("Started at the best", True)),
        *(Column("Matched", True), Column("Mean change", True)),
    ]
    columns += [Column(f"{ways.better.partition(' (')[0]}, {earlier}", True)] if earlier else []
    made = (_row(one, bool(earlier)) for one in rows[:MOST_ROWS])
    return table(id, caption, columns, made, dense=True, hide_caption=True)


def _row(one: Named, earlier: bool) -> Row:
    row, head = one.row, Link(one.name, one.href)
    if row is None:
        return Row(head, (NOTHING,) * (7 + earlier), note=one.note)
    cells = [
        Text(count(row.pairs, row.flag)),
        *(share(row, name) for name in ("better", "same", "worse")),
        Text(count(row.started_at_best), bracketed(row.no_room_share)),
        Text(wording.percent(row.matched_share), _of(row)),
        mean_change(row),
    ]
    if earlier:
        cells.append(NOTHING if one.earlier is None else share(one.earlier, "better"))
    return Row(head, tuple(cells), note=one.note, me=one.subject)


def count(many: float, flag: str = "") -> str:
    """ "214", with its flags; "[x]" where there is none."""
    if math.isnan(many):
        return "".join(f"[{one}]" for one in str(flag).split()) or "[x]"
    return number(many, 0) + "".join(f" [{one}]" for one in standing(flag))


def standing(flag: str) -> tuple[str, ...]:
    """The flags of a row that hold for a count which is there: x is of another one."""
    return tuple(one for one in str(flag).split() if one != "x")


def share(row: Any, name: str) -> Text:
    """A share of the pairs with its interval under it."""
    if row.pairs == 0:
        return Text("[z]")
    lower, upper = (getattr(row, f"{name}_{end}", math.nan) for end in ("lower", "upper"))
    return Text(wording.percent(getattr(row, f"{name}_share")), wording.between(lower, upper))


def bracketed(percent: float) -> str:
    return "" if math.isnan(percent) else wording.percent(percent)


def mean_change(row: Any) -> Text:
    """In points of the scale, with its interval under it."""
    if row.pairs == 0:
        return Text("[z]")
    if math.isnan(row.mean_change):
        return NOTHING
    ends = row.change_lower, row.change_upper
    interval = "" if math.isnan(sum(ends)) else " to ".join(map(wording.points, ends))
    return Text(wording.points(row.mean_change), interval)


def _of(row: Any) -> str:
    """Of how many people who were assessed at all."""
    every = row.pairs + row.unmatched
    return "" if math.isnan(every) else f"of {number(every, 0)}"
