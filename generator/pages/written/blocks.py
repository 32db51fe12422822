"""Calls that stand on lines of their own: tiles, tables and stories; charts have their own file.

Each is put together by the macro that the report's own pages use.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.errors import Problem, did_you_mean, error
from generator.model.story import Story

from ..parts import address as at
from ..parts import cards, teasers
from ..parts.environment import block
from ..parts.pathway.drawn_pathway import drawn
from ..parts.worded import Link
from ..story import listed, outcomes
from .answer import Answer, Block, Spot, standing
from .calls import Call

LOWEST = 4
"""No heading of a page stands lower than this."""


def tile(call: Call, spot: Spot) -> Answer | Problem:
    """An indicator's card."""
    found = standing(call, spot.lookup)
    if isinstance(found, Problem):
        return found
    card = cards.of_indicator(found, spot.address)
    html = html_of("card", card, min(spot.level + 1, LOWEST))
    return Answer(Block(html, card=True), (found.indicator.id,))


def story(call: Call, spot: Spot) -> Answer | Problem:
    """A story beside the number that it goes with."""
    lookup = spot.lookup
    told = lookup.report.inputs.stories
    if call.id not in told:
        what = f"there is no story '{call.id}' that may be told"
        return error(call.where, what, did_you_mean(call.id, told), call.id)
    one = told[call.id]
    beside = teasers.number_beside(lookup, one)
    about = (one.id, *((beside.indicator.id,) if beside else ()))
    return Answer(Block(html_of("teaser", teasers.teaser(lookup, one, spot.address))), about)


def stories(call: Call, spot: Spot) -> Answer | Problem:
    """A list of stories: those about an outcome, those from a place, or all; the newest first."""
    lookup = spot.lookup
    every = sorted(
        lookup.report.inputs.stories.values(), key=lambda s: (s.date, s.id), reverse=True
    )
    outcome, place = call.given.get("outcome", ""), call.place
    known = {str(each.id): each.title for each in lookup.outcomes}
    if outcome and outcome not in known:
        what = f"there is no outcome '{outcome}'"
        return error(call.where, what, did_you_mean(outcome, known), outcome)
    inside = {place, *lookup.within.get(place, ())}

    def wanted(one: Story) -> bool:
        about = not outcome or outcome in outcomes(lookup, one)
        return about and (not place or one.area in inside)

    found = [one for one in every if wanted(one)]
    if not found:
        about = f" about “{known[outcome]}”" if outcome else ""
        where = f" from {lookup.area_name(place)}" if place else ""
        what = f"there is no story{about}{where} that may be told"
        from_place = {one.area for one in every if one.area} if place else ()
        hint = did_you_mean(place, from_place) if from_place else "Take the line out."
        return error(call.where, what, hint, place or outcome)
    lines = tuple(listed(lookup, one, spot.address) for one in found)
    return Answer(Block(html_of("listing", lines)), tuple(one.id for one in found))


def pathway(call: Call, spot: Spot) -> Answer | Problem:
    """The pathway to impact drawn, and the way to the list that says it all."""
    made = drawn(spot.lookup, spot.id)
    if made is None:
        what = "there is no pathway to draw: no link joins its steps"
        return error(call.where, what, "Write links: in a pathway.yml, or take the line out.")
    to = Link("Every step and what we assume, as a list", at.link(spot.address, at.PATHWAY))
    outcomes = (str(outcome.id) for outcome in spot.lookup.outcomes)
    return Answer(Block(html_of("flow", made, to)), tuple(outcomes))


def html_of(macro: str, *values: Any) -> Markup:
    """What one of the macros of all pages makes of these values."""
    return Markup(block(macro, *values).strip())
