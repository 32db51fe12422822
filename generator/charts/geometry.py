"""Boxes and segments on the drawing, in pixels from the top left corner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pixel = tuple[float, float]
Segment = tuple[Pixel, Pixel]


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


def meeting(boxes: Sequence[Box], others: Sequence[Box], gap: float) -> NDArray[np.bool_]:
    """Whether each box is nearer than `gap` to any of the others in both directions."""
    left, top, right, bottom = np.array(boxes, dtype=float).T[:, :, None]
    x0, y0, x1, y1 = np.array(others, dtype=float).reshape(-1, 4).T
    near = (left < x1 + gap) & (x0 < right + gap) & (top < y1 + gap) & (y0 < bottom + gap)
    found: NDArray[np.bool_] = near.any(axis=1)
    return found


def crossed(boxes: Sequence[Box], segments: Sequence[Segment], gap: float) -> NDArray[np.bool_]:
    """Whether a straight line comes nearer than `gap` to each box (Liang and Barsky's clipping,
    1984)."""
    left, top, right, bottom = np.array(boxes, dtype=float).T[:, :, None]
    x0, y0, x1, y1 = np.array(segments, dtype=float).reshape(-1, 4).T
    shape = (len(boxes), len(segments))
    enter, leave = np.zeros(shape), np.ones(shape)
    for start, along, low, high in (
        (x0, x1 - x0, left - gap, right + gap),
        (y0, y1 - y0, top - gap, bottom + gap),
    ):
        still = along == 0
        between = still & (low < start) & (start < high)
        with np.errstate(divide="ignore", invalid="ignore"):
            one, two = (low - start) / along, (high - start) / along
        near = np.where(still, np.where(between, -np.inf, np.inf), np.minimum(one, two))
        far = np.where(still, np.where(between, np.inf, -np.inf), np.maximum(one, two))
        enter, leave = np.maximum(enter, near), np.minimum(leave, far)
    found: NDArray[np.bool_] = np.less(enter, leave).any(axis=1)
    return found


def polyline_y(runs: list[list[Pixel]], x: float) -> float | None:
    """The height of a line at `x`, None in its gaps."""
    for run in runs:
        for (x0, y0), (x1, y1) in zip(run, run[1:] or run, strict=False):
            if x0 <= x <= x1:
                return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None
