"""areas.geojson: the shapes of areas, in longitude and latitude."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from ..errors import Problem, Where, error
from ..model.place import Boundary, Ring
from .json_text import parse


class _BadError(ValueError):
    pass


def read(text: str, file: str) -> tuple[list[Boundary], list[Problem]]:
    """The boundary of each feature, whose property `area` is the area's code."""
    value, problems = parse(text, file)
    if problems:
        return [], problems
    if not isinstance(value, dict) or value.get("type") != "FeatureCollection":
        hint = 'Save it as GeoJSON: {"type": "FeatureCollection", "features": […]}.'
        return [], [error(Where(file), "this is not a collection of GeoJSON features", hint)]
    features = value.get("features")
    boundaries: list[Boundary] = []
    seen: set[str] = set()
    for position, feature in enumerate(features if isinstance(features, list) else [], 1):
        try:
            found = _boundary(feature)
            if found.area in seen:
                raise _BadError(f"area {found.area} has a second shape")
        except _BadError as problem:
            where = Where(file, field=f"features.{position}")
            hint = "Give each feature the property area (a code) and a Polygon or MultiPolygon."
            problems.append(error(where, str(problem), hint))
            continue
        seen.add(found.area)
        boundaries.append(found)
    return boundaries, problems


def _boundary(feature: Any) -> Boundary:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    area = properties.get("area") if isinstance(properties, dict) else None
    if not isinstance(area, str) or not area:
        raise _BadError("the property 'area' is missing")
    geometry = feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in ("Polygon", "MultiPolygon"):
        raise _BadError(f"the shape of {area} is not a Polygon or MultiPolygon")
    found = geometry.get("coordinates")
    polygons = [found] if kind == "Polygon" else found
    return Boundary(
        area, tuple(tuple(_rings(polygon, area)) for polygon in _listed(polygons, area))
    )


def _listed(value: Any, area: str) -> list[Any]:
    if not isinstance(value, list) or not value:
        raise _BadError(f"the shape of {area} has no corners")
    return value


def _rings(polygon: Any, area: str) -> Iterator[Ring]:
    for ring in _listed(polygon, area):
        corners = tuple(_corner(corner, area) for corner in _listed(ring, area))
        if len(corners) < 4 or corners[0] != corners[-1]:
            raise _BadError(f"a ring of {area} is not closed")
        yield corners


def _corner(value: Any, area: str) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) < 2:
        raise _BadError(f"a corner of {area} is not a longitude and a latitude")
    longitude, latitude = value[:2]
    for number, limit in ((longitude, 180), (latitude, 90)):
        if isinstance(number, bool) or not isinstance(number, int | float):
            raise _BadError(f"a corner of {area} is not a longitude and a latitude")
        if not math.isfinite(number) or abs(number) > limit:
            raise _BadError(f"a corner of {area} is not in degrees of longitude and latitude")
    return float(longitude), float(latitude)
