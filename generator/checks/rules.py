"""What a row of a metrics table may not say: limits out of order, flags at odds with the value."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from ..model.metric import COUNTED
from ..model.report import Inputs
from ..model.words import FLAG_MEANINGS, FLAGS_WITHOUT_VALUE
from . import places
from .places import Bools

LOW = 1
"""A value flagged `low` rounds to 0 in the unit of its column, so it is smaller than this."""


def check(inputs: Inputs) -> list[Problem]:
    """Rows whose numbers and flags cannot all be right."""
    values = inputs.values
    value, lower, upper = (values[name].to_numpy() for name in ("value", "lower", "upper"))
    has_value, has_lower, has_upper = (~np.isnan(column) for column in (value, lower, upper))
    order = has_lower & has_upper & (lower > upper)
    with np.errstate(invalid="ignore"):
        outside = has_value & has_lower & has_upper & ~order & ((value < lower) | (value > upper))
    counted = _of_metrics(inputs, values)
    wrong = (
        (
            has_lower != has_upper,
            "lower",
            "one limit of the interval is there and the other is not",
            "Fill in both lower and upper, or neither.",
        ),
        (
            order,
            "lower",
            "the lower limit is larger than the upper",
            "Change them over, or correct one.",
        ),
        (
            outside,
            "value",
            "the value is outside its own interval",
            "Correct the value, lower or upper.",
        ),
        (
            ~has_value & has_lower & has_upper,
            "value",
            "there is an interval without a value",
            "Fill in the value, or leave lower and upper blank.",
        ),
        (
            counted & (value < 0),
            "value",
            "a count is less than 0",
            "Type 0 or more, or leave the value blank with a flag such as x.",
        ),
    )
    problems = [found for one in wrong for found in _told(values, *one)]
    return [*problems, *_of_flags(values, has_value, value)]


def _told(values: pd.DataFrame, wrong: Bools, field: str, what: str, hint: str) -> list[Problem]:
    return places.told(values[wrong], field, lambda _: (what, hint)) if wrong.any() else []


def _of_metrics(inputs: Inputs, values: pd.DataFrame) -> Bools:
    """Rows of metrics that count people, events or things."""
    column = values["metric"].cat
    counts = np.array(
        [
            name in inputs.metrics and inputs.metrics[name].counts in COUNTED
            for name in column.categories
        ],
        dtype=bool,
    )
    found: Bools = counts[column.codes.to_numpy()] if len(counts) else np.zeros(len(values), bool)
    return found


def _of_flags(
    values: pd.DataFrame, has_value: Bools, value: npt.NDArray[np.float64]
) -> list[Problem]:
    column = values["flag"].cat
    problems: list[Problem] = []
    for flag in (*FLAGS_WITHOUT_VALUE, "low"):
        flagged = [code for code, text in enumerate(column.categories) if flag in str(text).split()]
        rows = np.isin(column.codes.to_numpy(), flagged) & has_value
        if flag == "low":
            rows &= np.abs(value) >= LOW
        meaning = FLAG_MEANINGS[flag]
        what = f"the flag {flag} ({meaning}) stands beside a value"
        problems += _told(
            values, rows, "flag", what, "Take out the flag, or leave the value blank."
        )
    return problems
