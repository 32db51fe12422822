"""The narrow drawing of a pathway: boxes below each other, the links in a gutter at their left."""

from __future__ import annotations

from collections.abc import Mapping

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
from generator.charts.geometry import Box
from generator.charts.svg import path

WIDTH = 343.0
TYPE = Type(14.5, 18.0)
BETWEEN, OVER_HEADING = 12.0, 22.0
ANCHOR = 2 * RADIUS + 1
"""How far from each other links leave or meet a box."""
LANE, WIDEST = 9.0, 120.0
SIGNS = HEAD + 2 * RADIUS + 6
"""The room for signs between the gutter and the boxes."""


def narrow(flow: Flow) -> str:
    """The SVG element, 343 px wide."""
    place = {node.id: n for n, node in enumerate(n for c in flow.columns for n in c.nodes)}
    arrows = sorted(flow.arrows, key=lambda a: (place[a.end] - place[a.start], place[a.start]))
    lanes = _lanes(arrows, place)
    many = max(lanes.values(), default=-1) + 1
    pitch = min(LANE, WIDEST / max(many, 1))
    left = many * pitch + (SIGNS if arrows else 0.0)
    boxes, parts, bottom = _boxes(flow, left)
    for arrow in arrows:
        start, end = _anchor(arrow, boxes, flow, leaving=True), _anchor(arrow, boxes, flow)
        lane = left - SIGNS - lanes[arrow] * pitch
        corners = [(left, start), (lane, start), (lane, end), (left - HEAD, end)]
        parts.append(line(path(corners), arrow))
        parts.append(arrowhead((left, end)))
        parts.append(sign((left - HEAD - RADIUS - 2, end), arrow.status))
    nodes = [node for column in flow.columns for node in column.nodes]
    parts += [framed(node, boxes[node.id], TYPE) for node in nodes]
    return drawing(flow, "nw", WIDTH, bottom + 4, parts)


def _lanes(arrows: list[Arrow], place: Mapping[str, int]) -> dict[Arrow, int]:
    """The lane of each link, 0 next to the boxes: no two that share a stretch share a lane."""
    taken: list[list[tuple[int, int]]] = []
    lanes: dict[Arrow, int] = {}
    for arrow in arrows:
        low, high = sorted((place[arrow.start], place[arrow.end]))
        free = (
            n
            for n, spans in enumerate(taken)
            if all(high < other[0] or low > other[1] for other in spans)
        )
        lane = next(free, len(taken))
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        lanes[arrow] = lane
    return lanes


def _boxes(flow: Flow, left: float) -> tuple[dict[str, Box], list[str], float]:
    """The boxes, the headings over them, and where the last one ends."""
    boxes, parts, at = dict[str, Box](), list[str](), 0.0
    for column in flow.columns:
        if column.heading:
            at += (OVER_HEADING if boxes else 0.0) + TYPE.pitch
            parts.append(words(column.heading, left, at - 4, "b", TYPE))
            at += 4
        for node in column.nodes:
            text = len(lines_of(node, WIDTH - left, TYPE)) * TYPE.pitch + 2 * PAD
            links = sum(node.id in (arrow.start, arrow.end) for arrow in flow.arrows)
            bottom = at + max(text, links * ANCHOR + 6)
            boxes[node.id] = Box(left, at, WIDTH - 1, bottom)
            at = bottom + BETWEEN
    return boxes, parts, at - BETWEEN


def _anchor(arrow: Arrow, boxes: Mapping[str, Box], flow: Flow, leaving: bool = False) -> float:
    """Where a link meets its box, or leaves it: those that come stand over those that go."""
    id = arrow.start if leaving else arrow.end
    coming = [each for each in flow.arrows if each.end == id]
    going = [each for each in flow.arrows if each.start == id]
    coming.sort(key=lambda each: -boxes[each.start].top)
    going.sort(key=lambda each: -boxes[each.end].top)
    every, box = [*coming, *going], boxes[id]
    first = (box.top + box.bottom - (len(every) - 1) * ANCHOR) / 2
    n = len(coming) + going.index(arrow) if leaving else coming.index(arrow)
    return first + n * ANCHOR
