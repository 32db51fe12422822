"""The index of places: every area that has a page, with what lies in what."""

from __future__ import annotations

from generator.model.page import Page
from generator.model.place import Area

from .parts import address as at
from .parts.layout import crumbs, page
from .parts.lookup import Lookup
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
    counted = any(area.population is not None for area in lookup.places)
    table = Table(
        id="all-places",
        caption=f"Places with a page, {main} first, then by name",
        columns=(Column("Place"), Column("Kind"), *(Column("People", numeric=True),) * counted),
        rows=tuple(_row(area, area.area == lookup.main_area, counted) for area in lookup.places),
        shorthand="[x]: not available." if _gaps(lookup.places, counted) else "",
    )
    return (page("places", at.PLACES, head, in_navigation="Places", table=table),)


def _row(area: Area, main: bool, counted: bool) -> Row:
    people = "[x]" if area.population is None else f"{area.population:,.0f}"
    link = Link(area.name or area.area, at.link(at.PLACES, at.place(area.area)))
    return Row(link, (Text(area.kind or "[x]"), *(Text(people),) * counted), me=main)


def _gaps(areas: tuple[Area, ...], counted: bool) -> bool:
    return any((counted and area.population is None) or not area.kind for area in areas)
