"""What is being done about an outcome: the steps of the pathway that lead to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.pathway import Step

from .. import address as at
from ..known.lookup import Lookup
from ..layout import joined
from ..worded import Link

DONE = ("activity", "output")
"""Inputs make work possible and outcomes follow from it: neither is what is being done."""

STATUS = {"active": "Under way", "planned": "Planned", "ended": "Ended"}


@dataclass(frozen=True)
class Done:
    """One step, worded: `state` says whether it is being taken, `under` by which programmes."""

    title: Link
    state: str
    shape: str
    under: str


def steps_to(lookup: Lookup, outcome: str) -> tuple[Step, ...]:
    """The activities and outputs from which links lead to an outcome, in the order written.

    Steps of another outcome on the way are not followed further: they are that outcome's.
    """
    pathway = lookup.report.inputs.pathway
    steps = {str(step.id): step for step in pathway.steps}
    found: set[str] = set()
    ends = {outcome}
    while ends:
        starts = {str(link.start) for link in pathway.links if link.end in ends}
        ends = {id for id in starts if id in steps and id not in found}
        found |= ends
    return tuple(s for id, s in steps.items() if id in found and s.kind in DONE)


def being_done(lookup: Lookup, outcome: str, page: str) -> tuple[Done, ...]:
    """The steps towards an outcome, those under way first, on the page at address `page`."""
    return tuple(_done(lookup, step, page) for step in _under_way_first(steps_to(lookup, outcome)))


def _under_way_first(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: list(STATUS).index(step.status))


def _done(lookup: Lookup, step: Step, page: str) -> Done:
    programmes = lookup.report.inputs.programmes
    named = [programmes[id].name for id in step.programmes if id in programmes]
    under = joined(named) if named else ""
    link = Link(step.title, at.link(page, f"{at.PATHWAY}#step-{step.id}"))
    return Done(link, STATUS[step.status], step.status, under)
