"""Adding up parts that share a key; and which metrics may be summed over a dimension."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.metric import Metric
from generator.model.words import Dimension

from ..cells import KEY, WITHOUT_VALUE, Cells, dimension_bit, key

BASE_ADDS_UP: tuple[Dimension, ...] = ("area", "group")
"""People are counted once over areas and groups, but maybe twice over partners or periods."""


def may_sum(cells: Cells, metrics: Mapping[str, Metric], dimension: Dimension) -> NDArray[np.bool_]:
    """Whether each row's metric may be summed over the dimension."""
    allowed = np.array(
        [name in metrics and dimension in metrics[name].sums_over for name in cells.words["metric"]]
    )
    codes: NDArray[np.int64] = cells.frame["metric"].to_numpy()
    answer: NDArray[np.bool_] = allowed[codes]
    return answer


def add_up(parts: pd.DataFrame, dimension: Dimension, also: Sequence[str] = ()) -> pd.DataFrame:
    """The sums of the parts with equal KEY, as rows of cells; `parts` counts them.

    A part without a value leaves the sum without one; its flags are those of all its parts.
    `also` names more columns to sum.
    """
    if parts.empty:
        return parts.assign(parts=np.zeros(0, dtype=np.int64))
    keys = key(parts, KEY)
    order = np.argsort(keys, kind="stable")
    sorted_keys = keys[order]
    starts = np.flatnonzero(np.r_[True, sorted_keys[1:] != sorted_keys[:-1]])
    ordered = parts.iloc[order]
    total = ordered.iloc[starts].copy()
    value = np.add.reduceat(ordered["value"].to_numpy(), starts)
    total["flags"] = np.bitwise_or.reduceat(ordered["flags"].to_numpy(), starts)
    total["value"] = np.where(total["flags"].to_numpy() & WITHOUT_VALUE, np.nan, value)
    total["lower"] = np.nan
    total["upper"] = np.nan
    base = np.add.reduceat(ordered["base"].to_numpy(), starts)
    total["base"] = base if dimension in BASE_ADDS_UP else np.nan
    total["leaves"] = np.add.reduceat(ordered["leaves"].to_numpy(), starts)
    computed = np.bitwise_or.reduceat(ordered["computed"].to_numpy(), starts)
    total["computed"] = computed | dimension_bit(dimension)
    for column in also:
        total[column] = np.add.reduceat(ordered[column].to_numpy().astype(np.int64), starts)
    total["row"] = -1
    total["parts"] = np.diff(np.r_[starts, len(parts)])
    return total


def missing_from(cells: pd.DataFrame, totals: pd.DataFrame) -> pd.DataFrame:
    """The totals for which the cells have no row: a published total wins over a sum."""
    both = pd.concat([cells[list(KEY)], totals[list(KEY)]], ignore_index=True)
    keys = key(both, KEY)
    return totals[~pd.Index(keys[len(cells) :]).isin(keys[: len(cells)])]
