"""The mean of all values so far goes on; values vary around it as they did."""

from __future__ import annotations

import numpy as np

from .ahead import Ahead, Floats, one_back, steps


def mean(values: Floats, ahead: int, seasons: Floats | float = 0.0) -> Ahead:
    """ȳ ± t(n−1)·s·√(1 + 1/n) for each step ahead (R's `forecast::meanf`).

    `seasons` is how many season effects were taken out before: see `line.line`.
    """
    n = np.sum(~np.isnan(values), axis=1).astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = np.nansum(values, axis=1) / n
        freedom = n - 1 - seasons
        squares = np.nansum((values - middle[:, None]) ** 2, axis=1)
        spread = squares / np.where(freedom > 0, freedom, np.nan)
        error = np.sqrt(spread * (1 + (1 + seasons) / n))
    level = np.ones_like(steps(ahead))
    return Ahead(middle[:, None] * level, error[:, None] * level, freedom, _before(values))


def _before(values: Floats) -> Floats:
    """For each column the mean of the values before it."""
    known = ~np.isnan(values)
    sums = np.cumsum(np.where(known, values, 0.0), axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        means = sums / np.cumsum(known, axis=1)
    return np.asarray(one_back(means, np.nan), dtype=float)
