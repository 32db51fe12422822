"""The events observed against those expected at the rates of a reference.

As OHID publishes it: PHEindicatormethods, calculate_ISRatio and calculate_ISRate; limits are those
of the observed events, exact below 10 and Byar's from 10 on (Breslow and Day 1987).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model.metric import Id

from .columns import (
    CATEGORY_MISSING,
    CONFIDENCE,
    NEGATIVE,
    NO_REFERENCE,
    NOTHING_TO_DIVIDE_BY,
    ByCategory,
    Columns,
    columns,
    reasons,
)
from .rate import EXACT_BELOW, poisson

AS_EXPECTED = 100.0
"""The ratio where there are as many events as expected."""


@dataclass(frozen=True)
class IndirectlyStandardised:
    """Events against those that would be expected if each category of the breakdown `by` had the
    rate that it has in the area `reference`, for everyone there in the same period: 100 is as many
    as expected. With `per`: the rate for every so many people, the ratio times the reference's
    rate. Both metrics need rows for every category; the result stands at the cell without the
    breakdown. Rows are summed as for a directly standardised rate."""

    numerator: Id
    denominator: Id
    by: Id
    reference: str
    per: float | None = None

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return self.numerator, self.denominator

    def __call__(
        self,
        events: ByCategory,
        population: ByCategory,
        reference_events: ByCategory,
        reference_population: ByCategory,
        confidence: float = CONFIDENCE,
    ) -> Columns:
        """Ratio or rate with limits; the numerator is what was observed, the denominator what was
        expected. The reference's columns stand row by row beside the others."""
        x, n = events.value, population.value
        of_x, of_n = reference_events.value, reference_population.value
        observed, ours, theirs = (each.sum(axis=1) for each in (x, n, of_x))
        with np.errstate(divide="ignore", invalid="ignore"):
            expected = (of_x / of_n * n).sum(axis=1)
            level = theirs / of_n.sum(axis=1)
        undefined = reasons(
            ((np.fmin.reduce([x, n, of_x, of_n]) < 0).sum(axis=1) > 0, NEGATIVE),
            (np.isnan(observed + ours), CATEGORY_MISSING),
            (np.isnan(theirs + of_n.sum(axis=1)), NO_REFERENCE),
            (((of_n == 0).sum(axis=1) > 0) | (expected == 0), NOTHING_TO_DIVIDE_BY),
        )
        possible = undefined == ""
        scale = AS_EXPECTED if self.per is None else self.per * level
        scale = scale / np.where(possible, expected, np.nan)
        lower, upper = poisson(np.where(possible, observed, np.nan), confidence)
        name = f"indirectly standardised {'ratio' if self.per is None else 'rate'}"
        how = np.where(observed < EXACT_BELOW, "exact Poisson interval", "Byar's interval")
        said = np.where(possible, [f"{name}, {each}" for each in how], name)
        return columns(
            scale * observed,
            said.astype(object),
            limits=(scale * lower, scale * upper),
            confidence=confidence,
            numerator=observed,
            denominator=np.where(np.isfinite(expected), expected, np.nan),
            undefined=undefined,
        )
