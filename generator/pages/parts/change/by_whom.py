"""A scale by each partner or programme: one table, folded, in the order of names."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.scale import Scale
from generator.wording import change as wording
from generator.wording import names

from .. import address as at
from ..known.changed import OfScale
from ..known.lookup import Lookup
from ..worded import Table
from .moves_table import moves_table
from .named import Named
from .said import period

FEWEST = 2
"""One partner alone is everyone: its numbers stand there already."""


Folded = tuple[tuple[str, Table], ...]
"""What to open a table with, and the table; none for fewer than two."""


def by_partner(lookup: Lookup, page: str, scale: Scale, found: Iterable[OfScale]) -> Folded:
    """Each item of a scale by each partner."""
    return _by(lookup, page, scale, found, "partner")


def by_programme(lookup: Lookup, page: str, scale: Scale, found: Iterable[OfScale]) -> Folded:
    """Each item of a scale by each programme."""
    return _by(lookup, page, scale, found, "programme")


def _by(lookup: Lookup, page: str, scale: Scale, found: Iterable[OfScale], whose: str) -> Folded:
    named = [(_name(lookup, one), one) for one in found]
    every = sorted(named, key=lambda pair: pair[0].casefold())
    if len(every) < FEWEST:
        return ()
    rows = [
        Named(
            name,
            one.rows[item.item],
            href=_href(lookup, page, one),
            note=f"{item.name}, {period(lookup, one.period)}",
        )
        for item in scale.items.values()
        for name, one in every
        if item.item in one.rows
    ]
    caption = f"{scale.title} by {whose}: item by item, in the order of names"
    ways = wording.ways(every[0][1].items)
    made = moves_table(f"{whose}-{scale.id}-table", caption, ways, rows, whose.capitalize())
    many = names.in_words(len(every))
    return ((f"Show each item by {whose}: {many}, none is ranked", made),)


def _name(lookup: Lookup, found: OfScale) -> str:
    organisation, programme, _ = found.by
    inputs = lookup.report.inputs
    return names.part(organisation, "" if organisation else programme, "", inputs)


def _href(lookup: Lookup, page: str, found: OfScale) -> str:
    """The page of the partner or programme, where it has one."""
    organisation, programme, _ = found.by
    inputs = lookup.report.inputs
    if organisation in {str(id) for id in inputs.organisations}:
        return at.link(page, at.partner(organisation))
    if not organisation and programme in {str(id) for id in inputs.programmes}:
        return at.link(page, at.programme(programme))
    return ""
