"""Outcomes and indicators as cards."""

from __future__ import annotations

from generator.model.pathway import Outcome

from . import address as at
from . import facts, sentences
from .charted import spark
from .indicator.evidence import strength
from .known.lookup import Lookup
from .known.standing import Standing
from .shapes import ON_A_CARD, verdict
from .worded import Card, Link

NOT_MEASURED = "Nothing is measured for this yet."


def of_outcome(lookup: Lookup, outcome: Outcome, page: str) -> Card:
    """An outcome's card on the page at address `page`: its headline indicator's number."""
    title = Link(outcome.title, at.link(page, at.outcome(outcome.id)))
    indicator = lookup.headline(outcome.id)
    if indicator is None:
        return Card(verdict("Not published"), title, None, NOT_MEASURED)
    return _card(Standing(lookup, indicator, lookup.main_area), title)


def of_indicator(standing: Standing, page: str) -> Card:
    """An indicator's card on the page at address `page`."""
    link = at.link(page, at.indicator(standing.indicator.id))
    return _card(standing, Link(standing.indicator.title, link))


def _card(standing: Standing, title: Link) -> Card:
    shown = verdict(standing.verdict, standing.provisional)
    return Card(
        verdict=shown,
        title=title,
        number=facts.number(standing),
        words=after_number(sentences.on_a_card(standing), standing),
        spark=spark(standing, shown.tone),
        illustrative=standing.marked,
        evidence=strength(standing.indicator),
    )


def after_number(sentence: str, standing: Standing) -> str:
    """The sentence without the number at its start: the card shows that large, over it."""
    latest = standing.latest
    if latest is None or latest.value is None:
        return sentence
    return sentence.removeprefix(f"{standing.shown(latest.value)} ")


def worst_first(lookup: Lookup) -> list[tuple[Outcome, str]]:
    """The outcomes with the words that they show: what is getting worse or missing comes first,
    else in the order of the pathway."""
    said = [(outcome, outcome_verdict(lookup, outcome)) for outcome in lookup.outcomes]
    return sorted(said, key=lambda pair: ON_A_CARD.index(pair[1]))


def outcome_verdict(lookup: Lookup, outcome: Outcome) -> str:
    """The word that an outcome shows."""
    indicator = lookup.headline(outcome.id)
    if indicator is None:
        return "Not published"
    return Standing(lookup, indicator, lookup.main_area).verdict
