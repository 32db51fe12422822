"""Every case's forecast, as arrays in the order of the cases; and why some have none."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.wording import forecasts as said
from generator.wording import reasons

from ...basis import Basis
from ...grid import Grid
from ...possible import possible
from ...reason import first_reason
from . import bands as band
from .choice import FARTHEST, FEWEST, LEVELS, MODELS, counted
from .models.ahead import Bools, Floats
from .models.theil_sen import median, theil_sen
from .recent import recent, seasons

ODD = 3.5
"""A value this many robust standard deviations off its line is odd (Iglewicz and Hoaglin 1993)."""
ROBUST = 1.4826
"""What makes a median absolute deviation a standard deviation of a normal distribution."""
FEWEST_TO_BE_ODD = 8


@dataclass(frozen=True)
class Projected:
    """A row a case. `value` and `bands` (level × end × case × step) are NaN beyond `horizon`;
    `reason` says why a case has no forecast, "" where it has one. `model` is a place in `MODELS`,
    `errors` has a column for each of them."""

    value: Floats
    bands: Floats
    horizon: NDArray[np.int64]
    reason: NDArray[np.object_]
    count: NDArray[np.int64]
    model: NDArray[np.int64]
    errors: Floats
    tests: NDArray[np.int64]
    varies: Bools
    clipped: Bools
    on_logit: Bools
    seasonal: Bools
    since_break: Bools
    provisional: Bools
    slope: Floats
    odd: Bools


def projected(basis: Basis) -> Projected:
    """The forecasts of all series of all grids."""
    size = len(basis.cases)
    found = Projected(
        value=np.full((size, FARTHEST), np.nan),
        bands=np.full((len(LEVELS), 2, size, FARTHEST), np.nan),
        horizon=np.zeros(size, dtype=np.int64),
        reason=np.full(size, "", dtype=object),
        count=np.zeros(size, dtype=np.int64),
        model=np.full(size, -1, dtype=np.int64),
        errors=np.full((size, len(MODELS)), np.nan),
        tests=np.zeros(size, dtype=np.int64),
        varies=np.zeros(size, dtype=bool),
        clipped=np.zeros(size, dtype=bool),
        on_logit=np.zeros(size, dtype=bool),
        seasonal=np.zeros(size, dtype=bool),
        since_break=np.zeros(size, dtype=bool),
        provisional=np.zeros(size, dtype=bool),
        slope=np.full(size, np.nan),
        odd=np.zeros(size, dtype=bool),
    )
    ranges = possible(basis.inputs, basis.results)
    ends = np.array([ranges[name] for name in basis.cases["indicator"].tolist()])
    for grid in basis.grids:
        _fill(found, grid, basis, ends)
    return found


def _fill(found: Projected, grid: Grid, basis: Basis, ends: Floats) -> None:
    """Writes the rows of one grid into the arrays, which are ours alone until they are returned."""
    known = recent(grid, basis.results)
    a_year = seasons(grid.frequency)
    n = counted(known.values)
    flags = basis.cases["flag"].to_numpy()[grid.case]
    reason = first_reason(
        (np.isnan(grid.value[:, -1]), np.array([reasons.latest_missing(f) for f in flags], object)),
        (grid.rolling, said.OVERLAPPING),
        (np.full(len(n), a_year == 0), said.OTHER_LENGTH),
        (~known.even, said.UNEVEN),
        (n < FEWEST, _too_few(n, known.since_break)),
    )
    found.count[grid.case], found.since_break[grid.case] = n, known.since_break
    found.provisional[grid.case] = known.provisional
    found.reason[grid.case] = reason
    may = np.flatnonzero(reason == "")
    if not may.size:
        return
    case = grid.case[may]
    values = known.values[may]
    made = band.continued(values, a_year, *ends[case].T)
    found.value[case], found.horizon[case] = made.value, made.horizon
    found.bands[:, :, case] = made.bands
    found.reason[case] = np.where(made.telling, "", said.NO_SEASONS)
    chosen = made.chosen
    found.model[case], found.errors[case] = chosen.model, chosen.errors
    found.tests[case] = chosen.tests
    found.varies[case], found.clipped[case] = made.varies, made.clipped
    found.on_logit[case], found.seasonal[case] = made.on_logit, made.seasonal
    found.slope[case], found.odd[case] = _direction(values)


def _too_few(n: NDArray[np.int64], since_break: Bools) -> NDArray[np.object_]:
    pairs = zip(n.tolist(), since_break.tolist(), strict=True)
    return np.array([said.too_few(count, FEWEST, cut) for count, cut in pairs], dtype=object)


def _direction(values: Floats) -> tuple[Floats, Bools]:
    """Theil and Sen's slope a step, and whether a value stands far from that line."""
    x = np.arange(values.shape[1], dtype=float)
    slope, intercept = theil_sen(x, values)
    off = np.abs(values - intercept[:, None] - slope[:, None] * x)
    known = ~np.isnan(off)
    with np.errstate(invalid="ignore"):
        usual = median(off) * ROBUST
        odd = np.where(known, off, 0).max(axis=1, initial=0) > ODD * usual
    return slope, odd & (usual > 0) & (known.sum(axis=1) >= FEWEST_TO_BE_ODD)
