"""What a record is about: each thing by its name, with its page and the verdict that it shows."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.learning import Learning
from generator.model.metric import Id
from generator.wording import periods

from .. import address as at
from ..cards import outcome_verdict
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..pathway.assumptions import fragment
from ..shapes import verdict
from ..worded import Link, Verdict


@dataclass(frozen=True)
class Thing:
    """One thing that a record is about; indicators and outcomes show how they stand."""

    link: Link
    verdict: Verdict | None = None


def things(lookup: Lookup, record: Learning, page: str) -> tuple[Thing, ...]:
    """What a record is about, as the page at address `page` tells it, what is measured first.

    What the page itself is about is left out.
    """
    found = [_thing(lookup, Id(id), page) for id in record.about]
    told = (thing for thing in found if thing and thing.link.href != at.link(page, page))
    return tuple(sorted(told, key=lambda thing: thing.verdict is None))


def _thing(lookup: Lookup, id: Id, page: str) -> Thing | None:
    """The first thing with this id: measures of metrics often bear the name of one."""
    if indicator := lookup.indicators.get(id):
        standing = Standing(lookup, indicator, lookup.main_area)
        link = Link(indicator.title, at.link(page, at.indicator(id)))
        return Thing(link, verdict(standing.verdict))
    for outcome in lookup.outcomes:
        if outcome.id == id:
            link = Link(outcome.title, at.link(page, at.outcome(id)))
            return Thing(link, verdict(outcome_verdict(lookup, outcome)))
    found = _with_a_page(lookup, id) or _named(lookup, id)
    return Thing(Link(found[0], at.link(page, found[1]) if found[1] else "")) if found else None


def _with_a_page(lookup: Lookup, id: Id) -> tuple[str, str] | None:
    """Name and address of what can be gone to."""
    inputs = lookup.report.inputs
    for step in inputs.pathway.steps:
        if step.id == id:
            return step.title, f"{at.PATHWAY}#step-{id}"
    for link in inputs.pathway.links:
        if link.id == id:
            return f"We assume: {link.because.rstrip('.')}", f"{at.PATHWAY}#{fragment(link)}"
    if programme := inputs.programmes.get(id):
        return programme.name, at.programme(id)
    if organisation := inputs.organisations.get(id):
        return organisation.name, at.partner(id)
    if id in inputs.areas or id in lookup.place_codes:
        return lookup.area_name(id), at.place(id) if id in lookup.place_codes else ""
    if story := inputs.stories.get(id):
        return story.title, at.story(id)
    if record := inputs.learning.get(id):
        return f"What was recorded on {periods.day(record.date)}", at.record(id)
    return None


def _named(lookup: Lookup, id: Id) -> tuple[str, str] | None:
    """Name of what has no page of its own."""
    inputs = lookup.report.inputs
    for known in (inputs.breakdowns, inputs.pathway.domains, inputs.metrics):
        if id in known:
            return known[id].title, ""
    return None
