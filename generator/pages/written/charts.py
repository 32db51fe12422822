"""Charts and tables of an indicator on a page written by hand, drawn as on the report's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.errors import Problem, did_you_mean, error
from generator.wording.change import CAVEAT

from ..parts import groups_side_by_side, side_by_side
from ..parts.change.item import of_item
from ..parts.change.item_parts import everyone_and_partners
from ..parts.change.said import licence
from ..parts.charted import over_time
from ..parts.figures import Drawn
from ..parts.known.standing import Standing
from .answer import Answer, Block, Spot, standing
from .blocks import html_of
from .calls import Call

FIRST = "trend"
"""The kind that is drawn where none is named."""


def chart(call: Call, spot: Spot) -> Answer | Problem:
    """A figure with its table under it, and the files that belong to it."""
    made = _drawn(call, spot)
    if isinstance(made, Problem):
        return made
    return Answer(Block(html_of("figure", made.figure)), (call.id,), made.files)


def table(call: Call, spot: Spot) -> Answer | Problem:
    """The table of such a figure alone, with the file of its numbers."""
    made = _drawn(call, spot)
    if isinstance(made, Problem):
        return made
    _, numbers = made.files
    again = f" ({spot.again + 1})" if spot.again else ""
    named = replace(made.figure.table, caption=f"{made.figure.subtitle}{again}")
    said = made.figure.notes if call.given.get("kind") == "change" else ()
    html = html_of("numbers", replace(made.figure, table=named), said)
    return Answer(Block(html), (call.id,), (numbers,))


def _trend(found: Standing, spot: Spot, _: str) -> Drawn | None:
    return over_time(found, spot.address, spot.id)


def _places(found: Standing, spot: Spot, _: str) -> Drawn | None:
    made = side_by_side.against_places(found, spot.address, spot.id)
    return made.drawn if made else None


def _groups(found: Standing, spot: Spot, by: str) -> Drawn | None:
    breakdowns = found.lookup.report.inputs.breakdowns
    return groups_side_by_side.by_group(found, spot.address, breakdowns[by], spot.id)


def _change(found: Standing, spot: Spot, _: str) -> Drawn | None:
    of = of_item(found)
    whole = of is not None and found.area == found.lookup.main_area
    if of is None or not whole:
        return None
    notes = (CAVEAT, *licence(of.found.scale))
    return everyone_and_partners(of, spot.address, spot.id, notes)


KINDS: dict[str, Callable[[Standing, Spot, str], Drawn | None]] = {
    FIRST: _trend,
    "places": _places,
    "groups": _groups,
    "change": _change,
}
_NEEDS = {
    FIRST: "two values of everyone in the place, one after the other",
    "places": "at least three similar places, or places in it, with a value for that period",
    "groups": "two groups of a breakdown with a value for one period",
    "change": "an indicator whose method is change, and the main area",
}


def _drawn(call: Call, spot: Spot) -> Drawn | Problem:
    found = standing(call, spot.lookup)
    if isinstance(found, Problem):
        return found
    kind, by = call.given.get("kind", FIRST), call.given.get("by", "")
    if kind not in KINDS:
        what = f"there is no {call.name} of the kind '{kind}'"
        return error(call.where, what, did_you_mean(kind, KINDS), kind)
    if by and kind != "groups":
        hint = f'Type {{{{ {call.name}("{call.id}", "groups", by="{by}") }}}}, or leave by= out.'
        return error(call.where, f"by= goes with the kind 'groups', not with '{kind}'", hint, by)
    place = spot.lookup.area_name(found.area)
    if kind == "groups":
        known = [id for id in spot.lookup.report.inputs.breakdowns if _groups(found, spot, id)]
        if not by and len(known) > 1:
            what = f"{call.id} has several breakdowns in {place}"
            hint = "Type {}.".format(" or ".join(f'by="{id}"' for id in known))
            return error(call.where, what, hint)
        by = by or next(iter(known), "")
        if known and by not in known:
            what = f"{call.id} has no groups by '{by}' in {place}"
            return error(call.where, what, did_you_mean(by, known), by)
    made = KINDS[kind](found, spot, by) if by or kind != "groups" else None
    if made is None:
        what = f"{call.id} has no {call.name} of the kind '{kind}' for {place}"
        hint = f"It takes {_NEEDS[kind]}. Take the line out, or name another kind or place."
        return error(call.where, what, hint, call.id)
    return _told_apart(made, f": {place}" if found.area != spot.lookup.main_area else "", spot)


def _told_apart(made: Drawn, where: str, spot: Spot) -> Drawn:
    """Its table named by its place: no two tables of a page have one name."""
    table = made.figure.table
    again = f" ({spot.again + 1})" if spot.again else ""
    named = replace(table, caption=f"{table.caption}{where}{again}")
    return replace(made, figure=replace(made.figure, table=named))
