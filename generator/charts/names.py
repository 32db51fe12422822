"""A free spot near a line for its name, in the open part of the plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from generator.charts.geometry import Box, Pixel, Segment, crossed, meeting, polyline_y

_OFFSETS = (5.0, 10.0, 16.0, 24.0, 34.0)
_STEPS = 24


def candidates(
    runs: list[list[Pixel]], wide: float, high: float, offsets: tuple[float, ...] = _OFFSETS
) -> Iterator[Box]:
    """Boxes of this size just above and below the line, nearest first, from left to right."""
    xs = [x for run in runs for x, _ in run]
    if not xs:
        return
    left, right = min(xs), max(xs)
    steps = [left + (right - left) * step / _STEPS for step in range(_STEPS + 1)]
    spots = [(x, y) for x in steps if (y := polyline_y(runs, x)) is not None]
    for offset in offsets:
        for x, y in spots:
            for side in (x - wide / 2, x, x - wide):
                yield Box(side, y - offset - high, side + wide, y - offset)
                yield Box(side, y + offset, side + wide, y + offset + high)


def free_spot(
    boxes: Iterable[Box],
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
    tried = [box for box in boxes if box.within(plot)]
    if not tried:
        return None, None
    taken = meeting(tried, obstacles, 3) | crossed(tried, segments, 2)
    on_line = crossed(tried, grid, 2)
    on_grid = None
    for place in np.flatnonzero(~taken).tolist():
        box = tried[place]
        if others and not _nearest(box, own, others):
            continue
        if not on_line[place]:
            return box, box
        on_grid = on_grid or box
    return None, on_grid


def _nearest(box: Box, own: list[list[Pixel]], others: list[list[list[Pixel]]]) -> bool:
    middle = (box.top + box.bottom) / 2

    def far(line: list[list[Pixel]]) -> float:
        heights = [polyline_y(line, x) for x in (box.left, (box.left + box.right) / 2, box.right)]
        return min((abs(y - middle) for y in heights if y is not None), default=float("inf"))

    return far(own) < 0.7 * min(far(other) for other in others)
