"""Which periods come after the latest one."""

from __future__ import annotations

from datetime import timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.period import Period, parse
from generator.model.report import Inputs


def later(period: Period, steps: int) -> Period:
    """The period so many of its own lengths later; a point in time a year later each."""
    if period.point:
        day = _months_on(pd.Timestamp(period.start), 12 * steps)
        return Period(day.date(), day.date(), point=True)
    if period.months is None:
        length = (period.end - period.start + timedelta(days=1)) * steps
        return Period(period.start + length, period.end + length)
    start, after = (
        _months_on(pd.Timestamp(period.start), (period.months or 0) * n) for n in (steps, steps + 1)
    )
    return Period(start.date(), after.date() - timedelta(days=1))


def to_come(
    cases: pd.DataFrame, inputs: Inputs, steps: int
) -> tuple[NDArray[np.object_], NDArray[np.datetime64]]:
    """The canonical texts and the last days of the periods after each case's latest, a column a
    step."""
    codes, latest = pd.factorize(cases["period"].astype(object))
    texts = np.full((len(latest) + 1, steps), "", dtype=object)
    ends = np.full((len(latest) + 1, steps), np.datetime64("NaT"), dtype="datetime64[s]")
    for place, text in enumerate(latest):
        known = inputs.periods.get(text) or parse(text, months=True)
        for step in range(steps):
            period = later(known, step + 1)
            texts[place, step], ends[place, step] = str(period), np.datetime64(period.end)
    return texts[codes], ends[codes]


def _months_on(day: pd.Timestamp, months: int) -> pd.Timestamp:
    return day + pd.DateOffset(months=months)
