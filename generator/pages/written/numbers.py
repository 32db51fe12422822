"""Calls that stand in a sentence: a live number, and a finding."""

from __future__ import annotations

from generator.errors import Problem, did_you_mean, error

from ..parts import address as at
from ..parts import groups_side_by_side, sentences
from ..parts.known.standing import Standing
from .answer import Answer, Spot, Words, standing
from .calls import Call

_NONE = 'Take the sentence out, or name a place that has one: place="…".'


def number(call: Call, spot: Spot) -> Answer | Problem:
    """The value that the card shows, or the latest one of a group."""
    found = standing(call, spot.lookup)
    if isinstance(found, Problem):
        return found
    if "group" in call.given:
        return _of_group(call, found, spot)
    latest = found.latest
    if found.group or not found.card or not latest or latest.value is None:
        return _nothing(call, found)
    return _said(found.said(latest.value), found, spot)


def finding(call: Call, spot: Spot) -> Answer | Problem:
    """The card's sentence."""
    found = standing(call, spot.lookup)
    if isinstance(found, Problem):
        return found
    if not found.card or not found.card.finding:
        return _nothing(call, found)
    return _said(sentences.on_a_card(found), found, spot)


def _said(words: str, found: Standing, spot: Spot, to: str = "") -> Answer:
    working = found.card.working if found.card else ""
    href = at.link(spot.address, to or working or at.indicator(found.indicator.id))
    return Answer(Words(words, href, found.marked), (found.indicator.id,))


def _nothing(call: Call, found: Standing) -> Problem:
    reason = sentences.reason(found).rstrip(".")
    why = f" ({reason})" if reason else ""
    place = found.lookup.area_name(found.area)
    what = f"{call.id} has no {call.name} for everyone in {place}{why}"
    return error(call.where, what, _NONE, call.id)


def _of_group(call: Call, found: Standing, spot: Spot) -> Answer | Problem:
    """The latest value of one group, `sex=female`, with a link to the groups side by side."""
    lookup, wanted = found.lookup, call.given["group"]
    name = wanted.partition("=")[0]
    values = {
        result.group: result
        for id in lookup.report.inputs.breakdowns
        for result in lookup.groups(found.indicator.id, id, found.area)
        if result.value is not None
    }
    if wanted not in values:
        place = lookup.area_name(found.area)
        what = f"{call.id} has no number for the group '{wanted}' in {place}"
        return error(call.where, what, did_you_mean(wanted, values), wanted)
    page = at.indicator(found.indicator.id)
    main = Standing(lookup, found.indicator, lookup.main_area)
    beside = groups_side_by_side.groups(main, lookup.report.inputs.breakdowns[name])
    if sum(each.value is not None for each in beside) > 1:
        page = f"{page}#{groups_side_by_side.section(main, name)}"
    return _said(found.said(values[wanted].value or 0.0), found, spot, page)
