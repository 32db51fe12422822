"""Where in a shape a label has most room."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from generator.charts.geometry import Pixel

_FINE = 24  # so many columns and rows are tried
_MOST = 12  # so many places are kept


def signed_area(ring: Sequence[Pixel]) -> float:
    """The area inside a ring, above 0 where it is walked anticlockwise (y upwards)."""
    return (
        sum(
            x0 * y1 - x1 * y0
            for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], *ring[:1]], strict=True)
        )
        / 2
    )


def roomiest(rings: Sequence[Sequence[Pixel]]) -> tuple[tuple[Pixel, ...], float]:
    """Points inside the largest ring and outside the holes, furthest from any border first; and
    how far the first is from it.

    The first is the pole of inaccessibility on a grid; the rest lie apart from each other, for a
    label that finds the first one taken.
    """
    largest = max(rings, key=signed_area)
    xs, ys = zip(*largest, strict=True)
    steps = (np.arange(_FINE) + 0.5) / _FINE
    grid = np.array(
        [
            (min(xs) + (max(xs) - min(xs)) * x, min(ys) + (max(ys) - min(ys)) * y)
            for y in steps
            for x in steps
        ]
    )
    starts = np.array([corner for ring in rings for corner in ring])
    stops = np.array([corner for ring in rings for corner in [*ring[1:], *ring[:1]]])
    room = np.where(_inside(grid, starts, stops), _to_border(grid, starts, stops), -1.0)
    order = [int(n) for n in np.argsort(-room, kind="stable") if room[n] > 0]
    if not order:
        return ((round(sum(xs) / len(xs), 1), round(sum(ys) / len(ys), 1)),), 0.0
    apart = max(3.0, float(room[order[0]]) * 0.4)
    kept: list[Pixel] = []
    for n in order:
        at = (round(float(grid[n][0]), 1), round(float(grid[n][1]), 1))
        if all(math.dist(at, other) >= apart for other in kept):
            kept.append(at)
        if len(kept) == _MOST:
            break
    return tuple(kept), round(float(room[order[0]]), 1)


def _inside(grid: np.ndarray, starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """Whether a line from each point to the right crosses an odd number of edges."""
    x, y = grid[:, :1], grid[:, 1:]
    (x0, y0), (x1, y1) = starts.T, stops.T
    spans = (y0 > y) != (y1 > y)
    rise = np.where(y1 == y0, 1.0, y1 - y0)
    crossed = x < x0 + (y - y0) / rise * (x1 - x0)
    return np.asarray((spans & crossed).sum(axis=1) % 2 == 1)


def _to_border(grid: np.ndarray, starts: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """How far each point is from the nearest edge."""
    along = stops - starts
    square = np.maximum((along**2).sum(axis=1), 1e-12)
    offset = grid[:, None, :] - starts[None, :, :]
    share = np.clip((offset * along).sum(axis=2) / square, 0.0, 1.0)
    nearest = offset - share[:, :, None] * along
    return np.asarray(np.sqrt((nearest**2).sum(axis=2)).min(axis=1))
