"""Totals that disagree with the sum of their parts."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from ..model.report import Inputs
from ..model.scale import as_typed
from ..model.settings import Settings
from ..model.words import Dimension
from . import places
from .places import Bools
from .ways import KEY, as_ever, ways

RELATIVE, ABSOLUTE = 0.005, 5
"""A total and the sum of its parts disagree when they differ by more than both (design: Sums)."""


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Totals that disagree with their parts.

    Where all parts are there, either way; where some may be missing, only parts that come to more
    than their total.
    """
    problems: list[Problem] = []
    for dimension, part_rows, totals, complete, over in ways(inputs, settings):
        problems += _disagreeing(inputs, dimension, part_rows, totals, complete, over)
    return problems


def _disagreeing(
    inputs: Inputs,
    dimension: Dimension,
    rows: pd.DataFrame,
    whole: npt.NDArray[np.int64],
    complete: Bools | None,
    over: str,
) -> list[Problem]:
    may = {name for name, metric in inputs.metrics.items() if dimension in metric.sums_over}
    allowed = rows["metric"].isin(may).to_numpy() & rows["value"].notna().to_numpy()
    if not allowed.any():
        return []
    values = inputs.values
    totals = values[
        _is_total(values, dimension, np.unique(whole)) & values["metric"].isin(may).to_numpy()
    ]
    if totals.empty:
        return []
    categories = values[dimension].cat.categories
    of_whole = pd.Categorical.from_codes(whole[allowed], categories)
    parts = rows[allowed].assign(**{dimension: of_whole})
    judged = as_ever(rows[allowed], dimension) if complete is None else complete[allowed]
    both = pd.concat([totals[list(KEY)], parts[list(KEY)]], ignore_index=True)
    for name in KEY:  # the columns have equal categories, so the concatenation keeps them
        both[name] = both[name].astype(values[name].dtype)
    keys = places.codes(both, KEY)
    summed = pd.DataFrame(
        {"key": keys[len(totals) :], "value": parts["value"].to_numpy(), "complete": judged}
    )
    per_key = summed.groupby("key").agg(of_parts=("value", "sum"), complete=("complete", "all"))
    known = totals.assign(key=keys[: len(totals)]).join(per_key, on="key")
    known = known[known["of_parts"].notna() & known["value"].notna()]
    difference = known["of_parts"] - known["value"]
    apart = (difference.abs() > ABSOLUTE) & (difference.abs() > RELATIVE * known["value"].abs())
    wrong = known[
        apart & (known["complete"].astype(bool) | ((difference > 0) & (known["value"] >= 0)))
    ]
    names = [as_typed(str(name)) for name in wrong["metric"]]
    sums, said = wrong["of_parts"].to_numpy(), wrong["value"].to_numpy()

    def fault(place: int) -> places.Fault:
        what = (
            f"the total of {names[place]} is {said[place]:.15g}, but the {over} add up to "
            f"{sums[place]:.15g} ({places.cell(wrong, place)})"
        )
        if dimension == "period":  # few enough to be named
            file = str(wrong["file"].iloc[place])
            own = parts[keys[len(totals) :] == wrong["key"].iloc[place]]
            what += f": {_rows(own, file)}"
        if ":" in str(wrong["metric"].iloc[place]):  # of a scale's item: these always add up
            return what, "Correct the total or its parts."
        return what, (
            "Correct the total or its parts; if they may not be summed, leave "
            f"{dimension} out of the metric's adds_up."
        )

    def field(place: int) -> str:
        kind, _, column = str(wrong["metric"].iloc[place]).rpartition(":")
        return column if kind else "value"  # in a table of change, the column that is summed

    return places.told(wrong, field, fault, value=lambda place: f"{said[place]:.15g}")


def _rows(parts: pd.DataFrame, file: str) -> str:
    """Where parts stand: "rows 3, 4 and 5", with the file where it is not the total's."""
    said = []
    for name, own in parts.groupby("file", observed=True, sort=True):
        numbers = [str(row) for row in sorted(own["row"])]
        rows = f"row {numbers[0]}"
        if len(numbers) > 1:
            rows = f"rows {', '.join(numbers[:-1])} and {numbers[-1]}"
        said.append(rows if name == file else f"{name} {rows}")
    return "; ".join(said)


def _is_total(values: pd.DataFrame, dimension: str, whole: npt.NDArray[np.int64]) -> Bools:
    found: Bools = np.isin(values[dimension].cat.codes.to_numpy(), whole)
    return found
