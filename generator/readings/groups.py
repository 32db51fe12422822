"""The card of an indicator that has no value for everyone: that of its worst group."""

from __future__ import annotations

import numpy as np
import pandas as pd

from generator.model.report import Inputs
from generator.wording import names
from generator.wording.findings import one_group, which_group

from .verdict import worst

CELL = ["indicator", "area", "organisation", "programme"]


def cards_of_groups(cards: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """The cards with one more for each place and partner that has groups but no total.

    It stands under the blank group, before the cards of the groups, with the verdict and the
    numbers of the worst of them (of equals, the one furthest from where the direction leads); its
    finding and reason name that group. Groups of several breakdowns and those who did not state
    theirs are passed over.
    """
    everyone = pd.MultiIndex.from_frame(cards.loc[cards["group"] == "", CELL])
    alone = ~pd.MultiIndex.from_frame(cards[CELL]).isin(everyone)
    eligible = ~cards["group"].isin(_passed_over(cards, inputs)).to_numpy()
    groups = cards[alone & eligible & (cards["group"] != "")]
    if groups.empty:
        return cards
    ways = {str(name): indicator.direction for name, indicator in inputs.indicators.items()}
    direction = groups["indicator"].map(ways)
    unjudged = groups["value"].isna().astype(int)
    rank = np.where(direction == "none", unjudged, worst(groups["verdict"]))
    behind = groups["value"].where(direction == "up", -groups["value"])
    counts = groups.groupby(CELL, sort=False)["group"].transform("nunique")
    groups = groups.assign(rank=rank, behind=behind, groups=counts, direction=direction)
    groups = groups.assign(
        first=groups.index.to_series().groupby([groups[c] for c in CELL]).transform("min")
    )
    chosen = groups.sort_values(["rank", "behind"], kind="stable").drop_duplicates(CELL)
    chosen = chosen.sort_index().set_index("first", drop=True)
    titles = [
        which_group(names.group(text, inputs), number, way)
        for text, number, way in zip(
            chosen["group"], chosen["groups"], chosen["direction"], strict=True
        )
    ]
    made = chosen.assign(
        group="",
        finding=[one_group(*both) for both in zip(chosen["finding"], titles, strict=True)],
        reason=[one_group(*both).strip() for both in zip(chosen["reason"], titles, strict=True)],
    )
    return pd.concat([made[cards.columns], cards])


def _passed_over(cards: pd.DataFrame, inputs: Inputs) -> list[str]:
    """Groups that are never named as the worst."""
    unstated = {
        f"{breakdown.id}={category}"
        for breakdown in inputs.breakdowns.values()
        for category in breakdown.not_stated
    }
    return [text for text in cards["group"].unique() if text in unstated or ";" in text]
