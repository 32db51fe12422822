"""Parts that are larger than the whole that they are a part of."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from ..model import frames
from ..model.report import Inputs
from . import places

AS_EQUAL = 1e-12
"""By how much a part may be larger for the sake of how numbers are kept."""


def check(inputs: Inputs) -> list[Problem]:
    """Rows of a metric larger than those, of the same cell, of the metric that it is part of."""
    values = inputs.values
    keys = places.codes(values, frames.CELL)
    problems: list[Problem] = []
    for name, metric in inputs.metrics.items():
        whole = metric.part_of
        if whole is None or not whole.same_period or whole.metric not in inputs.metrics:
            continue
        # A quarter beside a year so far: what they come to is known once both are a quarter.
        if metric.cumulative == inputs.metrics[whole.metric].cumulative:
            problems += _larger(values, keys, name, whole.metric)
    return problems


def _larger(
    values: pd.DataFrame, keys: npt.NDArray[np.int64], part: str, whole: str
) -> list[Problem]:
    is_part, is_whole = ((values["metric"] == name).to_numpy() for name in (part, whole))
    of_whole = pd.Series(values["value"].to_numpy()[is_whole], index=keys[is_whole])
    of_whole = of_whole[~of_whole.index.duplicated()]
    limit = of_whole.reindex(keys[is_part]).to_numpy()
    own = values["value"].to_numpy()[is_part]
    with np.errstate(invalid="ignore"):
        larger = own > limit * (1 + AS_EQUAL)
    rows, limit, own = values[is_part][larger], limit[larger], own[larger]

    def fault(place: int) -> places.Fault:
        what = (
            f"{part} is {own[place]:.15g}, more than {whole}, which is {limit[place]:.15g} "
            f"({places.cell(rows, place)})"
        )
        return what, "A part is at most as large as its whole: correct one of the two."

    return places.told(rows, "value", fault)
