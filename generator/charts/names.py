"""A free spot near a line for its name, in the open part of the plot."""

from __future__ import annotations

import numpy as np

from generator.charts.geometry import Box, Boxes, Pixel, Segment, crossed, meeting, polyline_y

_OFFSETS = np.array([5.0, 10.0, 16.0, 24.0, 34.0])
_STEPS = 24


def candidates(runs: list[list[Pixel]], wide: float, high: float) -> Boxes:
    """Boxes of this size just above and below the line, nearest first, from left to right."""
    xs = [x for run in runs for x, _ in run] or [0.0]
    left, right = min(xs), max(xs)
    steps = [left + (right - left) * step / _STEPS for step in range(_STEPS + 1)]
    spots = [(x, y) for x in steps if (y := polyline_y(runs, x)) is not None]
    x, y = np.array(spots, dtype=float).reshape(-1, 2).T[:, None, :, None, None]
    away = _OFFSETS[:, None, None, None]
    sides = np.concatenate([x - wide / 2, x, x - wide], axis=2)
    tops = np.concatenate([y - away - high, y + away], axis=3)
    bottoms = np.concatenate([y - away, y + away + high], axis=3)
    ends = np.broadcast_arrays(sides, tops, sides + wide, bottoms)
    boxes: Boxes = np.stack(ends, axis=-1).reshape(-1, 4)
    return boxes


def free_spot(
    boxes: Boxes,
    plot: Box,
    obstacles: list[Box],
    segments: list[Segment],
    grid: list[Segment],
    own: list[list[Pixel]],
    others: list[list[list[Pixel]]],
) -> tuple[Box | None, Box | None]:
    """The first box inside the plot that meets nothing and is nearest to its own line.

    Twice: one that is clear of the grid too, and one that may lie on it. All boxes are held
    against all obstacles at once: there are hundreds of one, dozens of the other.
    """
    left, top, right, bottom = boxes.T
    inside = (left >= plot.left) & (right <= plot.right) & (top >= plot.top)
    boxes = boxes[inside & (bottom <= plot.bottom)]
    boxes = boxes[~meeting(boxes, obstacles, 3)]
    boxes = boxes[~crossed(boxes, segments, 2)]
    on_grid = None
    for place, on_line in enumerate(crossed(boxes, grid, 2).tolist()):
        box = Box(*boxes[place].tolist())
        if others and not _nearest(box, own, others):
            continue
        if not on_line:
            return box, box
        on_grid = on_grid or box
    return None, on_grid


def _nearest(box: Box, own: list[list[Pixel]], others: list[list[list[Pixel]]]) -> bool:
    middle = (box.top + box.bottom) / 2

    def far(line: list[list[Pixel]]) -> float:
        heights = [polyline_y(line, x) for x in (box.left, (box.left + box.right) / 2, box.right)]
        return min((abs(y - middle) for y in heights if y is not None), default=float("inf"))

    return far(own) < 0.7 * min(far(other) for other in others)
