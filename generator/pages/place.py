"""A place's page: how it does, against what; strongest and weakest; a row an indicator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.model.page import File, Page
from generator.model.place import Area
from generator.wording import reasons
from generator.wording.verdicts import capitalised

from .parts import address as at
from .parts import areas, downloads, facts, rows
from .parts.charted import spark
from .parts.layout import crumbs, joined, page
from .parts.lede import lede
from .parts.lookup import Lookup
from .parts.place_groups import groups_of
from .parts.shapes import verdict
from .parts.standing import Standing
from .parts.tables import MOST_ROWS, table
from .parts.worded import Column, Definition, Download, Fact, Head, Link, Reasoned, Row, Table, Text

MOST_NAMED = 2
"""So many of the strongest and of the weakest stand at the top."""


COLUMNS = (
    *("indicator", "title", "unit", "period", "value", "lower", "upper"),
    *("comparator", "comparator_value", "verdict"),
)
"""What the file of a place's table holds."""


@dataclass(frozen=True)
class _Part:
    id: str
    title: Link
    table: Table


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page a place, with the file of its table."""
    return tuple(part for area in lookup.places for part in _one(lookup, area))


def _one(lookup: Lookup, area: Area) -> Iterator[Page | File]:
    address = at.place(area.area)
    name = lookup.area_name(area.area)
    every = (Standing(lookup, i, area.area) for i in lookup.ordered)
    found = tuple(s for s in every if s.latest is not None)
    listed = _file(area, found)
    rows_shown = found[:MOST_ROWS]
    more = f" The table shows {MOST_ROWS} of {len(found):,}." if len(found) > MOST_ROWS else ""
    inside = [c for c in lookup.within.get(area.area, ()) if c in lookup.place_codes]
    yield page(
        "place",
        address,
        Head(name, lede(name, found), crumbs(address)),
        data_period=lookup.span((s.indicator for s in found), area.area),
        illustrative=lookup.is_illustrative(*(s.indicator.id for s in found)),
        stand_out=_stand_out(found),
        glance_title=f"{len(found):,} indicators at a glance",
        leads=(f"By outcome, in the order of the pathway.{more}",) if lookup.outcomes else (),
        tables=tuple(_tables(lookup, name, rows_shown, address)),
        how_we_judge=Link("How we compare places", at.link(address, at.JUDGING)),
        download=Download(
            "Download this table",
            at.link(address, listed.path),
            f"CSV, {downloads.size(listed)}",
        ),
        groups=tuple(groups_of(lookup, found)),
        within_title=f"Places in {name}",
        within=tuple(Link(lookup.area_name(c), at.link(address, at.place(c))) for c in inside),
        about=tuple(_about(lookup, area)),
        about_caption=f"{name}: its kind, its code and where it lies",
    )
    if found:
        yield listed


def _stand_out(found: Iterable[Standing]) -> tuple[Fact, ...]:
    """The indicators furthest from their comparator, for the better and for the worse."""
    made = []
    for word, term in (("better", "Strongest"), ("worse", "Weakest")):
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


def _tables(lookup: Lookup, name: str, found: Iterable[Standing], address: str) -> Iterator[_Part]:
    """A table an outcome, then one of the indicators that belong to none."""
    titles = {str(outcome.id): outcome.title for outcome in lookup.outcomes}
    named = ((str(s.indicator.outcome or ""), s) for s in found)
    by_outcome = groupby(named, lambda pair: pair[0] if pair[0] in titles else "")
    for id, own in by_outcome:
        others = Link("Other indicators" if titles else "")
        title = Link(titles[id], at.link(address, at.outcome(id))) if id else others
        part = f"outcome-{id}" if id else "other-indicators"
        caption = f"{title.text or 'Indicators'}: latest values in {name}, and against what"
        standings = [standing for _, standing in own]
        aimed = any(facts.target(s).value != facts.NONE_SET for s in standings)
        columns = (
            *(Column("Indicator"), Column(name, numeric=True, big=True)),
            *(Column("Against", numeric=True), Column("Verdict")),
            *([Column("Its own target")] if aimed else []),
            Column("Over time"),
        )
        made = (_row(standing, address, aimed) for standing in standings)
        listed = table(f"{part}-table", caption, columns, made, dense=True, hide_caption=True)
        yield _Part(part, title, listed)


def _row(standing: Standing, address: str, aimed: bool) -> Row:
    indicator, against = standing.indicator, standing.against
    drawn = spark(standing, "flat", 120, 36)
    comparator = Text("None")
    if against and against.reference_value is not None:
        other = standing.lookup.area_name(against.reference_area)
        comparator = Text(standing.shown(against.reference_value), other)
    judged = verdict(against.verdict if against else "no comparator")
    group = "" if standing.by_group_only else standing.group_words
    return Row(
        head=Link(indicator.title, at.link(address, at.indicator(indicator.id))),
        note=", ".join(text for text in (group, standing.unit_words) if text),
        cells=(
            rows.latest(standing),
            comparator,
            Reasoned(judged, _why(against.reason) if against else ""),
            *([_target(standing)] if aimed else []),
            drawn or Text("One value"),
        ),
    )


def _target(standing: Standing) -> Text:
    """How the place stands towards the target that was set for it."""
    target, towards = facts.target(standing), standing.towards
    if towards is None or target.value == facts.NONE_SET:
        return Text(facts.NONE_SET)
    return Text(f"{target.value} {target.note}", capitalised(towards.verdict))


def _why(reason: str) -> str:
    """The reason for a verdict; in two words what stands in most rows of most places."""
    return "no margin of error" if reason == reasons.NO_MARGIN else reason


def _file(area: Area, found: Iterable[Standing]) -> File:
    lines = []
    for s in found:
        latest, against = s.latest, s.against
        assert latest is not None
        lines.append(
            (
                s.indicator.id,
                s.indicator.title,
                s.indicator.unit,
                latest.period,
                latest.value,
                latest.lower,
                latest.upper,
                against.reference_area if against else "",
                against.reference_value if against else None,
                against.verdict if against else "",
            )
        )
    path = f"data/charts/places-{at.safe(area.area)}--indicators.csv"
    return downloads.csv_file(path, COLUMNS, lines)


def _about(lookup: Lookup, area: Area) -> Iterator[Definition]:
    if area.kind:
        yield Definition("Kind", (area.kind[:1].upper() + area.kind[1:],))
    if area.population is not None:
        yield Definition("People", (f"{area.population:,.0f}",))
    lies = [lookup.area_name(c) for c, inside in lookup.within.items() if area.area in inside]
    if lies:
        yield Definition("Lies in", (joined(sorted(lies)),))
    similar = [lookup.area_name(c) for c in lookup.similar.get(area.area, ())]
    if similar:
        said_by = areas.similar_sources(lookup.report.inputs.area_links, area.area)
        yield Definition("Similar places", (joined(similar), *said_by))
    yield Definition("Official code", (area.area,))
