"""Values to come with their bands, from one grid of series: seasons out, a model, seasons in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .choice import FARTHEST, Chosen, choose, counted, horizon
from .log_odds import from_fit, near_an_end, to_fit
from .models.ahead import Bools, Floats
from .seasons import seasons

EDGE = 1e-9
"""Of the size of the values: a spread below this is none."""


@dataclass(frozen=True)
class Bands:
    """By series; `value` and the ends of the bands have a column a step ahead, NaN beyond the
    `horizon`, and the bands too where values do not vary (`varies`).

    `bands` is level × (lower, upper) × series × step. `clipped` says whether the possible range
    cut a band off, `on_logit` how it was fitted; `seasonal` whether seasons were found, `telling`
    whether there are enough values to know.
    """

    count: NDArray[np.int64]
    horizon: NDArray[np.int64]
    value: Floats
    bands: Floats
    chosen: Chosen
    varies: Bools
    clipped: Bools
    on_logit: Bools
    seasonal: Bools
    telling: Bools


def continued(values: Floats, a_year: int, low: Floats, high: Floats) -> Bands:
    """What comes next if the pattern of `values` (a row a series) goes on (methods, section 8).

    `a_year` steps make a year; `low` and `high` are the ends of what is possible.
    """
    on_logit = near_an_end(values, low, high)
    fitted = to_fit(values, on_logit)
    season = seasons(fitted, a_year, FARTHEST)
    plain = fitted - season.effect
    n = counted(values)

    def back(rows: Floats, which: Bools) -> Floats:
        return from_fit(rows + season.effect[which], on_logit[which])

    chosen = choose(plain, season.spent, values, back)
    known = ~np.isnan(fitted)
    size = np.max(np.abs(fitted), axis=1, initial=1e-300, where=known)
    varies = chosen.error[:, 0] > EDGE * size
    bands = np.where(varies[:, None], chosen.bands, np.nan)
    value, bands = (from_fit(part + season.ahead, on_logit) for part in (chosen.value, bands))
    steps = horizon(n) * season.known
    beyond = np.arange(FARTHEST) >= steps[:, None]
    value[beyond] = np.nan
    bands[:, :, beyond] = np.nan
    ends = (low[:, None], high[:, None])
    cut = (bands < ends[0]) | (bands > ends[1])
    clipped = np.asarray(cut.any(axis=(0, 1, 3)), dtype=bool)
    value, bands = np.clip(value, *ends), np.clip(bands, *ends)
    return Bands(
        n, steps, value, bands, chosen, varies, clipped, on_logit, season.found, season.known
    )
