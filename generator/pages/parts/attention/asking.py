"""The indicators that ask for something to be done, each with its reasons, most pressing first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import words
from generator.model.learning import Learning

from .. import address as at
from .. import facts
from ..improve.gap_words import name
from ..known.cells import Reading
from ..known.compared import Gap
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..shapes import verdict
from ..worded import Verdict
from .widest import widest, working

GETTING_WORSE = "Getting worse"
OFF_TRACK = (GETTING_WORSE, "Improving but not on track")
"""The verdicts of a card that ask for something to be done."""
CONCERNS: Mapping[str, str] = {
    words.VARIATION: "special-cause concern",
    words.FORECAST: "unlikely to meet target",
}
"""The verdicts of other readings that do, by reading."""


@dataclass(frozen=True)
class Reason:
    """A verdict that asks for attention, with the way to its working."""

    verdict: Verdict
    href: str


@dataclass(frozen=True)
class Asking:
    """An indicator that asks for attention in the main area."""

    standing: Standing
    reasons: tuple[Reason, ...]

    @property
    def order(self) -> tuple[int, bool]:
        """Most reasons first; among as many, what is getting worse."""
        return -len(self.reasons), self.standing.verdict != GETTING_WORSE


def asking(lookup: Lookup, page: str) -> list[Asking]:
    """All that ask for attention, for the page at address `page`; else in the pathway's order."""
    every = (Standing(lookup, indicator, lookup.main_area) for indicator in lookup.ordered)
    wide = widest(lookup)
    found = []
    for standing in every:
        if reasons := tuple(_reasons(standing, wide, page)):
            found.append(Asking(standing, (*reasons, *_beside(standing, page))))
    return sorted(found, key=lambda one: one.order)


def _reasons(standing: Standing, wide: Mapping[str, Gap], page: str) -> Iterator[Reason]:
    card, id = standing.card, standing.indicator.id
    if card and card.verdict in OFF_TRACK:
        yield Reason(facts.card(standing), at.link(page, card.working))
    for of, word in CONCERNS.items():
        reading = standing.lookup.reading(id, standing.area, of)
        if reading and reading.verdict == word:
            yield _reason(reading, page)
    if gap := wide.get(id):
        it = verdict(gap.verdict, f"for “{name(standing, gap)}”")
        yield Reason(it, at.link(page, working(id, gap)))


def _beside(standing: Standing, page: str) -> Iterator[Reason]:
    """What makes it more pressing, though no reason to act by itself: others do better."""
    against = standing.against
    if against and against.verdict == "worse":
        yield _reason(against, page, f"than {standing.other(against.reference_area)}")


def _reason(reading: Reading, page: str, rest: str = "") -> Reason:
    return Reason(verdict(reading.verdict, rest), at.link(page, reading.working))


def acted_on(standing: Standing) -> tuple[Learning, ...]:
    """The records with an open action about the indicator, or about the outcome that it stands
    for: those due first."""
    lookup, indicator = standing.lookup, standing.indicator
    ids = [str(indicator.id)]
    outcome = str(indicator.outcome or "")
    if outcome and lookup.headline(outcome) is indicator:
        ids.append(outcome)
    found = {one.id: one for id in ids for one in lookup.learning_about.get(id, ()) if one.is_open}
    return tuple(sorted(found.values(), key=lambda one: (one.due is None, one.due, one.id)))
