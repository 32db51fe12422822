"""Who moved and how far, by item, period and cell, from what assessments add up to."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.methods import Mean, Values
from generator.indicators.methods.columns import Floats
from generator.model.change_frames import MOVED
from generator.model.metric import Id
from generator.model.report import Inputs
from generator.model.scale import COUNTED, Item

from . import effect, reliable
from .items import of_items
from .paired import spread
from .shares import share, shares

CHANGE = Mean(Id("change_sum"), Id("pairs"), Id("change_squares_sum"))


def moved(changes: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """The `MOVED` of all rows of `CHANGES`, in their order.

    Better and worse are by the item's `better`; means, differences and effects stay latest less
    first. A sum that is missing leaves only what rests on it without a value.
    """
    sums = {name: changes[name].to_numpy(dtype=float) for name in COUNTED}
    rises = of_items(changes, inputs, lambda item: item.better == "up").astype(bool)
    found = changes.assign(
        **_by_direction(sums, rises),
        **_of_scores(sums),
        **_of_reliability(sums, rises, of_items(changes, inputs, _reliability)),
        matched_share=share(sums["pairs"], sums["pairs"] + sums["unmatched"]),
        no_room_share=share(sums["started_at_best"], sums["pairs"]),
    )
    return found[list(MOVED)].astype(MOVED)


def _by_direction(sums: dict[str, Floats], rises: NDArray[np.bool_]) -> dict[str, Floats]:
    up, down, pairs = sums["moved_up"], sums["moved_down"], sums["pairs"]
    better, worse = np.where(rises, up, down), np.where(rises, down, up)
    return {
        "better": better,
        "worse": worse,
        **shares("better", better, pairs),
        **shares("same", sums["stayed"], pairs),
        **shares("worse", worse, pairs),
    }


def _of_scores(sums: dict[str, Floats]) -> dict[str, Floats]:
    """Means and what tells how large their difference is."""
    total, squares = sums["change_sum"], sums["change_squares_sum"]
    n = np.where(sums["pairs"] > 0, sums["pairs"], np.nan)
    change = CHANGE(Values(total), Values(n), Values(squares))
    sd, sd_before = spread(total, n, squares), _sd_before(sums)
    dz = effect.effect(change.value, sd)
    lower, upper = effect.limits(dz, n)
    return {
        "mean_before": sums["before_sum"] / n,
        "mean_after": sums["after_sum"] / n,
        "mean_change": change.value,
        "change_lower": change.lower,
        "change_upper": change.upper,
        "sd_change": sd,
        "effect": dz,
        "effect_lower": lower,
        "effect_upper": upper,
        "effect_corrected": effect.corrected(dz, n),
        "effect_before": effect.effect(change.value, sd_before),
    }


def _of_reliability(
    sums: dict[str, Floats], rises: NDArray[np.bool_], reliability: Floats
) -> dict[str, Floats]:
    """Counts of reliable change say something only where a reliability is published."""
    up, down = sums["reliably_up"], sums["reliably_down"]
    pairs = np.where(np.isnan(reliability), np.nan, sums["pairs"])
    return {
        "reliable_points": reliable.points(_sd_before(sums), reliability),
        **shares("reliably_better", np.where(rises, up, down), pairs),
        **shares("reliably_worse", np.where(rises, down, up), pairs),
    }


def _sd_before(sums: dict[str, Floats]) -> Floats:
    return spread(sums["before_sum"], sums["pairs"], sums["before_squares_sum"])


def _reliability(item: Item) -> float:
    return np.nan if item.reliability is None else item.reliability
