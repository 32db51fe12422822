"""The four rules of special cause, in the order in which Making Data Count applies them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from generator.model import words

from .limits import Bools, Floats, Ints, Limits, noise

Signs = NDArray[np.int8]

LONG = 7
"""Points of a shift, and of a trend (six steps)."""
OUTSIDE, TREND, TWO_IN_THREE, SHIFT = 1, 2, 3, 4
NAMES = ("", *words.SPECIAL_CAUSE)
"""The rules by number; 0 is common cause."""


@dataclass(frozen=True)
class Points:
    """Of each point the first `rule` that holds and its `side`: 1 above or rising, -1 below or
    falling, 0 common cause; shape (series, steps)."""

    rule: NDArray[np.int8]
    side: Signs


def special_cause(values: Floats, groups: Ints, limits: Limits) -> Points:
    """What kind of variation each point is.

    Runs, trends and windows stay within a group, and a missing value ends them. Without limits
    the rules that need them find nothing, and neither does a shift: a mean that no value leaves
    by chance has no sides.

    Source: NHSRplotthedots 0.2.2, ptd_calculate_point_type.R.
    """
    little = noise(values)
    side = standing(values, limits)
    with np.errstate(invalid="ignore"):
        above = values > limits.upper + little
        below = values < limits.lower - little
        outside = above.astype(np.int8) - below.astype(np.int8)
        near = (values > limits.near_upper + little) | (values < limits.near_lower - little)
    close = near & (outside == 0)
    trend = np.where(np.isnan(limits.lower), 0, trends(steps(values, groups)))
    windows = two_in_three(close, side, groups) * side
    shift = spread(run_ends(side, groups)) * side
    found = (outside, trend, windows, shift)
    holds = [signs != 0 for signs in found]
    rules = (OUTSIDE, TREND, TWO_IN_THREE, SHIFT)
    return Points(
        rule=np.select(holds, rules, 0).astype(np.int8),
        side=np.select(holds, found, 0).astype(np.int8),
    )


def standing(values: Floats, limits: Limits) -> Signs:
    """1 where a value is above the mean, -1 where below; 0 on it, and where nothing is usual."""
    away = np.where(np.isnan(limits.lower), np.nan, values - limits.mean)
    return sides(away, noise(values))


def steps(values: Floats, groups: Ints) -> Signs:
    """At each point the sign of the step to it; 0 for a tie, a gap and the first of a group."""
    found = np.zeros(values.shape, dtype=np.int8)
    same = groups[:, 1:] == groups[:, :-1]
    found[:, 1:] = sides(np.diff(values, axis=1), noise(values)) * same
    return found


def sides(differences: Floats, little: Floats) -> Signs:
    """Their signs; 0 for one within the rounding of the machine, and for a missing one."""
    known = np.nan_to_num(differences)
    return np.where(np.abs(known) > little, np.sign(known), 0).astype(np.int8)


def run_ends(side: Signs, groups: Ints) -> Bools:
    """The points at which seven in a row, or more, stand on one side of the mean."""
    same = _windows(side, LONG)
    alike = (same == same[..., :1]).all(axis=-1) & (side != 0)
    return np.asarray(alike & _within(groups, LONG))


def trend_ends(stepped: Signs) -> Signs:
    """1 where six `steps` in a row, or more, have led up, -1 where they have led down."""
    last = _windows(stepped, LONG - 1)
    alike = (last == last[..., :1]).all(axis=-1)
    return np.where(alike, stepped, 0).astype(np.int8)


def trends(stepped: Signs) -> Signs:
    """1 at the points of rising trends, -1 at those of falling ones, from the `steps`.

    The last point of one that is the first of another counts for the second.
    """
    ends = trend_ends(stepped)
    rising, falling = spread(ends == 1), spread(ends == -1)
    next_step = np.zeros_like(stepped)
    next_step[:, :-1] = stepped[:, 1:]
    one = rising.astype(np.int8) - falling.astype(np.int8)
    return np.where(rising & falling, next_step, one).astype(np.int8)


def spread(ends: Bools) -> Bools:
    """All seven points of each run that ends at a marked point."""
    return _ahead(ends, LONG)


def windows_of_three(close: Bools, side: Signs, groups: Ints) -> Bools:
    """The points of any three in a row on one side of the mean of which two, or all, are close
    to the limit."""
    same = _windows(side, 3)
    alike = (same == same[..., :1]).all(axis=-1) & (side != 0) & _within(groups, 3)
    ends = alike & (_windows(close.astype(np.int8), 3).sum(axis=-1) >= 2)
    return _ahead(ends, 3)


def two_in_three(close: Bools, side: Signs, groups: Ints) -> Bools:
    """The points close to a limit in such a window: the others of it are not marked."""
    return windows_of_three(close, side, groups) & close


def last_run(signs: Signs, groups: Ints) -> Ints:
    """How many of the last points of each series, one after another, have the last one's sign."""
    same = (signs == signs[:, -1:]) & (groups == groups[:, -1:])
    return np.asarray(np.cumprod(same[:, ::-1], axis=1).sum(axis=1), dtype=np.int64)


def _windows(signs: Signs, length: int) -> Signs:
    """At each point those of the last `length`, with 0 before the first: one more axis."""
    before = np.pad(signs, ((0, 0), (length, 0)))
    return np.asarray(sliding_window_view(before, length, axis=1)[:, 1:])


def _ahead(ends: Bools, length: int) -> Bools:
    """The points from which a marked one is less than `length` steps ahead."""
    after = np.pad(ends, ((0, 0), (0, length)))
    return np.asarray(sliding_window_view(after, length, axis=1)[:, :-1].any(axis=-1))


def _within(groups: Ints, length: int) -> Bools:
    """Whether the last `length` points are all of one group."""
    same = np.zeros(groups.shape, dtype=bool)
    first = groups[:, : max(groups.shape[1] - length + 1, 0)]
    same[:, length - 1 :] = groups[:, length - 1 :] == first
    return same
