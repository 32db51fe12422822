"""The groups of a place, for indicators that have no value for everyone in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.metric import Id

from .. import adding_up, details
from ..groups_side_by_side import category, groups
from ..improve.gap_words import lead
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..side_by_side import numbers
from ..tables import MOST_ROWS, table
from ..worded import Column, Link, Row, Table, Text


@dataclass(frozen=True)
class Group:
    """An indicator's groups in the place, under a heading."""

    id: str
    title: str
    lead: str
    table: Table


def groups_of(lookup: Lookup, found: Iterable[Standing]) -> Iterator[Group]:
    """The groups of each indicator that has no value for everyone, beside the main area's."""
    for standing in found:
        breakdown = lookup.report.inputs.breakdowns.get(Id(standing.group.partition("=")[0]))
        if not breakdown:
            continue
        main = Standing(lookup, standing.indicator, lookup.main_area)
        other = {r.group: r for r in groups(main, breakdown)} if main.area != standing.area else {}
        made = groups(standing, breakdown)
        columns = [Column(breakdown.title), Column(lookup.area_name(standing.area), True, True)]
        columns += [Column(lookup.area_name(main.area), True)] * bool(other)
        when = standing.period(made[0].period)
        larger = details.within(breakdown) if breakdown.of == "detail" else {}
        order = details.order(standing, breakdown)
        caption = f"{standing.indicator.title}, {when}, {order}"
        lines = (
            Row(
                Link(category(breakdown, r.group)),
                tuple(
                    numbers(standing, one)[0] if one and one.period == r.period else Text("[x]")
                    for one in ((r, other.get(r.group)) if other else (r,))
                ),
                within=category(breakdown, larger[r.group]) if r.group in larger else "",
            )
            for r in made[:MOST_ROWS]
        )
        id = f"groups-{standing.indicator.id}"
        own = [
            g
            for g in lookup.worked.gaps(standing.indicator.id, standing.area)
            if g.chosen and g.against
        ]
        own = [g for g in own if g.breakdown == breakdown.id]
        said = [lead(standing, own)] if own else []
        note = " ".join([*said, adding_up.of_groups(standing, breakdown, made)]).strip()
        yield Group(
            id, standing.indicator.title, note, table(f"{id}-table", caption, columns, lines)
        )
