"""What a model says of the steps to come: a value and how far off it is likely to be."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Ahead:
    """A row a series, a column a step ahead, in the unit in which the series was fitted.

    `error` is the standard error of one value to come. `freedom` (a number a series) holds the
    degrees of freedom of its t distribution, infinite where the method takes the normal one.
    `before` has a column a step so far: what the model says of it from the steps before it alone.
    """

    value: Floats
    error: Floats
    freedom: Floats
    before: Floats

    def band(self, confidence: float) -> tuple[Floats, Floats]:
        """The lower and the upper limit of one value to come at this confidence (0.8, 0.95)."""
        tail = 1 - (1 - confidence) / 2
        with np.errstate(invalid="ignore"):
            students = stdtrit(np.where(self.freedom > 0, self.freedom, np.nan), tail)
        wide = np.where(np.isinf(self.freedom), ndtri(tail), students)[:, None] * self.error
        return self.value - wide, self.value + wide


def steps(ahead: int) -> Floats:
    """1, 2, … as a row."""
    return np.arange(1, ahead + 1, dtype=float)[None, :]


def last_known(values: Floats) -> NDArray[np.int64]:
    """For each column the place of the last number at or before it, -1 where there is none."""
    places = np.where(np.isnan(values), -1, np.arange(values.shape[1]))
    return np.maximum.accumulate(places, axis=1)


def one_back(columns: NDArray[np.generic], first: float) -> NDArray[np.generic]:
    """Each column holds what stood in the one before it; the first holds `first`."""
    moved = np.roll(columns, 1, axis=1)
    moved[:, :1] = first
    return moved
