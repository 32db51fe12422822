"""How gaps between groups were worked out, and the inequality over all of them in one number."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.model.metric import Breakdown
from generator.wording import gaps as wording
from generator.wording.numbers import number

from ..known.compared import Gap, Inequality
from ..known.standing import Standing
from ..worded import Definition


def worked(standing: Standing, breakdown: Breakdown, own: list[Gap]) -> Iterator[Definition]:
    """The rule, what each is held against, and the numbers over all groups."""
    yield Definition("Rule", (wording.RULE,))
    yield Definition("Held against", (_held(standing, own),))
    yield Definition("Differences and ratios", (wording.INTERVALS,))
    yield Definition("Is the gap closing?", (wording.CLOSING,))
    yield Definition("Many groups", (wording.CHANCE,))
    every = standing.lookup.worked.inequalities(standing.indicator.id, standing.area)
    for one in (one for one in every if one.breakdown == breakdown.id):
        yield from _over_all(standing, breakdown, one)


def _held(standing: Standing, own: list[Gap]) -> str:
    inputs = standing.lookup.report.inputs
    found = dict.fromkeys(wording.other(g.against, inputs) for g in own if g.against)
    return f"{'; '.join(found)}."


def _over_all(standing: Standing, breakdown: Breakdown, one: Inequality) -> Iterator[Definition]:
    if not math.isnan(one.disparity):
        text = f"{number(one.disparity, 1)}% of the mean. {wording.DISPARITY}"
        yield Definition("Index of disparity", (text,))
    if breakdown.ordered != "most_deprived_first":
        return
    if one.reason:
        yield Definition("Slope index of inequality", (one.reason,))
        return
    bare = standing.bare_change
    ends = f", 95% interval {bare(one.lower)} to {bare(one.upper)}"
    slope = f"{standing.manner.signed(one.slope)}{'' if math.isnan(one.lower) else ends}"
    yield Definition("Slope index of inequality", (f"{slope}. {wording.SLOPE}",))
    limits = f"{number(one.ratio_lower, 2)} to {number(one.ratio_upper, 2)}"
    ratio = (
        f"{number(one.ratio, 2)}{'' if math.isnan(one.ratio_lower) else f', 95% interval {limits}'}"
    )
    yield Definition("RII (ratio of extremes)", (f"{ratio}. {wording.EXTREMES}",))
