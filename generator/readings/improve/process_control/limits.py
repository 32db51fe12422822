"""Process limits of an XmR chart, as NHS England's Making Data Count draws it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.wording.process import WIDTH

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEAR = 2 * WIDTH / 3
"""Near limits: two sigma."""
OUTLIER = 3.267
"""A moving range so many times their average, or more, is left out once."""
NOISE = 1e-12
"""As a share of a series' largest value: less than this is the machine's rounding."""


@dataclass(frozen=True)
class Limits:
    """Mean and limits at each point, in the unit of the values; shape (series, steps).

    `mean` is NaN where a group has no value, the others where its values do not vary. `counted`
    is how many values they rest on, `ranges` how many pairs of neighbours.
    """

    mean: Floats
    lower: Floats
    upper: Floats
    near_lower: Floats
    near_upper: Floats
    counted: Ints
    ranges: Ints


def process_limits(
    values: Floats, groups: Ints, used: Bools | None = None, screen: bool = True
) -> Limits:
    """Limits of each group of each series.

    `values` is (series, steps) in order of time, NaN where a value is missing; `groups` numbers
    the parts of a series that have limits of their own, from 0; `used` says which values limits
    are worked out from (all where None). `screen` leaves out moving ranges that are outliers
    themselves, once; the Excel tool of Making Data Count does not.

    Source: NHSRplotthedots 0.2.2, ptd_spc_standard.R.
    """
    known = ~np.isnan(values) if used is None else used & ~np.isnan(values)
    keys = np.arange(len(values))[:, None] * (groups.max(initial=0) + 1) + groups
    ranges = np.full(values.shape, np.nan)
    ranges[:, 1:] = np.abs(np.diff(values, axis=1))
    joined = np.zeros(values.shape, dtype=bool)
    joined[:, 1:] = known[:, 1:] & known[:, :-1] & (groups[:, 1:] == groups[:, :-1])
    mean, counted = _means(values, known, keys)
    average, pairs = _means(ranges, joined, keys)
    if screen:
        average, _ = _means(ranges, joined & (ranges < OUTLIER * average), keys)
    average = np.where(average > noise(values), average, np.nan)
    wide, near = WIDTH * average, NEAR * average
    return Limits(mean, mean - wide, mean + wide, mean - near, mean + near, counted, pairs)


def noise(values: Floats) -> Floats:
    """What is no difference within each series, (series, 1)."""
    largest: Floats = np.max(np.abs(np.nan_to_num(values)), axis=1, initial=0, keepdims=True)
    return NOISE * largest


def _means(values: Floats, counted: Bools, keys: Ints) -> tuple[Floats, Ints]:
    """At each point the mean over its key of those counted, NaN for none, and their number."""
    size = int(keys.max(initial=-1)) + 1
    numbers = np.bincount(keys[counted], minlength=size)
    totals = np.bincount(keys[counted], weights=values[counted], minlength=size)
    means = np.divide(totals, numbers, out=np.full(size, np.nan), where=numbers > 0)
    return means[keys], numbers[keys].astype(np.int64)
