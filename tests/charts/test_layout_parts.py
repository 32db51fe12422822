"""The parts of a layout that move labels: at line ends, over rules, in the open part of a plot."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.charts.ends import apart
from generator.charts.geometry import Box, crossed, polyline_y
from generator.charts.names import candidates, free_spot
from generator.charts.tops import stack


def test_labels_with_room_stay_at_their_line() -> None:
    assert apart([20, 60], [19, 19], 0, 100) == [20, 60]


def test_labels_that_meet_move_apart_about_their_middle() -> None:
    assert apart([50, 50], [20, 20], 0, 100) == [40, 60]


def test_labels_at_the_edge_move_inwards() -> None:
    assert apart([0, 1], [20, 20], 0, 100) == [10, 30]


@settings(deadline=None, derandomize=True)
@given(st.lists(st.floats(-50, 350), min_size=1, max_size=6))
def test_labels_never_overlap_and_stay_inside(wanted: list[float]) -> None:
    centres = apart(wanted, [19.0] * len(wanted), 0, 300)
    in_order = sorted(centres)
    assert all(two - one >= 19 - 1e-6 for one, two in pairwise(in_order))
    assert in_order[0] >= 9.5 - 1e-6 and in_order[-1] <= 290.5 + 1e-6
    by_wish = [centres[place] for place in sorted(range(len(wanted)), key=lambda i: (wanted[i], i))]
    assert by_wish == in_order


def test_a_label_stands_over_its_rule() -> None:
    (top,) = stack([100.0], [60.0], [1], 300.0)
    assert (top.centre, top.level) == (100.0, 0)


def test_a_label_at_the_edge_stays_in_the_drawing() -> None:
    (top,) = stack([290.0], [60.0], [1], 300.0)
    assert top.centre == 270.0


def test_two_near_rules_have_their_labels_at_both_sides() -> None:
    one, two = stack([150.0, 160.0], [80.0, 80.0], [1, 1], 400.0)
    assert (one.level, two.level) == (0, 0)
    assert one.centre < 150 < 160 < two.centre


@settings(deadline=None, derandomize=True)
@given(
    st.lists(st.tuples(st.floats(0, 340), st.floats(20, 330)), min_size=1, max_size=4),
)
def test_labels_over_rules_never_overlap(rules: list[tuple[float, float]]) -> None:
    tops = stack([x for x, _ in rules], [w for _, w in rules], [1] * len(rules), 343.0)
    boxes = [
        Box(top.centre - wide / 2, -top.level - 1.0, top.centre + wide / 2, -float(top.level))
        for top, (_, wide) in zip(tops, rules, strict=True)
    ]
    for place, box in enumerate(boxes):
        assert box.left >= -0.001 and box.right <= 343.001
        assert not any(box.meets(other) for other in boxes[place + 1 :])


@pytest.mark.parametrize(
    ("segment", "crosses"),
    [(((0, 0), (10, 10)), True), (((0, 0), (10, 0)), False), (((5, 0), (5, 10)), True),
     (((0, 9), (4, 9)), False), (((4.5, 5), (5.5, 5)), True), (((0, 5), (3, 5)), False)],
)  # fmt: skip
def test_segments_against_a_box(
    segment: tuple[tuple[float, float], tuple[float, float]], crosses: bool
) -> None:
    boxes = np.array([(4, 4, 6, 6), (40, 40, 60, 60)])
    assert crossed(boxes, [segment], 0).tolist() == [crosses, False]


def test_a_line_has_no_height_in_its_gap() -> None:
    pieces = [[(0.0, 0.0), (10.0, 10.0)], [(20.0, 4.0), (30.0, 4.0)]]
    assert [polyline_y(pieces, x) for x in (5, 15, 25)] == [5, None, 4]


def test_a_name_stands_near_its_line_and_clear_of_all() -> None:
    own = [[(0.0, 50.0), (200.0, 50.0)]]
    other = [[(0.0, 80.0), (200.0, 80.0)]]
    segments = [((0.0, 50.0), (200.0, 50.0)), ((0.0, 80.0), (200.0, 80.0))]
    room = Box(0, 0, 200, 100)
    box, _ = free_spot(candidates(own, 60, 17), room, [], segments, [], own, [other])
    assert box is not None and box.bottom <= 45
    full, _ = free_spot(candidates(own, 60, 60), room, [], segments, [], own, [other])
    assert full is None
    grid = [((0.0, 40.0), (200.0, 40.0)), ((0.0, 20.0), (200.0, 20.0))]
    clear, on_grid = free_spot(candidates(own, 60, 17), room, [], segments, grid, own, [other])
    assert clear is None and on_grid == box
