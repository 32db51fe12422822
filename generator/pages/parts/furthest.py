"""Which group stands furthest behind in an indicator, and how far from the best placed one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.metric import Breakdown

from .known.cells import Result
from .known.standing import Standing
from .side_by_side import category, groups

OVERLAP = "They overlap"
DISTINCT = "They do not overlap"
NONE_GIVEN = "None given"


@dataclass(frozen=True)
class Furthest:
    """The two groups of a breakdown that stand furthest apart in the latest period."""

    standing: Standing
    breakdown: Breakdown
    behind: Result
    ahead: Result

    @property
    def share(self) -> float:
        """How far they are apart, as a share of the larger value: to put the widest first."""
        low, high = sorted((self.behind.value or 0.0, self.ahead.value or 0.0))
        return (high - low) / high if high else 0.0

    @property
    def apart(self) -> str:
        """The difference, without a sign."""
        standing = self.standing
        difference = abs((self.behind.value or 0.0) - (self.ahead.value or 0.0))
        return standing.shown_change(difference).lstrip("+")

    @property
    def margins(self) -> str:
        """Whether the margins of error of the two overlap. Not a test: methods say what is."""
        ends = (self.behind.lower, self.behind.upper, self.ahead.lower, self.ahead.upper)
        if any(end is None for end in ends):
            return NONE_GIVEN
        lower, upper, other_lower, other_upper = (end or 0.0 for end in ends)
        return OVERLAP if lower <= other_upper and other_lower <= upper else DISTINCT

    def name(self, result: Result) -> str:
        """What the group of a result is called."""
        return category(self.breakdown, result.group)


def furthest(standing: Standing) -> Furthest | None:
    """Of all breakdowns by people, the one whose groups stand furthest apart.

    One whose groups are told apart by their margins of error comes before wider ones that are not.
    None where the indicator has no direction, or where fewer than two groups have a value.
    """
    found = list(every_gap(standing))
    return max(found, key=lambda pair: (pair.margins != OVERLAP, pair.share), default=None)


def every_gap(standing: Standing) -> Iterator[Furthest]:
    """The two groups furthest apart of each breakdown by people; none without a direction."""
    direction = standing.indicator.direction
    if direction == "none":
        return
    for breakdown in standing.lookup.report.inputs.breakdowns.values():
        if breakdown.of != "people" or breakdown.overlap:
            continue
        unstated = {f"{breakdown.id}={id}" for id in breakdown.not_stated}
        valued = [
            r
            for r in groups(standing, breakdown)
            if r.value is not None and r.group not in unstated
        ]
        ordered = sorted(valued, key=lambda r: r.value or 0.0, reverse=direction == "down")
        if len(ordered) > 1 and ordered[0].value != ordered[-1].value:
            yield Furthest(standing, breakdown, ordered[0], ordered[-1])
