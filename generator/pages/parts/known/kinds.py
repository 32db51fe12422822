"""The kinds of places that can be drawn: those with a page and a boundary, by kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from generator import charts
from generator.charts.outlines import Polygons
from generator.model.place import Area, Boundary
from generator.wording.names import plural

FEWEST = 3
"""Fewer places than this are no map."""


@dataclass(frozen=True)
class Kind:
    """Places of one kind, `codes` in order; `ground` holds those of them that have a boundary.

    `id` is unique in a page that shows several kinds.
    """

    id: str
    name: str
    codes: tuple[str, ...]
    ground: charts.Ground

    @property
    def plural(self) -> str:
        """ "wards"; "places" where no kind is given."""
        return plural(self.name) if self.name else "places"


def kinds(
    areas: Iterable[Area], boundaries: Mapping[str, Boundary], inside: frozenset[str], day: date
) -> tuple[Kind, ...]:
    """The kinds of which three or more places have a boundary, those with most places
    `inside` first.

    Places that have ended by `day` are not drawn.
    """
    by_kind: dict[str, list[str]] = {}
    for area in areas:
        if area.valid_to is None or area.valid_to >= day:
            by_kind.setdefault(area.kind, []).append(area.area)
    found: list[tuple[int, int, str, dict[str, Polygons]]] = []
    for name, codes in by_kind.items():
        shapes = {code: boundaries[code].polygons for code in codes if code in boundaries}
        if len(shapes) >= FEWEST:
            found.append((-len(inside & shapes.keys()), -len(shapes), name, shapes))
    found.sort(key=lambda kind: kind[:3])
    return tuple(
        Kind(
            f"map-{n}" if n > 1 else "map",
            name,
            tuple(sorted(by_kind[name])),
            charts.ground(shapes),
        )
        for n, (_, _, name, shapes) in enumerate(found, 1)
    )
