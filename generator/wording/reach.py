"""Who is reached as plain sentences: a group's share among those reached and those who could be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from generator.model.report import Inputs

from . import periods
from .findings import Latest
from .numbers import number

SIMILAR = "The difference is within the margin of error."
RULE = (
    "A group is under-represented when the 95% interval of its ratio lies below 1, and "
    "over-represented when it lies above. With fewer than five people expected it is too small "
    "to say."
)
RATIO = (
    "Representation ratio: its share of those reached, divided by its share of those who could be. "
    "The interval is Wilson’s for the first share; the second is taken as fixed."
)
DISSIMILARITY = "So many of those reached would have to be in another group for the two to match."


def percent(share: float) -> str:
    """A share between 0 and 1: "12.3%"."""
    return f"{number(100 * share, 1)}%"


def times(ratio: float) -> str:
    """ "0.61 times"."""
    return f"{number(ratio, 2)} times"


def reached(
    latest: Sequence[Latest], rows: pd.DataFrame, titles: Mapping[str, str], inputs: Inputs
) -> list[str]:
    """One finding a row of the reading; `titles` are those of metrics."""
    names = [titles.get(str(metric), str(metric)) for metric in rows["metric"]]
    found = zip(latest, rows.itertuples(index=False), names, strict=True)
    return [_reached(each, row, name, inputs) for each, row, name in found]


def _reached(latest: Latest, row: Any, eligible: str, inputs: Inputs) -> str:
    named = f"{latest.title}, {latest.place}"
    if row.reason:
        return f"{named}: we cannot say if this group is reached like others. {row.reason}"
    known = inputs.periods.get(row.eligible_period)
    when = periods.within(known) if known else f"in {row.eligible_period}"
    shares = f"{percent(row.share)} of those reached {latest.when}"
    of = f"{percent(row.eligible_share)} of “{eligible}” {when}"
    said = SIMILAR
    if row.verdict != "similar":
        said = f"That is {times(row.ratio)} its share: {row.verdict}."
    return f"{named}: {shares}, against {of}. {said}"
