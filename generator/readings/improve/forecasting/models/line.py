"""A straight line by ordinary least squares goes on."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .ahead import Ahead, Floats, one_back, steps


class Fit(NamedTuple):
    """Straight lines, a number a series; `slope_error` and `intercept_error` are standard errors,
    `sigma` the residual standard deviation with n − 2 degrees of freedom."""

    slope: Floats
    intercept: Floats
    slope_error: Floats
    intercept_error: Floats
    sigma: Floats
    r_squared: Floats


def fit(x: Floats, y: Floats) -> Fit:
    """The least-squares line of each row of `y` (NaN where missing) on `x`, a row for all."""
    known = ~np.isnan(y)
    n = known.sum(axis=1).astype(float)
    with np.errstate(invalid="ignore", divide="ignore"):
        x_mean = (known * x).sum(axis=1) / n
        y_mean = np.nansum(y, axis=1) / n
        dx = np.where(known, x - x_mean[:, None], 0.0)
        dy = np.where(known, y - y_mean[:, None], 0.0)
        sxx = (dx**2).sum(axis=1)
        slope = (dx * dy).sum(axis=1) / sxx
        squares = ((dy - slope[:, None] * dx) ** 2).sum(axis=1)
        sigma = np.sqrt(squares / np.where(n > 2, n - 2, np.nan))
        at_zero = np.sqrt(1 / n + x_mean**2 / sxx)
        explained = 1 - squares / (dy**2).sum(axis=1)
        slope_error = sigma / np.sqrt(sxx)
    intercept = y_mean - slope * x_mean
    return Fit(slope, intercept, slope_error, sigma * at_zero, sigma, explained)


def line(values: Floats, ahead: int, seasons: Floats | float = 0.0) -> Ahead:
    """ŷ ± t(n−2)·s·√(1 + 1/n + (t₀ − t̄)²/Sxx), time counted in steps (R's `lm`, `predict`).

    `seasons` is how many season effects were taken out before (0 for none): each costs one degree
    of freedom, and together they add s²·seasons/n to the variance: near to a regression with them.
    """
    x = np.arange(values.shape[1], dtype=float)
    found = fit(x, values)
    known = ~np.isnan(values)
    n = known.sum(axis=1).astype(float)
    freedom = n - 2 - seasons
    to_come = x[-1:] + steps(ahead)
    with np.errstate(invalid="ignore", divide="ignore"):
        middle = ((known * x).sum(axis=1) / n)[:, None]
        sxx = np.where(known, (x - middle) ** 2, 0.0).sum(axis=1)[:, None]
        spread = found.sigma**2 * (n - 2) / np.where(freedom > 0, freedom, np.nan)
        more = 1 + ((1 + seasons) / n)[:, None] + (to_come - middle) ** 2 / sxx
        error = np.sqrt(spread[:, None] * more)
    value = found.intercept[:, None] + found.slope[:, None] * to_come
    return Ahead(value, error, freedom, _before(values))


def _before(values: Floats) -> Floats:
    """For each column the line through the values before it, read off there."""
    known = ~np.isnan(values)
    x = np.arange(values.shape[1], dtype=float)
    with np.errstate(invalid="ignore", divide="ignore"):
        # Around each series' mean, so that large numbers with little change keep their digits.
        middle = np.nansum(values, axis=1, keepdims=True) / known.sum(axis=1, keepdims=True)
        y = np.where(known, values - middle, 0.0)
        n, sx, sy = (np.cumsum(part, axis=1) for part in (known * 1.0, known * x, y))
        sxx = np.cumsum(known * x * x, axis=1) - sx**2 / n
        slope = (np.cumsum(y * x, axis=1) - sx * sy / n) / sxx
        level = sy / n - slope * sx / n
    slope, level = (np.asarray(one_back(part, np.nan), dtype=float) for part in (slope, level))
    return np.where(np.isfinite(slope), middle + level + slope * x, np.nan)
