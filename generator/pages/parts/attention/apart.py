"""Places and partners that are worse than expected: by more than chance gives one of their size."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.words import SPREAD
from generator.wording import names

from .. import address as at
from ..known import cells
from ..known.cells import Reading
from ..known.lookup import Lookup
from ..worded import Link

WORSE = "worse than expected"

By = tuple[str, str]
"""A place's code, or an organisation's id with the main area's."""


@dataclass(frozen=True)
class Apart:
    """A place or partner, and the indicators in which it stands apart, each with its working."""

    name: Link
    indicators: tuple[Link, ...]


def worse(lookup: Lookup) -> Mapping[str, tuple[Reading, ...]]:
    """By indicator, the readings of places and partners that are worse than expected."""
    rows = lookup.report.readings
    rows = rows[((rows["reading"] == SPREAD) & (rows["verdict"] == WORSE)).to_numpy()]
    found: dict[str, list[Reading]] = {}
    for id, reading in zip(rows["indicator"], cells.readings(rows), strict=True):
        found.setdefault(str(id), []).append(reading)
    return {id: tuple(own) for id, own in found.items()}


def by_place(lookup: Lookup, page: str) -> tuple[Apart, ...]:
    """Each that is worse than expected in anything, on the page at address `page`: those that are
    in most indicators first, else by name."""
    found: dict[By, list[Link]] = {}
    for id, readings in worse(lookup).items():
        for reading in readings:
            title = lookup.indicators[id].title
            link = Link(title, at.link(page, reading.working) if reading.working else "")
            found.setdefault((reading.area, reading.organisation), []).append(link)
    made = [Apart(name(lookup, *by, page), tuple(links)) for by, links in found.items()]
    return tuple(sorted(made, key=lambda one: (-len(one.indicators), one.name.text.casefold())))


def name(lookup: Lookup, area: str, organisation: str, page: str) -> Link:
    """A partner, else a place, with its page where it has one."""
    inputs = lookup.report.inputs
    if organisation:
        known = organisation in inputs.organisations
        href = at.link(page, at.partner(organisation)) if known else ""
        return Link(names.part(organisation, "", "", inputs), href)
    shown = area in lookup.place_codes
    return Link(lookup.area_name(area), at.link(page, at.place(area)) if shown else "")
