"""Baselines that nobody named and that lie far back: a verdict since then may mislead."""

from __future__ import annotations

import pandas as pd

from generator.checks import places
from generator.errors import Problem, warning
from generator.model.report import Inputs

TEN_YEARS = 3653
"""In days, between the ends of the first period and the last."""
HINT = "Name the year that your plan counts from: baseline: {period: …}."


def unnamed_baselines(results: pd.DataFrame, inputs: Inputs, main_area: str) -> list[Problem]:
    """A warning for each indicator whose baseline is its first result, over ten years back.

    `results` has the columns of `frames.RESULTS`; those of the whole main area count. Where
    neither way is better nothing improves or worsens, so nothing is warned of.
    """
    judged = [
        name
        for name, indicator in inputs.indicators.items()
        if indicator.baseline is None and indicator.direction != "none"
    ]
    rows = results[(results["area"] == main_area) & results["value"].notna()]
    rows = rows[(rows["organisation"] == "") & (rows["programme"] == "") & (rows["group"] == "")]
    rows = rows[rows["indicator"].isin(judged)].sort_values("period_end", kind="stable")
    by_indicator = rows.groupby("indicator", observed=True)
    first, last = by_indicator.first(), by_indicator.last()
    far = first[(last["period_end"] - first["period_end"]).dt.days > TEN_YEARS]["period"].to_dict()
    found = []
    for name in judged:
        if name in far:
            what = f"without a baseline it is judged since its first value, {far[name]}"
            found.append(warning(places.where(inputs, f"indicators.{name}.baseline"), what, HINT))
    return found
