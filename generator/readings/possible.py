"""Between which numbers the values of an indicator can lie at all."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

import pandas as pd

from generator.indicators.methods import made_as
from generator.model.metric import COUNTED
from generator.model.report import Inputs

Range = tuple[float, float]
"""The least and the most; infinite where nothing says so."""


def possible(inputs: Inputs, results: pd.DataFrame) -> Mapping[str, Range]:
    """Of each indicator the range of its values.

    A share of a whole lies from 0 to 100; so does a published percentage none of whose
    `frames.RESULTS` lies outside: growth rates go below. A score out of N lies from 0 to N, where
    none lies outside. What is made of counts is not below 0, nor is a published rate (per …) none
    of which is.
    """
    values = results.groupby("indicator", observed=True)["value"]
    lowest, highest = values.min().to_dict(), values.max().to_dict()
    found: dict[str, Range] = {}
    for name, indicator in inputs.indicators.items():
        known = (inputs.metrics.get(metric) for metric in indicator.method.metrics)
        counted = all(metric is not None and metric.counts in COUNTED for metric in known)
        least, most = lowest.get(name, math.nan), highest.get(name, math.nan)
        top = _top(indicator.unit)
        if made_as(indicator.method) == "proportion" or (least >= 0 and most <= top):
            found[str(name)] = (0.0, 100.0 if math.isnan(top) else top)
        else:
            rate = indicator.unit.startswith("per ") and least >= 0
            found[str(name)] = (0.0 if counted or rate else -math.inf, math.inf)
    return found


def _top(unit: str) -> float:
    """The most that a value in this unit can be where it has an end, else NaN."""
    score = re.match(r"out of (\d+(?:\.\d+)?)", unit)
    return float(score[1]) if score else 100.0 if unit.startswith("%") else math.nan
