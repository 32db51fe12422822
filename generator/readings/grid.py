"""Every series of results as rows of a few tables, a column a step of time: what improve readings
work on, all series at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.cells import key

from .cases import SERIES

Floats = NDArray[np.float64]
LONGEST = 1024
"""Steps before the latest period that are looked at; earlier ones say nothing of today."""
STEPS = {"month": 1, "quarter": 3}
"""Months from one period to the next; years and other lengths have theirs in their name."""


@dataclass(frozen=True)
class Grid:
    """Series of one frequency and of about one length, a row each: `case` says which row of
    `cases.cases` it is.

    The last column is each series' own latest period; every other column is one step of the
    frequency earlier. A period without a result stands there as missing, so that no gap is
    bridged. Of `point` periods and overlapping ones (`rolling`) a step is one result.
    """

    frequency: str
    case: NDArray[np.int64]
    row: NDArray[np.int64]
    """The place of each result in `frames.RESULTS`, -1 where there is none."""
    value: Floats
    lower: Floats
    upper: Floats
    numerator: Floats
    denominator: Floats
    starts: NDArray[np.bool_]
    """Where a break starts: this and later values are not comparable with those before."""
    provisional: NDArray[np.bool_]
    rolling: NDArray[np.bool_]
    """One a series: whether its periods overlap, so that no value stands for itself alone."""


def grids(results: pd.DataFrame, cases: pd.DataFrame) -> tuple[Grid, ...]:
    """The series of `frames.RESULTS`; each row of `cases` (of the same results) is in one grid.

    Series of one frequency are parted by length (to a power of two), so that a long one makes no
    room for others' nothing.
    """
    codes = pd.DataFrame({name: results[name].cat.codes.astype(np.int64) for name in SERIES})
    ends = results["period_end"].to_numpy()
    order = np.lexsort((ends, *codes.to_numpy().T[::-1]))
    keys = key(codes, SERIES)[order]
    starts = np.r_[True, keys[1:] != keys[:-1]][: len(keys)]
    series = np.cumsum(starts) - 1
    last = np.flatnonzero(np.r_[starts[1:], True][: len(keys)])
    case = np.empty(len(last), dtype=np.int64)
    case[series[np.argsort(order)[cases["row"].to_numpy()]]] = np.arange(len(cases))
    frequency = results["frequency"].cat.codes.to_numpy()[order][last]
    found = []
    for code in np.unique(frequency):
        name = str(results["frequency"].cat.categories[code])
        own = np.flatnonzero(frequency[series] == code)
        back, rolling = _back(ends[order][own], series[own], ends[order][last], name)
        own, back = own[back < LONGEST], back[back < LONGEST]
        width = np.zeros(len(last), dtype=np.int64)
        np.maximum.at(width, series[own], back + 1)
        size = np.ceil(np.log2(np.maximum(width, 1))).astype(np.int64)
        for each in np.unique(size[frequency == code]):
            chosen = np.flatnonzero((frequency == code) & (size == each))
            kept = size[series[own]] == each
            place = np.searchsorted(chosen, series[own[kept]])
            columns = width[chosen].max()
            row = np.full((len(chosen), columns), -1, dtype=np.int64)
            row[place, columns - 1 - back[kept]] = order[own[kept]]
            found.append(_grid(results, name, case[chosen], row, rolling[chosen]))
    return tuple(found)


def _grid(
    results: pd.DataFrame,
    frequency: str,
    case: NDArray[np.int64],
    row: NDArray[np.int64],
    rolling: NDArray[np.bool_],
) -> Grid:
    def numbers(name: str) -> Floats:
        column = results[name].to_numpy(dtype=float)
        return np.where(row >= 0, column[row], np.nan)

    def flagged(flag: str) -> NDArray[np.bool_]:
        holds = np.array([flag in str(text).split() for text in results["flag"].cat.categories])
        codes = results["flag"].cat.codes.to_numpy()[row]
        return np.asarray((row >= 0) & np.append(holds, False)[codes])

    return Grid(
        frequency=frequency,
        case=case,
        row=row,
        value=numbers("value"),
        lower=numbers("lower"),
        upper=numbers("upper"),
        numerator=numbers("numerator"),
        denominator=numbers("denominator"),
        starts=flagged("b"),
        provisional=flagged("p"),
        rolling=rolling,
    )


def _back(
    ends: NDArray[np.datetime64],
    series: NDArray[np.int64],
    last: NDArray[np.datetime64],
    frequency: str,
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """How many steps each result lies before the latest of its series; which series overlap."""
    rolling = np.zeros(len(last), dtype=bool)
    turned = np.r_[True, series[::-1][1:] != series[::-1][:-1]][: len(series)]
    first = np.maximum.accumulate(np.where(turned, np.arange(len(series)), 0))
    rank = (np.arange(len(series)) - first)[::-1]
    step, unit = _step(frequency)
    if not step:
        return rank, rolling
    days = ends.astype(f"datetime64[{unit}]").astype(np.int64)
    latest = last.astype(f"datetime64[{unit}]").astype(np.int64)[series]
    same = series[1:] == series[:-1]
    close = same & (np.diff(days) < step)
    rolling[series[1:][close]] = True
    return np.where(rolling[series], rank, (latest - days) // step), rolling


def _step(frequency: str) -> tuple[int, str]:
    """How long a step is, in months or days; 0 where results follow in no even time."""
    if frequency in STEPS:
        return STEPS[frequency], "M"
    name = frequency.partition("-")[0]
    if name == "day":
        return 1, "D"
    found = re.fullmatch(r"(year|years|months|days)(?:_(\d+))?", name)
    if found is None:
        return 0, "D"
    count = int(found[2] or 1)
    return {"year": (12, "M"), "years": (12 * count, "M"), "months": (count, "M")}.get(
        found[1], (count, "D")
    )
