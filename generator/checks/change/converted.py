"""SWEMWBS: answers added up must be converted, person by person, before anything is summed.

The conversion of Stewart-Brown and others (2009) goes from 7 to 35 as the raw totals do, but 27 of
its 29 scores have decimals: totals of converted scores that are all whole are hardly converted.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ...errors import Problem
from .rule import Rule, told

BEGINS = "swemwbs"
SUMS = ["before_sum", "after_sum"]
LOWEST, HIGHEST = 7, 35
MOST_OF_ONE_ANSWER = 5
"""Each of the seven statements is answered from 1 to 5: that is not converted."""
REMEDY = "Convert each person's total with the published table, then add up."


def check(rows: pd.DataFrame) -> list[Problem]:
    """Warnings of rows of tables of change about a total of the scale, one a file and partner
    where they look unconverted."""
    scale = rows["scale"].astype(str).str.startswith(BEGINS)
    own = rows[scale & (rows["maximum"] > MOST_OF_ONE_ANSWER) & (rows["pairs"] > 0)]
    own = own[own[SUMS].notna().all(axis=1)].reset_index(drop=True)
    return told(own, _rules(own))


def _rules(rows: pd.DataFrame) -> Iterator[Rule]:
    whole = (rows[SUMS] % 1 == 0).all(axis=1)
    partner = rows.groupby(["file", "scale", "item", "organisation"], observed=True)
    all_whole = whole.groupby(partner.ngroup()).transform("all").to_numpy(dtype=bool)
    yield Rule(
        "before_sum",
        all_whole & (partner.cumcount() == 0).to_numpy(),
        lambda _: "before_sum and after_sum are whole numbers: these look like raw totals",
        f"Converted scores hardly ever come to whole numbers. {REMEDY}",
        "warning",
    )
    yield _mean(rows, "before_sum")
    yield _mean(rows, "after_sum")


def _mean(rows: pd.DataFrame, name: str) -> Rule:
    """A mean that the item's own ends allow and the conversion does not."""
    mean = (rows[name] / rows["pairs"]).to_numpy()
    possible = ((rows["minimum"] <= mean) & (mean <= rows["maximum"])).to_numpy()
    return Rule(
        name,
        ((mean < LOWEST) | (mean > HIGHEST)) & possible,
        lambda at: (
            f"{name} over pairs is {mean[at]:.4g}, but converted scores lie from {LOWEST} to "
            f"{HIGHEST}"
        ),
        REMEDY,
        "warning",
    )
