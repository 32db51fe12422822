"""How far one group is from another, absolutely and relatively (methods, section 5).

Differences: Newcombe (1998) for proportions, Welch for means; the limits of rates, and those that
a source published, are combined as Newcombe does (Zou and Donner 2008). Ratios: the log-Wald
interval, with standard error √(1/x₁ + 1/x₀) for rates and √(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀) for
proportions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from generator.indicators.methods.columns import CONFIDENCE

from ...difference import Floats, Limits, Side, combined, difference


@dataclass(frozen=True)
class Gap:
    """One side held against the other, as columns; NaN where there is no number."""

    difference: Floats
    lower: Floats
    upper: Floats
    ratio: Floats
    ratio_lower: Floats
    ratio_upper: Floats


def gap(method: NDArray[np.object_], one: Side, other: Side) -> Gap:
    """How far `one` lies from `other`; `method` holds each row's word.

    The ratio is undefined where a side is zero or less, and for means and scores, which have no
    natural zero. The difference stands wherever both sides have a value.
    """
    lower, upper = difference(method, one, other)
    published = np.isnan(lower) & ~np.isin(method, ("proportion", "rate", "mean"))
    by_limits = combined(one, other)
    ratio, error = _ratio(method, one, other)
    z = ndtri(1 - (1 - CONFIDENCE) / 2)
    return Gap(
        one.value - other.value,
        np.where(published, by_limits[0], lower),
        np.where(published, by_limits[1], upper),
        ratio,
        ratio * np.exp(-z * error),
        ratio * np.exp(z * error),
    )


def _ratio(method: NDArray[np.object_], one: Side, other: Side) -> tuple[Floats, Floats]:
    """The ratio, and the standard error of its logarithm where it can be told."""
    some = (one.value > 0) & (other.value > 0) & np.isin(method, ("proportion", "rate", "ratio"))
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = np.where(some, one.value / other.value, np.nan)
        of_events = 1 / one.numerator + 1 / other.numerator
        of_people = 1 / one.denominator + 1 / other.denominator
        variance = np.select(
            [method == "proportion", method == "rate"], [of_events - of_people, of_events], np.nan
        )
        return ratio, np.where(some, np.sqrt(np.maximum(variance, 0.0)), np.nan)


def change_of_size(now: Gap, then: Gap) -> tuple[Floats, Limits]:
    """By how much a difference has grown (less than 0: shrunk), whichever way it points.

    |now| − |then|, with the limits of two independent differences combined as Newcombe does; NaN
    where one of them has none.
    """
    size, low, high = _turned(now)
    size_then, low_then, high_then = _turned(then)
    change = size - size_then
    below, above = (
        np.hypot(size - low, high_then - size_then),
        np.hypot(high - size, size_then - low_then),
    )
    return change, (change - below, change + above)


def _turned(gap: Gap) -> tuple[Floats, Floats, Floats]:
    """The difference as if it pointed up, with its limits."""
    down = gap.difference < 0
    return (
        np.abs(gap.difference),
        np.where(down, -gap.upper, gap.lower),
        np.where(down, -gap.lower, gap.upper),
    )
