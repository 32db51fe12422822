"""What it means in people if the recent pattern continues, against the target or against now."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.methods import Count, Proportion, Rate
from generator.model.frames import CONSEQUENCES
from generator.model.indicator import Indicator
from generator.model.report import Inputs

from ..cases import SERIES
from .forecasting.models.ahead import Floats

TARGET, LATEST = "target", "latest"


def consequences(
    cases: pd.DataFrame,
    inputs: Inputs,
    reading: pd.DataFrame,
    at_target: NDArray[np.bool_],
    kind: NDArray[np.object_],
) -> pd.DataFrame:
    """`CONSEQUENCES`: people more or fewer than the target asks for or, before its date, than now.

    `reading` is that of the forecast, row by row the `cases`, with `value`, `lower` and `upper`
    NaN where there is none. The forecast and what it is held against are both counted out of the
    people of the latest result: that their number stays is said wherever this is shown. Only
    indicators that count people are counted out, and no sample of a survey.
    """
    per = cases["indicator"].map(
        {str(i): _per(one, inputs) for i, one in inputs.indicators.items()}
    )
    scale = per.to_numpy(dtype=float)
    out_of = np.where(np.isinf(scale), 1.0, cases["denominator"].to_numpy(dtype=float) / scale)
    people = np.where(np.isinf(scale), np.nan, cases["denominator"].to_numpy(dtype=float))
    goal = reading["reference_value"].to_numpy(dtype=float)
    now = cases["value"].to_numpy(dtype=float)
    against: Floats = np.where(at_target, np.where(kind == "within", np.nan, goal), now)
    found = pd.DataFrame(
        {
            "period": reading["period"],
            "against": np.where(at_target, TARGET, LATEST),
            "reference_period": np.where(at_target, reading["reference_period"], cases["period"]),
            "people": reading["value"] * out_of,
            "difference": (reading["value"] - against) * out_of,
            "lower": (reading["lower"] - against) * out_of,
            "upper": (reading["upper"] - against) * out_of,
            "denominator": people,
        }
    )
    known = found[["difference", "lower", "upper"]].notna().all(axis=1)
    table = pd.concat([cases[SERIES], found], axis=1)[known].reset_index(drop=True)
    return table[list(CONSEQUENCES)].astype(CONSEQUENCES)


def _per(indicator: Indicator, inputs: Inputs) -> float:
    """So many of the denominator's people make the value's unit; infinite for a plain count of
    people, NaN where the value is no share or number of people that are all counted."""
    method = indicator.method
    metric = inputs.metrics.get(method.metrics[0]) if method.metrics else None
    asked = indicator.evidence != "quantitative" or indicator.kind == "experience"
    if metric is None or metric.counts != "people" or asked:
        return np.nan
    if isinstance(method, Count):
        return np.inf
    if isinstance(method, Proportion):
        return 100.0
    return method.per if isinstance(method, Rate) else np.nan
