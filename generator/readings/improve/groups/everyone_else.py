"""Everyone else: what is left of a whole when a group is taken out of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from generator.indicators.methods.columns import CONFIDENCE
from generator.indicators.methods.mean import half_width
from generator.indicators.methods.proportion import wilson
from generator.indicators.methods.rate import poisson

from ...difference import Floats, Side
from .sets import Codes, sums


@dataclass(frozen=True)
class Counts:
    """Events (or the sum of scores), people, and the sum of squared scores, as columns."""

    events: Floats
    people: Floats
    squares: Floats


def counts(side: Side) -> Counts:
    """What a side rests on; the squares are read back from the interval of its mean."""
    people = side.denominator
    with np.errstate(divide="ignore", invalid="ignore"):
        freedom = np.where(people > 1, people - 1, np.nan)
        half = (side.upper - side.lower) / 2
        error = half / stdtrit(freedom, 1 - (1 - CONFIDENCE) / 2)
        squares = error**2 * people * freedom + side.numerator**2 / people
    return Counts(side.numerator, people, squares)


def together(of: Codes, each: Counts) -> Counts:
    """The counts of each set, a row a set."""
    return Counts(*(sums(of, column) for column in (each.events, each.people, each.squares)))


def everyone_else(method: NDArray[np.object_], scale: Floats, whole: Counts, group: Counts) -> Side:
    """The whole without the group, worked out by each row's method; `scale` is what the method
    multiplies by (100 for a percentage). NaN where nobody is left or counts do not go together."""
    x, n = whole.events - group.events, whole.people - group.people
    squares = whole.squares - group.squares
    proportion, rate, mean = (method == word for word in ("proportion", "rate", "mean"))
    possible = (n > 0) & (mean | (x >= 0)) & (~proportion | (x <= n))
    x, n = np.where(possible, x, np.nan), np.where(possible, n, np.nan)
    value = scale * x / n
    with np.errstate(divide="ignore", invalid="ignore"):
        share = wilson(np.where(proportion, x, np.nan), n)
        events = poisson(np.where(rate, x, np.nan))
        half = half_width(np.maximum(squares - x**2 / n, 0.0), n)
    limits = [
        np.select([proportion, rate, mean], [scale * p, scale * e / n, value + sign * half], np.nan)
        for p, e, sign in zip(share, events, (-1, 1), strict=True)
    ]
    return Side(value, limits[0], limits[1], x, n)
