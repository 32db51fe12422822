"""One number for the inequality over all groups: slope, ratio of extremes, disparity.

Slope and relative index of inequality as OHID publishes them (PHEindicatormethods, phe_sii; Low
and Low 2004): the groups, most deprived first, lie on a line from 0 to 1, each as wide as its
share of people; the line fitted through them is read off at both ends. Rates are fitted on the log
scale, proportions on the logit scale. On these scales the slope is a weighted sum of the values,
so that its interval has a closed form and nothing need be drawn by lot.

Index of disparity: Pearcy and Keppel (2002), with the mean as reference. Index of dissimilarity:
Duncan and Duncan (1955).

Rows are groups; `of` numbers the set that each belongs to, from 0 on, sets one after another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy.special import expit, logit, ndtri

from generator.indicators.methods.columns import CONFIDENCE

from ...difference import Floats
from .sets import Codes, share, sums

Scale = Literal["log", "logit", "plain"]

FEWEST = 5
"""With fewer groups OHID works out no slope."""

_THERE: dict[Scale, Callable[[Floats], Floats]] = {"log": np.log, "logit": logit, "plain": np.array}
_BACK: dict[Scale, Callable[[Floats], Floats]] = {"log": np.exp, "logit": expit, "plain": np.array}


@dataclass(frozen=True)
class Slope:
    """A row a set: from the most to the least deprived, absolute and as a ratio of extremes."""

    slope: Floats
    lower: Floats
    upper: Floats
    ratio: Floats
    ratio_lower: Floats
    ratio_upper: Floats
    start: Floats  # the fitted value at the most deprived end


def slope(
    of: Codes,
    value: Floats,
    lower: Floats,
    upper: Floats,
    people: Floats,
    scale: Scale,
    confidence: float = CONFIDENCE,
) -> Slope:
    """The slope of each set; NaN throughout where a value cannot stand on the scale (0%, 100%, a
    rate of 0) or a group has no people. Limits are 95% ones; NaN where a group has none."""
    z = ndtri(1 - (1 - CONFIDENCE) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        y, low, high = (_THERE[scale](column) for column in (value, lower, upper))
        y = np.where(np.isfinite(y), y, np.nan)
        error = (high - low) / 2 / z
        start, slant, weights = line(of, y, people)
        spread = np.sqrt(sums(of, weights**2 * error**2))
        half = ndtri(1 - (1 - confidence) / 2) * spread
        middle, back = start + slant / 2, _BACK[scale]
        least, most = (
            (back(middle - s / 2), back(middle + s / 2)) for s in (slant - half, slant + half)
        )
        first, last = back(start), back(start + slant)
        return Slope(
            last - first,
            least[1] - least[0],
            most[1] - most[0],
            last / first,
            least[1] / least[0],
            most[1] / most[0],
            first,
        )


def line(of: Codes, y: Floats, people: Floats) -> tuple[Floats, Floats, Floats]:
    """The line through each set, weighted by people: its start, its slope, and the weight with
    which each row's `y` enters the slope."""
    width = np.where(people > 0, share(of, people), np.nan)
    before = np.cumsum(people) - people
    first = np.r_[True, of[1:] != of[:-1]][: len(of)]
    rank = (before - before[first][of] + people / 2) / sums(of, people)[of]
    off = rank - sums(of, width * rank)[of]
    weights: Floats = width * off / sums(of, width * off**2)[of]
    slant = sums(of, weights * y)
    start = sums(of, width * y) - slant * sums(of, width * rank)
    return start, slant, weights


def disparity(of: Codes, value: Floats, mean: Floats, counts: Floats) -> Floats:
    """How far the groups of each set lie from its mean, on average, in percent of it.

    `mean` holds a number a set; `counts` what each group counts: its share of the people, or 1/n.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        found = 100 * sums(of, counts * np.abs(value - mean[of])) / mean
    return np.where(mean > 0, found, np.nan)


def dissimilarity(of: Codes, one: Floats, other: Floats) -> Floats:
    """Which share would have to be in another group for the two to be alike: half the sum of the
    absolute differences of the shares, a number a set, between 0 and 1."""
    return np.asarray(sums(of, np.abs(one - other)) / 2)
