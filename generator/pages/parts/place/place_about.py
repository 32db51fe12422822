"""Where a place is: a small map, what it lies in, what lies beside it, who works there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator import charts
from generator.model.place import Area

from .. import address as at
from ..known import areas
from ..known.kinds import Kind
from ..known.lookup import Lookup
from ..layout import joined
from ..worded import Definition, Link


def about(lookup: Lookup, area: Area, page: str) -> Iterator[Definition]:
    """What is known of the place itself, with links to the places and partners named."""
    code = area.area
    if area.kind:
        yield Definition("Kind", (area.kind[:1].upper() + area.kind[1:],))
    if area.population is not None:
        yield Definition("People", (f"{area.population:,.0f}",))
    around = [other for other, inside in lookup.within.items() if code in inside]
    if around:
        yield Definition("Lies in", links=_links(lookup, around, page))
    kind = _kind(lookup, area)
    beside = kind.ground.neighbours[code] if kind else ()
    if beside:
        yield Definition("Next to", links=_links(lookup, beside, page))
    similar = [lookup.area_name(other) for other in lookup.similar.get(code, ())]
    if similar:
        said_by = areas.similar_sources(lookup.report.inputs.area_links, code)
        yield Definition("Similar places", (joined(similar), *said_by))
    partners = [o for o in lookup.report.inputs.organisations.values() if o.area == code]
    if partners:
        named = sorted((o.name, str(o.organisation)) for o in partners)
        made = tuple(Link(name, at.link(page, at.partner(id))) for name, id in named)
        yield Definition("Partners based here", links=made)
    yield Definition("Official code", (code,))


def locator(lookup: Lookup, area: Area) -> Markup | None:
    """The place among those of its kind, small; None where there is no boundary."""
    kind = _kind(lookup, area)
    if kind is None:
        return None
    name = lookup.area_name(area.area)
    title = f"Map: {name} among {len(kind.ground.outlines):,} {kind.plural}"
    return Markup(charts.locator(kind.ground, area.area, title))


def _kind(lookup: Lookup, area: Area) -> Kind | None:
    return next((kind for kind in lookup.kinds if area.area in kind.ground.outlines), None)


def _links(lookup: Lookup, codes: Iterable[str], page: str) -> tuple[Link, ...]:
    """The places by name, linked where they have a page."""
    named = sorted((lookup.area_name(code), code) for code in codes)
    return tuple(
        Link(name, at.link(page, at.place(code)) if code in lookup.place_codes else "")
        for name, code in named
    )
