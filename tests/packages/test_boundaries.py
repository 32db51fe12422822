"""areas.geojson is read strictly."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.packages import boundaries

RING = [[-1.9, 52.4], [-1.8, 52.4], [-1.8, 52.5], [-1.9, 52.4]]
HINT = "Give each feature the property area (a code) and a Polygon or MultiPolygon."


def feature(**changes: Any) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "Feature",
        "properties": {"area": "E1"},
        "geometry": {"type": "Polygon", "coordinates": [RING]},
    }
    return made | changes


def read(*features: dict[str, Any]) -> tuple[list[Any], list[str]]:
    text = json.dumps({"type": "FeatureCollection", "features": features})
    found, problems = boundaries.read(text, "areas.geojson")
    return found, [str(problem) for problem in problems]


def test_polygons_and_multipolygons() -> None:
    many = feature(
        properties={"area": "E2"},
        geometry={"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]},
    )
    found, problems = read(feature(), many)
    assert problems == []
    assert [boundary.area for boundary in found] == ["E1", "E2"]
    assert found[0].polygons == ((tuple(map(tuple, RING)),),)
    assert [len(polygon) for polygon in found[1].polygons] == [1, 2]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"properties": {}}, "the property 'area' is missing"),
        ({"properties": None}, "the property 'area' is missing"),
        (
            {"geometry": {"type": "Point", "coordinates": [0, 0]}},
            "the shape of E1 is not a Polygon or MultiPolygon",
        ),
        ({"geometry": None}, "the shape of E1 is not a Polygon or MultiPolygon"),
        ({"geometry": {"type": "Polygon", "coordinates": []}}, "the shape of E1 has no corners"),
        (
            {"geometry": {"type": "Polygon", "coordinates": [RING[:3]]}},
            "a ring of E1 is not closed",
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[400000, 280000]] * 4]}},
            "a corner of E1 is not in degrees of longitude and latitude",
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[["a", "b"]] * 4]}},
            "a corner of E1 is not a longitude and a latitude",
        ),
        (
            {"geometry": {"type": "Polygon", "coordinates": [[[True, 1]] * 4]}},
            "a corner of E1 is not a longitude and a latitude",
        ),
    ],
)
def test_refusals(changes: dict[str, Any], what: str) -> None:
    assert read(feature(**changes)) == (
        [],
        [f"areas.geojson, features.1: {what}\n    {HINT}"],
    )


def test_an_area_has_one_shape() -> None:
    found, problems = read(feature(), feature())
    assert len(found) == 1
    assert problems == [f"areas.geojson, features.2: area E1 has a second shape\n    {HINT}"]


@pytest.mark.parametrize("text", ["[]", "{}", '{"type": "Feature"}'])
def test_what_is_no_collection(text: str) -> None:
    _, problems = boundaries.read(text, "areas.geojson")
    assert problems[0].what == "this is not a collection of GeoJSON features"
