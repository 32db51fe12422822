"""A place's page: how it does, against what; strongest and weakest; a row an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.page import File, Page
from generator.model.place import Area
from generator.model.story import Story

from .parts import address as at
from .parts import downloads
from .parts.improve.beside_others import TITLE as BESIDE
from .parts.improve.beside_others import beside_others
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.place.lede import lede
from .parts.place.place_about import about, locator
from .parts.place.place_groups import groups_of
from .parts.place.place_ledger import bad, file, is_bad, ledgers
from .parts.tables import MOST_ROWS
from .parts.worded import Download, Fact, Head, Link
from .story import listed as listed_story

MOST_NAMED = 2
"""So many of the strongest and of the weakest stand at the top."""
MOST_LISTED = 12
"""More places within it than so many are folded away, beside a link to their map."""


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page a place, with the file of its table."""
    return tuple(part for area in lookup.places for part in _one(lookup, area))


def _one(lookup: Lookup, area: Area) -> Iterator[Page | File]:
    address = at.place(area.area)
    name = lookup.area_name(area.area)
    every = (Standing(lookup, i, area.area) for i in lookup.ordered)
    found = tuple(s for s in every if s.latest is not None)
    listed = file(area, found)
    single = tuple(s for s in found if not s.by_group_only)
    many = len(single) > MOST_ROWS
    more = f" The tables show {MOST_ROWS} of {len(single):,}." if many else ""
    rest = sum(not is_bad(standing) for standing in single)
    s = "s" if rest != 1 else ""
    inside = [c for c in lookup.within.get(area.area, ()) if c in lookup.place_codes]
    rows_by_outcome = tuple(ledgers(lookup, name, single[:MOST_ROWS], address))
    yield page(
        "place",
        address,
        Head(name, lede(name, found), crumbs(address)),
        data_period=lookup.span((s.indicator for s in found), area.area),
        illustrative=lookup.is_illustrative(*(s.indicator.id for s in found)),
        stand_out=_stand_out(found),
        glance_title=f"{'All' if rest == len(single) else 'The other'} {rest:,} indicator{s}",
        worse=bad(name, single[:MOST_ROWS], address),
        worse_title=_worse_title(single),
        leads=(f"By outcome, in the order of the pathway.{more}",) if lookup.outcomes else (),
        ledgers=rows_by_outcome,
        open_rows=len(rows_by_outcome) == 1,
        how_we_judge=Link("How we compare places", at.link(address, at.JUDGING)),
        download=Download(
            "Download these values",
            at.link(address, listed.path),
            f"CSV, {downloads.size(listed)}",
        )
        if found
        else None,
        beside=beside_others(lookup, address, area.area),
        beside_title=BESIDE,
        groups=tuple(groups_of(lookup, found)),
        within_title=f"Places in {name}",
        within_few=len(inside) <= MOST_LISTED,
        within_folded=f"Places in {name} by name ({len(inside):,})",
        on_map=Link("See them on a map", at.link(address, at.PLACES)),
        within=tuple(Link(lookup.area_name(c), at.link(address, at.place(c))) for c in inside),
        stories=tuple(listed_story(lookup, story, address) for story in _stories(lookup, area)),
        locator=locator(lookup, area),
        about=tuple(about(lookup, area, address)),
        about_caption=f"{name}: its kind, its code and where it lies",
    )
    if found:
        yield listed


def _stand_out(found: Iterable[Standing]) -> tuple[Fact, ...]:
    """The indicators furthest from their comparator, for the worse, then for the better."""
    made = []
    for word, term in (("worse", "Weakest"), ("better", "Strongest")):
        own = [s for s in found if s.against and s.against.verdict == word and _distance(s)]
        for standing in sorted(own, key=lambda s: (-_distance(s), s.indicator.id))[:MOST_NAMED]:
            made.append(_fact(standing, term))
    return tuple(made)


def _distance(standing: Standing) -> float:
    """How far from the comparator, as a share of it."""
    against = standing.against
    if not against or against.difference is None or not against.reference_value:
        return 0.0
    return abs(against.difference / against.reference_value)


def _fact(standing: Standing, term: str) -> Fact:
    latest, against = standing.latest, standing.against
    assert latest is not None and latest.value is not None and against is not None
    other = standing.lookup.area_name(against.reference_area)
    beside = standing.shown(against.reference_value or 0.0)
    unit = f", {standing.unit_words}" if standing.unit_words else ""
    note = f"{standing.indicator.title}{unit}. {other}: {beside}"
    return Fact(f"{term} against {other}", standing.shown(latest.value), note)


def _worse_title(found: Iterable[Standing]) -> str:
    """ "21 of 49 indicators are worse than elsewhere, or getting worse"."""
    marks = [is_bad(standing) for standing in found]
    counted = f"{sum(marks):,} of {len(marks):,} indicators"
    is_are = "is" if sum(marks) == 1 else "are"
    return f"{counted} {is_are} worse than elsewhere, or getting worse"


def _stories(lookup: Lookup, area: Area) -> list[Story]:
    """The stories of the place, the newest first."""
    found = [s for s in lookup.report.inputs.stories.values() if s.area == area.area]
    return sorted(found, key=lambda story: (story.date, story.id), reverse=True)
