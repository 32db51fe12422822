"""Periods of year-to-date figures: only months, quarters and whole years can be told apart."""

from __future__ import annotations

import numpy as np

from ..errors import Problem
from ..model.report import Inputs
from . import places

READABLE = ("month", "quarter", "year-04")
"""The frequencies at which a figure of the financial year so far may be given."""
HINT = (
    "Type the month or the quarter that the figure goes up to, such as 2024-09 or 2024/25 Q2, "
    "or the whole year, 2024/25."
)


def check(inputs: Inputs) -> list[Problem]:
    """Rows of cumulative metrics for periods that are no such part of a financial year."""
    metric, period = (inputs.values[name].cat for name in ("metric", "period"))
    cumulative = [
        code
        for code, name in enumerate(metric.categories)
        if name in inputs.metrics and inputs.metrics[name].cumulative
    ]
    strange = [
        code
        for code, text in enumerate(period.categories)
        if text in inputs.periods and inputs.periods[text].frequency not in READABLE
    ]
    if not cumulative or not strange:
        return []
    wrong = np.isin(metric.codes, cumulative) & np.isin(period.codes, strange)
    rows = inputs.values[wrong]
    texts = rows["period"].astype(str).to_numpy()

    def fault(place: int) -> places.Fault:
        return f"{texts[place]} is no month, quarter or year of the financial year so far", HINT

    return places.told(rows, "period", fault, value=lambda place: str(texts[place]))
