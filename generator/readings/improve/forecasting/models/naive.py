"""The last value goes on; from step to step values move as far as they did."""

from __future__ import annotations

import numpy as np

from .ahead import Ahead, Floats, last_known, one_back, steps


def naive(values: Floats, ahead: int, seasons: Floats | float = 0.0) -> Ahead:
    """y_n ± z·rms(differences)·√h for h steps ahead (R's `forecast::naive`).

    Between two values that stand k steps apart a difference has k times the variance of one step.
    `seasons` is how many season effects were taken out before: see `line.line`.
    """
    change, gap = changes(values)
    moves = np.sum(~np.isnan(change), axis=1).astype(float)
    freedom = moves - seasons
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = np.nansum(change**2 / gap, axis=1) / np.where(freedom > 0, freedom, np.nan)
        more = steps(ahead) + (seasons / (moves + 1))[:, None]
    last = np.take_along_axis(values, last_known(values)[:, -1:], axis=1)
    level = np.ones_like(steps(ahead))
    error = np.sqrt(spread[:, None] * more)
    return Ahead(last * level, error, np.full(len(values), np.inf), last_before(values))


def last_before(values: Floats) -> Floats:
    """For each column the last value before it."""
    before = np.asarray(one_back(last_known(values), -1), dtype=np.int64)
    found = np.take_along_axis(values, before, axis=1)
    return np.where(before < 0, np.nan, found)


def changes(values: Floats) -> tuple[Floats, Floats]:
    """For each column the change since the value before it, and how many steps back that stands.

    NaN where there is no value, or none before it.
    """
    before = np.asarray(one_back(last_known(values), -1), dtype=np.int64)
    change = values - last_before(values)
    gap = np.arange(values.shape[1], dtype=float) - before
    return change, np.where(np.isnan(change), np.nan, gap)
