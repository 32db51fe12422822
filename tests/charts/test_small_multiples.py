"""Small trends on one scale: a panel each, all with the same axes."""

from __future__ import annotations

import math

import pytest

from generator.charts import Chart, SmallMultiples, Target, draw, figure, layouts
from generator.charts.marks import Band, Line, Rule
from generator.charts.small_multiples import MOST_PANELS
from tests.charts.samples import about, school_years
from tests.charts.samples_improve import WARDS, multiplied, multiplied_awkwardly
from tests.charts.svg_parts import Picture

SMALL, GROUPS = multiplied()
ALL = [SMALL, GROUPS, *multiplied_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


def drawn(chart: Chart, role: str) -> list[float]:
    return [
        spot.y
        for panel in chart.panels
        for mark in panel.marks
        if isinstance(mark, Line) and mark.role == role
        for spot in mark.points
        if spot.y is not None
    ]


def downloaded(chart: Chart, kind: str, name: str = "value") -> list[float]:
    at = chart.download.columns.index(name)
    found = (row[at] for row in chart.download.rows if row[1] == kind)
    return [number for number in found if isinstance(number, float)]


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_lines_table_and_download_hold_the_same_numbers(chart: Chart) -> None:
    lines = drawn(chart, "subject")
    panels, whole = downloaded(chart, "panel"), downloaded(chart, "whole")
    assert lines == panels[: len(lines)]
    assert len(lines) == len(panels) or len(chart.download.rows) > MOST_PANELS
    assert drawn(chart, "comparator") == whole * (len(chart.panels) if whole else 0)
    in_table = [v for row in chart.table.rows if (v := row.cells[1].value) is not None]
    assert in_table == [*panels, *whole, *downloaded(chart, "target")]


def test_the_bands_are_lower_and_upper_of_the_table() -> None:
    bands = [m for panel in GROUPS.panels for m in panel.marks if isinstance(m, Band)]
    for end, place in ((1, 2), (2, 3)):
        ends = [point[end] for band in bands for point in band.points]
        assert [e for e in ends if e is not None] == [
            row.cells[place].value for row in GROUPS.table.rows
        ]


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
@pytest.mark.parametrize("chart", [SMALL, GROUPS], ids=ids)
def test_every_plot_is_equally_large_and_on_one_scale(chart: Chart, drawing: str) -> None:
    laid = getattr(layouts(chart), drawing)
    sizes = {
        (round(p.plot.right - p.plot.left, 6), round(p.plot.bottom - p.plot.top, 6))
        for p in laid.panels
    }
    assert len(sizes) == 1
    assert {(p.x, p.y) for p in laid.panels} == {(chart.x, chart.y)}
    for one, other in zip(laid.panels, laid.panels[1:], strict=False):
        assert one.plot.right < other.plot.left or one.plot.bottom < other.plot.top
    assert len({p.plot.left for p in laid.panels}) == (
        2 if drawing == "narrow" or chart is GROUPS else 3
    )


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_the_picture_reads_back_as_its_numbers(drawing: str) -> None:
    picture = Picture(getattr(draw(SMALL), drawing))
    laid = getattr(layouts(SMALL), drawing)
    paths = picture.paths("l1")
    for panel, own in zip(SMALL.panels, laid.panels, strict=True):
        wanted = [
            spot.y
            for mark in panel.marks
            if isinstance(mark, Line) and mark.role == "subject"
            for spot in mark.points
            if spot.y is not None
        ]
        box = own.plot
        inside = [
            y
            for path in paths
            for x, y in path
            if box.left - 1 <= x <= box.right + 1 and box.top - 1 <= y <= box.bottom + 1
        ]
        scale = (own.y.high - own.y.low) / (box.bottom - box.top)
        read = [own.y.low + (box.bottom - y) * scale for y in inside]
        assert len(read) == len(wanted) == 8
        for number, value in zip(read, wanted, strict=True):
            assert math.isclose(number, value, abs_tol=0.2 * scale)


def test_each_panel_has_its_name_and_its_latest_value() -> None:
    assert [panel.title for panel in SMALL.panels] == list(WARDS)
    words = {text.text for text in Picture(draw(SMALL).narrow).words()}
    assert {panel.said for panel in SMALL.panels} <= words
    said = {panel.title: panel.said for chart in ALL for panel in chart.panels}
    assert said["Ashby"] == "21.0%"
    assert said["B"] == "3.0 (12 months to March 2019)"
    assert said["W"] == "£4,000,000,000,000.0 (2010/11)"
    one = next(chart for chart in ALL if chart.id == "small-one")
    assert one.panels[0].said == "5.0 [p]" and "Hollow diamond: provisional." in one.notes


def test_the_figure_has_a_pair_of_axes_for_each_panel_on_the_same_ranges() -> None:
    made = figure(SMALL)
    for layout in (made["layout"], made["narrow"]):
        names = [name for name in layout if name.startswith("yaxis")]
        assert len(names) == 12
        assert {tuple(layout[name]["range"]) for name in names} == {(SMALL.y.low, SMALL.y.high)}
        for name in names:
            low, high = layout[name]["domain"]
            assert 0 <= low < high <= 1
    axes = {trace.get("xaxis", "x") for trace in made["data"]}
    assert len(axes) == 12


def test_the_whole_and_the_target_stand_in_every_panel_and_in_the_notes() -> None:
    for panel in SMALL.panels:
        kinds = [mark.kind for mark in panel.marks if isinstance(mark, Rule)]
        assert kinds == ["target"]
    assert "Thin grey line: Aldermoor." in SMALL.notes
    assert "Dashed line: Target 2026/27, 18%." in SMALL.notes


def test_only_twelve_are_drawn_and_the_rest_is_said() -> None:
    many = next(chart for chart in ALL if chart.id == "small-many")
    assert len(many.panels) == MOST_PANELS == 12
    assert "The chart shows 12 of 14 places; the other 2 are in the table." in many.notes


def test_the_description_says_each_from_first_to_last() -> None:
    assert GROUPS.description == (
        "4 groups, each from its first to its latest value. Women: 21.0 to 22.2, up. "
        "Men: 19.0 to 16.6, down. Under 25: 31.0 to 34.3, up. 65 and over: 16.0 to 15.4, down."
    )


def test_no_series_and_two_of_one_name_are_refused() -> None:
    one = school_years("A", 2015, [1.0])
    with pytest.raises(ValueError, match=r"^chart x: it has no series$"):
        SmallMultiples()(about("x"), ())
    with pytest.raises(ValueError, match=r"^chart x: two series have one name$"):
        SmallMultiples()(about("x"), (one, one), Target("T", None, 1.0, "1"))
