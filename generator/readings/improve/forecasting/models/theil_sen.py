"""The direction of a series that one odd value cannot turn: Theil and Sen's slope."""

from __future__ import annotations

import numpy as np

from .ahead import Floats


def theil_sen(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Of each row of `y` on `x` the median slope between two values, and median(y − slope·x).

    Sen (1968), Journal of the American Statistical Association 63, 1379–1389. NaN where there are
    no two values. There is no band around it: it gives a direction, never a forecast.
    """
    first, second = np.triu_indices(len(x), 1)
    run = (x[second] - x[first])[None, :]
    with np.errstate(invalid="ignore", divide="ignore"):
        slopes = np.where(run != 0, (y[:, second] - y[:, first]) / run, np.nan)
    slope = median(slopes)
    return slope, median(y - slope[:, None] * x)


def median(rows: Floats) -> Floats:
    """The median of the numbers in each row, NaN where there are none (and no warning)."""
    ordered = np.sort(rows, axis=1)
    count = np.sum(~np.isnan(rows), axis=1)
    middle = np.stack([np.maximum(count - 1, 0) // 2, count // 2], axis=1)
    middle = np.minimum(middle, max(rows.shape[1] - 1, 0))
    found = np.take_along_axis(ordered, middle, axis=1).mean(axis=1)
    return np.where(count > 0, found, np.nan)
