"""A pathway as a drawing: nothing overlaps, nothing is cut, each link has its sign."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from generator.charts import flow_narrow, flow_wide
from generator.charts.flow import MOST_NODES, draw_flow
from generator.charts.flow_parts import Arrow, Column, Flow, Node
from generator.charts.geometry import Box
from generator.charts.text import width

CSS = Path(__file__).parents[2] / "overrides" / "assets" / "stylesheets" / "report.css"


def a_flow(each: int = 4, title: str = "Neighbourhood hubs open five days a week") -> Flow:
    """Four columns with links to the next column and over it, of every status."""
    statuses = ("holds", "untested", "in_doubt", "fails")
    columns = tuple(
        Column(
            f"Column {c}",
            tuple(Node(f"n{c}_{n}", f"{n}. {title}", "On track") for n in range(each)),
        )
        for c in range(4)
    )
    arrows = tuple(
        Arrow(f"n{c}_{n}", f"n{c + far}_{(3 * n + far) % each}", statuses[(n + c) % 4])
        for c in range(3)
        for far in (1, 2)
        for n in range(each)
        if c + far < 4
    )
    return Flow("pathway", "Diagram", "Words.", columns, arrows)


def boxes(svg: str) -> list[Box]:
    found = re.findall(
        r'<rect class="bx[^"]*" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg
    )
    return [Box(x, y, x + w, y + h) for x, y, w, h in (map(float, each) for each in found)]


DRAWINGS = {
    "wide": (flow_wide.wide, flow_wide.TYPE),
    "narrow": (flow_narrow.narrow, flow_narrow.TYPE),
}


@pytest.mark.parametrize("which", DRAWINGS)
def test_boxes_stand_apart_and_hold_their_words(which: str) -> None:
    draw, type = DRAWINGS[which]
    svg = draw(a_flow())
    found = boxes(svg)
    wide, high = map(float, re.findall(r'viewBox="0 0 (\d+) (\d+)"', svg)[0])
    assert len(found) == 16
    assert all(box.within(Box(0, 0, wide, high)) for box in found)
    assert not any(one.meets(two) for one, two in combinations(found, 2))
    texts = re.findall(r'<text x="([\d.]+)" y="([\d.]+)" font-size="[\d.]+"[^>]*>([^<]+)<', svg)
    held = [each for each in texts if "Column" not in each[2] and each[2] not in ("&#63;", "&#33;")]
    for x, y, text in held:
        plain = re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), text)
        left, base = float(x), float(y)
        reach = Box(left, base - type.size, left + width(plain, type.size), base + 4)
        assert any(reach.within(box) for box in found), text


@pytest.mark.parametrize("which", DRAWINGS)
def test_each_link_has_a_line_an_arrowhead_and_a_sign(which: str) -> None:
    flow = a_flow(3)
    svg = DRAWINGS[which][0](flow)
    assert len(re.findall(r'<path class="lk lk-', svg)) == len(flow.arrows)
    assert len(re.findall(r'<path class="d2"', svg)) == len(flow.arrows)
    signs = [
        (float(x), float(y))
        for x, y in re.findall(r'class="open" cx="([\d.]+)" cy="([\d.]+)"', svg)
    ]
    assert len(signs) == len(flow.arrows)
    for one, two in combinations(signs, 2):
        assert (one[0] - two[0]) ** 2 + (one[1] - two[1]) ** 2 >= (2 * 9) ** 2


def test_links_side_by_side_in_the_gutter_keep_to_lanes_of_their_own() -> None:
    svg = flow_narrow.narrow(a_flow(3))
    lanes: dict[str, list[tuple[float, float]]] = {}
    for d in re.findall(r'<path class="lk [^"]+" d="([^"]+)"', svg):
        points = [tuple(map(float, pair.split())) for pair in re.split("[ML]", d)[1:]]
        lanes.setdefault(str(points[1][0]), []).append(tuple(sorted((points[1][1], points[2][1]))))
    for spans in lanes.values():
        assert not any(a[0] < b[1] and b[0] < a[1] for a, b in combinations(spans, 2))


def test_what_is_written_is_text() -> None:
    made = draw_flow(a_flow(2, title="</svg><script>alert(1)</script> *x* {{ y }}"))
    assert made is not None
    for svg in (made.wide, made.narrow):
        assert "<script" not in svg and "\n" not in svg and not re.search(r"[*{}\[\]]", svg)


def test_nothing_to_draw_and_too_much_to_draw() -> None:
    assert draw_flow(Flow("a", "t", "d", (Column("x", (Node("a", "A"),)),), ())) is None
    assert draw_flow(a_flow(MOST_NODES // 4 + 1)) is None
    assert draw_flow(a_flow(3)) == draw_flow(a_flow(3))


def test_the_stylesheet_knows_every_class() -> None:
    made = draw_flow(a_flow())
    assert made is not None
    css = CSS.read_text()
    used = {
        name
        for found in re.findall(r'class="([^"]+)"', made.wide + made.narrow)
        for name in found.split()
    }
    # Solid needs no rule of its own beside that of every link.
    assert {name for name in used if f".{name}" not in css} <= {"lk-holds"}
