"""A claim's answer: the way to its evidence while it holds, else what the reading says instead."""

from __future__ import annotations

from collections.abc import Iterable

from generator.errors import Problem, error

from ...parts import address as at
from ..answer import Answer, Evidence, Spot, standing
from ..calls import Call
from .cell import Cell
from .found import cell
from .wordings import GAPS, Says, guess, says, written

SHOWN = 8
"""No more of the claims that hold are told."""


def claim(call: Call, spot: Spot) -> Answer | Problem:
    """The link to the working of the reading that bears the claim."""
    found = standing(call, spot.lookup)
    if isinstance(found, Problem):
        return found
    held = cell(call, found)
    if isinstance(held, Problem):
        return held
    said = says(call.given["says"])
    if said is None:
        return _unknown(call, held)
    if bearing := held.holds(said):
        href = at.link(spot.address, bearing.working or at.indicator(call.id))
        return Answer(Evidence(href, found.marked), (call.id,))
    if not held.asked(said):
        return _not_read(call, held, said)
    return _does_not_hold(call, held, said)


def _unknown(call: Call, held: Cell) -> Problem:
    typed = call.given["says"]
    what = f"nothing can be claimed as '{typed}'"
    return error(call.where, what, f"{guess(typed)}{_holding(held)}", typed)


def _does_not_hold(call: Call, held: Cell, said: Says) -> Problem:
    """What the readings say instead."""
    typed, asked = call.given["says"], held.asked(said)
    now = _listed(dict.fromkeys(map(held.written, asked)))
    finding = next((each.finding for each in asked if each.finding), "").rstrip(".")
    why = f": {finding}" if finding else ""
    what = f"the claim '{typed}' does not hold of {call.id} in {held.name}, but {now} does{why}"
    return error(call.where, what, f"{_holding(held)} Write one of them, or take it out.", typed)


def _not_read(call: Call, held: Cell, said: Says) -> Problem:
    """There is no such reading, or it is not of that place, breakdown or of everyone."""
    typed, known = call.given["says"], held.others(said)
    of_groups = [each.group for each in held.groups if each.reading in said.readings]
    if said.other:
        how = "has no gap between groups by" if said.readings[0] in GAPS else "is not compared with"
        what = f"{call.id} {how} '{said.other}' in {held.name}"
        forms = _listed(written(said.readings[0], v, n) for v in said.verdicts for n in known)
        hint = f"Did you mean {forms}?" if known else _holding(held)
        return error(call.where, what, hint, said.other)
    if of_groups:
        what = f"'{typed}' is said of a group, and the claim of {call.id} names none"
        return error(call.where, what, f'Name one: group="{of_groups[0]}".', typed)
    what = f"nothing is said of {call.id} in {held.name} that '{typed}' could hold of"
    return error(call.where, what, f"{_holding(held)} Write one of them, or take it out.", typed)


def _holding(held: Cell) -> str:
    """The claims that hold, for a hint."""
    return f"What holds: {_listed(held.holding[:SHOWN], 'nothing')}."


def _listed(claims: Iterable[str], none: str = "") -> str:
    return ", ".join([f"'{each}'" for each in claims] or [none])
