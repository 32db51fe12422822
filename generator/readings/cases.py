"""What there is to read: for each cell of each indicator its latest result and its baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.cells import key
from generator.indicators.methods import made_as
from generator.model.indicator import Indicator
from generator.model.report import Inputs

from .frequency import ranks

CELL = ["area", "organisation", "programme", "group"]
SERIES = ["indicator", *CELL, "frequency"]
TEXTS = ["period", "flag"]
TIMES = ["period_start", "period_end"]
NUMBERS = ["value", "lower", "upper", "numerator", "denominator"]

NO_BASELINE_ROW = "missing"
OTHER_FREQUENCY = "frequency"


def cases(results: pd.DataFrame, inputs: Inputs, main_area: str) -> pd.DataFrame:
    """One row for each cell and frequency of `frames.RESULTS`, the first that cards show first.

    Columns: SERIES; TEXTS, TIMES and NUMBERS of the latest period, and of the baseline with
    `then_`; `baseline`, "" or why there is none; `broken`, whether a break stands after the
    baseline; `reported_by`; the indicator's `direction` and `method` (its word); `row`, where
    the latest result stands in `results`. The baseline is the indicator's (its own value for the
    whole main area), else the first result that has a value.
    """
    codes = pd.DataFrame({name: results[name].cat.codes.astype(np.int64) for name in SERIES})
    ends = results["period_end"].to_numpy()
    order = np.lexsort((ends, *codes.to_numpy().T[::-1]))
    keys = key(codes, SERIES)[order]
    starts = np.r_[True, keys[1:] != keys[:-1]][: len(keys)]
    series = np.cumsum(starts) - 1
    last = np.flatnonzero(np.r_[starts[1:], True][: len(keys)])
    then = _baselines(results, order, series, len(last), inputs)
    found = {name: _words(results[name])[order[last]] for name in (*SERIES, *TEXTS, "reported_by")}
    found |= {name: results[name].to_numpy()[order[last]] for name in (*TIMES, *NUMBERS)}
    table = pd.DataFrame(found).assign(row=order[last], **_then(results, order, then))
    known = _of(inputs, lambda indicator: indicator.direction)
    methods = _of(inputs, lambda indicator: made_as(indicator.method))
    table["direction"] = table["indicator"].map(known)
    table["method"] = table["indicator"].map(methods)
    table = _as_written(table, inputs, main_area)
    table["broken"] = _broken(results, order, series, table)
    rank = ranks(results, inputs, main_area)
    table["rank"] = [
        rank[pair]
        for pair in zip(table["indicator"].tolist(), table["frequency"].tolist(), strict=True)
    ]
    first = codes.to_numpy()[order[last]][:, : len(SERIES) - 1].T
    return table.iloc[np.lexsort((table["rank"], *first[::-1]))].reset_index(drop=True)


def _words(column: pd.Series) -> NDArray[np.object_]:
    """A categorical's texts as plain objects."""
    words: NDArray[np.object_] = np.array([*column.cat.categories, ""], dtype=object)
    return words[column.cat.codes.to_numpy()]


def _of(inputs: Inputs, take: Callable[[Indicator], Any]) -> Mapping[str, Any]:
    return {str(name): take(indicator) for name, indicator in inputs.indicators.items()}


def _baselines(
    results: pd.DataFrame,
    order: NDArray[np.int64],
    series: NDArray[np.int64],
    count: int,
    inputs: Inputs,
) -> NDArray[np.int64]:
    """Of each series the place in `order` of its baseline's row, -1 where there is none."""
    period = _words(results["period"])[order]
    wanted = _of(inputs, lambda i: str(i.baseline.period) if i.baseline else "")
    asked = pd.Series(_words(results["indicator"])[order]).map(wanted).to_numpy()
    valued = results["value"].notna().to_numpy()[order]
    places = np.flatnonzero(np.where(asked == "", valued, period == asked))
    chosen, first = np.unique(series[places], return_index=True)
    then = np.full(count, -1, dtype=np.int64)
    then[chosen] = places[first]
    return then


def _then(
    results: pd.DataFrame, order: NDArray[np.int64], then: NDArray[np.int64]
) -> dict[str, Any]:
    """The columns of the baseline's rows; nothing in them where there is no row."""
    none = then < 0
    rows = order[then]
    columns: dict[str, Any] = {"baseline": np.where(none, NO_BASELINE_ROW, "").astype(object)}
    for name in TEXTS:
        columns[f"then_{name}"] = np.where(none, "", _words(results[name])[rows])
    for name in TIMES:
        columns[f"then_{name}"] = np.where(
            none, np.datetime64("NaT"), results[name].to_numpy()[rows]
        )
    for name in NUMBERS:
        columns[f"then_{name}"] = np.where(none, np.nan, results[name].to_numpy(dtype=float)[rows])
    return columns


def _as_written(table: pd.DataFrame, inputs: Inputs, main_area: str) -> pd.DataFrame:
    """With the indicators' baselines: their period, and for the whole main area their value."""
    written = {name: i.baseline for name, i in inputs.indicators.items() if i.baseline}
    rows = table["indicator"].isin(written).to_numpy()
    if not rows.any():
        return table
    baseline = table.loc[rows, "indicator"].map(written)
    table.loc[rows, "then_period"] = [str(item.period) for item in baseline]
    for name, day in (("start", "start"), ("end", "end")):
        days = np.array([getattr(item.period, day) for item in baseline], dtype="datetime64[s]")
        table.loc[rows, f"then_period_{name}"] = days
    frequency = np.full(len(table), "", dtype=object)
    frequency[rows] = [item.period.frequency for item in baseline]
    given = np.full(len(table), np.nan)
    given[rows] = [np.nan if item.value is None else item.value for item in baseline]
    whole = (table[["organisation", "programme", "group"]] == "").all(axis=1)
    own = (whole & (table["area"] == main_area)).to_numpy() & ~np.isnan(given)
    table.loc[own, "then_value"] = given[own]
    table.loc[own, [f"then_{name}" for name in NUMBERS if name != "value"]] = np.nan
    table.loc[own, ["then_flag", "baseline"]] = ""
    other = rows & (frequency != table["frequency"].to_numpy())
    table.loc[other, "baseline"] = OTHER_FREQUENCY
    table.loc[other, "then_value"] = np.nan
    return table


def _broken(
    results: pd.DataFrame,
    order: NDArray[np.int64],
    series: NDArray[np.int64],
    table: pd.DataFrame,
) -> NDArray[np.bool_]:
    """Whether a result after the baseline, up to the latest, carries the flag b."""
    flagged = np.array(["b" in str(text).split() for text in results["flag"].cat.categories])
    breaks = flagged[results["flag"].cat.codes.to_numpy()][order] if len(flagged) else series < 0
    ends = table["then_period_end"].to_numpy()[series]
    after = breaks & (results["period_end"].to_numpy()[order] > ends)
    return np.bincount(series, weights=after, minlength=len(table)) > 0
