"""What can be shown on a map of one kind of places: indicators, or groups where that is all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from generator.model.indicator import Indicator
from generator.model.metric import Breakdown

from .. import address as at
from . import cells
from .cells import Result
from .kinds import FEWEST, Kind


@dataclass(frozen=True)
class Choice:
    """An indicator, for everyone or one group (`disability=disabled`), in one period.

    `results` are those of the places of the kind, one each; a place that is silent has none.
    """

    kind: Kind
    indicator: Indicator
    group: str
    group_words: str
    period: str
    results: tuple[Result, ...]

    @property
    def name(self) -> str:
        """The name of its files, unique in the site."""
        group = f"-{self.group.replace('=', '-')}" if self.group else ""
        return f"indicators-{at.safe(self.indicator.id)}--{self.kind.id}{group}"

    @property
    def title(self) -> str:
        """ "Residents by disability: Disabled"."""
        return f"{self.indicator.title}: {self.group_words}" if self.group else self.indicator.title


def choices(
    kind: Kind,
    indicator: Indicator,
    rows: pd.DataFrame,
    breakdowns: Iterable[Breakdown],
) -> tuple[Choice, ...]:
    """The one of everyone; where there is none, one a group, in the order written.

    `rows` are the indicator's, columns as in `frames.RESULTS`. The period is the last one in which
    three places or more have a value; of two that end on one day the longer one.
    """
    rows = rows[rows["area"].isin(kind.codes)]
    if len(rows) < FEWEST:
        return ()
    rows = rows[(rows["organisation"] == "") & (rows["programme"] == "")]
    by_group = {str(group): own for group, own in rows.groupby("group", observed=True)}
    whole = _choice(kind, indicator, "", "", by_group.get(""))
    if whole:
        return (whole,)
    named = (
        (f"{breakdown.id}={id}", category.title)
        for breakdown in breakdowns
        for id, category in breakdown.categories.items()
        if id not in breakdown.not_stated
    )
    found = (_choice(kind, indicator, group, words, by_group.get(group)) for group, words in named)
    return tuple(choice for choice in found if choice)


def _choice(
    kind: Kind, indicator: Indicator, group: str, words: str, rows: pd.DataFrame | None
) -> Choice | None:
    if rows is None or len(rows) < FEWEST:
        return None
    valued = rows[rows["value"].notna()]
    codes = valued["period"].cat.codes.to_numpy()
    enough = valued[(np.bincount(codes) >= FEWEST)[codes]]
    if enough.empty:
        return None
    last = enough[enough["period_end"] == enough["period_end"].max()]
    longest = last[last["period_start"] == last["period_start"].min()]
    period = min(map(str, longest["period"]))
    results = tuple(cells.results(rows[rows["period"] == period]))
    return Choice(kind, indicator, group, words, period, results)
