"""The tables of forecasts that pages and charts are made from (`model.frames`)."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import FORECAST_CHOICES, FORECASTS

from ...cases import SERIES
from .choice import MODELS
from .projected import Projected


def points(
    cases: pd.DataFrame,
    found: Projected,
    texts: NDArray[np.object_],
    steps: NDArray[np.int64],
) -> pd.DataFrame:
    """`FORECASTS`: of each case a row a step ahead; `texts` are the periods to come."""
    ahead = np.arange(found.value.shape[1])
    case, step = np.nonzero(ahead < steps[:, None])
    table = cases.loc[case, SERIES].reset_index(drop=True)
    (lower80, upper80), (lower95, upper95) = found.bands[:, :, case, step]
    table = table.assign(
        period=texts[case, step],
        value=found.value[case, step],
        lower80=lower80,
        upper80=upper80,
        lower95=lower95,
        upper95=upper95,
    )
    return table[list(FORECASTS)].astype(FORECASTS)


def choices(cases: pd.DataFrame, found: Projected, steps: NDArray[np.int64]) -> pd.DataFrame:
    """`FORECAST_CHOICES`: a row a case that has a forecast."""
    own = np.flatnonzero(steps > 0)
    names = np.array([model.name for model in MODELS], dtype=object)
    table = cases.loc[own, SERIES].reset_index(drop=True)
    table = table.assign(
        model=names[found.model[own]],
        values=found.count[own],
        tests=found.tests[own],
        since_break=found.since_break[own],
        provisional=found.provisional[own],
        seasonal=found.seasonal[own],
        on_logit=found.on_logit[own],
        clipped=found.clipped[own],
        varies=found.varies[own],
        slope=found.slope[own],
        odd=found.odd[own],
        **{f"error_{name}": found.errors[own, place] for place, name in enumerate(names)},
    )
    return table[list(FORECAST_CHOICES)].astype(FORECAST_CHOICES)
