"""Rows about groups of people alone: nothing says what everyone's assessments come to."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from ...errors import Problem
from ...model.metric import Breakdown
from ...model.report import Inputs
from .. import places
from ..places import Bools

ITEM = ["scale", "item"]
WHOSE = ["organisation", "programme"]


def check(inputs: Inputs, rows: pd.DataFrame) -> list[Problem]:
    """Warnings of the first row of each item, partner and programme whose rows of a table of
    change are all of groups that give no total."""
    texts = rows[[*ITEM, *WHOSE, "group"]].astype(str)
    makes = np.array(
        [_makes_everyone(group, inputs.breakdowns) for group in texts["group"]], dtype=bool
    )
    whose = texts[[*ITEM, *WHOSE]]
    wrong = ~_found(whose, whose[makes]) & ~whose.duplicated().to_numpy()
    own, groups = rows[wrong], [str(group) for group in texts["group"][wrong]]

    def field(place: int) -> str:
        return groups[place].partition("=")[0]

    def fault(place: int) -> places.Fault:
        name = field(place)
        cell = own.iloc[place]
        who = [f"{cell[word]}" for word in [*ITEM, *WHOSE] if cell[word]]
        return (
            f"no row is of everyone, and groups of {name} give no total ({', '.join(who)})",
            f"Add rows with a blank {name}, or a category of {name} for people who did not say, "
            f"named under breakdowns.{name}.not_stated, with a row in each period.",
        )

    return places.told(own, field, fault, "warning")


def _makes_everyone(group: str, breakdowns: Mapping[str, Breakdown]) -> bool:
    """Whether it is everyone, or those who did not say, with whom groups make up everyone."""
    name, _, category = group.partition("=")
    known = {str(id): breakdown for id, breakdown in breakdowns.items()}.get(name)
    return not group or (known is not None and category in known.not_stated)


def _found(whose: pd.DataFrame, made: pd.DataFrame) -> Bools:
    """Which of `whose` have a total of their own, or of parts over which one may sum."""
    known = pd.concat(
        [made.assign(**dict.fromkeys(blank, "")) for blank in ([], WHOSE[:1], WHOSE[1:], WHOSE)]
    )
    found: Bools = pd.MultiIndex.from_frame(whose).isin(pd.MultiIndex.from_frame(known))
    return found
