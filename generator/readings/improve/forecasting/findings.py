"""The findings of forecasts, row by row from the columns of the reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from scipy.special import ndtri

from generator.model.period import Period, parse
from generator.wording import forecasts, periods

from ...basis import Basis
from .choice import MODELS
from .projected import Projected

AT_80 = float(ndtri(0.9) / ndtri(0.975))
"""How wide an 80% interval is, as a share of the 95% one."""


def findings(basis: Basis, table: pd.DataFrame, found: Projected) -> list[str]:
    """One finding a case; `table` is the reading of all cases in their order."""
    known = basis.inputs.periods
    columns = (table[name].tolist() for name in ("verdict", "value", "lower", "upper"))
    rows = zip(
        basis.said.latest,
        *columns,
        _worded(periods.within, table["period"], known),
        basis.said.targets,
        _worded(periods.named, table["reference_period"], known),
        table["reason"].tolist(),
        found.provisional.tolist(),
        _less_known(basis, table),
        [MODELS[place].name if place >= 0 else "" for place in found.model.tolist()],
        strict=True,
    )
    return [forecasts.finding(*row) for row in rows]


def _less_known(basis: Basis, table: pd.DataFrame) -> list[tuple[float, float]]:
    """The latest value's 95% interval where at 80%, as the band is, it would be wider than that and
    where it holds the target; NaN elsewhere. A few smooth values give a band that is narrower than
    what a survey of this size can tell."""
    lower, upper = (basis.cases[name].to_numpy(dtype=float) for name in ("lower", "upper"))
    goal = table["reference_value"].to_numpy(dtype=float)
    to = basis.towards["target_to"].to_numpy(dtype=float)
    wider = (upper - lower) * AT_80 > (table["upper"] - table["lower"]).to_numpy(dtype=float)
    holds = (lower <= np.where(np.isnan(to), goal, to)) & (upper >= goal)
    ends = (np.where(wider & holds, end, np.nan).tolist() for end in (lower, upper))
    return list(zip(*ends, strict=True))


def _worded(
    words: Callable[[Period], str], texts: pd.Series, known: Mapping[str, Period]
) -> list[str]:
    """Each canonical text in words, "" for none; those to come are in no table."""
    said = {
        text: words(known.get(text) or parse(text, months=True)) if text else ""
        for text in texts.unique()
    }
    return [said[text] for text in texts.tolist()]
