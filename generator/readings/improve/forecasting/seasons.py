"""What the time of the year adds to a value, found beside a pattern that may bend."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.special import fdtrc

from .models.ahead import Bools, Floats

SURE = 0.05
"""Below this chance of seeing such seasons where there are none, they are taken out."""
YEARS_TO_A_BEND = 2
"""The pattern under the seasons is a line that may bend this often."""
FEWEST = 2
"""So many values of each season are needed to tell it from chance."""


class Seasons(NamedTuple):
    """`effect` has a column a step (the time of the year's part, adding up to 0 over a year) and
    `ahead` one a step to come, 0 where there are no seasons; `found` says where there are;
    `known` where there are enough values to tell; `spent` the degrees of freedom they cost."""

    effect: Floats
    ahead: Floats
    found: Bools
    known: Bools
    spent: Floats


def seasons(values: Floats, a_year: int, ahead: int) -> Seasons:
    """The season effects of each series, `a_year` steps to a year, by least squares.

    They are tested against none by the F test (Draper and Smith 1998, Applied Regression
    Analysis, chapter 6), both beside a line that may bend every second year.
    """
    count, width = values.shape
    none = Seasons(
        np.zeros((count, width)),
        np.zeros((count, ahead)),
        np.zeros(count, dtype=bool),
        np.ones(count, dtype=bool),
        np.zeros(count),
    )
    if a_year <= 1 or not count:
        return none
    here = np.arange(width) - (width - 1)  # 0 at the latest period, which is season 0
    season = here % a_year
    is_season = np.equal.outer(season, np.arange(a_year)).astype(float)
    pattern = _bending(here, a_year * YEARS_TO_A_BEND)
    mask = (~np.isnan(values)).astype(float)
    known = (mask @ is_season).min(axis=1) >= FEWEST
    middle = np.nansum(values, axis=1, keepdims=True) / np.maximum(mask.sum(axis=1)[:, None], 1)
    y = np.nan_to_num(values - middle)
    without, _ = _squares(y, mask, pattern)
    # One season fewer: the pattern holds their mean.
    both, weights = _squares(y, mask, np.hstack([pattern, is_season[:, 1:]]))
    spent = a_year - 1
    used = (mask @ (pattern > 0) > 0).sum(axis=1)
    free = mask.sum(axis=1) - used - spent
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = ((without - both) / spent) / (both / free)
    least = 1e-12 * np.maximum(without, 1e-300)
    clear = np.where(
        both <= least, without > least, fdtrc(spent, np.maximum(free, 1), ratio) < SURE
    )
    found = known & (free > 0) & clear
    part = np.hstack([np.zeros((count, 1)), weights[:, pattern.shape[1] :]])
    part = np.where(found[:, None], part - part.mean(axis=1, keepdims=True), 0.0)
    to_come = np.arange(1, ahead + 1) % a_year
    return Seasons(part[:, season], part[:, to_come], found, known, found * float(spent))


def _bending(here: Floats, apart: int) -> Floats:
    """A line bent at every `apart`th step back from the latest, as columns of tents."""
    knots = -apart * np.arange(-(here[0] // apart) + 1)
    tents: Floats = np.maximum(0.0, 1 - np.abs(here[:, None] - knots) / apart)
    return tents


def _squares(y: Floats, mask: Floats, design: Floats) -> tuple[Floats, Floats]:
    """The squared errors left by each row's least-squares fit, and its weights.

    Columns that a row has no value for get no weight.
    """
    size = design.shape[1]
    products = (mask @ (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)).reshape(
        -1, size, size
    )
    ridge = np.where(np.einsum("sii->si", products) > 0, 1e-9, 1.0)
    weights = np.linalg.solve(products + ridge[:, None] * np.eye(size), (y @ design)[:, :, None])
    off = (y - weights[:, :, 0] @ design.T) * mask
    squares: Floats = (off**2).sum(axis=1)
    return squares, np.asarray(weights[:, :, 0], dtype=float)
