"""The process behind each series: where its limits start afresh, and what leaves them."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ...basis import Basis
from ...grid import Grid
from .limits import Bools, Ints, Limits, process_limits
from .rules import Points, special_cause

DRAWN = 5
"""Values from which limits are drawn, on trial; with one less range between neighbours."""
JUDGED = 8
"""Values from which points are told apart."""
SETTLED = 12
"""Values from which limits are no longer on trial, and from which they may be fixed."""
UNEVEN = 1.5
"""Days of counting are uneven where one gap is so many times as long as another."""


@dataclass(frozen=True)
class Process:
    """The series of a grid with their limits and points.

    `fixed` says at which points the limits rest on the first values of a group only, `uneven`
    which series were counted on days that lie unevenly apart.
    """

    grid: Grid
    groups: Ints
    limits: Limits
    points: Points
    fixed: Bools
    uneven: Bools


def processes(basis: Basis) -> tuple[Process, ...]:
    """One for each grid. No limits stand where there are too few values for them, and no point is
    told apart where there are too few to judge it."""
    return tuple(_process(basis, grid) for grid in basis.grids)


def _process(basis: Basis, grid: Grid) -> Process:
    ends = _ends(basis, grid)
    names = basis.cases["indicator"].to_numpy()[grid.case]
    groups = _groups(basis, grid, ends, names)
    used = _used(basis, grid, groups, ends, names)
    limits = process_limits(grid.value, groups, used)
    unlike = _uneven(grid, ends)
    even = ~(grid.rolling | unlike)[:, None]
    drawn = even & (limits.counted >= DRAWN) & (limits.ranges >= DRAWN - 1)
    judged = even & (limits.counted >= JUDGED) & (limits.ranges >= JUDGED - 1)
    points = special_cause(grid.value, groups, _only(limits, judged))
    fixed = _fixed(used, grid, groups)
    return Process(grid, groups, _only(limits, drawn), points, fixed, unlike)


def _ends(basis: Basis, grid: Grid) -> NDArray[np.datetime64]:
    """The last day of each result's period; not a time where there is no result."""
    days = basis.results["period_end"].to_numpy().astype("datetime64[D]")
    return np.where(grid.row >= 0, days[grid.row], np.datetime64("NaT"))


def _uneven(grid: Grid, ends: NDArray[np.datetime64]) -> Bools:
    """Which series of counts on single days have gaps of clearly different lengths."""
    if grid.frequency != "point":
        return np.zeros(len(grid.case), dtype=bool)
    days = np.diff(ends, axis=1).astype(float)
    days[np.isnat(ends[:, 1:]) | np.isnat(ends[:, :-1])] = np.nan
    longest = np.max(np.nan_to_num(days), axis=1, initial=0)
    shortest = np.min(np.where(np.isnan(days), np.inf, days), axis=1, initial=np.inf)
    return np.asarray(longest > UNEVEN * shortest)


def _groups(
    basis: Basis, grid: Grid, ends: NDArray[np.datetime64], names: NDArray[np.object_]
) -> Ints:
    """Numbers from 0: a break in the series, and a rebase of the indicator, start the next."""
    groups = np.cumsum(grid.starts, axis=1)
    for name, indicator in basis.inputs.indicators.items():
        for item in indicator.rebase:
            own = names == str(name)
            after = ends[own] >= np.datetime64(item.start.start)
            groups[own] += np.maximum.accumulate(after, axis=1)
    return groups.astype(np.int64)


def _used(
    basis: Basis,
    grid: Grid,
    groups: Ints,
    ends: NDArray[np.datetime64],
    names: NDArray[np.object_],
) -> Bools:
    """From which values limits are worked out: all, or those up to where they are fixed.

    A group with too few values up to there keeps all: limits fixed on them would mislead.
    """
    used = np.ones(grid.value.shape, dtype=bool)
    for name, indicator in basis.inputs.indicators.items():
        if indicator.fix_limits is None:
            continue
        own = np.flatnonzero(names == str(name))
        before = ends[own] <= np.datetime64(indicator.fix_limits.until.end)
        last = np.where(before, groups[own], -1).max(axis=1, keepdims=True)
        held = (groups[own] == last) & (last >= 0)
        values = (held & before & ~np.isnan(grid.value[own])).sum(axis=1, keepdims=True)
        used[own] = ~held | before | (values < SETTLED)
    return used


def _fixed(used: Bools, grid: Grid, groups: Ints) -> Bools:
    """The points of groups of which not all values are used."""
    keys = np.arange(len(groups))[:, None] * (groups.max(initial=0) + 1) + groups
    left_out = np.bincount(keys.ravel(), weights=(~used & ~np.isnan(grid.value)).ravel())
    return np.asarray(left_out[keys] > 0)


def _only(limits: Limits, where: Bools) -> Limits:
    """The limits at some points, none at the others."""
    names = ("mean", "lower", "upper", "near_lower", "near_upper")
    kept = {name: np.where(where, getattr(limits, name), np.nan) for name in names}
    return replace(limits, **kept)
