"""Everything that is known of groups of people in the main area, indicator by indicator."""

from __future__ import annotations

import math
from dataclasses import dataclass

from generator.model.metric import Breakdown

from .. import address as at
from ..known.compared import Gap, Reached
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..worded import Link


@dataclass(frozen=True)
class Groups:
    """An indicator and a breakdown by people, with its gaps and whom it reaches; maybe none."""

    standing: Standing
    breakdown: Breakdown
    gaps: tuple[Gap, ...]
    reached: tuple[Reached, ...]

    @property
    def behind(self) -> Gap | None:
        """The group furthest behind what it is held against, where one is."""
        return next((gap for gap in self.gaps if gap.furthest), None)

    @property
    def followed(self) -> Gap | None:
        """The group by which the gap is said to narrow or widen, where that can be said."""
        return next((gap for gap in self.gaps if gap.followed and not gap.over_time_reason), None)

    @property
    def width(self) -> float:
        """How far the group furthest behind is, as a share of the larger value."""
        gap = self.behind
        if gap is None:
            return 0.0
        larger = max(abs(gap.value), abs(gap.other_value))
        return abs(gap.difference) / larger if larger else 0.0

    def link(self, part: str) -> Link:
        """The section of the indicator's page that shows it, from the equity page."""
        indicator = self.standing.indicator
        address = f"{at.indicator(indicator.id)}#{part}-{self.breakdown.id}"
        return Link(indicator.title, at.link(at.EQUITY, address))

    @property
    def title(self) -> str:
        """The breakdown, with the protected characteristic that it speaks of."""
        own = self.breakdown
        if not own.protected:
            return own.title
        same = own.title.casefold() == own.protected.casefold()
        return f"{own.title} (protected{'' if same else f': {own.protected}'})"


def found(lookup: Lookup) -> list[Groups]:
    """Each indicator with each breakdown that is compared or reached, in the pathway's order."""
    made = []
    for indicator in lookup.ordered:
        standing = Standing(lookup, indicator, lookup.main_area)
        gaps = [g for g in lookup.worked.gaps(indicator.id, standing.area) if g.chosen and g.single]
        reached = lookup.worked.reached(indicator.id, standing.area)
        for breakdown in lookup.report.inputs.breakdowns.values():
            own = tuple(g for g in gaps if g.breakdown == breakdown.id)
            if not any(g.against for g in own):
                own = ()
            who = tuple(r for r in reached if r.breakdown == breakdown.id)
            if all(math.isnan(r.ratio) for r in who):
                who = ()
            if own or who:
                made.append(Groups(standing, breakdown, own, who))
    return made
