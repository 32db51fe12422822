"""What a group is held against: its reference, everyone else, or whoever there is."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ...difference import Floats, Side
from .cells_of import NOWHERE, Cells
from .everyone_else import Counts, counts, everyone_else, together
from .people import Codes, Groups
from .sets import sums

EVERYONE_ELSE = "everyone else"
OTHER_GROUPS = "all other groups"
EVERYONE = "everyone"
"""What a group is held against, where that is not one other group."""


def others(
    cells: Cells, groups: Groups, rows: Codes, method: NDArray[np.object_], scale: Floats
) -> Iterator[tuple[NDArray[np.object_], Side]]:
    """What the groups of these results are held against, in the order in which it is preferred:
    what it is called, "" where there is no value, and its side."""
    texts = np.array([*cells.results["group"].cat.categories, ""], dtype=object)
    group = np.where(rows >= 0, cells.group[rows], NOWHERE)
    reference = np.where(group >= 0, groups.reference[group], NOWHERE)
    yield _named(texts[reference], cells.side(cells.other(rows, reference)))
    whole = cells.side(cells.other(rows, groups.everyone))
    total = counts(whole)
    rest = everyone_else(method, scale, total, counts(cells.side(rows)))
    summed = np.isnan(total.people)
    siblings = _siblings(cells, groups, np.where(summed, rows, NOWHERE))
    of_others = everyone_else(method, scale, siblings, counts(cells.side(rows)))
    yield _named(
        np.where(summed, OTHER_GROUPS, EVERYONE_ELSE).astype(object),
        Side(
            *(
                np.where(summed, getattr(of_others, name), getattr(rest, name))
                for name in ("value", "lower", "upper", "numerator", "denominator")
            )
        ),
    )
    alone = np.where(summed, np.isnan(of_others.value), np.isnan(rest.value))
    pair = _other_of_two(cells, groups, np.where(alone, rows, NOWHERE))
    yield _named(texts[pair], cells.side(cells.other(rows, pair)))
    published = ~np.isin(method, ("proportion", "rate", "mean", "ratio"))
    yield _named(np.where(published, EVERYONE, "").astype(object), whole)


def _other_of_two(cells: Cells, groups: Groups, rows: Codes) -> Codes:
    """The other group of a breakdown that has two with a value and names none as its reference."""
    group = np.where(rows >= 0, cells.group[rows], NOWHERE)
    valued = (rows >= 0) & ~np.isnan(cells.side(rows).value) & (groups.reference[group] < 0)
    single = valued & groups.single[group] & groups.top[group]
    other = np.full(len(rows), NOWHERE)
    if single.any():
        of = sets_of(cells, groups, rows[single])
        two = np.bincount(of)[of] == 2
        both = sums(of, group[single].astype(float)).astype(np.int64)[of]
        other[single] = np.where(two, both - group[single], NOWHERE)
    return other


def _named(name: NDArray[np.object_], side: Side) -> tuple[NDArray[np.object_], Side]:
    return np.where(np.isnan(side.value), "", name).astype(object), side


def _siblings(cells: Cells, groups: Groups, rows: Codes) -> Counts:
    """The counts of all groups of each row's breakdown that can stand for everyone together: its
    stated top categories, where nobody is in two."""
    wanted = rows >= 0
    single = wanted & groups.single[cells.group[rows]] & groups.apart[cells.group[rows]]
    breakdowns, names = pd.factorize(groups.breakdown)
    adds_up = groups.people & groups.single & groups.top & groups.apart
    keys = cells.key(cells.of, cells.period) * len(names) + breakdowns[cells.group]
    every = np.flatnonzero(adds_up[cells.group] & np.isin(keys, keys[rows[single]]))
    found, of = np.unique(keys[every], return_inverse=True)
    side = cells.side(every)
    known = ~np.isnan(side.denominator)
    whole = together(of[known], counts(cells.side(every[known])))
    place = np.minimum(np.searchsorted(found, keys[rows]), max(len(found) - 1, 0))

    def taken(column: Floats) -> Floats:
        full = np.full(len(rows), np.nan)
        if len(column):
            there = single & (place < len(column))
            there &= found[place] == keys[rows]
            full[there] = column[place[there]]
        return full

    return Counts(taken(whole.events), taken(whole.people), taken(whole.squares))


def sets_of(cells: Cells, groups: Groups, rows: Codes) -> Codes:
    """The number of the breakdown, cell and period of each result."""
    breakdowns, names = pd.factorize(groups.breakdown)
    keys = cells.key(cells.of, cells.period) * len(names) + breakdowns[cells.group]
    numbers: Codes = np.unique(keys[rows], return_inverse=True)[1].astype(np.int64)
    return numbers
