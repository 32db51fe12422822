"""The one rule for the group furthest behind, now and over time."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

CELL = ["indicator", "area", "organisation", "programme", "breakdown"]


def current(table: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether each row is of the latest period in which a group of its breakdown has a value; of
    two that end on one day, the longer one."""
    keys = [table[name] for name in CELL]
    ends = table["period_end"].where(table["value"].notna())
    last = ends.groupby(keys, observed=True).transform("max")
    at_last = ends == last
    starts = table["period_start"].where(at_last)
    first = starts.groupby(keys, observed=True).transform("min")
    of_last = (table["period_end"] == last) & (table["period_start"] == first)
    return np.asarray(of_last | last.isna())


def furthest(table: pd.DataFrame) -> NDArray[np.bool_]:
    """The group furthest behind of each breakdown, in each place and of each partner.

    Of the groups that are clearly behind what they are held against it is the one with the worst
    value; where the source gives no margin of error, of all that stand behind. Larger categories
    only: those within one do not outrank it. None where neither way is better.
    """
    eligible = table["chosen"] & table["current"] & table["single"] & table["top"]
    eligible &= table["stands"] == "behind"
    clear = table["verdict"] == "clear gap"
    unsure = (table["verdict"] == "cannot say") & table["difference"].notna()
    rows = table[eligible & (clear | unsure)]
    if rows.empty:
        return np.zeros(len(table), dtype=bool)
    worst = rows["value"].where(rows["direction"] == "up", -rows["value"])
    ranked = rows.assign(unsure=unsure, worst=worst).sort_values(["unsure", "worst"], kind="stable")
    chosen = ranked.drop_duplicates(CELL).index
    return np.asarray(table.index.isin(chosen))


def followed(table: pd.DataFrame) -> NDArray[np.bool_]:
    """The group of each breakdown by which its gap is said to narrow or to widen.

    That is the one that was, or is now, furthest behind what it is held against: a gap that has
    closed is judged by the group that it was about. Where neither way is better, the one furthest
    apart on either side.
    """
    eligible = table["chosen"] & table["current"] & table["single"] & table["top"]
    way = table["direction"].map({"up": -1.0, "down": 1.0}).astype(float)
    sizes = [
        (table[name] * way).where(way.notna(), table[name].abs())
        for name in ("difference", "then_difference")
    ]
    size = pd.concat(sizes, axis=1).max(axis=1)
    rows = table.assign(size=size)[eligible & size.notna()]
    chosen = rows.sort_values("size", ascending=False, kind="stable").drop_duplicates(CELL).index
    return np.asarray(table.index.isin(chosen))
