"""The areas as pages name and arrange them: which have a page, which lie in or resemble which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping

from generator.model.place import Area, AreaLink


def names(areas: Mapping[str, Area]) -> dict[str, str]:
    """What people call each area, by its code: its name, else its code.

    Where two areas have one name, the kind is added, and the code where that is one too.
    """
    called = {code: area.name or code for code, area in areas.items()}
    for extra in ({code: area.kind for code, area in areas.items()}, {c: c for c in areas}):
        shared = {name for name, n in Counter(called.values()).items() if n > 1}
        called = {
            code: f"{name} ({extra[code]})" if name in shared and extra[code] else name
            for code, name in called.items()
        }
    return called


def with_page(
    areas: Mapping[str, Area], links: Iterable[AreaLink], main: str, known: Collection[str]
) -> tuple[Area, ...]:
    """The areas that have a page: the main one first, then by name.

    These are the areas in the main area that are `known`: of which there is a result, for a page
    without a number answers nothing. `areas.page` says yes or no for any area.
    """
    inside = {link.area for link in links if (link.kind, link.other) == ("in", main)}
    inside &= set(known)
    others = [
        area
        for code, area in areas.items()
        if code != main and (code in inside if area.page is None else area.page)
    ]
    first = areas.get(main, Area(main, main))
    return (first, *sorted(others, key=lambda area: (area.name, area.area)))


def similar(links: Iterable[AreaLink]) -> dict[str, tuple[str, ...]]:
    """The codes of the areas similar to each area, in the order written."""
    found: dict[str, list[str]] = {}
    for link in links:
        if link.kind == "similar":
            found.setdefault(link.area, []).append(link.other)
    return {area: tuple(others) for area, others in found.items()}


def similar_sources(links: Iterable[AreaLink], area: str) -> tuple[str, ...]:
    """Who says which areas are similar to an area."""
    named = (a.source for a in links if a.kind == "similar" and a.area == area and a.source)
    return tuple(dict.fromkeys(named))


def within(links: Iterable[AreaLink], name: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    """The codes of the areas in each area, by the names that `name` gives them."""
    found: dict[str, list[str]] = {}
    for link in links:
        if link.kind == "in":
            found.setdefault(link.other, []).append(link.area)
    return {
        area: tuple(sorted(inside, key=lambda code: (name(code), code)))
        for area, inside in found.items()
    }


def followed(
    links: Iterable[AreaLink], pages: Collection[str], compared: Iterable[str]
) -> frozenset[str]:
    """The areas whose values pages follow over time: those with a page, the areas that these lie
    in, and those that they are `compared` with."""
    parents = {link.other for link in links if link.kind == "in" and link.area in pages}
    return frozenset({*pages, *parents, *compared})
