"""The outlines of places on flat paper: simplified alike on both sides of a border."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import permutations

from generator.charts.geometry import Pixel
from generator.charts.roomy import roomiest, signed_area

WIDEST, TALLEST = 660.0, 620.0
"""The paper in units, pixels of the wide drawing: x from the west, y from the south."""
LEAST = 0.7  # a corner that lies nearer to the line without it is left out
SMALLEST = 4.0  # islands and holes of a smaller area are left out

Ring = tuple[Pixel, ...]
Polygons = tuple[tuple[Ring, ...], ...]
"""Each an outer ring and its holes, in longitude and latitude: as in `model.place.Boundary`."""


@dataclass(frozen=True)
class Outline:
    """A place on the paper: its rings without the repeated corner, outer ones anticlockwise and
    holes clockwise; and the points inside where a label has most room, the best first."""

    rings: tuple[Ring, ...]
    spots: tuple[Pixel, ...]
    room: float  # from the best of them to the border


@dataclass(frozen=True)
class Ground:
    """A sheet of paper with places on it, by their code, in the order of codes.

    `neighbours` are those with which a place shares a stretch of border.
    """

    width: float
    height: float
    outlines: Mapping[str, Outline]
    neighbours: Mapping[str, tuple[str, ...]]


def ground(shapes: Mapping[str, Polygons]) -> Ground:
    """The places on one sheet, projected as if each degree were as long as in their middle.

    (Equirectangular, true along the middle latitude: good for areas up to a few hundred
    kilometres.) Raises ValueError where there is no shape.
    """
    if not shapes:
        raise ValueError("a map needs a shape")
    flat, width, height = _flattened({code: shapes[code] for code in sorted(shapes)})
    ends = _junctions(ring for polygons in flat.values() for rings in polygons for ring in rings)
    outlines = {}
    for code, polygons in flat.items():
        kept = _worth(
            [_turned(_simplified(ring, ends), n == 0), _turned(ring, n == 0)]
            for rings in polygons
            for n, ring in enumerate(rings)
        )
        outlines[code] = Outline(kept, *roomiest(kept))
    return Ground(width, height, outlines, _neighbours(flat))


def _flattened(shapes: Mapping[str, Polygons]) -> tuple[dict[str, Polygons], float, float]:
    """The shapes in units, to a tenth, with the width and height that they take."""
    corners = [corner for polygons in shapes.values() for rings in polygons for corner in rings[0]]
    west, east = min(x for x, _ in corners), max(x for x, _ in corners)
    south, north = min(y for _, y in corners), max(y for _, y in corners)
    shrunk = math.cos(math.radians((south + north) / 2))
    across, up = max((east - west) * shrunk, 1e-9), max(north - south, 1e-9)
    scale = min(WIDEST / across, TALLEST / up)

    def flat(ring: Ring) -> Ring:
        points = [
            (round((x - west) * shrunk * scale, 1), round((y - south) * scale, 1)) for x, y in ring
        ]
        return tuple(
            p for p, before in zip(points, points[-1:] + points, strict=False) if p != before
        )

    made = {
        code: tuple(tuple(flat(ring) for ring in rings) for rings in polygons)
        for code, polygons in shapes.items()
    }
    return made, round(across * scale, 1), round(up * scale, 1)


def _edges(ring: Ring) -> Iterable[tuple[Pixel, Pixel]]:
    return zip(ring, ring[1:] + ring[:1], strict=True)


def _junctions(rings: Iterable[Ring]) -> frozenset[Pixel]:
    """Corners at which borders meet or part: both sides of a border are cut there."""
    beside: dict[Pixel, set[Pixel]] = defaultdict(set)
    for ring in rings:
        for one, two in _edges(ring):
            beside[one].add(two)
            beside[two].add(one)
    return frozenset(corner for corner, others in beside.items() if len(others) != 2)


def _simplified(ring: Ring, ends: frozenset[Pixel]) -> Ring:
    """The ring with each stretch between junctions simplified, whichever way it is walked."""
    if len(ring) < 4:
        return ring
    cuts = [n for n, corner in enumerate(ring) if corner in ends]
    if not cuts:  # an island: cut it at two corners far from each other
        first = min(ring)
        far = max(ring, key=lambda corner: (math.dist(first, corner), corner))
        cuts = sorted((ring.index(first), ring.index(far)))
    found: list[Pixel] = []
    for start, stop in zip(cuts, [*cuts[1:], cuts[0] + len(ring)], strict=True):
        stretch = tuple((ring + ring)[start : stop + 1])
        forward = min(stretch, stretch[::-1])
        kept = _straightened(forward)
        found += (kept if forward == stretch else kept[::-1])[:-1]
    return tuple(found)


def _straightened(line: Ring) -> Ring:
    """The corners that matter (Douglas and Peucker, 1973)."""
    kept = {0, len(line) - 1}
    todo = [(0, len(line) - 1)]
    while todo:
        start, stop = todo.pop()
        if stop - start < 2:
            continue
        off, at = max((_off(line[n], line[start], line[stop]), n) for n in range(start + 1, stop))
        if off > LEAST:
            kept.add(at)
            todo += [(start, at), (at, stop)]
    return tuple(line[n] for n in sorted(kept))


def _off(point: Pixel, start: Pixel, stop: Pixel) -> float:
    length = math.dist(start, stop)
    if not length:
        return math.dist(point, start)
    (x0, y0), (x1, y1), (x, y) = start, stop, point
    return abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length


def _turned(ring: Ring, outer: bool) -> Ring:
    return ring if (signed_area(ring) > 0) == outer else ring[::-1]


def _worth(rings: Iterable[list[Ring]]) -> tuple[Ring, ...]:
    """The simplified rings that can be seen; where there is none, the largest as it was."""
    pairs = list(rings)
    kept = tuple(one for one, _ in pairs if abs(signed_area(one)) >= SMALLEST)
    if kept and signed_area(max(kept, key=lambda ring: abs(signed_area(ring)))) > 0:
        return kept
    largest = max((whole for _, whole in pairs), key=signed_area)
    if signed_area(largest) > 0.5:
        return (largest,)
    x, y = largest[0] if largest else (0.0, 0.0)
    return (((x - 1, y), (x, y - 1), (x + 1, y), (x, y + 1)),)


def _neighbours(flat: Mapping[str, Polygons]) -> dict[str, tuple[str, ...]]:
    """Those that share two corners: the sides of a border need not be cut at the same ones."""
    owners: dict[Pixel, set[str]] = defaultdict(set)
    for code, polygons in flat.items():
        for rings in polygons:
            for corner in {corner for ring in rings for corner in ring}:
                owners[corner].add(code)
    shared: Counter[tuple[str, str]] = Counter()
    for codes in owners.values():
        shared.update(permutations(sorted(codes), 2))
    found: dict[str, list[str]] = {code: [] for code in flat}
    for (code, other), corners in sorted(shared.items()):
        if corners > 1:
            found[code].append(other)
    return {code: tuple(others) for code, others in found.items()}
