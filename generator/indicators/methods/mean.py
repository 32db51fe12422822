"""A mean of scores, with the interval of Student's t where the squares are known."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from generator.model.metric import Id

from .columns import (
    CONFIDENCE,
    IMPOSSIBLE_SQUARES,
    NEGATIVE,
    NOTHING_TO_DIVIDE_BY,
    Columns,
    Floats,
    Values,
    columns,
    reasons,
)

ROUNDING = 1e-9
"""By what share of the squares their sum may be off, through rounding alone."""


@dataclass(frozen=True)
class Mean:
    """The sum of the scores over how many they are; `squares` is the sum of their squares."""

    sum: Id
    count: Id
    squares: Id | None = None

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return (
            (self.sum, self.count) if self.squares is None else (self.sum, self.count, self.squares)
        )

    def __call__(
        self,
        total: Values,
        count: Values,
        squares: Values | None = None,
        confidence: float = CONFIDENCE,
    ) -> Columns:
        """The mean; limits only with squares and from two scores on."""
        n = count.value
        conditions = [(n < 0, NEGATIVE), (n == 0, NOTHING_TO_DIVIDE_BY)]
        spare = None
        if squares is not None:
            spare = deviations(total.value, n, squares.value)
            known = ~np.isnan(total.value + n + squares.value)
            conditions.append((known & np.isnan(spare), IMPOSSIBLE_SQUARES))
        undefined = reasons(*conditions)
        n = np.where(undefined == "", n, np.nan)
        mean = total.value / n
        half = np.full(mean.shape, np.nan)
        if spare is not None:
            half = half_width(spare, n, confidence)
        return columns(
            mean,
            "mean" if squares is None else "mean, t interval",
            limits=(mean - half, mean + half),
            confidence=confidence,
            numerator=total.value,
            denominator=count.value,
            undefined=undefined,
        )


def deviations(total: Floats, n: Floats, squares: Floats) -> Floats:
    """The sum of squared deviations from the mean; NaN where the squares are too small for it.

    Scores that are all equal give 0, whatever rounding leaves of them.
    """
    about = total**2 / np.where(n > 0, n, np.nan)  # n times the squared mean
    spare = squares - about
    possible = np.where(spare < -ROUNDING * np.maximum(about, 1), np.nan, spare)
    return np.where(possible <= ROUNDING * about, 0.0, possible)


def half_width(deviations: Floats, n: Floats, confidence: float = CONFIDENCE) -> Floats:
    """Half the interval of a mean, from the sum of squared deviations from it."""
    freedom = np.where(n > 1, n - 1, np.nan)
    standard_error = np.sqrt(deviations / freedom / n)
    half: Floats = stdtrit(freedom, 1 - (1 - confidence) / 2) * standard_error
    return half
