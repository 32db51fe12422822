"""What a share of one is multiplied by to stand in an indicator's unit."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.methods import Mean, Proportion, Rate, Ratio
from generator.indicators.methods.proportion import PERCENT
from generator.model.indicator import Method
from generator.model.report import Inputs


def per(indicators: pd.Series, inputs: Inputs) -> NDArray[np.float64]:
    """For each id the factor of the numerator over the denominator; NaN for other methods."""
    factors = {str(name): _factor(item.method) for name, item in inputs.indicators.items()}
    return np.array([factors[name] for name in indicators.tolist()], dtype=np.float64)


def _factor(method: Method) -> float:
    match method:
        case Proportion():
            return PERCENT
        case Rate(per=many) | Ratio(per=many):
            return many
        case Mean():
            return 1.0
    return float("nan")
