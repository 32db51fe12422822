"""Where a series is interrupted: periods without a value, periods left out, breaks."""

from __future__ import annotations

from itertools import pairwise

from generator.charts.inputs import Break, Point

_SKIPPED = 1.5


def split(points: tuple[Point, ...], breaks: tuple[Break, ...] = ()) -> list[list[Point]]:
    """The pieces of a series that a line may run through; points without a value are in none."""
    pieces: list[list[Point]] = [[]]
    step = usual_step(points)
    for place, point in enumerate(points):
        before = points[place - 1] if place else None
        if before and (skipped(before, point, step) or _broken(before, point, breaks)):
            pieces.append([])
        if point.value.value is None:
            pieces.append([])
        else:
            pieces[-1].append(point)
    return [piece for piece in pieces if piece]


def usual_step(points: tuple[Point, ...]) -> int:
    """The shortest time between two points in days; 0 for fewer than two."""
    days = [point.start.toordinal() for point in points]
    return min((later - one for one, later in pairwise(days)), default=0)


def skipped(before: Point, after: Point, step: int) -> bool:
    """Whether a period between the two is left out. Points in time have no usual step."""
    if before.start == before.end:
        return False
    return (after.start - before.start).days > _SKIPPED * step > 0


def _broken(before: Point, after: Point, breaks: tuple[Break, ...]) -> bool:
    return any(before.end < one.at <= after.end for one in breaks)
