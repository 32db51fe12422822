"""Year-to-date figures → what each month or quarter added, before any total is summed."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.errors import Problem
from generator.model.metric import COUNTED
from generator.model.period import parse
from generator.model.report import Inputs

from .cells import FLAGS, KEY, NOT_AVAILABLE, WITHOUT_VALUE, YEAR_TO_DATE, Cells, flag_bits, key
from .problems import fallen, no_figure_before
from .totals.add_up import missing_from
from .totals.over_periods import FINANCIAL_YEAR, around, wanted

Codes = NDArray[np.int64]
Bools = NDArray[np.bool_]
MONTHS = {"month": 1, "quarter": 3}
TRAVEL = flag_bits("u p r e b")
"""Flags of the earlier figure that hold for the difference, too; `low` does not."""
CONFIDENTIAL = 1 << FLAGS.index("c")
DECIMALS = 9
"""A difference is cut here: what lies beyond is how numbers are kept, not what was counted."""
SERIES = tuple(name for name in KEY if name != "period")


def differences(published: Cells, inputs: Inputs) -> tuple[Cells, list[Problem]]:
    """The cells with the figures of cumulative metrics taken apart, and what is wrong with them.

    The first month or quarter of a year, and a whole year, stand as they are. Any other is its
    figure less that of the period before: without a value where either has none, `c` where
    either is confidential, and never over a gap. Intervals and bases cannot be subtracted and
    are left out. A count that falls is an error, an amount or a score that does a warning.
    """
    names = {name for name, metric in inputs.metrics.items() if metric.cumulative}
    counted = {name for name in names if inputs.metrics[name].counts in COUNTED}
    if not _are_of(published, names).any():
        return published, []
    cells = _with_longer(published, inputs, names)
    length, step, first = _periods(cells, inputs)
    period = cells.frame["period"].to_numpy()
    own = _are_of(cells, names) & (length[period] > 0)
    apart = own & ~first[period]
    earlier = _earlier(cells.frame, np.flatnonzero(own), length, step)[apart]
    now, then, gap = cells.frame[apart], cells.frame.iloc[earlier], earlier < 0
    without = _without(now["flags"].to_numpy(), then["flags"].to_numpy(), gap)
    value = np.round(now["value"].to_numpy() - then["value"].to_numpy(), DECIMALS)
    fell = (value < 0) & (without & WITHOUT_VALUE == 0)
    without = np.where(fell & _are_of(cells, counted)[apart], without | NOT_AVAILABLE, without)
    problems = [
        *fallen(now[fell], then[fell], cells, inputs),
        *no_figure_before(now[gap & (now["flags"] & WITHOUT_VALUE == 0)], cells, inputs),
    ]
    frame = cells.frame.copy()
    frame.loc[apart, "flags"] = without
    frame.loc[apart, "value"] = np.where(without & WITHOUT_VALUE, np.nan, value)
    frame.loc[apart, ["lower", "upper", "base"]] = np.nan
    frame.loc[apart, "computed"] |= YEAR_TO_DATE
    return replace(cells, frame=frame), problems


def _are_of(cells: Cells, names: set[str]) -> Bools:
    """Which rows are of these metrics."""
    codes = [code for code, name in enumerate(cells.words["metric"]) if name in names]
    return np.isin(cells.frame["metric"].to_numpy(), codes)


def _with_longer(published: Cells, inputs: Inputs, names: set[str]) -> Cells:
    """The cells and the quarters and years that indicators ask for with `every`: the figure at
    the end of one is its own, even where one on the way is missing."""
    cells = published
    for metrics, months, start in sorted(set(wanted(inputs))):
        if months == 12 and start != FINANCIAL_YEAR:
            continue
        words = list(cells.words["period"])
        longer = np.full(len(words), -1, dtype=np.int64)
        for code, text in enumerate(cells.words["period"]):
            known = inputs.periods.get(text)
            if known is None or MONTHS.get(known.frequency, months) >= months:
                continue
            whole = around(known, months, start)
            if whole.end == known.end:
                words += [str(whole)] if str(whole) not in words else []
                longer[code] = words.index(str(whole))
        target = longer[cells.frame["period"].to_numpy()]
        chosen = _are_of(cells, names & set(metrics)) & (target >= 0)
        rows = cells.frame[chosen].assign(period=target[chosen])
        rows = missing_from(cells.frame, rows).drop_duplicates(list(KEY))
        cells = cells.adding(rows, period=tuple(words))
    return cells


def _periods(cells: Cells, inputs: Inputs) -> tuple[Codes, Codes, Bools]:
    """By period code: its length in months (0: it stands as it is), its number among those of
    its length, and whether it is the first of its year."""
    known = [
        inputs.periods.get(text) or (parse(text, months=True) if text else None)
        for text in cells.words["period"]
    ]
    length = np.array([MONTHS.get(p.frequency, 0) if p else 0 for p in known], dtype=np.int64)
    months = [p.start.year * 12 + p.start.month - 1 if p else 0 for p in known]
    month = np.array(months, dtype=np.int64)
    return length, month // np.maximum(length, 1), month % 12 == FINANCIAL_YEAR - 1


def _earlier(frame: pd.DataFrame, own: Codes, length: Codes, step: Codes) -> Codes:
    """For each row of the frame the place of that of the period before in its series, -1: none.

    `own` are the places of the rows that are looked at.
    """
    rows = frame.iloc[own]
    period = rows["period"].to_numpy()
    series = key(rows.assign(length=length[period]), (*SERIES, "length"))
    series = np.unique(series, return_inverse=True)[1]
    at = series * (int(step.max()) + 2) + step[period]
    order = np.argsort(at, kind="stable")
    found = np.searchsorted(at[order], at - 1)
    there = np.isin(at - 1, at)
    earlier = np.full(len(frame), -1, dtype=np.int64)
    earlier[own[there]] = own[order[found[there]]]
    return earlier


def _without(now: Codes, then: Codes, gap: Bools) -> Codes:
    """The flags of each difference: its own, those that travel, and why there is no value."""
    flags = now | np.where(gap, 0, then & (TRAVEL | CONFIDENTIAL))
    silent = (gap | (then & WITHOUT_VALUE > 0)) & (flags & WITHOUT_VALUE == 0)
    return np.asarray(np.where(silent, flags | NOT_AVAILABLE, flags), dtype=np.int64)
