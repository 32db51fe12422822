"""Breaks of metrics as flags of results."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.metric import Break

from .cells import BREAK

SERIES = ("frequency", "area", "organisation", "programme", "group")


def with_breaks(results: pd.DataFrame, breaks: Iterable[Break]) -> NDArray[np.int64]:
    """The flags (bits) of one indicator's results with `b` at the first period from each break on.

    `results` has the columns of SERIES, `period_end` (days) and `flags`. A series that starts at
    or after the break has nothing to be compared with, so it takes no flag.
    """
    flags: NDArray[np.int64] = results["flags"].to_numpy().copy()
    starts = sorted({item.start.start for item in breaks})
    if not starts or results.empty:
        return flags
    ends = results["period_end"].to_numpy()
    series = results.groupby(list(SERIES), sort=False).ngroup().to_numpy()
    order = np.lexsort((ends, series))
    first_of_series = np.r_[True, series[order][1:] != series[order][:-1]]
    for start in starts:
        after = ends[order] >= np.datetime64(start)
        turned = after & ~np.r_[False, after[:-1]] & ~first_of_series
        flags[order[turned]] |= BREAK
    return flags
