"""Between which numbers the values of an indicator can lie at all."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pandas as pd

from generator.indicators.methods import Proportion
from generator.model.metric import COUNTED
from generator.model.report import Inputs

Range = tuple[float, float]
"""The least and the most; infinite where nothing says so."""


def possible(inputs: Inputs, results: pd.DataFrame) -> Mapping[str, Range]:
    """Of each indicator the range of its values.

    A share of a whole lies from 0 to 100; so does a published percentage none of whose
    `frames.RESULTS` lies outside: growth rates go below. What is made of counts is not below 0.
    """
    values = results.groupby("indicator", observed=True)["value"]
    lowest, highest = values.min().to_dict(), values.max().to_dict()
    found: dict[str, Range] = {}
    for name, indicator in inputs.indicators.items():
        known = (inputs.metrics.get(metric) for metric in indicator.method.metrics)
        counted = all(metric is not None and metric.counts in COUNTED for metric in known)
        least, most = lowest.get(name, math.nan), highest.get(name, math.nan)
        share = indicator.unit.startswith("%") and least >= 0 and most <= 100
        if isinstance(indicator.method, Proportion) or share:
            found[str(name)] = (0.0, 100.0)
        else:
            found[str(name)] = (0.0 if counted else -math.inf, math.inf)
    return found
