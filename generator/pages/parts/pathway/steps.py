"""The steps of the pathway to impact in their order, each with its numbers and its links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from generator.model.pathway import Link as PathwayLink
from generator.model.pathway import Outcome, Pathway
from generator.model.pathway import Step as PathwayStep
from generator.model.words import StepKind

from .. import address as at
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..shapes import verdict
from ..worded import Link, Verdict
from .assumptions import Assumption, assumption

HEADINGS: dict[StepKind, str] = {
    "input": "What goes in",
    "activity": "What we do",
    "output": "What comes of it at once",
    "outcome": "What should change",
    "impact": "What should last",
}
_KINDS: dict[StepKind, str] = {kind: kind.capitalize() for kind in get_args(StepKind)}
_STATUS = {"active": "", "planned": "planned for later", "ended": "ended"}


@dataclass(frozen=True)
class Measure:
    """An indicator of a step: its value now, and its verdict."""

    indicator: Link
    value: str
    verdict: Verdict


@dataclass(frozen=True)
class Step:
    """A step as a page shows it; `line` is its kind, and whether it is taken."""

    id: str
    number: int
    title: Link
    line: str
    programmes: tuple[Link, ...]
    description: str
    measures: tuple[Measure, ...]
    links: tuple[Assumption, ...]


@dataclass(frozen=True)
class Stage:
    """The steps of one kind under its heading; numbers go on from stage to stage."""

    id: str
    heading: str
    start: int
    steps: tuple[Step, ...]


def columns(pathway: Pathway) -> tuple[tuple[StepKind, tuple[PathwayStep, ...]], ...]:
    """Steps and outcomes by kind from input to impact; what leads to another of its own kind
    stands in a column before it."""
    outcomes = [_as_step(outcome) for outcome in pathway.outcomes]
    named = {step.id for step in outcomes}
    every = [*(step for step in pathway.steps if step.id not in named), *outcomes]
    found = []
    for kind in get_args(StepKind):
        own = [step for step in every if step.kind == kind]
        depth = _depths([step.id for step in own], pathway.links)
        for level in sorted(set(depth.values())):
            found.append((kind, tuple(step for step in own if depth[step.id] == level)))
    return tuple(found)


def _as_step(outcome: Outcome) -> PathwayStep:
    return PathwayStep(outcome.id, "outcome", outcome.title, outcome.description)


def _depths(ids: Sequence[str], links: Sequence[PathwayLink]) -> dict[str, int]:
    """How many links between these lead to each one; a circle is not followed round."""
    inside = [link for link in links if {link.start, link.end} <= set(ids)]
    depth = dict.fromkeys(ids, 0)
    for _ in range(min(len(ids), 4) - 1):
        for link in inside:
            if link.start != link.end:
                depth[link.end] = max(depth[link.end], min(depth[link.start] + 1, 3))
    return depth


def numbers(pathway: Pathway) -> Mapping[str, int]:
    """The number of each step and outcome in the list, from 1."""
    every = (step.id for _, own in columns(pathway) for step in own)
    return {id: number for number, id in enumerate(every, 1)}


def stages(lookup: Lookup, page: str) -> tuple[Stage, ...]:
    """The whole pathway as a numbered list on the page at address `page`."""
    pathway = lookup.report.inputs.pathway
    numbered = numbers(pathway)
    titles = {str(step.id): step.title for _, own in columns(pathway) for step in own}
    found: dict[StepKind, list[Step]] = {}
    for kind, own in columns(pathway):
        for step in own:
            links = tuple(
                assumption(lookup, link, _to(link.end, titles, numbered), page)
                for link in pathway.links
                if link.start == step.id
            )
            made = _step(lookup, step, numbered[step.id], page)
            found.setdefault(kind, []).append(replace(made, links=links))
    return tuple(
        Stage(f"stage-{kind}", HEADINGS[kind], own[0].number, tuple(own))
        for kind, own in found.items()
    )


def _to(id: str, titles: Mapping[str, str], numbered: Mapping[str, int]) -> Link:
    return Link(f"{numbered[id]}. {titles[id]}", f"#step-{id}")


def _step(lookup: Lookup, step: PathwayStep, number: int, page: str) -> Step:
    outcome = next((o for o in lookup.outcomes if o.id == step.id), None)
    programmes = lookup.report.inputs.programmes
    words = (_KINDS[step.kind], outcome.horizon if outcome else _STATUS[step.status])
    return Step(
        id=f"step-{step.id}",
        number=number,
        title=Link(step.title, at.link(page, at.outcome(outcome.id)) if outcome else ""),
        line=", ".join(word for word in words if word),
        programmes=tuple(
            Link(programmes[id].name, at.link(page, at.programme(id)))
            for id in step.programmes
            if id in programmes
        ),
        description=step.description,
        measures=tuple(_measure(each, page) for each in standings(lookup, step)),
        links=(),
    )


def standings(lookup: Lookup, step: PathwayStep) -> Iterator[Standing]:
    """How the indicators of a step stand; of an outcome without its own, its headline indicator."""
    headline = lookup.headline(step.id) if step.kind == "outcome" else None
    named = [lookup.indicators[id] for id in step.indicators]
    for indicator in named or ([headline] if headline else []):
        yield Standing(lookup, indicator, lookup.main_area)


def _measure(standing: Standing, page: str) -> Measure:
    indicator, latest = standing.indicator, standing.latest
    value = "[x]"
    if latest is not None and latest.value is not None and not standing.by_group_only:
        value = f"{standing.said(latest.value)} {standing.within(latest.period)}"
    link = Link(indicator.title, at.link(page, at.indicator(indicator.id)))
    return Measure(link, value, verdict(standing.verdict))
