"""Groups of people held against one another: who is behind, by how much, and whether it closes."""

from __future__ import annotations

import math

from generator.model.metric import Breakdown
from generator.wording import gaps as wording
from generator.wording import reasons

from .. import groups_side_by_side
from ..figures import Drawn
from ..indicator.indicator_tables import Part
from ..known.compared import Gap
from ..known.standing import Standing
from ..worded import Definition
from .gap_table import gaps_table
from .gap_words import counted, lead, over_all
from .gap_worked import worked
from .made import Made


def gap(standing: Standing, page: str) -> Made:
    """A section for each breakdown of people whose groups are held against one another, and one
    for those who are in two groups at once."""
    lookup = standing.lookup
    rows = [g for g in lookup.worked.gaps(standing.indicator.id, standing.area) if g.chosen]
    compared = {g.breakdown for g in rows if g.against}
    known = {str(id): each for id, each in lookup.report.inputs.breakdowns.items()}
    parts: list[Part] = []
    files: list[Drawn] = []
    for id, breakdown in known.items():
        if id in compared:
            own = [g for g in rows if g.breakdown == id]
            drawn = groups_side_by_side.by_group(standing, page, breakdown, earlier=_since(own))
            parts.append(_section(standing, breakdown, own, drawn))
            files += [drawn] if drawn else []
    for id in sorted(compared - known.keys()):
        parts.append(_intersection(standing, id, [g for g in rows if g.breakdown == id]))
    return Made(tuple(parts), tuple(file for drawn in files for file in drawn.files))


def _since(own: list[Gap]) -> str:
    """The period from which most of the groups are followed."""
    told = [g for g in own if g.over_time_reason in ("", reasons.NO_MARGIN)]
    then = [g.then_period for g in told if not math.isnan(g.then_difference)]
    return max(sorted(set(then)), key=then.count, default="")


def _section(standing: Standing, breakdown: Breakdown, own: list[Gap], drawn: Drawn | None) -> Part:
    id = f"gap-{breakdown.id}"
    title = breakdown.title[:1].lower() + breakdown.title[1:]
    return Part(
        id,
        f"Gaps by {title}",
        verdict=over_all(own),
        lead=lead(standing, own),
        figure=drawn.figure if drawn else None,
        worked=tuple(worked(standing, breakdown, own)),
        table=gaps_table(standing, f"{id}-table", title, own),
        folded_table="Show each gap with its margin of error",
    )


def _intersection(standing: Standing, id: str, own: list[Gap]) -> Part:
    known = standing.lookup.report.inputs.breakdowns
    titles = [each.title.lower() for key, each in known.items() if str(key) in id.split(";")]
    title = " and ".join(titles)
    section = f"gap-{id.replace(';', '-')}"
    return Part(
        section,
        f"Gaps by {title} together",
        verdict=over_all(own),
        lead=counted(standing, own),
        table=gaps_table(standing, f"{section}-table", title, own),
        folded="Show each gap with its margin of error",
        worked=(Definition("Rule", (wording.RULE,)), Definition("Many groups", (wording.CHANCE,))),
    )
