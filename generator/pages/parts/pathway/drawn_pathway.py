"""The pathway to impact as a drawing, with the key to its lines."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.charts.flow import draw_flow
from generator.charts.flow_parts import Arrow, Column, Flow, Node
from generator.model.words import LinkStatus

from ..known.lookup import Lookup
from .assumptions import STATUS, counts, summary
from .steps import HEADINGS, columns, numbers, standings


@dataclass(frozen=True)
class Sign:
    """A status with how many links have it, as the key to the drawing says it."""

    status: LinkStatus
    words: str


@dataclass(frozen=True)
class Drawn:
    """The two drawings of the pathway, and the key to their lines."""

    wide: Markup
    narrow: Markup
    key: tuple[Sign, ...]
    note: str = ""


def drawn(lookup: Lookup, id: str) -> Drawn | None:
    """The pathway as it is drawn; None where there is no link to draw, or too much of all."""
    pathway = lookup.report.inputs.pathway
    said = summary(pathway.links)
    described = f"Boxes are steps, lines are links. {said} The list of steps says all of it."
    made = _flow(lookup, id, described)
    stills = draw_flow(made)
    if stills is None:
        return None
    key = tuple(
        Sign(status, f"{STATUS[status]}: {n:,}")
        for status, n in counts(pathway.links).items()
        if status != "replaced"
    )
    left = len({(link.start, link.end) for link in pathway.links}) - len(made.arrows)
    note = "Links that lead back, or were replaced, stand in the list alone." if left > 0 else ""
    return Drawn(Markup(stills.wide), Markup(stills.narrow), key, note)


def _flow(lookup: Lookup, id: str, description: str) -> Flow:
    """The pathway as it is drawn: links that lead back, or were replaced, stand in the list."""
    pathway = lookup.report.inputs.pathway
    numbered = numbers(pathway)
    found, kinds = list[Column](), set[str]()
    place = {s.id: n for n, (_, own) in enumerate(columns(pathway)) for s in own}
    for kind, own in columns(pathway):
        heading = "" if kind in kinds else HEADINGS[kind]
        kinds.add(kind)
        nodes = (
            Node(
                step.id,
                f"{numbered[step.id]}. {step.title}",
                next((s.verdict for s in standings(lookup, step)), ""),
                step.status,
            )
            for step in own
        )
        found.append(Column(heading, tuple(nodes)))
    arrows = dict.fromkeys(
        Arrow(link.start, link.end, link.status)
        for link in pathway.links
        if link.status != "replaced" and place[link.start] < place[link.end]
    )
    return Flow(id, "Diagram: pathway to impact", description, tuple(found), tuple(arrows))
