"""Maps: outlines on paper, classes that cover all, and one set of numbers in every form."""

from __future__ import annotations

import json
import math
import re
from itertools import combinations, pairwise
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.charts import About, AreaMap, Chart, Comparator, Row, Value, draw, figure, ground
from generator.charts.classes import by_value, judged
from generator.charts.drawing import lay_out
from generator.charts.layout import NARROW, WIDE
from generator.charts.marks import Patch
from generator.charts.outlines import Polygons
from generator.charts.patches import MAP_CLASSES
from generator.charts.roomy import roomiest, signed_area
from generator.charts.still import CLASSES
from generator.wording.numbers import number
from tests.charts.samples import HOSTILE, LONG, UNBROKEN


def square(west: float, south: float, side: float = 1.0) -> Polygons:
    corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)]
    return ((tuple((west + x, south + y) for x, y in corners),),)


def grid(many: int) -> dict[str, Polygons]:
    """So many squares of a tenth of a degree, ten in a row, on the equator."""
    return {f"A{n:03d}": square(n % 10 / 10, n // 10 / 10, 0.1) for n in range(many)}


def rows(values: list[float | None], names: list[str] | None = None) -> tuple[Row, ...]:
    return tuple(
        Row(
            names[n] if names else f"Place {n}",
            Value(None, flags=("c",)) if v is None else Value(v, number(v, 1)),
            f"A{n:03d}",
        )
        for n, v in enumerate(values)
    )


def read(text: str) -> float:
    return float(text.replace("−", "-").replace(",", ""))


def mapped(values: list[float | None], **rest: list[str]) -> Chart:
    about = About("map", "A finding", "Measure, 2024", "Measure, 2024, lowest first")
    return AreaMap("%", "Ward", "wards")(about, rows(values, **rest), (), ground(grid(len(values))))


EVERYDAY = mapped([1.0, 2.0, 2.0, 5.5, 9.0, None])
AWKWARD = mapped([float(n) for n in range(5)], names=[HOSTILE, LONG, UNBROKEN, "", "Same"])
CROWDED = mapped([float(n) for n in range(95)])
ALL = [EVERYDAY, AWKWARD, CROWDED]


# On paper -----------------------------------------------------------------------------------------


def test_a_degree_of_longitude_is_as_long_as_in_the_middle() -> None:
    # cos 60° = 1/2: a square in degrees around 60° north is half as wide as high.
    made = ground({"a": square(0, 59.5)})
    assert made.width / made.height == pytest.approx(0.5, rel=1e-3)


def test_both_sides_of_a_border_are_simplified_alike() -> None:
    wavy = [(1 + 0.001 * math.sin(n), n / 200) for n in range(201)]
    left = ((0.0, 0.0), *wavy, (0.0, 1.0), (0.0, 0.0))
    right = ((2.0, 0.0), (2.0, 1.0), *wavy[::-1], (2.0, 0.0))
    made = ground({"l": ((left,),), "r": ((right,),)})
    one, two = (set(made.outlines[code].rings[0]) for code in "lr")
    middle = made.width / 2
    assert {c for c in one if abs(c[0] - middle) < 20} == {
        c for c in two if abs(c[0] - middle) < 20
    }
    assert len(one) < 20  # of 203: the waves are finer than a pixel
    assert made.neighbours == {"l": ("r",), "r": ("l",)}


def test_a_hole_stays_a_hole_and_holds_no_label() -> None:
    outer = square(0, 0, 1.0)[0][0]
    hole = square(0.2, 0.2, 0.6)[0][0]
    made = ground({"ring": ((outer, hole),), "inside": ((hole,),)})
    ring = made.outlines["ring"]
    assert [signed_area(one) > 0 for one in ring.rings] == [True, False]
    low, high = 0.2 * made.width, 0.8 * made.width
    assert not any(low < x < high and low < y < high for x, y in ring.spots)


def test_a_speck_is_still_drawn() -> None:
    made = ground({"big": square(0, 0, 10.0), "speck": square(20, 0, 1e-5)})
    assert len(made.outlines["speck"].rings[0]) == 4


def test_the_roomiest_point_of_a_square_is_its_middle() -> None:
    spots, room = roomiest([[(0, 0), (100, 0), (100, 100), (0, 100)]])
    assert math.dist(spots[0], (50, 50)) < 4 and room == pytest.approx(50, abs=4)


def test_no_shape_is_no_map() -> None:
    with pytest.raises(ValueError, match="a map needs a shape"):
        ground({})


# Classes ------------------------------------------------------------------------------------------

VALUES = st.lists(st.none() | st.floats(-1e6, 1e6).map(lambda v: round(v, 2)), max_size=60)


@given(VALUES)
def test_classes_hold_each_value_once_and_their_limits_do_not_meet(
    values: list[float | None],
) -> None:
    made = rows(values)
    classes = by_value(made, "%", "wards")
    assert sorted(n for one in classes for n in one.members) == list(range(len(values)))
    of_values = [one for one in classes if one.filling != "none"]
    assert len(of_values) <= 4 and len({one.filling for one in classes}) == len(classes)
    limits = []
    for one in of_values:
        shown = [read(made[n].value.text) for n in one.members]
        ends = [read(text) for text in one.brief.split(" to ")]
        assert (ends[0], ends[-1]) == (min(shown), max(shown))
        limits.append((min(shown), max(shown)))
    assert all(low[1] < high[0] for low, high in pairwise(limits))


@given(st.lists(st.sampled_from(["better", "worse", "similar", "cannot say", "no comparator"])))
def test_each_verdict_is_in_one_class(verdicts: list[str]) -> None:
    made = tuple(Row("x", Value(1.0, "1"), verdict=verdict) for verdict in verdicts)
    classes = judged(made, "England", "wards")
    assert sorted(n for one in classes for n in one.members) == list(range(len(verdicts)))


def test_classes_are_named_in_words_with_their_limits() -> None:
    # Five values, thirds cut nearest to 1.67 and 3.33 of 5: after the third (the second and third
    # are worded alike) there is no nearer place than after 1 and after 3.
    assert [key.words for key in EVERYDAY.keys] == [
        "1.0%: the lowest 1 of 5 wards",
        "2.0%: the next 2",
        "5.5% to 9.0%: the highest 2",
        "No value published: 1 of 6 wards",
    ]


def test_verdicts_say_against_whom_and_where_the_limit_is() -> None:
    about = About("map", "A finding", "sub", "Measure")
    given_rows = tuple(
        Row(name, Value(number, f"{number:.1f}"), f"A{n:03d}", verdict=verdict)
        for n, (name, number, verdict) in enumerate(
            [("Low", 1.0, "worse"), ("Middle", 2.0, "similar"), ("Unsure", 3.0, "cannot say")]
        )
    )
    made = AreaMap("%", "Ward", "wards")(
        about, given_rows, (Comparator("England", 2.2, "2.2"),), ground(grid(3))
    )
    assert [(key.filling, key.words) for key in made.keys] == [
        ("worse", "Worse than England: 1 of 3 wards"),
        ("plain", "Similar to England: 1 of 3 wards"),
        ("unsure", "Cannot say: 1 of 3 wards"),
    ]
    assert "2.2%, the value of England, lies within the margin of error (95%)" in made.notes[0]
    assert "Worse than England: 1 of 3 wards (Low)." in made.description


# In every form ------------------------------------------------------------------------------------


@pytest.mark.parametrize("chart", ALL, ids=["everyday", "awkward", "crowded"])
def test_still_figure_table_and_download_hold_the_same(chart: Chart) -> None:
    patches = [mark for mark in chart.marks if isinstance(mark, Patch)]
    table = {row.number: row.cells for row in chart.table.rows}
    download = dict(enumerate(chart.download.rows, 1))
    traces = {re.findall(r"\d+", trace["text"])[0]: trace for trace in figure(chart)["data"]}
    assert len(patches) == len(table) == len(download) == len(traces)
    for svg in (draw(chart).wide, draw(chart).narrow):
        root = ElementTree.fromstring(svg)
        fills = {n.get("data-a"): n.get("fill", "") for n in root.iter("path") if n.get("data-a")}
        numbers = {n.get("data-a"): n.text for n in root.iter("text")}
        for patch in patches:
            order = str(patch.order)
            assert fills[order].endswith(f"-{patch.filling})")
            assert numbers.get(order, str(patch.number)) == str(patch.number)
            name, value, last = (cell.text for cell in table[patch.number])
            row = download[patch.number]
            assert (row[0], row[-1]) == (name, last)
            assert table[patch.number][1].value == row[3]
            said = traces[str(patch.number)]["text"]
            assert (f"{value}%" if row[3] is not None else "not published") in said
            assert said.endswith(last)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_numbers_do_not_meet_and_stay_inside(size: object) -> None:
    layout = lay_out(CROWDED, WIDE if size is WIDE else NARROW)
    assert len(layout.texts) > 50
    for one, two in combinations(layout.texts, 2):
        assert not one.box.meets(two.box)
    for text in layout.texts:
        assert text.box.left >= 0 and text.box.right <= layout.size.width
        assert text.box.top >= 0 and text.box.bottom <= layout.height


def test_a_number_that_has_no_room_is_told_of() -> None:
    thin = {f"A{n:03d}": square(n / 100, 0, 0.01) for n in range(90)}
    about = About("map", "A finding", "sub", "Measure")
    made = AreaMap()(about, rows([float(n) for n in range(90)]), (), ground(thin))
    assert "Where a place is too small for its number, the number is left out." in made.notes
    assert "the number is left out" not in " ".join(EVERYDAY.notes)


def test_a_place_without_an_outline_is_listed_under_the_map() -> None:
    about = About("map", "A finding", "sub", "Measure")
    made = AreaMap()(about, rows([1.0, 2.0, 3.0, 4.0]), (), ground(grid(3)))
    assert "Not on the map, as no boundary is given: Place 3." in made.notes
    assert [row.cells[0].text for row in made.table.rows][3] == "Place 3"


def test_plotly_takes_it_as_filled_lines_and_asks_nobody_for_a_map() -> None:
    made = figure(EVERYDAY)
    assert len(go.Figure({"data": made["data"], "layout": made["layout"]}).data) == 6
    assert {trace["type"] for trace in made["data"]} == {"scatter"}
    assert not re.search(r"geo|choropleth", json.dumps(made))


def test_hostile_names_are_text() -> None:
    for svg in (draw(AWKWARD).wide, draw(AWKWARD).narrow):
        assert "\n" not in svg and not re.search(r"<script|javascript:|\{\{|<a ", svg)
        assert "<script>alert(1)</script>" in (ElementTree.fromstring(svg)[1].text or "")
    assert not re.search(r"<(?!br>)", json.dumps(figure(AWKWARD)))


def test_classes_and_ids_are_known_and_unique() -> None:
    drawn = draw(EVERYDAY)
    page = drawn.wide + drawn.narrow
    used = {css for words in re.findall(r'class="([^"]+)"', page) for css in words.split()}
    assert used <= {*CLASSES, *MAP_CLASSES}
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    asked = re.findall(r"url\(#([^)]+)\)", page)
    assert asked and set(asked) <= set(ids)


def test_a_map_without_rows_is_refused() -> None:
    with pytest.raises(ValueError, match="chart map: it has no rows"):
        AreaMap()(About("map", "t", "s", "m"), (), (), ground(grid(3)))
