"""Boxes and segments on the drawing, in pixels from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixel = tuple[float, float]
Segment = tuple[Pixel, Pixel]


Boxes = NDArray[np.float64]
"""A row a box: left, top, right, bottom."""


class Box(NamedTuple):
    """A rectangle from (left, top) to (right, bottom)."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two are nearer than `gap` to each other in both directions."""
        return (
            self.left < other.right + gap
            and other.left < self.right + gap
            and self.top < other.bottom + gap
            and other.top < self.bottom + gap
        )

    def within(self, other: Box) -> bool:
        """Whether all of it lies inside `other`."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def meeting(boxes: Boxes, others: Sequence[Box], gap: float) -> NDArray[np.bool_]:
    """Whether each box is nearer than `gap` to any of the others in both directions."""
    left, top, right, bottom = boxes.T[:, :, None]
    x0, y0, x1, y1 = np.array(others, dtype=float).reshape(-1, 4).T
    near = (left < x1 + gap) & (x0 < right + gap) & (top < y1 + gap) & (y0 < bottom + gap)
    found: NDArray[np.bool_] = near.any(axis=1)
    return found


def crossed(boxes: Boxes, segments: Sequence[Segment], gap: float) -> NDArray[np.bool_]:
    """Whether a straight line comes nearer than `gap` to each box (Liang and Barsky's clipping,
    1984). A line along an axis divides by 0: it is infinitely far in, out, or (NaN) on the edge."""
    left, top, right, bottom = boxes.T[:, :, None]
    x0, y0, x1, y1 = np.array(segments, dtype=float).reshape(-1, 4).T
    with np.errstate(divide="ignore", invalid="ignore"):
        west, east = (left - gap - x0) / (x1 - x0), (right + gap - x0) / (x1 - x0)
        north, south = (top - gap - y0) / (y1 - y0), (bottom + gap - y0) / (y1 - y0)
    enter = np.maximum(np.minimum(west, east), np.minimum(north, south))
    leave = np.minimum(np.maximum(west, east), np.maximum(north, south))
    found: NDArray[np.bool_] = np.any(np.maximum(enter, 0) < np.minimum(leave, 1), axis=1)
    return found


def polyline_y(runs: list[list[Pixel]], x: float) -> float | None:
    """The height of a line at `x`, None in its gaps."""
    for run in runs:
        for (x0, y0), (x1, y1) in zip(run, run[1:] or run, strict=False):
            if x0 <= x <= x1:
                return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None
