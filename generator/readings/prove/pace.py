"""The pace towards a target: the way made held against the way due by now, in two manners.

Linear: equal steps. Compound: equal growth, as Eurostat, Open SDG and Statistics Canada judge the
Sustainable Development Goals (methods, section 7). 1 is just as fast as due, below 0 the wrong way.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def linear(value: Floats, then: Floats, goal: Floats, gone: Floats, due: Floats) -> Floats:
    """(value − then)/(goal − then) over the share of the time gone.

    `gone` and `due` are times since the baseline, in one unit. NaN where there was no way to go or
    no time for it.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = (value - then) / (goal - then) / (gone / due)
    return np.where(np.isfinite(ratio) & (due > 0), ratio, np.nan)


def compound(value: Floats, then: Floats, goal: Floats, gone: Floats, due: Floats) -> Floats:
    """The growth so far over the growth due: `growth` of each.

    NaN too where one of the three is zero or less, which has no growth, or there is none to be.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = growth(value, then, gone) / growth(goal, then, due)
    return np.where(np.isfinite(ratio), ratio, np.nan)


def growth(value: Floats, then: Floats, years: Floats) -> Floats:
    """The growth a year that leads from one value to the other: (value/then)^(1/years) − 1.

    NaN where one of them is zero or less, or no time has gone.
    """
    possible = (value > 0) & (then > 0) & (years > 0)
    value, then, years = (np.where(possible, each, np.nan) for each in (value, then, years))
    found: Floats = (value / then) ** (1 / years) - 1
    return found


def years(later: pd.Series, earlier: pd.Series) -> Floats:
    """Years from one day to another: whole ones where day and month are the same."""
    last, first = (pd.DatetimeIndex(pd.to_datetime(days)) for days in (later, earlier))
    gone: Floats = np.asarray(last.year - first.year, dtype=float)
    gone += np.asarray(last.month - first.month, dtype=float) / 12
    # The last days of February are one day of the year, in leap years and others.
    ends = np.asarray(last.is_month_end) & np.asarray(first.is_month_end)
    gone += np.where(ends, 0.0, np.asarray(last.day - first.day, dtype=float) / 365.25)
    return gone
