"""A rate as it would be if ages, say, were as in a standard population.

The interval is Dobson's (1991), with Byar's limits of the events; as OHID publishes it:
PHEindicatormethods, phe_dsr; methods page, "Directly standardised".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model.metric import Id
from generator.model.standard import ESP2013, Standard

from .columns import (
    CATEGORY_MISSING,
    CONFIDENCE,
    FEW_EVENTS,
    NEGATIVE,
    NOTHING_TO_DIVIDE_BY,
    ByCategory,
    Columns,
    Floats,
    columns,
    reasons,
)
from .rate import poisson

FEWEST_EVENTS = 10
"""Of fewer events the rate is not given."""
NAME = "directly standardised rate"


@dataclass(frozen=True)
class DirectlyStandardised:
    """Events for every `per` people, had each category of the breakdown `by` the share of people
    that it has in the `standard`: esp2013 (its 19 age groups are 0_4, 5_9, … 90_plus, in this
    order), or a weight under the id of each category, 0 to leave it out. Both metrics need rows for
    every category; the result stands at the cell without the breakdown. Rows are summed as the
    metrics may be, but not over a second breakdown: rows by sex and age give no age. Fewer than 10
    events give no rate."""

    numerator: Id
    denominator: Id
    by: Id
    standard: Standard
    per: float

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return self.numerator, self.denominator

    def weights(self, categories: tuple[str, ...]) -> Floats:
        """How much each of these categories weighs."""
        if isinstance(self.standard, str):
            return np.array(ESP2013)
        known = {str(id): weight for id, weight in self.standard.items()}
        return np.array([known[id] for id in categories])

    def __call__(
        self, events: ByCategory, population: ByCategory, confidence: float = CONFIDENCE
    ) -> Columns:
        """The rate with limits; a category without a number leaves none, for missing is not 0."""
        weights = self.weights(events.categories)
        x, n = events.value[:, weights > 0], population.value[:, weights > 0]
        share = weights[weights > 0] / weights.sum()
        total, people = x.sum(axis=1), n.sum(axis=1)
        undefined = reasons(
            ((np.fmin(x, n) < 0).sum(axis=1) > 0, NEGATIVE),
            (np.isnan(total + people), CATEGORY_MISSING),
            ((n == 0).sum(axis=1) > 0, NOTHING_TO_DIVIDE_BY),
            (total < FEWEST_EVENTS, FEW_EVENTS),
        )
        possible = undefined == ""
        x = np.where(possible[:, None], x, np.nan)
        each = share / np.where(possible[:, None], n, np.nan)
        rate, variance = (each * x).sum(axis=1), (each**2 * x).sum(axis=1)
        of_events = np.where(possible, total, np.nan)
        lower, upper = (
            rate + np.sqrt(variance / of_events) * (limit - of_events)
            for limit in poisson(of_events, confidence)
        )
        return columns(
            self.per * rate,
            np.where(possible, f"{NAME}, Dobson's interval", NAME).astype(object),
            limits=(self.per * lower, self.per * upper),
            confidence=confidence,
            numerator=total,
            denominator=people,
            undefined=undefined,
        )
