"""The indicators that ask for something to be done, each with its reasons, most pressing first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.learning import Learning

from .. import address as at
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..shapes import verdict
from ..worded import Verdict

OFF_TRACK = ("Getting worse", "Improving but not on track")
"""The verdicts of a card that ask for something to be done, the more pressing first."""


@dataclass(frozen=True)
class Reason:
    """A verdict that asks for attention, with the way to its working; `rank` 0 is most pressing."""

    verdict: Verdict
    href: str
    rank: int


@dataclass(frozen=True)
class Asking:
    """An indicator that asks for attention in the main area."""

    standing: Standing
    reasons: tuple[Reason, ...]

    @property
    def order(self) -> tuple[int, ...]:
        """Most reasons first; among as many, what is getting worse."""
        return (-len(self.reasons), min(reason.rank for reason in self.reasons))


def asking(lookup: Lookup, page: str) -> list[Asking]:
    """All that ask for attention, for the page at address `page`; else in the pathway's order."""
    every = (Standing(lookup, indicator, lookup.main_area) for indicator in lookup.ordered)
    found = (Asking(standing, tuple(_reasons(standing, page))) for standing in every)
    return sorted((one for one in found if one.reasons), key=lambda one: one.order)


def _reasons(standing: Standing, page: str) -> Iterator[Reason]:
    card = standing.card
    if card and card.verdict in OFF_TRACK:
        yield _reason(card.verdict, card.working, page, OFF_TRACK.index(card.verdict))


def _reason(word: str, working: str, page: str, rank: int, rest: str = "") -> Reason:
    return Reason(verdict(word, rest), at.link(page, working), rank)


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
