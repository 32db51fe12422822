"""Boundaries: wards that fill their locality, localities that fill the borough, without gaps.

A sheet of small squares is dealt out to the wards nearest to each; a ward's shape is the edge of
its squares. All shapes share the corners of the sheet, so moving a corner moves every shape that
has it: corners are pulled towards their neighbours along the edges until no square can be seen.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict

import numpy as np

from .places import BOROUGH, LOCALITY_OF, WARDS

WIDE, HIGH = 34, 30
SITES = {
    # where each ward's heart lies on the sheet, and how far it reaches
    "X50000001": (16.5, 13.5, 1.3),
    "X50000002": (12.0, 8.5, 1.0),
    "X50000003": (21.5, 10.0, 1.1),
    "X50000004": (9.5, 20.5, 0.9),
    "X50000005": (17.5, 22.5, 0.9),
    "X50000006": (26.0, 20.5, 0.8),
    "X50000007": (17.5, 4.0, 1.0),
    "X50000008": (26.5, 7.0, 0.9),
    "X50000009": (29.0, 13.0, 1.0),
}
Corner = tuple[int, int]


def boundaries(rng: np.random.Generator) -> str:
    """The GeoJSON of the borough, its localities and wards: in the North Sea, far from any land."""
    ward_of = _dealt(rng)
    codes = list(WARDS)
    shapes: dict[str, dict[Corner, str]] = {BOROUGH: dict.fromkeys(ward_of, BOROUGH)}
    for code in dict.fromkeys(LOCALITY_OF):
        inside = [ward for ward in codes if WARDS[ward][1] == code]
        shapes[code] = {square: code for square, ward in ward_of.items() if ward in inside}
    for code in codes:
        shapes[code] = {square: code for square, ward in ward_of.items() if ward == code}
    places = _smoothed(rng, ward_of)
    features = []
    for code, squares in shapes.items():
        ring = [places[corner] for corner in _edge(set(squares))]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"area": code}, "geometry": geometry})
    text = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    return text.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n"


def _dealt(rng: np.random.Generator) -> dict[Corner, str]:
    """The ward of each square of the sheet that lies in the borough."""
    x, y = np.meshgrid(np.arange(WIDE) + 0.5, np.arange(HIGH) + 0.5, indexing="ij")
    angle = np.arctan2((y - 14) / 13, (x - 18) / 15.5)
    phases = rng.uniform(0, 2 * np.pi, 4)
    coast = sum(np.sin(n * angle + p) / n for n, p in zip((2, 3, 5, 7), phases, strict=True))
    inland = np.hypot((x - 18) / 15.5, (y - 14) / 13) < 0.97 + 0.11 * coast
    river = y > 4.2 + 1.5 * np.sin(x / 4.1) - 0.09 * (
        x - 18
    )  # the river Verle is the southern edge
    away = np.stack([np.hypot(x - a, y - b) * reach for a, b, reach in SITES.values()])
    away += rng.normal(0, 0.35, away.shape)
    nearest = away.argmin(axis=0)
    codes = list(SITES)
    squares = zip(*np.nonzero(inland & river), strict=True)
    return _whole({(int(a), int(b)): codes[nearest[a, b]] for a, b in squares})


def _whole(ward_of: dict[Corner, str]) -> dict[Corner, str]:
    """Without islands: a square goes to the ward of most squares around it, until none does."""
    for _ in range(8):
        for square, ward in sorted(ward_of.items()):
            beside = [ward_of[near] for near in _near(square) if near in ward_of]
            if beside.count(ward) < 2:
                ward_of[square] = Counter(beside).most_common(1)[0][0]
    return ward_of


def _near(square: Corner) -> list[Corner]:
    a, b = square
    return [(a + 1, b), (a - 1, b), (a, b + 1), (a, b - 1)]


def _sides(squares: set[Corner]) -> dict[Corner, Corner]:
    """From each corner on the edge of the squares the next one, with the squares on the left."""
    around = (
        ((0, -1), (0, 0), (1, 0)),
        ((1, 0), (1, 0), (1, 1)),
        ((0, 1), (1, 1), (0, 1)),
        ((-1, 0), (0, 1), (0, 0)),
    )
    found: dict[Corner, Corner] = {}
    for a, b in sorted(squares):
        for (da, db), (fa, fb), (ta, tb) in around:
            if (a + da, b + db) not in squares:
                found[a + fa, b + fb] = (a + ta, b + tb)
    return found


def _edge(squares: set[Corner]) -> list[Corner]:
    """The corners of the outer edge, the first one again at the end."""
    sides = _sides(squares)
    start = min(sides)
    ring = [start]
    while len(ring) == 1 or ring[-1] != start:
        ring.append(sides[ring[-1]])
    assert len(ring) == len(sides) + 1, "a ward of several parts: choose another seed"
    return ring


def _smoothed(rng: np.random.Generator, ward_of: dict[Corner, str]) -> dict[Corner, list[float]]:
    """Longitude and latitude of each corner that stands on an edge."""
    joined: dict[Corner, set[Corner]] = defaultdict(set)
    for code in WARDS:
        squares = {square for square, ward in ward_of.items() if ward == code}
        for start, end in _sides(squares).items():
            joined[start].add(end)
            joined[end].add(start)
    place = {corner: np.array(corner, dtype=float) for corner in sorted(joined)}
    for pull, shake in ((0.55, 0.28), (0.5, 0.16), (0.5, 0.1), (0.3, 0.05)):
        place = {
            corner: at * (1 - pull)
            + pull * np.mean([place[other] for other in sorted(joined[corner])], axis=0)
            + rng.normal(0, shake, 2)
            for corner, at in place.items()
        }
    return {
        corner: [round(float(2 + at[0] * 0.0072), 4), round(float(55 + at[1] * 0.0041), 4)]
        for corner, at in place.items()
    }
