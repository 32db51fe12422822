"""The index of places: a map and a list of each kind, and every other place that has a page."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.page import Page
from generator.model.place import Area

from .parts import address as at
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.maps.maps import of_places
from .parts.worded import Column, Head, Link, Row, Table, Text


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `places/`."""
    main = lookup.area_name(lookup.main_area)
    others = len(lookup.places) - 1
    finding = f"{main} as a whole."
    if others:
        word = "place" if others == 1 else "places"
        finding = f"{main} as a whole, and {others:,} {word} within it or beside it."
    head = Head(title="Places", finding=finding, crumbs=crumbs(at.PLACES))
    maps = of_places(lookup, at.PLACES)
    shown = {kind.map.figure.id for kind in maps}
    listed = {code for kind in lookup.kinds if kind.id in shown for code in kind.codes}
    rest = [area for area in lookup.places if area.area not in listed - {lookup.main_area}]
    return (
        page(
            "places",
            at.PLACES,
            head,
            in_navigation="Places",
            maps=maps,
            rest_title="Other places" if maps else "All places",
            table=_table(lookup, rest, main),
        ),
    )


def _table(lookup: Lookup, areas: Sequence[Area], main: str) -> Table:
    counted = any(area.population is not None for area in areas)
    return Table(
        id="all-places",
        caption=f"Places with a page, {main} first, then by name",
        columns=(Column("Place"), Column("Kind"), *(Column("People", numeric=True),) * counted),
        rows=tuple(_row(lookup, area, counted) for area in areas),
        shorthand="[x]: not available." if _gaps(areas, counted) else "",
    )


def _row(lookup: Lookup, area: Area, counted: bool) -> Row:
    people = "[x]" if area.population is None else f"{area.population:,.0f}"
    name = lookup.area_name(area.area)
    link = Link(name, at.link(at.PLACES, at.place(area.area)))
    cells = (Text(area.kind or "[x]"), *(Text(people),) * counted)
    return Row(link, cells, me=area.area == lookup.main_area)


def _gaps(areas: Sequence[Area], counted: bool) -> bool:
    return any((counted and area.population is None) or not area.kind for area in areas)
