"""What a section of gaps between groups says first: who is behind, and whether it closes."""

from __future__ import annotations

import math

from generator.wording import gaps as wording
from generator.wording import names
from generator.wording.numbers import number

from ..known.compared import Gap
from ..known.standing import Standing
from ..shapes import verdict
from ..worded import Verdict


def over_all(own: list[Gap]) -> Verdict:
    """One word over all groups: a clear gap where there is one."""
    words = [g.verdict for g in own]
    order = ("clear gap", "no clear gap", "too small to say", "cannot say")
    return verdict(next(word for word in order if word in words))


def lead(standing: Standing, own: list[Gap]) -> str:
    """Who is furthest behind, whether that gap closes, and who is too few to say."""
    behind = next((g for g in own if g.furthest), None)
    said = [_behind(standing, behind) if behind else counted(standing, own)]
    followed = next((g for g in own if g.followed), None)
    moved = followed and followed.over_time in ("narrowing", "widening")
    if followed and not followed.over_time_reason and (behind or moved):
        said.append(_closing(standing, followed))
    small = [g for g in own if g.verdict == "too small to say"]
    if small:
        said.append(f"Too small to say: {'; '.join(name(standing, g) for g in small)}.")
    return " ".join(said)


def _behind(standing: Standing, gap: Gap) -> str:
    against = wording.other(gap.against, standing.lookup.report.inputs)
    value, other = standing.shown(gap.value), standing.shown(gap.other_value)
    apart = standing.manner.change(gap.difference)
    said = f"Furthest behind: {name(standing, gap)}, {value} against {other} of {against}"
    said = f"{said}. That is {apart} apart."
    return said if gap.verdict == "clear gap" else f"{said} {gap.reason}"


def counted(standing: Standing, own: list[Gap]) -> str:
    clear = [g for g in own if g.verdict == "clear gap"]
    if not clear:
        return "No group differs clearly from those that it is held against."
    if standing.indicator.direction != "none":
        behind = [name(standing, g) for g in clear if g.stands == "behind"]
        if not behind:
            return "No group is clearly behind those that it is held against."
        return f"Clearly behind: {'; '.join(behind)}."
    return f"Clearly apart: {'; '.join(name(standing, g) for g in clear)}."


def _closing(standing: Standing, gap: Gap) -> str:
    then = standing.manner.change(gap.then_difference)
    since = standing.within(gap.then_period)
    who = f"The gap of {name(standing, gap)} was {then} {since}"
    if gap.over_time == "no clear change":
        return f"{who}; the change since is within the margin of error."
    # Where all values double, a difference doubles and the ratio stays: a reader is told of both.
    both = f"{number(gap.then_ratio, 2)} to {number(gap.ratio, 2)}"
    known = not math.isnan(gap.then_ratio + gap.ratio)
    ratio = f"; the ratio went from {both}" if known else ""
    return f"{who} and is {gap.over_time}{ratio}."


def name(standing: Standing, gap: Gap) -> str:
    return names.group(gap.group, standing.lookup.report.inputs)
