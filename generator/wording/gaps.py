"""Gaps between groups as plain sentences: who, how far from whom, and whether it closes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd

from generator.model.report import Inputs

from . import names, periods
from .findings import Latest, above_or_below, not_published, number
from .numbers import number as plain


def other(against: str, inputs: Inputs) -> str:
    """What a group is held against, in a sentence: “White”, everyone else."""
    return f"“{names.group(against, inputs)}”" if "=" in against else against


def gaps(latest: Sequence[Latest], rows: pd.DataFrame, inputs: Inputs) -> list[str]:
    """One finding a row of `frames.GAPS`; `latest` is its group's latest value."""
    pairs = zip(latest, rows.itertuples(index=False), strict=True)
    return [_gap(each, row, inputs) for each, row in pairs]


def _gap(latest: Latest, row: Any, inputs: Inputs) -> str:
    if math.isnan(latest.value):
        return not_published(latest.title, latest.place, row.reason)
    first = f"{number(latest)}."
    if row.against == "":
        return f"{first} {row.reason}"
    compared = f"{other(row.against, inputs)} ({latest.manner.brief(row.other_value)})"
    if row.verdict == "no clear gap":
        return f"{first} The gap to {compared} is within the margin of error."
    way = above_or_below(latest.manner, latest.value, row.other_value)
    far = f"{latest.manner.change(row.difference)} " if way in ("above", "below") else ""
    found = f"{first} That is {far}{way} {compared}."
    if row.verdict != "clear gap":
        return f"{found} We cannot say if that is a clear gap. {row.reason}"
    return f"{found} {ratio(row.ratio)}".strip()


def ratio(value: float) -> str:
    """ "The ratio is 1.34 to 1." where there is one."""
    return "" if math.isnan(value) else f"The ratio is {plain(value, 2)} to 1."


def gaps_over_time(latest: Sequence[Latest], rows: pd.DataFrame, inputs: Inputs) -> list[str]:
    """One finding a row of `frames.GAPS`: the gap then and now."""
    pairs = zip(latest, rows.itertuples(index=False), strict=True)
    return [_over_time(each, row, inputs) for each, row in pairs]


def _over_time(latest: Latest, row: Any, inputs: Inputs) -> str:
    if math.isnan(latest.value):
        return not_published(latest.title, latest.place, row.over_time_reason)
    named = f"{latest.title}, {latest.place}"
    if row.over_time_reason:
        return f"{named}: we cannot say if the gap has changed. {row.over_time_reason}"
    known = inputs.periods.get(row.then_period)
    when = periods.within(known) if known else f"in {row.then_period}"
    now, then = (latest.manner.change(size) for size in (row.difference, row.then_difference))
    gap = f"The gap to {other(row.against, inputs)} was {then} {when} and {now} {latest.when}."
    if row.over_time == "no clear change":
        return f"{named}. {gap} The change is within the margin of error."
    said = f"The gap is {'smaller' if row.over_time == 'narrowing' else 'larger'} than it was."
    both = ""  # difference and ratio can move apart, so that a reader is told of both
    if not math.isnan(row.ratio + row.then_ratio):
        shown = plain(row.then_ratio, 2), plain(row.ratio, 2)
        both = f"The ratio was {shown[0]} to 1 then and is {shown[1]} to 1 now."
    return f"{named}. {gap} {said} {both}".strip()


RULE = (
    "A gap is clear when the 95% interval of the difference leaves out 0. With fewer than ten "
    "people on one side, or five expected events, it is too small to say."
)
INTERVALS = (
    "Differences of percentages: Newcombe (1998). Of means: Welch. Of rates and all others: as "
    "Newcombe does (Zou and Donner 2008). Ratios: the log-Wald interval. With a zero there is no "
    "ratio."
)
CLOSING = (
    "The gap is narrowing or widening when the 95% interval of its change leaves out 0. The "
    "groups are the same ones as at the baseline."
)
CHANCE = "Of many gaps about one in 20 looks clear by chance alone."
DISPARITY = (
    "It says how far the groups lie on average from everyone’s value, or else from their own mean. "
    "Each counts by its size where that is known (Pearcy and Keppel 2002)."
)
SLOPE = (
    "It is the difference between the two ends of a line through all groups, from the most to the "
    "least deprived, as OHID fits it (Low and Low 2004)."
)
EXTREMES = "It divides the least deprived end of that line by the most deprived one."
