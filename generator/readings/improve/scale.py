"""What a share of one is multiplied by to stand in an indicator's unit."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.methods import (
    Change,
    DirectlyStandardised,
    IndirectlyStandardised,
    Mean,
    Proportion,
    Rate,
    Ratio,
)
from generator.indicators.methods.indirectly_standardised import AS_EXPECTED
from generator.indicators.methods.proportion import PERCENT
from generator.model.indicator import Method
from generator.model.report import Inputs


def per(indicators: pd.Series, inputs: Inputs) -> NDArray[np.float64]:
    """For each id the factor of the numerator over the denominator; NaN for other methods, and
    for standardised ones, whose value is no such quotient."""
    return _each(indicators, inputs, _factor)


def per_standardised(indicators: pd.Series, inputs: Inputs) -> NDArray[np.float64]:
    """For each id the factor of a standardised rate or ratio; NaN for other methods."""
    return _each(indicators, inputs, _standardised)


def _each(
    indicators: pd.Series, inputs: Inputs, factor: Callable[[Method], float]
) -> NDArray[np.float64]:
    factors = {str(name): factor(item.method) for name, item in inputs.indicators.items()}
    return np.array([factors[name] for name in indicators.tolist()], dtype=np.float64)


def _standardised(method: Method) -> float:
    match method:
        case DirectlyStandardised(per=many):
            return many
        case IndirectlyStandardised(per=many):
            return AS_EXPECTED if many is None else many
    return float("nan")


def _factor(method: Method) -> float:
    match method:
        case Proportion() | Change(measure="moved_up" | "moved_down"):
            return PERCENT
        case Rate(per=many) | Ratio(per=many):
            return many
        case Mean() | Change():
            return 1.0
    return float("nan")
