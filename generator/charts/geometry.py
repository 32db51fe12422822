"""Boxes and segments on the drawing, in pixels from the top left corner."""

from __future__ import annotations

from dataclasses import dataclass

Pixel = tuple[float, float]
Segment = tuple[Pixel, Pixel]


@dataclass(frozen=True)
class Box:
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

    def crossed_by(self, segment: Segment, gap: float = 0.0) -> bool:
        """Whether a straight line comes nearer than `gap` (Liang and Barsky's clipping, 1984)."""
        (x0, y0), (x1, y1) = segment
        left, right = self.left - gap, self.right + gap
        if (x0 < left and x1 < left) or (x0 > right and x1 > right):
            return False  # most are nowhere near
        top, bottom = self.top - gap, self.bottom + gap
        if (y0 < top and y1 < top) or (y0 > bottom and y1 > bottom):
            return False
        enter, leave = 0.0, 1.0
        for start, along, low, high in (
            (x0, x1 - x0, left, right),
            (y0, y1 - y0, top, bottom),
        ):
            if along == 0:
                if not low < start < high:
                    return False
                continue
            near, far = sorted(((low - start) / along, (high - start) / along))
            enter, leave = max(enter, near), min(leave, far)
        return enter < leave


def polyline_y(runs: list[list[Pixel]], x: float) -> float | None:
    """The height of a line at `x`, None in its gaps."""
    for run in runs:
        for (x0, y0), (x1, y1) in zip(run, run[1:] or run, strict=False):
            if x0 <= x <= x1:
                return y0 if x1 == x0 else y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return None
