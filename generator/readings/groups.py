"""The card of an indicator that has no value for everyone: that of its worst group."""

from __future__ import annotations

import pandas as pd

from generator.model.report import Inputs
from generator.model.words import Direction
from generator.wording import names
from generator.wording.findings import worst_of_groups

from .verdict import worst

CELL = ["area", "organisation", "programme"]


def cards_of_groups(cards: pd.DataFrame, inputs: Inputs, direction: Direction) -> pd.DataFrame:
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
    behind = -groups["value"] if direction == "down" else groups["value"]
    groups = groups.assign(rank=worst(groups["verdict"]), behind=behind)
    counts = groups.groupby(CELL, sort=False)["group"].transform("nunique")
    groups = groups.assign(groups=counts).sort_values(["rank", "behind"], kind="stable")
    chosen = groups.drop_duplicates(CELL).sort_index()
    titles = [names.group(text, inputs) for text in chosen["group"]]
    findings = zip(chosen["finding"], titles, chosen["groups"], strict=True)
    reasons = zip(chosen["reason"], titles, strict=True)
    first = groups.index.to_series().groupby([groups[name] for name in CELL], sort=False).min()
    places = [first[tuple(row)] for row in chosen[CELL].itertuples(index=False)]
    made = chosen.assign(
        group="",
        finding=[worst_of_groups(*parts) for parts in findings],
        reason=[f"There is no value for everyone: this is {t}. {r}".strip() for r, t in reasons],
    )
    made.index = pd.Index(places)
    return pd.concat([made[cards.columns], cards])


def _passed_over(cards: pd.DataFrame, inputs: Inputs) -> list[str]:
    """Groups that are never named as the worst."""
    unstated = {
        f"{breakdown.id}={category}"
        for breakdown in inputs.breakdowns.values()
        for category in breakdown.not_stated
    }
    return [text for text in cards["group"].unique() if text in unstated or ";" in text]
