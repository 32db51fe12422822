"""The wide drawing of a pathway: columns from left to right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from generator.charts.flow_parts import (
    HEAD,
    PAD,
    RADIUS,
    Arrow,
    Flow,
    Type,
    arrowhead,
    drawing,
    framed,
    line,
    lines_of,
    sign,
    words,
)
from generator.charts.geometry import Box, Pixel
from generator.charts.layers import Layers, layers
from generator.charts.svg import number
from generator.charts.text import wrap

WIDTH = 1088.0
WIDEST, LEAST_GAP, BETWEEN = 216.0, 56.0, 20.0
PASSING = 14.0
"""The height that a link takes in a column that it passes."""
TYPE = Type(15.0, 19.0)
PASSES = 6


def wide(flow: Flow) -> str:
    """The SVG element, 1,088 px wide."""
    nodes = {node.id: node for column in flow.columns for node in column.nodes}
    edges = list(dict.fromkeys((arrow.start, arrow.end) for arrow in flow.arrows))
    laid = layers([[node.id for node in column.nodes] for column in flow.columns], edges)
    many = len(flow.columns)
    breadth = min(WIDEST, (WIDTH - LEAST_GAP * (many - 1)) / many)
    gap = (WIDTH - many * breadth) / (many - 1) if many > 1 else 0.0
    lefts = [n * (breadth + gap) for n in range(many)]
    heads = [wrap(column.heading, breadth + gap / 2, TYPE.size, True) for column in flow.columns]
    top = max(map(len, heads)) * TYPE.pitch + 14
    heights = {
        id: len(lines_of(node, breadth, TYPE)) * TYPE.pitch + 2 * PAD for id, node in nodes.items()
    }
    boxes = _boxes(laid, heights, lefts, breadth, top)
    bottom = max(box.bottom for box in boxes.values())
    parts = [
        words(text, left, (n + 1) * TYPE.pitch - 4, "b", TYPE)
        for left, own in zip(lefts, heads, strict=True)
        for n, text in enumerate(own)
        if text
    ]
    routes = _routes(flow.arrows, laid, boxes)
    parts += [line(_curve(route), arrow) for arrow, route in routes]
    parts += [arrowhead(route[-1]) for _, route in routes]
    parts += [framed(node, boxes[id], TYPE) for id, node in nodes.items()]
    return drawing(flow, "w", WIDTH, bottom + 4, [*parts, *_signs(routes)])


def _boxes(
    laid: Layers, heights: Mapping[str, float], lefts: Sequence[float], breadth: float, top: float
) -> dict[str, Box]:
    """A box a member; each column as near as can be to what its members are linked with."""
    tall = {m: heights.get(m, PASSING) for own in laid.columns for m in own}
    sums = [sum(tall[m] for m in own) + BETWEEN * (len(own) - 1) for own in laid.columns]
    bottom = top + max(sums)
    centre: dict[str, float] = {}
    for own, total in zip(laid.columns, sums, strict=True):
        at = top + (bottom - top - total) / 2
        for member in own:
            centre[member] = at + tall[member] / 2
            at += tall[member] + BETWEEN
    beside: dict[str, list[str]] = {}
    for route in laid.routes.values():
        for one, two in pairwise(route):
            beside.setdefault(one, []).append(two)
            beside.setdefault(two, []).append(one)
    for _ in range(PASSES):
        for own in laid.columns:
            wanted = [
                sum(centre[o] for o in beside.get(m, [m])) / len(beside.get(m, [m])) for m in own
            ]
            centre |= zip(own, _apart(wanted, [tall[m] for m in own], top, bottom), strict=True)
    return {
        m: Box(left, centre[m] - tall[m] / 2, left + breadth, centre[m] + tall[m] / 2)
        for left, own in zip(lefts, laid.columns, strict=True)
        for m in own
    }


def _apart(wanted: list[float], tall: list[float], top: float, bottom: float) -> list[float]:
    """Centres as near as can be to those wanted, in their order, none over another."""
    placed, edge = list[float](), top
    for centre, height in zip(wanted, tall, strict=True):
        placed.append(max(centre, edge + height / 2))
        edge = placed[-1] + height / 2 + BETWEEN
    edge = bottom
    for n in range(len(placed) - 1, -1, -1):
        placed[n] = min(placed[n], edge - tall[n] / 2)
        edge = placed[n] - tall[n] / 2 - BETWEEN
    return placed


def _routes(
    arrows: Iterable[Arrow], laid: Layers, boxes: Mapping[str, Box]
) -> list[tuple[Arrow, list[Pixel]]]:
    """The points of each arrow, two a gap: where it leaves a column, and where it meets the next.

    Those that leave or meet one box are spread over its side, in the order of where they lead.
    """

    def middle(member: str) -> float:
        return (boxes[member].top + boxes[member].bottom) / 2

    leaving: dict[str, list[tuple[str, str]]] = {}
    meeting: dict[str, list[tuple[str, str]]] = {}
    for route in laid.routes.values():
        for one, two in pairwise(route):
            leaving.setdefault(one, []).append((one, two))
            meeting.setdefault(two, []).append((one, two))
    starts, ends = dict[tuple[str, str], float](), dict[tuple[str, str], float]()
    for sides, other, found in ((leaving, 1, starts), (meeting, 0, ends)):
        for member, steps in sides.items():
            box = boxes[member]
            for n, step in enumerate(sorted(steps, key=lambda s: middle(s[other])), 1):
                found[step] = box.top + (box.bottom - box.top) * n / (len(steps) + 1)
    routes = []
    for arrow in arrows:
        points: list[Pixel] = []
        for one, two in pairwise(laid.routes[arrow.start, arrow.end]):
            points += [(boxes[one].right, starts[one, two]), (boxes[two].left, ends[one, two])]
        routes.append((arrow, points))
    return routes


def _curve(route: Sequence[Pixel]) -> str:
    """A smooth line in each gap, straight through the columns between."""
    parts = []
    for n in range(0, len(route), 2):
        (x0, y0), (x1, y1) = route[n], route[n + 1]
        x1 -= HEAD if n + 2 == len(route) else 0
        middle = (x0 + x1) / 2
        spots = ((middle, y0), (middle, y1), (x1, y1))
        parts.append(f"{'L' if n else 'M'}{number(x0)} {number(y0)}C")
        parts.append(" ".join(f"{number(x)} {number(y)}" for x, y in spots))
    return "".join(parts)


def _signs(routes: Iterable[tuple[Arrow, list[Pixel]]]) -> list[str]:
    """A sign on each link, where it stands clear of the others."""
    placed: list[Pixel] = []
    parts = []
    for arrow, route in routes:
        spots = [
            _on_curve(route[n], route[n + 1], share)
            for n in range(0, len(route), 2)
            for share in (0.5, 0.4, 0.6, 0.32, 0.68, 0.25, 0.75)
        ]
        clear = (s for s in spots if all(_far(s, other) for other in placed))
        placed.append(next(clear, spots[0]))
        parts.append(sign(placed[-1], arrow.status))
    return parts


def _on_curve(start: Pixel, end: Pixel, share: float) -> Pixel:
    """The point of the curve at a share of its course (Bernstein's form of a cubic)."""
    (x0, y0), (x1, y1) = start, end
    middle, rest = (x0 + x1) / 2, 1 - share
    inner, outer = 3 * rest * share * (rest + share), (rest**3, share**3)
    near, far = 3 * rest**2 * share, 3 * rest * share**2
    x = outer[0] * x0 + inner * middle + outer[1] * x1
    return x, (outer[0] + near) * y0 + (far + outer[1]) * y1


def _far(one: Pixel, two: Pixel) -> bool:
    return (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2 >= (2 * RADIUS + 3) ** 2
