"""The last value goes on and moves by the mean step so far: the line from first to last."""

from __future__ import annotations

import numpy as np

from .ahead import Ahead, Floats, last_known, one_back, steps
from .naive import changes, last_before


def drift(values: Floats, ahead: int, seasons: Floats | float = 0.0) -> Ahead:
    """y_n + h·b ± z·s·√(h(1 + h/(n−1))), b the mean step (R's `forecast::rwf` with drift).

    `seasons` is how many season effects were taken out before (0 for none): each costs one degree
    of freedom, and together they add s²·seasons/n to the variance.
    """
    change, gap = changes(values)
    n = np.sum(~np.isnan(values), axis=1).astype(float)
    freedom = n - 2 - seasons
    with np.errstate(invalid="ignore", divide="ignore"):
        length = np.nansum(gap, axis=1)
        step = np.nansum(change, axis=1) / length
        off = change - step[:, None] * gap
        spread = np.nansum(off**2 / gap, axis=1) / np.where(freedom > 0, freedom, np.nan)
        h = steps(ahead)
        more = h * (1 + h / length[:, None]) + (seasons / n)[:, None]
        error = np.sqrt(spread[:, None] * more)
    last = np.take_along_axis(values, last_known(values)[:, -1:], axis=1)
    return Ahead(last + step[:, None] * h, error, np.full(len(values), np.inf), _before(values))


def _before(values: Floats) -> Floats:
    """For each column the last value before it, moved by the mean step of those before it."""
    change, gap = changes(values)
    last = last_before(values)
    with np.errstate(invalid="ignore", divide="ignore"):
        step = np.cumsum(np.nan_to_num(change), axis=1) / np.cumsum(np.nan_to_num(gap), axis=1)
    before = np.asarray(one_back(last_known(values), -1), dtype=np.int64)
    away = np.arange(values.shape[1]) - before
    moved: Floats = last + np.asarray(one_back(step, np.nan), dtype=float) * away
    return moved
