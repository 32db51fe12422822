"""The widest clear gaps between groups, an indicator at most once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.wording import gaps as wording

from .. import address as at
from ..improve.gap_words import name
from ..known.compared import Gap
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..shapes import verdict
from ..worded import Link, Verdict

MOST = 5
"""So many gaps are among the widest; the page on equity has all."""


@dataclass(frozen=True)
class Widest:
    """A gap, worded: who is behind whom by how much, and whether it closes."""

    indicator: Link
    said: str
    over_time: Verdict | None


def share(gap: Gap) -> float:
    """How far the two are apart, as a share of the larger value, so that units do not matter."""
    larger = max(abs(gap.value), abs(gap.other_value))
    return abs(gap.difference) / larger if larger else 0.0


def furthest(standing: Standing) -> Gap | None:
    """The group that is furthest behind beyond the margin of error, of all breakdowns."""
    own = standing.lookup.worked.gaps(standing.indicator.id, standing.area)
    behind = [
        gap
        for gap in own
        if gap.chosen and gap.furthest and (gap.verdict, gap.stands) == ("clear gap", "behind")
    ]
    return max(behind, key=share, default=None)


def widest(lookup: Lookup) -> Mapping[str, Gap]:
    """By indicator the group that is furthest behind in the main area, the widest gap first."""
    every = (Standing(lookup, indicator, lookup.main_area) for indicator in lookup.ordered)
    found = [(str(s.indicator.id), gap) for s in every if (gap := furthest(s))]
    found.sort(key=lambda pair: -share(pair[1]))
    return dict(found[:MOST])


def told(lookup: Lookup, page: str) -> tuple[Widest, ...]:
    """The widest gaps, as the page at address `page` tells them."""
    return tuple(_told(lookup, id, gap, page) for id, gap in widest(lookup).items())


def _told(lookup: Lookup, id: str, gap: Gap, page: str) -> Widest:
    indicator = next(each for each in lookup.ordered if each.id == id)
    standing = Standing(lookup, indicator, lookup.main_area)
    moved = gap.over_time in ("narrowing", "widening")
    return Widest(
        Link(indicator.title, at.link(page, working(id, gap))),
        said(standing, gap),
        verdict(gap.over_time) if moved else None,
    )


def working(id: str, gap: Gap) -> str:
    """Where the working of a gap stands."""
    return f"{at.indicator(id)}#gap-{gap.breakdown.replace(';', '-')}"


def said(standing: Standing, gap: Gap) -> str:
    """ "Disabled: 51.8% against 68.2% of “Not disabled”, that is 16.4 points apart." """
    other = wording.other(gap.against, standing.lookup.report.inputs)
    value, against = standing.shown(gap.value), standing.shown(gap.other_value)
    apart = standing.manner.change(gap.difference)
    return f"{name(standing, gap)}: {value} against {against} of {other}. That is {apart} apart."
