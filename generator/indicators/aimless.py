"""Targets for cells in which nothing is counted."""

from __future__ import annotations

import pandas as pd

from generator.checks import places, written
from generator.errors import Problem
from generator.model.frames import CELL
from generator.model.report import Inputs

KEY = ["indicator", *(name for name in CELL if name != "period")]
HINT = "Check the area, partner, programme and group that it names, or add the rows for them."


def without_result(results: pd.DataFrame, inputs: Inputs) -> list[Problem]:
    """A warning for each target whose cell has no result, of indicators that have some.

    `results` has the columns of `frames.RESULTS`.
    """
    known = pd.MultiIndex.from_frame(results[KEY].drop_duplicates().astype(str))
    rows = inputs.targets[inputs.targets["indicator"].isin(results["indicator"].unique())]
    rows = rows[~pd.MultiIndex.from_frame(rows[KEY].astype(str)).isin(known)]

    def fault(place: int) -> places.Fault:
        row = rows.iloc[place]
        cell = ", ".join(filter(None, (str(row[name]) for name in KEY[1:])))
        return f"there is no result of {row['indicator']} for {cell} to hold it against", HINT

    return written.told(inputs, rows, "area", fault, "warning")
