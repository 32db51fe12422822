"""The interval of the difference between two results that have counts (methods, section 5)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from generator.indicators.methods.columns import CONFIDENCE

Floats = NDArray[np.float64]
Limits = tuple[Floats, Floats]


@dataclass(frozen=True)
class Side:
    """One of the two results, as columns."""

    value: Floats
    lower: Floats
    upper: Floats
    numerator: Floats
    denominator: Floats


def difference(method: NDArray[np.object_], now: Side, then: Side) -> Limits:
    """The limits of now minus then, in the unit of the values; NaN where there is no rule.

    `method` holds each row's word. Proportions: the limits of both combined (Newcombe 1998), and
    rates in the same way (Zou and Donner 2008). Means: Welch's t. Each is the same interval
    whichever side is taken from the other.
    """
    counted = ~np.isnan(now.numerator + now.denominator + then.numerator + then.denominator)
    counted &= ~np.isnan(now.lower + now.upper + then.lower + then.upper)
    rules = [counted & (method == word) for word in RULES]
    with np.errstate(divide="ignore", invalid="ignore"):
        limits = [rule(now, then) for rule in RULES.values()]
    lower = np.select(rules, [low for low, _ in limits], np.nan)
    return lower, np.select(rules, [high for _, high in limits], np.nan)


def combined(now: Side, then: Side) -> Limits:
    """The limits of both sides combined: d − √((p₁−l₁)² + (u₀−p₀)²), and likewise above."""
    change = now.value - then.value
    below = np.hypot(now.value - now.lower, then.upper - then.value)
    above = np.hypot(now.upper - now.value, then.value - then.lower)
    return change - below, change + above


def welch(now: Side, then: Side, confidence: float = CONFIDENCE) -> Limits:
    """Of two means, each with its own spread; no spread at all gives the difference itself."""
    tail = 1 - (1 - confidence) / 2
    squares, freedom = [], []
    for side in (now, then):
        degrees = side.denominator - 1
        squares.append(((side.upper - side.lower) / 2 / stdtrit(degrees, tail)) ** 2)
        freedom.append(degrees)
    error = squares[0] + squares[1]
    degrees = error**2 / (squares[0] ** 2 / freedom[0] + squares[1] ** 2 / freedom[1])
    half = np.where(error > 0, stdtrit(degrees, tail) * np.sqrt(error), 0.0)
    change = now.value - then.value
    return change - half, change + half


RULES: dict[str, Callable[[Side, Side], Limits]] = {
    "proportion": combined,
    "rate": combined,
    "mean": welch,
}
"""The rule for each method that has counts and intervals."""
