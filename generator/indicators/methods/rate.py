"""Events for every so many people, with exact Poisson limits below 10 events, Byar's above.

As OHID publishes it: PHEindicatormethods, phe_rate; Breslow and Day (1987) for Byar's method.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaincinv, ndtri

from generator.model.metric import Id

from .columns import (
    CONFIDENCE,
    NEGATIVE,
    NOTHING_TO_DIVIDE_BY,
    Columns,
    Floats,
    Values,
    columns,
    reasons,
)

EXACT_BELOW = 10


@dataclass(frozen=True)
class Rate:
    """`numerator` events for every `per` of the `denominator`; events may outnumber it."""

    numerator: Id
    denominator: Id
    per: float

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return self.numerator, self.denominator

    def __call__(
        self, events: Values, population: Values, confidence: float = CONFIDENCE
    ) -> Columns:
        """The rate with limits; undefined where there is nobody to have the events."""
        x, n = events.value, population.value
        undefined = reasons(((x < 0) | (n < 0), NEGATIVE), (n == 0, NOTHING_TO_DIVIDE_BY))
        possible = undefined == ""
        x, n = np.where(possible, x, np.nan), np.where(possible, n, np.nan)
        lower, upper = poisson(x, confidence)
        return columns(
            self.per * x / n,
            np.where(
                x < EXACT_BELOW, "rate, exact Poisson interval", "rate, Byar's interval"
            ).astype(object),
            limits=(self.per * lower / n, self.per * upper / n),
            confidence=confidence,
            numerator=events.value,
            denominator=population.value,
            undefined=undefined,
        )


def poisson(x: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
    """The limits of a count of events: exact below 10, Byar's from 10 on."""
    tail = (1 - confidence) / 2
    z = ndtri(1 - tail)
    few = x < EXACT_BELOW
    # A quantile of chi-squared with 2k degrees of freedom is twice that of a gamma of shape k.
    exact_lower = np.where(x == 0, 0.0, gammaincinv(np.where(few & (x > 0), x, 1.0), tail))
    exact_upper = gammaincinv(np.where(few, x, 0.0) + 1, 1 - tail)
    y = np.where(few, np.nan, x)
    byar_lower = y * (1 - 1 / (9 * y) - z / (3 * np.sqrt(y))) ** 3
    byar_upper = (y + 1) * (1 - 1 / (9 * (y + 1)) + z / (3 * np.sqrt(y + 1))) ** 3
    byar_lower = np.where(byar_lower < 0, np.nan, byar_lower)
    return np.where(few, exact_lower, byar_lower), np.where(few, exact_upper, byar_upper)
