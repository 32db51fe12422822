"""The findings of forecasts, row by row from the columns of the reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from generator.model.period import Period, parse
from generator.wording import forecasts, periods

from ...basis import Basis
from .projected import Projected


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
        strict=True,
    )
    return [forecasts.finding(*row) for row in rows]


def _worded(
    words: Callable[[Period], str], texts: pd.Series, known: Mapping[str, Period]
) -> list[str]:
    """Each canonical text in words, "" for none; those to come are in no table."""
    said = {
        text: words(known.get(text) or parse(text, months=True)) if text else ""
        for text in texts.unique()
    }
    return [said[text] for text in texts.tolist()]
