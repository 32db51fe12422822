"""Each gap between groups with its margin of error, a row a group."""

from __future__ import annotations

import math

from generator.wording import gaps as wording
from generator.wording.numbers import number

from ..known.compared import Gap
from ..known.standing import Standing
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Column, Link, Reasoned, Row, Table, Text, Verdict
from .gap_words import name

COLUMNS = (
    *(Column("Group"), Column("Gap"), Column("Value", numeric=True, big=True)),
    *(Column("Against", numeric=True), Column("Difference", numeric=True)),
    *(Column("Ratio", numeric=True), Column("Since the baseline")),
)
SHAPES = {
    "behind": ("back", "bad"),
    "ahead": ("forward", "good"),
    "higher": ("above", "flat"),
    "lower": ("below", "flat"),
}
NONE = "–"


def gaps_table(standing: Standing, id: str, title: str, own: list[Gap]) -> Table:
    caption = f"{standing.indicator.title} by {title}: each gap, {standing.period(own[0].period)}"
    made = (_row(standing, g) for g in own[:MOST_ROWS])
    return table(id, caption, COLUMNS, made, dense=True, hide_caption=True)


def _row(standing: Standing, gap: Gap) -> Row:
    inputs = standing.lookup.report.inputs
    against = wording.other(gap.against, inputs) if gap.against else ""
    compared = not math.isnan(gap.difference)
    other = Text(standing.shown(gap.other_value), against) if compared else Text(NONE)
    return Row(
        Link(name(standing, gap)),
        (
            Reasoned(stands(gap), gap.reason),
            Text("[x]" if math.isnan(gap.value) else standing.shown(gap.value)),
            other,
            _difference(standing, gap),
            _ratio(gap),
            Reasoned(verdict(gap.over_time)) if not gap.over_time_reason else Text(NONE),
        ),
    )


def stands(gap: Gap) -> Verdict:
    """The verdict of a gap, with which way it points."""
    if gap.verdict != "clear gap":
        return verdict(gap.verdict)
    shape, tone = SHAPES[gap.stands]
    return Verdict("Clear gap", shape, tone, gap.stands)


def _difference(standing: Standing, gap: Gap) -> Text:
    if math.isnan(gap.difference):
        return Text(NONE)
    bare = standing.bare_change
    ends = "" if math.isnan(gap.lower) else f"{bare(gap.lower)} to {bare(gap.upper)}"
    return Text(standing.shown_change(gap.difference), ends)


def _ratio(gap: Gap) -> Text:
    if math.isnan(gap.ratio):
        return Text(NONE)
    ends = gap.ratio_lower, gap.ratio_upper
    note = "" if math.isnan(ends[0]) else f"{number(ends[0], 2)} to {number(ends[1], 2)}"
    return Text(number(gap.ratio, 2), note)
