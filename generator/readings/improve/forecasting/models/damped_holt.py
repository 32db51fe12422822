"""Damped Holt: a level and a trend that follow the values, the trend fading step by step.

The additive-error model with a damped trend, ETS(A,Ad,N): forecast f = l + φb, error e = y − f,
then l = f + αe and b = φb + βe (Hyndman, Koehler, Ord and Snyder 2008, Forecasting with
Exponential Smoothing, chapters 2 and 6). Where a value is missing there is no error: level and
trend go on by themselves, so that time stays real. φ = 1 gives Holt's line, and with b₀ = β = 0
simple exponential smoothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

import numpy as np

from .ahead import Ahead, Floats, one_back, steps

ALPHAS = (0.05, 0.25, 0.5, 0.75, 0.99)
"""How much of each error goes into the level: the grid that is tried."""
BETA_STARS = (0.0, 0.1, 0.3)
"""β as a share of α: how much of it goes into the trend."""
PHIS = (0.8, 0.9, 0.98)
"""What is left of the trend a step later: R's bounds, and one between them."""
AT_ONCE = 256
"""Series worked on together: their numbers for the whole grid stay near the processor."""
PARAMETERS = 5
"""α, β, φ, l₀ and b₀ are read off the values: each costs a degree of freedom."""


@dataclass(frozen=True)
class Settings:
    """The parameters, each a number or an array of a number a series."""

    alpha: Floats | float
    beta: Floats | float
    phi: Floats | float
    level: Floats | float
    trend: Floats | float


class Filtered(NamedTuple):
    """What following the values gives: `fitted`, the forecast of each column from those before
    it (NaN before the first value), and the level and the trend after the last column."""

    fitted: Floats
    level: Floats
    trend: Floats


def follow(values: Floats, settings: Settings) -> Filtered:
    """The recursions over all columns; the start lies just before each series' first value."""
    level, trend = (
        np.broadcast_to(np.asarray(start, dtype=float), len(values)).copy()
        for start in (settings.level, settings.trend)
    )
    started = np.zeros(len(values), dtype=bool)
    fitted = np.full(values.shape, np.nan)
    for column in range(values.shape[1]):
        known = ~np.isnan(values[:, column])
        started |= known
        forecast = level + settings.phi * trend
        error = np.where(known, values[:, column] - forecast, 0.0)
        fitted[:, column] = np.where(started, forecast, np.nan)
        level = np.where(started, forecast + settings.alpha * error, level)
        trend = np.where(started, settings.phi * trend + settings.beta * error, trend)
    return Filtered(fitted, level, trend)


def to_come(
    state: Filtered, settings: Settings, variance: Floats, ahead: int, added: Floats | float = 0.0
) -> tuple[Floats, Floats]:
    """Values and standard errors of the steps to come; `variance` is that of one error, σ².

    σ²·(1 + Σ c_j² over j < h), c_j = α + β(φ + … + φ^j); `added` is a share of σ² more.
    """
    phi = np.broadcast_to(np.asarray(settings.phi, dtype=float), state.level.shape)
    fading = np.cumsum(phi[:, None] ** steps(ahead), axis=1)
    value = state.level[:, None] + fading * state.trend[:, None]
    alpha, beta = (
        np.broadcast_to(np.asarray(p, dtype=float), state.level.shape)[:, None]
        for p in (settings.alpha, settings.beta)
    )
    weights = np.cumsum((alpha + beta * fading) ** 2, axis=1)
    more = 1 + np.asarray(one_back(weights, 0.0), dtype=float)
    more = more + np.broadcast_to(np.asarray(added, dtype=float), state.level.shape)[:, None]
    return value, np.sqrt(variance[:, None] * more)


def damped_holt(values: Floats, ahead: int, seasons: Floats | float = 0.0) -> Ahead:
    """The steps to come with the parameters of the grid that leave the least squared error; t
    with as many degrees of freedom as the parameters leave.

    `seasons` is how many season effects were taken out before: see `line.line`.
    """
    settings, before = fit(values)
    found = follow(values, settings)
    n = np.sum(~np.isnan(values), axis=1).astype(float)
    squares = np.nansum((values - found.fitted) ** 2, axis=1)
    freedom = n - PARAMETERS - seasons
    variance = squares / np.where(freedom > 0, freedom, np.nan)
    value, error = to_come(found, settings, variance, ahead, seasons / np.maximum(n, 1))
    return Ahead(value, error, freedom, before)


def fit(values: Floats) -> tuple[Settings, Floats]:
    """The best parameters of the grid over all columns, and the forecast of each column by the
    best over those before it.

    For each α, β and φ the start (l₀, b₀) that leaves the least squared error is known exactly:
    forecasts are linear in it. Of equals the first in the grid is taken.
    """
    middle, size = _scale(values)
    first = np.argmax(~np.isnan(values), axis=1)
    place = first[:, None] + np.arange(values.shape[1])
    inside = place < values.shape[1]
    moved = np.take_along_axis(values, np.minimum(place, values.shape[1] - 1), axis=1)
    moved = np.where(inside, (moved - middle) / size, np.nan)
    found = np.zeros((5, len(values)))
    before = np.full(values.shape, np.nan)
    for start in range(0, len(values), AT_ONCE):
        rows = slice(start, start + AT_ONCE)
        found[:, rows], before[rows] = _tried(moved[rows])
    back = np.full(values.shape, np.nan)
    series, column = np.nonzero(inside)
    back[series, place[series, column]] = before[series, column]
    alpha, beta, phi, level, trend = found
    settings = Settings(alpha, beta, phi, level * size[:, 0] + middle[:, 0], trend * size[:, 0])
    return settings, back * size + middle


def _scale(values: Floats) -> tuple[Floats, Floats]:
    """Each series' mean and size, so that sums of squares keep their digits."""
    n = np.maximum(np.sum(~np.isnan(values), axis=1, keepdims=True), 1)
    middle = np.nansum(values, axis=1, keepdims=True) / n
    size = np.sqrt(np.nansum((values - middle) ** 2, axis=1, keepdims=True) / n)
    return middle, np.where(size > 0, size, 1.0)


def _tried(values: Floats) -> tuple[Floats, Floats]:
    """All parameters of the grid at once, for series that begin in the first column: the best
    α, β, φ, l₀ and b₀ (rows) of each series over all of its values, and the forecast of each
    column by the best over the columns before it."""
    grid = np.array([(a, a * star, p) for a, star, p in product(ALPHAS, BETA_STARS, PHIS)])
    alpha, beta, phi = grid.T[:, :, None]
    size = (len(grid), len(values))
    # Level and trend as sums of a part from the values, one from l₀ and one from b₀.
    level, trend = np.zeros((3, *size)), np.zeros((3, *size))
    level[1], trend[2] = 1.0, 1.0
    sums = np.zeros((6, *size))
    start, best = np.zeros((2, *size)), np.zeros(len(values), dtype=np.int64)
    series = np.arange(len(values))
    before = np.full(values.shape, np.nan)
    for column in range(values.shape[1]):
        forecast = level + phi * trend
        before[:, column] = (
            forecast[0, best, series]
            + forecast[1, best, series] * start[0, best, series]
            + forecast[2, best, series] * start[1, best, series]
        )
        known = ~np.isnan(values[:, column])
        error = -forecast
        error[0] += np.where(known, values[:, column], 0.0)
        error *= known
        e, f, g = error[0], -error[1], -error[2]
        for place, product_ in enumerate((f * f, f * g, g * g, f * e, g * e, e * e)):
            sums[place] += product_
        level = forecast + alpha * error
        trend = phi * trend + beta * error
        start, squares = _start(sums)
        best = squares.argmin(axis=0)
    return np.vstack([grid[best].T, start[:, best, series]]), before


def _start(sums: Floats) -> tuple[Floats, Floats]:
    """The start that leaves the least squared error, and that error; infinite where two values
    do not settle it. `sums` are the products of the parts of all errors so far."""
    ff, fg, gg, fe, ge, ee = sums
    determinant = ff * gg - fg * fg
    firm = determinant > 1e-12 * ff * gg
    with np.errstate(invalid="ignore", divide="ignore"):
        level = np.where(firm, (gg * fe - fg * ge) / determinant, 0.0)
        trend = np.where(firm, (ff * ge - fg * fe) / determinant, 0.0)
    left = np.where(firm, np.maximum(ee - level * fe - trend * ge, 0.0), np.inf)
    return np.stack([level, trend]), left
