"""The inequality over all groups of each breakdown: `frames.INEQUALITY`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from generator.model.frames import empty
from generator.model.group_frames import INEQUALITY
from generator.wording import reasons

from ...basis import Basis
from ...reason import first_reason
from .cells_of import Cells
from .furthest import CELL
from .inequality import FEWEST, Scale, Slope, disparity, slope
from .people import Bools, Codes, Groups
from .sets import share, sums

SCALES: dict[str, Scale] = {
    "proportion": "logit",
    "rate": "log",
    "directly_standardised": "log",
    "mean": "plain",
}
"""On which scale the line is fitted, by method; others have no counts of people."""
PERCENT = {"proportion": 100.0}
FEWEST_GROUPS = 2
_NUMBERS = ("slope", "lower", "upper", "ratio", "ratio_lower", "ratio_upper")


def inequalities(
    basis: Basis, gaps: pd.DataFrame, cells: Cells, groups: Groups, case: Codes
) -> pd.DataFrame:
    """A row a breakdown, place and partner: the index of disparity over its groups with a value
    and, where they go from the most deprived on, slope and ratio of extremes.

    `gaps` are all rows of `frames.GAPS`, `case` the case of each.
    """
    rows = basis.cases["row"].to_numpy()[case]
    single = (gaps["chosen"] & gaps["current"] & gaps["single"] & gaps["top"]).to_numpy()
    chosen = single & groups.apart[cells.group[rows]]
    rows, number = rows[chosen], case[chosen]
    table = gaps[chosen].assign(row=rows, place=groups.place[cells.group[rows]])
    table["method"] = basis.cases["method"].to_numpy()[number]
    table["of"] = table.groupby(CELL, observed=True, sort=False).ngroup()
    table = table.sort_values(["of", "place"], kind="stable")
    valued = table[table["value"].notna()]
    valued = valued[valued.groupby("of")["of"].transform("size") >= FEWEST_GROUPS]
    if valued.empty:
        return empty(INEQUALITY)
    of = valued["of"].rank(method="dense").to_numpy().astype(np.int64) - 1
    made = valued.drop_duplicates("of").reset_index(drop=True)
    listed = table.groupby("of").size()
    made = made.assign(groups=np.bincount(of), listed=listed.loc[made["of"]].to_numpy())
    made["disparity"] = _disparity(valued, of, cells, groups)
    made = pd.concat(
        [made.drop(columns=list(_NUMBERS), errors="ignore"), _slopes(valued, of)], axis=1
    )
    ordered = [n for n, b in basis.inputs.breakdowns.items() if b.ordered == "most_deprived_first"]
    made["reason"] = first_reason(
        (~made["breakdown"].isin(ordered), reasons.NO_ORDER),
        (made["groups"] < made["listed"], reasons.GROUP_MISSING),
        (made["groups"] < FEWEST, reasons.too_few_groups(FEWEST)),
        (made["slope"].isna(), reasons.NO_SLOPE),
    )
    made.loc[made["reason"] != "", list(_NUMBERS)] = np.nan
    found: pd.DataFrame = made[list(INEQUALITY)].astype(INEQUALITY)
    return found


def _uncounted(valued: pd.DataFrame, of: Codes) -> Bools:
    """Rows of sets in which the people of a group are not known."""
    unknown = np.asarray(valued["people"].isna(), dtype=np.float64)
    return np.asarray(sums(of, unknown)[of] > 0)


def _disparity(valued: pd.DataFrame, of: Codes, cells: Cells, groups: Groups) -> np.ndarray:
    """Around everyone's value or, without one, the mean of the groups, each as large as it is;
    where sizes are not known each counts alike."""
    people, value = valued["people"].to_numpy(), valued["value"].to_numpy()
    known = ~_uncounted(valued, of)
    counts = share(of, np.where(known, people, 1.0))
    rows = valued["row"].to_numpy()
    everyone = cells.side(cells.other(rows, groups.everyone)).value
    first = np.unique(of, return_index=True)[1]
    mean = np.where(np.isnan(everyone[first]), sums(of, counts * value), everyone[first])
    return disparity(of, value, mean, counts)


def _slopes(valued: pd.DataFrame, of: Codes) -> pd.DataFrame:
    """The slope of each set, method by method; NaN where people are not counted."""
    found = np.full((of.max() + 1, len(_NUMBERS)), np.nan)
    known = ~_uncounted(valued, of)
    for method, scale in SCALES.items():
        rows = np.flatnonzero((valued["method"] == method).to_numpy() & known)
        if not len(rows):
            continue
        sets, own = np.unique(of[rows], return_inverse=True)
        per = PERCENT.get(method, 1.0)
        value, low, high = (
            valued[name].to_numpy()[rows] / per for name in ("value", "own_lower", "own_upper")
        )
        made = slope(own, value, low, high, valued["people"].to_numpy()[rows], scale)
        found[sets] = np.column_stack(_columns(made, per))
    return pd.DataFrame(found, columns=list(_NUMBERS))


def _columns(made: Slope, per: float) -> tuple[np.ndarray, ...]:
    times = {"slope": per, "lower": per, "upper": per}
    return tuple(getattr(made, name) * times.get(name, 1.0) for name in _NUMBERS)
