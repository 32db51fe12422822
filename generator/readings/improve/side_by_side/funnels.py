"""The average of each set of places or partners, and the limits around it at each one's size."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import FUNNEL_LIMITS
from generator.model.report import Inputs

from ..scale import per, per_standardised
from . import funnel

FEWEST = 5
"""Of fewer, the average is as much each one's own as the others'."""
CURVE = 48
"""Sizes at which the limits are worked out for the curves."""
LIMITS = ("lower95", "upper95", "lower998", "upper998")
RULED = ("proportion", "rate", "directly_standardised", "indirectly_standardised")
"""The methods of which it is known how far chance alone reaches."""

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]


def funnels(cases: pd.DataFrame, codes: Codes, inputs: Inputs) -> pd.DataFrame:
    """The cases with what a funnel says of each; `codes` number the sets from 0.

    Added: `ruled`, whether there is a rule for the method; `size`, the denominator or
    what stands for it (`_sizes`), where counts stand behind the value; `usual`, the period that
    most of the set have as their latest; `units`, how many of it have counts for that; `average`
    of these, the four limits at its own size and `level` (see `funnel.levels`) in the unit of the
    values; `judged`, whether all that holds of five or more.
    """
    x = cases["numerator"].to_numpy(dtype=float)
    factor = _factors(cases["indicator"], inputs)
    n = _sizes(cases, inputs)
    ruled = cases["method"].isin(RULED).to_numpy()
    counted = ruled & cases["value"].notna().to_numpy() & (n > 0) & ~np.isnan(x)
    usual = usual_period(cases, codes, counted)
    mine = counted & (cases["period"].to_numpy() == usual)
    units = np.bincount(codes, mine)[codes].astype(np.int64)
    enough = units >= FEWEST
    with np.errstate(divide="ignore", invalid="ignore"):
        average = np.where(enough, _sums(codes, x, mine) / _sums(codes, n, mine), np.nan)
    judged = mine & enough
    shares = (cases["method"] == "proportion").to_numpy()
    level = np.zeros(len(cases), dtype=np.int64)
    share, rate = judged & shares, judged & ~shares
    level[share] = funnel.share_levels(x[share], n[share], average[share])
    level[rate] = funnel.count_levels(x[rate], average[rate] * n[rate])
    limits = _limits(average, np.where(judged, n, np.nan), shares)
    return cases.assign(
        ruled=ruled,
        size=np.where(counted, n, np.nan),
        usual=usual,
        units=units,
        average=average * factor,
        level=level,
        judged=judged,
        **{name: limit * factor for name, limit in zip(LIMITS, limits, strict=True)},
    )


def curves(units: pd.DataFrame, codes: Codes, inputs: Inputs) -> pd.DataFrame:
    """`frames.FUNNEL_LIMITS`: the limits of each set that is judged, from half the size of its
    smallest to its largest and a little on."""
    judged = units[units["judged"].to_numpy()].assign(set=codes[units["judged"].to_numpy()])
    ends = judged.groupby("set")["size"].agg(["min", "max"])
    sets = judged.drop_duplicates("set").set_index("set")
    steps = np.linspace(0, 1, CURVE)[None, :]
    low, high = (ends[name].to_numpy()[:, None] for name in ("min", "max"))
    size = ((low * 0.5) * (high * 1.08 / (low * 0.5)) ** steps).ravel()
    each = sets.loc[ends.index].iloc[np.repeat(np.arange(len(ends)), CURVE)]
    factor = _factors(each["indicator"], inputs)
    shares = (each["method"] == "proportion").to_numpy()
    limits = _limits(each["average"].to_numpy() / factor, size, shares)
    made = each.assign(
        size=size, **{name: limit * factor for name, limit in zip(LIMITS, limits, strict=True)}
    )
    return made[list(FUNNEL_LIMITS)].reset_index(drop=True).astype(FUNNEL_LIMITS)


def _factors(indicators: pd.Series, inputs: Inputs) -> Floats:
    """What events for one of the size are multiplied by to stand in the unit of the values."""
    standardised = per_standardised(indicators, inputs)
    return np.where(np.isnan(standardised), per(indicators, inputs), standardised)


def _sizes(cases: pd.DataFrame, inputs: Inputs) -> Floats:
    """The denominator; for a standardised rate as many people (for a ratio, as many expected
    events) as would have its events at that rate, as OHID sizes them."""
    x, n, value = (cases[c].to_numpy(dtype=float) for c in ("numerator", "denominator", "value"))
    scale = per_standardised(cases["indicator"], inputs)
    with np.errstate(divide="ignore", invalid="ignore"):
        stands_for = np.where(value > 0, scale * x / value, np.nan)
    return np.where(np.isnan(scale), n, stands_for)


def _sums(codes: Codes, numbers: Floats, chosen: NDArray[np.bool_]) -> Floats:
    """The sum of the chosen over each set, for each of its rows."""
    return np.bincount(codes, np.where(chosen, numbers, 0.0))[codes].astype(np.float64)


def _limits(average: Floats, n: Floats, shares: NDArray[np.bool_]) -> list[Floats]:
    """95% and 99.8% limits at each size, as shares or as events for one of the denominator."""
    found = []
    with np.errstate(divide="ignore", invalid="ignore"):
        for level in (funnel.INNER, funnel.OUTER):
            of_shares = funnel.of_shares(np.where(shares, average, np.nan), n, level)
            of_counts = funnel.of_counts(np.where(shares, np.nan, average * n), level)
            for share, count in zip(of_shares, of_counts, strict=True):
                found.append(np.where(shares, share, count / n))
    return found


def usual_period(
    cases: pd.DataFrame, codes: Codes, counted: NDArray[np.bool_]
) -> NDArray[np.object_]:
    """For each row the latest period of most of its set, the later one of equals; "" for none."""
    table = cases.loc[counted, ["period", "period_end"]].assign(set=codes[counted])
    counts = table.groupby(["set", "period", "period_end"]).size().reset_index(name="units")
    chosen = counts.sort_values(["units", "period_end", "period"]).drop_duplicates(
        "set", keep="last"
    )
    of_set = dict(zip(chosen["set"].tolist(), chosen["period"].tolist(), strict=True))
    return np.array([of_set.get(code, "") for code in codes.tolist()], dtype=object)
