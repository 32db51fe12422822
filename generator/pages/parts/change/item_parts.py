"""Change on the item that an indicator is of: who moved which way, by partner and by group."""

from __future__ import annotations

from typing import Any

from generator import charts
from generator.model.metric import Breakdown
from generator.wording import change as wording

from .. import address as at
from ..figures import Drawn
from ..improve.made import Made
from ..indicator.indicator_tables import Part
from ..known.standing import Standing
from ..worded import Definition, Link
from .item import OfItem, of_item
from .moves_figure import moved_figure, title
from .moves_table import moves_table
from .named import Named
from .said import licence, period, within
from .scores_figure import scores_figure
from .worked import worked

SCORES = "People at each score, before and after"
SHOW_ALL = "Show everyone and each partner with margins of error"
SHOW_GROUPS = "Show the groups"
FEWEST_GROUPS = 2


def item_parts(standing: Standing, page: str) -> Made:
    """The sections of an indicator whose method is `change`; nothing for all others."""
    of = of_item(standing)
    if of is None:
        return Made()
    lookup = standing.lookup
    when = within(lookup, of.found.period)
    drawn = everyone_and_partners(of, page)
    first = Part(
        "change",
        "Who moved which way",
        lead=wording.told(of.row, of.item, when),
        figure=drawn.figure,
        table=_table(of, "change-table", [of.everyone, *_partners(of)], "Who"),
        folded_table=SHOW_ALL,
        wide=True,
        notes=(
            Definition(wording.CAVEAT_TITLE, (wording.CAVEAT,)),
            Definition("Every scale and item", links=(every_scale(page),)),
        ),
        worked=tuple(worked(of.row, of.item)),
        under=licence(of.found.scale),
    )
    groups = [
        made
        for breakdown in lookup.report.inputs.breakdowns.values()
        if (made := _by_group(of, page, breakdown))
    ]
    scores = scores_figure(of, page)
    parts = [first]
    if scores:
        parts.append(Part("change-scores", SCORES, figure=scores.figure))
    parts += (part for part, _ in groups)
    files = (drawn, *filter(None, (scores,)), *(each for _, each in groups))
    return Made(tuple(parts), tuple(file for one in files for file in one.files))


def every_scale(page: str) -> Link:
    """The way to the page that holds them all."""
    return Link("Change in people, all scales", at.link(page, at.CHANGE))


def everyone_and_partners(
    of: OfItem, page: str, id: str = "moved", notes: tuple[str, ...] = ()
) -> Drawn:
    """The chart of everyone and of each partner that has a row for the same period."""
    partners = _partners(of)
    return _drawn(
        of,
        page,
        charts.About(id, _title(of), _subtitle(of, ""), of.named, notes),
        partners or [of.everyone],
        of.everyone if partners else None,
    )


def _partners(of: OfItem) -> list[Named]:
    """By name; none where there is one alone, who is everyone."""
    found = sorted((one for _, one in of.parts(0)), key=lambda one: one.name.casefold())
    return found if len(found) > 1 else []


def _title(of: OfItem) -> str:
    return title(wording.ways((of.item,)), [of.everyone])


def _subtitle(of: OfItem, by: str) -> str:
    when = period(of.standing.lookup, of.found.period)
    parts = (of.named, "share of people assessed twice", of.standing.place, by, when)
    return ", ".join(part for part in parts if part)


def _drawn(
    of: OfItem,
    page: str,
    about: charts.About,
    rows: list[Named],
    whole: Named | None,
    heading: str = "Partner",
    rows_are: str = "partners",
) -> Drawn:
    return moved_figure(
        of.standing.lookup,
        page,
        about,
        wording.ways((of.item,)),
        rows,
        whole,
        scales=(str(of.item.scale),),
        period=period(of.standing.lookup, of.found.period),
        heading=heading,
        rows_are=rows_are,
    )


def _table(of: OfItem, id: str, rows: list[Named], heading: str) -> Any:
    lookup = of.standing.lookup
    when = period(lookup, of.found.period)
    earlier = period(lookup, of.found.earlier) if of.found.earlier else ""
    caption = f"{of.named}, {when}: everyone and each partner"
    return moves_table(id, caption, wording.ways((of.item,)), rows, heading, earlier)


def _by_group(of: OfItem, page: str, breakdown: Breakdown) -> tuple[Part, Drawn] | None:
    """The groups of a breakdown, in its order; None for fewer than two."""
    order = {f"{breakdown.id}={id}": place for place, id in enumerate(breakdown.categories)}
    own = [(group, one) for group, one in of.parts(2) if _is_of(group, str(breakdown.id))]
    if len(own) < FEWEST_GROUPS:
        return None
    own.sort(key=lambda pair: (order.get(pair[0], len(order)), pair[0]))
    rows = [one for _, one in own]
    by = f"by {breakdown.title[:1].lower()}{breakdown.title[1:]}"
    id = f"moved-by-{breakdown.id}"
    about = charts.About(
        id, title(wording.ways((of.item,)), rows), _subtitle(of, by), f"{of.named}, {by}"
    )
    drawn = _drawn(of, page, about, rows, of.everyone, breakdown.title, "groups")
    section = Part(
        f"change-by-{breakdown.id}",
        f"Who moved which way, {by}",
        figure=drawn.figure,
        folded=SHOW_GROUPS,
    )
    return section, drawn


def _is_of(group: str, breakdown: str) -> bool:
    """Whether it is a single group of a breakdown: intersections are left out."""
    return ";" not in group and group.partition("=")[0] == breakdown
