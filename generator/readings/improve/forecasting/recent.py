"""The values that a forecast rests on: since the last break, in real time, in even steps."""

from __future__ import annotations

import re
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...grid import Grid
from .models.ahead import Bools, Floats

YEAR = 365.25
NEARLY_A_YEAR = 60
"""Days: points in time that stand this near to whole years apart are taken as yearly."""
SEASONS = {"month": 12, "quarter": 4, "point": 1}


class Recent(NamedTuple):
    """A row a series of the grid, a column a step, the latest last; NaN where there is no value.

    `even` says whether its values come in even steps; `since_break` whether earlier ones were
    left out; `provisional` whether the latest value is.
    """

    values: Floats
    even: Bools
    since_break: Bools
    provisional: Bools


def recent(grid: Grid, results: pd.DataFrame) -> Recent:
    """The values of each series from its last break on (methods, section 8)."""
    columns = np.arange(grid.value.shape[1])
    begin = np.where(grid.starts, columns, -1).max(axis=1, initial=-1)
    values = np.where(columns >= begin[:, None], grid.value, np.nan)
    cut = (~np.isnan(grid.value) & (columns < begin[:, None])).any(axis=1)
    even = np.ones(len(values), dtype=bool)
    if grid.frequency == "point":
        values, even = _yearly(values, grid, results)
    return Recent(values, even, cut, grid.provisional[:, -1])


def seasons(frequency: str) -> int:
    """How many periods of this frequency make a year: 1 for years and longer, and for points in
    time (taken as yearly); 0 where a year is no whole number of them."""
    if frequency in SEASONS:
        return SEASONS[frequency]
    found = re.fullmatch(r"(year|years|months)(?:_(\d+))?", frequency.partition("-")[0])
    if found is None:
        return 0
    if found[1] != "months":
        return 1
    months = int(found[2])
    return 12 // months if 12 % months == 0 else int(months % 12 == 0)


def _yearly(values: Floats, grid: Grid, results: pd.DataFrame) -> tuple[Floats, Bools]:
    """Values at points in time, put in columns a year apart; which series stand near enough."""
    ends = results["period_end"].to_numpy().astype("datetime64[D]").astype(np.int64)
    days = np.where(grid.row >= 0, ends[grid.row], 0)
    back = np.where(grid.row >= 0, (days[:, -1:] - days) / YEAR, -1.0)
    years = np.rint(back).astype(np.int64)
    known = ~np.isnan(values)
    near = np.abs(back - years) * YEAR <= NEARLY_A_YEAR
    width = int(years.max(initial=0)) + 1
    spread = np.full((len(values), width), np.nan)
    count = np.zeros((len(values), width), dtype=np.int64)
    series, column = np.nonzero(known & near)
    place = width - 1 - years[series, column]
    spread[series, place] = values[series, column]
    np.add.at(count, (series, place), 1)
    return spread, ~(known & ~near).any(axis=1) & (count.max(axis=1, initial=0) < 2)
