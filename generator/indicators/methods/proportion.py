"""A part of a whole, in percent, with the interval of Wilson (1927).

As OHID publishes it: PHEindicatormethods, phe_proportion; methods page, "Proportion".
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtri

from generator.model.metric import Id

from .columns import (
    CONFIDENCE,
    NEGATIVE,
    NOTHING_TO_DIVIDE_BY,
    PART_OVER_WHOLE,
    Columns,
    Floats,
    Values,
    columns,
    reasons,
)

PERCENT = 100.0


@dataclass(frozen=True)
class Proportion:
    """`numerator` out of `denominator`, in percent."""

    numerator: Id
    denominator: Id

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return self.numerator, self.denominator

    def __call__(self, part: Values, whole: Values, confidence: float = CONFIDENCE) -> Columns:
        """Percent with limits; undefined where the whole is 0 or the part exceeds it."""
        x, n = part.value, whole.value
        undefined = reasons(
            ((x < 0) | (n < 0), NEGATIVE),
            (n == 0, NOTHING_TO_DIVIDE_BY),
            (x > n, PART_OVER_WHOLE),
        )
        possible = undefined == ""
        x, n = np.where(possible, x, np.nan), np.where(possible, n, np.nan)
        lower, upper = wilson(x, n, confidence)
        return columns(
            PERCENT * x / n,
            "proportion, Wilson interval",
            limits=(PERCENT * lower, PERCENT * upper),
            confidence=confidence,
            numerator=part.value,
            denominator=whole.value,
            undefined=undefined,
        )


def wilson(x: Floats, n: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
    """The limits of x out of n, as shares between 0 and 1.

    At x = 0 and x = n one limit is 0 or 1 exactly; floating point misses it by a hair.
    """
    z = ndtri(1 - (1 - confidence) / 2)
    middle, spread = 2 * x + z**2, z * np.sqrt(z**2 + 4 * x * (1 - x / n))
    lower = (middle - spread) / (2 * (n + z**2))
    upper = (middle + spread) / (2 * (n + z**2))
    return np.where(x == 0, 0.0, lower), np.where((x == n) & (n > 0), 1.0, upper)
