"""Which model a series is continued by: the one that would have been least wrong so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .models.ahead import Ahead, Bools, Floats
from .models.damped_holt import damped_holt
from .models.drift import drift
from .models.line import line
from .models.mean import mean
from .models.naive import naive

FEWEST = 5
"""With fewer values there is no forecast (methods, section 8)."""
FARTHEST = 4
"""Steps ahead at most; and no more than a third of the values that there are."""

LEVELS = (0.8, 0.95)
"""The bands: in four cases of five a value to come lies in the first, in 19 of 20 in the second."""
SAME = 1e-9
"""Errors that differ by no more than this share of them, or of the values, are equal."""


@dataclass(frozen=True)
class Model:
    """A model's name, how it goes on, and from how many values to how many it is tried."""

    name: str
    forecast: Callable[[Floats, int, Floats], Ahead]
    fewest: int
    most: float


MODELS = (
    Model("naive", naive, 5, 7),
    Model("mean", mean, 5, 7),
    Model("line", line, 8, np.inf),
    Model("drift", drift, 8, 12),
    Model("damped_holt", damped_holt, 13, np.inf),
)
"""The simpler first: of models equally wrong the first is taken. Naive and mean from 5 values;
from 8 a line, beside it the drift and, from 13 on, damped Holt, which has more to learn from them
(methods, section 8 and the table of section 0)."""


@dataclass(frozen=True)
class Chosen:
    """By series: the place of its model in `MODELS`, -1 where none was tried; the mean absolute
    error of each over the values that were held back (NaN where not tried), and how many were.
    `value` and `bands` (level × end × series × step) are those of the model, as fitted."""

    model: NDArray[np.int64]
    errors: Floats
    tests: NDArray[np.int64]
    value: Floats
    error: Floats
    bands: Floats


def counted(values: Floats) -> NDArray[np.int64]:
    """How many values each series has."""
    found: NDArray[np.int64] = np.sum(~np.isnan(values), axis=1)
    return found


def horizon(count: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many steps ahead may be said: at most four, and a third of the number of values."""
    return np.where(count < FEWEST, 0, np.minimum(FARTHEST, count // 3))


def choose(
    fitted: Floats, spent: Floats, values: Floats, back: Callable[[Floats, Bools], Floats]
) -> Chosen:
    """Each value of the later half is forecast from those before it, by each model that may be
    tried; the model with the least mean absolute error is chosen.

    `fitted` are the values as they are fitted, with `spent` season effects taken out; `back`
    gives what is fitted of some series (as a mask) in the unit of `values` again.
    """
    n = counted(values)
    known = ~np.isnan(values)
    still = known[:, ::-1].cumsum(axis=1)[:, ::-1]  # how many values stand here and later
    tested = known & (still <= (n // 2)[:, None])
    size = np.max(np.abs(values), axis=1, initial=0, where=known)
    count = len(values)
    errors = np.full((count, len(MODELS)), np.nan)
    best, least = np.full(count, -1, dtype=np.int64), np.full(count, np.inf)
    value, error = np.full((2, count, FARTHEST), np.nan)
    bands = np.full((len(LEVELS), 2, count, FARTHEST), np.nan)
    for place, model in enumerate(MODELS):
        tried = (n >= model.fewest) & (n <= model.most)
        if not tried.any():
            continue
        ahead = model.forecast(fitted[tried], FARTHEST, spent[tried])
        off = np.where(tested[tried], np.abs(back(ahead.before, tried) - values[tried]), 0.0)
        errors[tried, place] = off.sum(axis=1) / np.maximum(tested[tried].sum(axis=1), 1)
        found = errors[tried, place]
        better = found + SAME * (found + size[tried]) < least[tried]
        own = np.flatnonzero(tried)[better]
        best[own], least[own] = place, found[better]
        value[own], error[own] = ahead.value[better], ahead.error[better]
        for level, confidence in enumerate(LEVELS):
            bands[level][:, own] = np.stack(ahead.band(confidence))[:, better]
    return Chosen(best, errors, tested.sum(axis=1), value, error, bands)
