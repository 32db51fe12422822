"""Where values hold, and which areas lie in or resemble which."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .words import AreaLinkKind


@dataclass(frozen=True)
class Area:
    """A place by its official code. `page` None: as the area's links to the main area say."""

    area: str
    name: str
    kind: str = ""
    population: float | None = None
    page: bool | None = None
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True)
class AreaLink:
    """`area` lies in `other`, or `other` is similar to it."""

    area: str
    kind: AreaLinkKind
    other: str
    source: str = ""


Ring = tuple[tuple[float, float], ...]
"""Longitude and latitude of the corners of one ring."""


@dataclass(frozen=True)
class Boundary:
    """The shape of an area: polygons, each an outer ring and the holes in it."""

    area: str
    polygons: tuple[tuple[Ring, ...], ...]
