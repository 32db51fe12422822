"""Totals over the groups of one breakdown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.metric import Breakdown
from generator.model.report import Inputs

from ..cells import KEY, Cells, key
from .add_up import add_up, may_sum


def over_groups(cells: Cells, inputs: Inputs) -> pd.DataFrame:
    """Sums over the one breakdown of a cell, if all of its categories are there.

    Two breakdowns give no sum unless the metric's `total_from` names one; neither does one whose
    categories overlap, or, unless named, one without a category for those not stated. Nested
    categories (`within`) are in the ones above them and are not counted again; intersections of
    breakdowns are never summed.
    """
    everyone = cells.code("group", "")
    parts = cells.frame[may_sum(cells, inputs.metrics, "group")]
    groups = _describe(cells.words["group"], inputs.breakdowns)
    about = groups.iloc[parts["group"].to_numpy()].set_index(parts.index)
    parts = parts.join(about).query("breakdown >= 0")
    named = _named(cells, inputs)
    parts = parts.assign(named=named[parts["metric"].to_numpy()])
    parts = parts[(parts["named"] < 0) | (parts["named"] == parts["breakdown"])]
    expected = _expected(parts, inputs.breakdowns)
    whole = parts.assign(group=everyone, expected=expected)
    whole = whole[_of_one_breakdown(whole) & (whole["stated"] | whole["not_stated"]).to_numpy()]
    total = add_up(whole, "group", also=("stated", "not_stated"))
    complete = total["stated"] == total["expected"]
    return total[complete & ((total["not_stated"] > 0) | (total["named"] >= 0))]


def _describe(groups: Sequence[str], breakdowns: Mapping[str, Breakdown]) -> pd.DataFrame:
    """For each group: the number of its breakdown (-1: none, or several), and whether it is one
    of the top-level categories, `stated` or `not_stated`, that make up everyone."""
    numbers = {name: number for number, name in enumerate(breakdowns)}
    rows = []
    for group in groups:
        name, _, category = group.partition("=")
        if ";" in group or name not in breakdowns:
            rows.append((-1, False, False))
            continue
        breakdown = breakdowns[name]
        written = {str(key): value for key, value in breakdown.categories.items()}
        nested = category in written and written[category].within is not None
        top = not nested and not breakdown.overlap
        unstated = category in breakdown.not_stated
        known = not written or category in written
        rows.append((numbers[name], top and known and not unstated, top and unstated))
    return pd.DataFrame(rows, columns=["breakdown", "stated", "not_stated"])


def _named(cells: Cells, inputs: Inputs) -> NDArray[np.int64]:
    """By metric code, the number of the breakdown that its `total_from` names, else -1."""
    numbers = {name: number for number, name in enumerate(inputs.breakdowns)}
    metrics = [inputs.metrics.get(name) for name in cells.words["metric"]]
    return np.array(
        [numbers.get(metric.total_from or "", -1) if metric else -1 for metric in metrics]
    )


def _expected(parts: pd.DataFrame, breakdowns: Mapping[str, Breakdown]) -> NDArray[np.int64]:
    """How many stated categories make up everyone: those written, else those found."""
    written = [
        sum(
            category.within is None and category.id not in breakdown.not_stated
            for category in breakdown.categories.values()
        )
        for breakdown in breakdowns.values()
    ]
    stated = parts[parts["stated"]]
    found = stated.groupby(["metric", "breakdown"])["group"].nunique().rename("found")
    looked_up = parts[["metric", "breakdown"]].join(found, on=["metric", "breakdown"])
    by_hand = np.array(written or [0])[parts["breakdown"].to_numpy()]
    return np.where(by_hand > 0, by_hand, looked_up["found"].fillna(0).to_numpy()).astype(np.int64)


def _of_one_breakdown(parts: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether all rows of a cell are of the same breakdown."""
    keys = pd.Series(key(parts, KEY))
    breakdown = pd.Series(parts["breakdown"].to_numpy()).groupby(keys)
    alone: NDArray[np.bool_] = (breakdown.transform("min") == breakdown.transform("max")).to_numpy()
    return alone
