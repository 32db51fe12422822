"""Each group held against its reference and against everyone else, now and at the baseline."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators import metrics_of
from generator.model.indicator import Indicator
from generator.model.metric import COUNTED
from generator.model.report import Inputs

from ...basis import Basis
from ...difference import Floats, Side
from ..scale import per
from .against import others, sets_of
from .cells_of import Cells
from .people import Codes, Groups
from .two_groups import gap

AMOUNTS = ("count", "sum")
"""Methods whose values say how large a group is, not how it fares."""


def compared(basis: Basis, cells: Cells, groups: Groups) -> pd.DataFrame:
    """A row a group and what it is held against, and one for a group that there is nothing to hold
    against: `case`, `against` ("" for nothing), both values and counts, the columns of
    `two_groups.Gap`, and all of it at the baseline with `then_`. The first row of a case is the one
    that its reading takes.
    """
    case = _judged(basis, cells, groups)
    table = basis.cases.loc[case]
    now = table["row"].to_numpy()
    periods = pd.Index(cells.results["period"].cat.categories)
    before = periods.get_indexer(pd.Index(table["then_period"])).astype(np.int64)
    then = cells.row(cells.of[now], before, cells.group[now])
    method = table["method"].to_numpy()
    scale = per(table["indicator"], basis.inputs)
    own, own_then = cells.side(now), cells.side(then)
    made = []
    pairs = zip(
        others(cells, groups, now, method, scale),
        others(cells, groups, then, method, scale),
        strict=True,
    )
    for (against, other), (against_then, other_then) in pairs:
        same = against == against_then
        columns: dict[str, Any] = {"case": case, "against": against, **_columns(method, own, other)}
        earlier = _columns(method, own_then, other_then)
        columns |= {f"then_{k}": np.where(same, each, np.nan) for k, each in earlier.items()}
        made.append(pd.DataFrame(columns)[against != ""])
    alone = ~np.isin(case, np.concatenate([each["case"].to_numpy() for each in made]))
    nothing = Side(*(np.full(len(case), np.nan) for _ in range(5)))
    columns = {"case": case, "against": "", **_columns(method, own, nothing)}
    made.append(pd.DataFrame(columns)[alone])
    every: pd.DataFrame = pd.concat(made, ignore_index=True)
    return every.sort_values("case", kind="stable", ignore_index=True)


def _judged(basis: Basis, cells: Cells, groups: Groups) -> Codes:
    """The cases of groups of people whose values say how they fare."""
    cases = basis.cases
    amounts = [
        name for name, each in basis.inputs.indicators.items() if _amount(basis.inputs, each)
    ]
    rows = cases["row"].to_numpy()
    fares = ~(cases["method"].isin(AMOUNTS) | cases["indicator"].isin(amounts)).to_numpy()
    chosen = np.flatnonzero(fares & groups.people[cells.group[rows]])
    return chosen[~_composition(cells, groups, rows[chosen])]


def _amount(inputs: Inputs, indicator: Indicator) -> bool:
    """Whether an indicator of published values counts something."""
    known = [inputs.metrics[name] for name in metrics_of(indicator) if name in inputs.metrics]
    published = type(indicator.method).__name__ == "Published"
    return published and any(metric.counts in (*COUNTED, "money") for metric in known)


def _composition(cells: Cells, groups: Groups, rows: Codes) -> NDArray[np.bool_]:
    """Rows that say how a whole is made up of its groups: all are shares of one number of people,
    so that a smaller group has a smaller share and no group fares worse."""
    if not len(rows):
        return np.zeros(0, dtype=bool)
    sets, part = sets_of(cells, groups, rows), cells.side(rows)
    whole = cells.side(cells.other(rows, groups.everyone)).denominator
    frame = pd.DataFrame({"set": sets, "n": part.denominator, "x": part.numerator})
    own, above = cells.group[rows], groups.parent[cells.group[rows]]
    inside = above >= 0
    parents = cells.key(sets[inside], sets[inside] * 0, above[inside])
    frame["x"] = frame["x"].where(~np.isin(cells.key(sets, sets * 0, own), parents))
    each = frame.groupby("set")
    alike = (each["n"].transform("nunique") == 1) & (each["n"].transform("size") > 1)
    filled = each["x"].transform("sum").between(0.9 * frame["n"], 1.01 * frame["n"])
    of_one = np.where(np.isnan(whole), filled, whole == part.denominator)
    return np.asarray(alike & of_one)


def _columns(method: NDArray[np.object_], one: Side, other: Side) -> dict[str, Floats]:
    found = gap(method, one, other)
    expected = method == "indirectly_standardised"  # the denominator is of events, not of people
    return {
        "value": one.value,
        "own_lower": one.lower,
        "own_upper": one.upper,
        "other_value": other.value,
        "events": one.numerator,
        "other_events": other.numerator,
        "people": np.where(expected, np.nan, one.denominator),
        "other_people": np.where(expected, np.nan, other.denominator),
        "difference": found.difference,
        "lower": found.lower,
        "upper": found.upper,
        "ratio": found.ratio,
        "ratio_lower": found.ratio_lower,
        "ratio_upper": found.ratio_upper,
    }
