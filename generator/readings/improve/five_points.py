"""The trend of a few points, oldest first, and whether it is clear (OHID, Fingertips).

Sources: Fingertips technical guidance, "Recent trends"; ukhsa-collaboration/fingertips-open,
TrendMarkerCalculator.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.wording.trend import CRITICAL

from .process_control.limits import Bools, Floats

WIDE = 3.92
"""The width of a 95% interval in standard errors, as the source has it."""


@dataclass(frozen=True)
class Trend:
    """Of each series the sign of its slope, 1 or -1; chi-squared; and whether the slope without
    any one of the points has that sign too. NaN and False where it cannot be calculated."""

    slope: Floats
    chi_squared: Floats
    held: Bools

    @property
    def clear(self) -> Bools:
        """Whether there is a trend at 99.8% that hangs on no single point."""
        with np.errstate(invalid="ignore"):
            return np.asarray((self.chi_squared > CRITICAL) & self.held)


def of_proportions(counts: Floats, denominators: Floats) -> Trend:
    """The chi-squared test for a trend in proportions, with the slope of their logits.

    Both (series, points). NaN where a proportion is 0 or 1: it has no logit.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        logits = np.log(counts / (denominators - counts))
    logits = np.where(np.isfinite(logits), logits, np.nan)
    slope, held = _slopes(logits, np.ones(logits.shape))
    known = ~np.isnan(logits).any(axis=1)
    chi_squared = np.where(known, chi_squared_for_trend(counts, denominators), np.nan)
    return Trend(slope, chi_squared, held)


def of_intervals(values: Floats, lower: Floats, upper: Floats) -> Trend:
    """The line through values weighted by their 95% intervals, all (series, points).

    NaN where a value or an interval is missing, or where an interval has no width.
    """
    errors = (upper - lower) / WIDE
    known = ~np.isnan(values) & (errors > 0)
    weights = np.where(known, 1 / np.where(known, errors, 1) ** 2, np.nan)
    slope, held = _slopes(values, weights)
    line, spread = _line(values, weights)
    return Trend(slope, line**2 * spread, held)


def chi_squared_for_trend(counts: Floats, denominators: Floats) -> Floats:
    """The chi-squared test for a linear trend in proportions over 1, 2, 3, … (Armitage 1955)."""
    time = np.arange(1, counts.shape[1] + 1, dtype=float)
    events, people = counts.sum(axis=1), denominators.sum(axis=1)
    first, second = denominators @ time, denominators @ time**2
    with np.errstate(divide="ignore", invalid="ignore"):
        top: Floats = people * (people * (counts @ time) - events * first) ** 2
        return np.asarray(top / (events * (people - events) * (people * second - first**2)))


def _slopes(values: Floats, weights: Floats) -> tuple[Floats, Bools]:
    """The sign of the slope, and whether it stays without each point in turn."""
    slope = np.sign(_line(values, weights)[0])
    points: NDArray[np.int64] = np.arange(values.shape[1])
    without = [np.sign(_line(values, np.where(points == n, 0, weights))[0]) for n in points]
    return slope, np.all([one == slope for one in without], axis=0) & (slope != 0)


def _line(values: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Slope over 1, 2, 3, … by weighted least squares, and the spread of time it rests on.

    Written about the weighted means, which is the same as W·Swty − Swt·Swy over W·Swtt − Swt²
    and keeps its digits where values are large.
    """
    time = np.arange(1, values.shape[1] + 1, dtype=float)
    total = weights.sum(axis=1)
    middle = (weights * time).sum(axis=1) / total
    away = time - middle[:, None]
    spread = (weights * away**2).sum(axis=1)
    level = (weights * values).sum(axis=1) / total
    slope: Floats = (weights * away * (values - level[:, None])).sum(axis=1) / spread
    return slope, spread
