"""How change on one item was worked out: every number with its formula and its inputs."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from generator.model.scale import Item
from generator.wording import change as wording
from generator.wording.numbers import number

from ..worded import Definition


def worked(row: Any, item: Item) -> Iterator[Definition]:
    """The terms of the fold "How we worked this out" for a row of `MOVED`."""
    yield Definition("Rule", (wording.RULE,))
    yield Definition("Scores", (_better(item),))
    if not math.isnan(row.mean_change):
        yield Definition("Mean before and after", (_means(row),))
        yield Definition("Mean change", (f"{_change(row)} {wording.SECOND}",))
    if not math.isnan(row.effect):
        yield Definition("Effect size, by the spread of changes", (_effect(row),))
    if not math.isnan(row.effect_before):
        said = "standard deviations of the first scores: mean change divided by them."
        size = wording.points(row.effect_before)
        yield Definition("Effect size, by the spread of first scores", (f"{size} {said}",))
    if row.pairs > 0:
        yield Definition("Reliable change", (_reliable(row, item),))
    if not math.isnan(row.matched_share):
        both = row.pairs + row.unmatched
        said = f"{number(row.pairs, 0)} out of {number(both, 0)} assessed have two scores: "
        yield Definition("Matched", (f"{said}{number(row.matched_share, 1)}%.",))
    if row.pairs > 0 and not math.isnan(row.better_share):
        ends = wording.between(row.better_lower, row.better_upper, 1)
        counted = f"{number(row.better, 0)} out of {number(row.pairs, 0)}"
        said = f"{counted} is {number(row.better_share, 1)}%, 95% interval {ends}."
        yield Definition("Share that did better", (f"{said} {wording.SHARES}",))


def _better(item: Item) -> str:
    ends = f"{item.minimum:g} to {item.maximum:g}"
    return f"Scores go from {ends}; a {'higher' if item.better == 'up' else 'lower'} one is better."


def _means(row: Any) -> str:
    if math.isnan(row.mean_before + row.mean_after):
        return "Not worked out: a sum of scores is not given."
    before, after = number(row.mean_before, 2), number(row.mean_after, 2)
    return f"{before} before, {after} after, in points of the scale."


def _change(row: Any) -> str:
    said = f"{wording.points(row.mean_change)} points"
    if math.isnan(row.change_lower):
        return f"{said}. {wording.ONE_PAIR if row.pairs == 1 else wording.NO_SPREAD}"
    ends = f"{wording.points(row.change_lower)} to {wording.points(row.change_upper)}"
    return f"{said}, 95% interval {ends} (Student’s t)."


def _effect(row: Any) -> str:
    said = f"{wording.points(row.effect)} standard deviations of the change (Cohen’s dz"
    if not math.isnan(row.effect_lower):
        ends = f"{wording.points(row.effect_lower)} to {wording.points(row.effect_upper)}"
        said += f"; 95% interval {ends}, noncentral t"
    if math.isnan(row.effect_corrected):
        return f"{said})."
    corrected = wording.points(row.effect_corrected)
    return f"{said}). Corrected for few pairs, as Hedges does: {corrected}."


def _reliable(row: Any, item: Item) -> str:
    if item.reliability is None:
        return wording.NOT_RELIABLE
    source = f", {item.reliability_source.rstrip('.')}" if item.reliability_source else ""
    of = f"reliability {item.reliability:g}{source}"
    if math.isnan(row.reliable_points):
        return f"Not worked out: the squares of the first scores are not given ({of})."
    least = number(row.reliable_points, 2)
    rule = f"A change of more than {least} points is more than the scale’s own error ({of})."
    shares = row.reliably_better_share, row.reliably_worse_share
    if math.isnan(sum(shares)):
        return f"{rule} How many changed so much is not given."
    better, worse = map(wording.percent, shares)
    many = row.reliably_up, row.reliably_down
    risen, fallen = many if item.better == "up" else many[::-1]
    rise = wording.between(row.reliably_better_lower, row.reliably_better_upper)
    fall = wording.between(row.reliably_worse_lower, row.reliably_worse_upper)
    return (
        f"{rule} Reliably better: {risen:,.0f} of {row.pairs:,.0f}, {better} ({rise}). "
        f"Reliably worse: {fallen:,.0f}, {worse} ({fall})."
    )
