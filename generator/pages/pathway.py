"""The pathway to impact: why should this work, what do we assume, and where is the weak link?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.page import Page
from generator.model.pathway import MadeWith
from generator.model.period import MONTHS

from .parts import address as at
from .parts import cards
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.pathway.assumptions import summary
from .parts.pathway.drawn_pathway import drawn
from .parts.pathway.steps import stages
from .parts.worded import Definition, Head

ID = "pathway"


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `pathway/`; none where there is nothing but outcomes to tell of."""
    pathway = lookup.report.inputs.pathway
    if not (pathway.vision or pathway.case or pathway.made_with or pathway.steps or pathway.links):
        return ()
    case = pathway.case
    now = [lookup.indicators[id] for id in (case.now if case else ())]
    found = stages(lookup, at.PATHWAY)
    shown = [*now, *(i for own in lookup.by_outcome.values() for i in own)]
    return (
        page(
            "pathway",
            at.PATHWAY,
            Head("Pathway to impact", summary(pathway.links), crumbs(at.PATHWAY)),
            data_period=lookup.span(shown),
            illustrative=lookup.is_illustrative(*(o.id for o in lookup.outcomes)),
            in_navigation="Pathway",
            vision=pathway.vision,
            case=tuple(_case(lookup)),
            now=tuple(
                cards.of_indicator(Standing(lookup, indicator, lookup.main_area), at.PATHWAY)
                for indicator in now
            ),
            made_with=tuple(map(_made_with, pathway.made_with)),
            stages=found,
            drawn=drawn(lookup, ID),
        ),
    )


def _case(lookup: Lookup) -> Iterator[Definition]:
    case = lookup.report.inputs.pathway.case
    if case is None:
        return
    for term, text in (
        ("The issue", case.issue),
        ("Who is affected", case.affected),
        ("Who cares about it", case.who_cares),
        ("If it is solved", case.if_solved),
        ("What was tried before", case.tried_before),
    ):
        if text:
            yield Definition(term, (text,))


def _made_with(made: MadeWith) -> str:
    people = f"{made.people:,} people" if made.people is not None else ""
    said = ", ".join(text for text in (made.how.rstrip("."), _when(made.date), people) if text)
    return f"{made.who}: {said}" if said else made.who


def _when(text: str) -> str:
    """ "February 2024" for 2024-02; any other text as it is."""
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", text)
    return f"{MONTHS[int(found[2]) - 1]} {found[1]}" if found else text
