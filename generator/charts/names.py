"""A free spot near a line for its name, in the open part of the plot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.charts.geometry import Box, Pixel, Segment, polyline_y

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
    for offset in offsets:
        for step in range(_STEPS + 1):
            x = left + (right - left) * step / _STEPS
            y = polyline_y(runs, x)
            if y is None:
                continue
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

    Twice: one that is clear of the grid too, and one that may lie on it.
    """
    on_grid = None
    hit: Segment | None = None  # what one box lies on, the next one beside it likely does too
    for box in boxes:
        if not box.within(plot) or (hit and box.crossed_by(hit, 2)):
            continue
        if any(box.meets(other, 3) for other in obstacles):
            continue
        crossing = next((segment for segment in segments if box.crossed_by(segment, 2)), None)
        if crossing:
            hit = crossing
            continue
        if others and not _nearest(box, own, others):
            continue
        if not any(box.crossed_by(line, 2) for line in grid):
            return box, box
        on_grid = on_grid or box
    return None, on_grid


def _nearest(box: Box, own: list[list[Pixel]], others: list[list[list[Pixel]]]) -> bool:
    middle = (box.top + box.bottom) / 2

    def far(line: list[list[Pixel]]) -> float:
        heights = [polyline_y(line, x) for x in (box.left, (box.left + box.right) / 2, box.right)]
        return min((abs(y - middle) for y in heights if y is not None), default=float("inf"))

    return far(own) < 0.7 * min(far(other) for other in others)
