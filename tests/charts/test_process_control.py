"""Process-control charts: what is usual comes with the rows; signals are told by shape."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from generator.charts import Chart, ProcessControl, Target, draw
from generator.charts.marks import Band, Dot, Label, Line, Rule
from tests.charts.samples import about, value
from tests.charts.samples_improve import controlled, controlled_awkwardly, controls, months
from tests.charts.svg_parts import Picture

REVIEWS, WAITS, CALLS = controlled()
ALL = [*controlled(), *controlled_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


def downloaded(chart: Chart, name: str, kind: str = "subject") -> list[float]:
    at, of = chart.download.columns.index(name), chart.download.columns.index("kind")
    rows = (row[at] for row in chart.download.rows if row[of] == kind)
    return [number for number in rows if isinstance(number, float)]


def in_table(chart: Chart, place: int, targets: int = 0) -> list[float]:
    rows = chart.table.rows[: len(chart.table.rows) - targets]
    values = (row.cells[place].value for row in rows)
    return [value for value in values if value is not None]


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_line_table_and_download_hold_the_same_numbers(chart: Chart) -> None:
    drawn = [
        spot.y
        for mark in chart.marks
        if isinstance(mark, Line)
        for spot in mark.points
        if spot.y is not None
    ]
    targets = len(downloaded(chart, "value", "target"))
    assert drawn == in_table(chart, 1, targets) == downloaded(chart, "value")
    for place, name in ((2, "mean"), (3, "lower_limit"), (4, "upper_limit")):
        assert in_table(chart, place) == downloaded(chart, name)


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_no_limit_is_drawn_that_is_not_in_the_table(chart: Chart) -> None:
    limits = {*in_table(chart, 3), *in_table(chart, 4)}
    means = set(in_table(chart, 2))
    for mark in chart.marks:
        if isinstance(mark, Rule) and mark.kind == "limit":
            assert mark.y0 == mark.y1 and mark.y0 in limits
        if isinstance(mark, Rule) and mark.kind == "mean":
            assert mark.y0 == mark.y1 and mark.y0 in means


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
@pytest.mark.parametrize("chart", [c for c in ALL if c.y.ticks], ids=ids)
def test_the_picture_reads_back_as_its_table(chart: Chart, drawing: str) -> None:
    picture = Picture(getattr(draw(chart), drawing))
    scale = picture.up()
    for css, wanted in (
        ("l1", in_table(chart, 1)),
        ("l2", in_table(chart, 2)),
        ("lim", [*in_table(chart, 3), *in_table(chart, 4)]),
    ):
        keys = {4.0}  # a sample over the plot
        read = [scale.value(y) for p in picture.paths(css) if p[0][0] not in keys for _, y in p]
        for number in read:
            assert any(math.isclose(number, v, abs_tol=scale.tolerance) for v in wanted), css


def test_signals_have_shapes_of_their_own() -> None:
    shapes = {d.signal: d.shape for c in ALL for d in c.marks if isinstance(d, Dot)}
    assert {signal: shape for signal, shape in shapes.items() if signal != "none"} == {
        "worse": "square",
        "better": "forward",
        "higher": "above",
        "lower": "below",
    }
    assert "Square: worse, by more than chance (special-cause concern)." in REVIEWS.notes
    assert REVIEWS.table.rows[16].cells[5].text == (
        "Special-cause concern: eight in a row below the usual level"
    )
    assert REVIEWS.table.rows[0].cells[5].text == "Common cause"


def test_limits_are_stepped_where_they_start_afresh() -> None:
    means = [m for m in WAITS.marks if isinstance(m, Rule) and m.kind == "mean"]
    assert [mark.y0 for mark in means] == [14.8, 10.0]
    between = (date(2023, 3, 31).toordinal() + date(2023, 4, 30).toordinal()) / 2
    cut = next(m for m in WAITS.marks if isinstance(m, Rule) and m.kind == "break")
    assert means[0].x1 == means[1].x0 == cut.x0 == between
    assert "New limits from April 2023: the service was redesigned." in WAITS.notes


def test_a_limit_below_0_is_clipped_in_the_picture_and_kept_in_the_table() -> None:
    band = next(m for m in CALLS.marks if isinstance(m, Band))
    assert {low for _, low, _ in band.points if low is not None} == {0.0}
    assert CALLS.table.rows[0].cells[3].text == "−1.9"
    assert "The shading stops where no value is possible." in CALLS.notes
    said = [m.text for m in CALLS.marks if isinstance(m, Label) and m.place == "end"]
    assert said == ["Upper limit 8.3", "Usual level 3.2", "Aldermoor 9.0"]


def test_what_limits_rest_on_is_said() -> None:
    assert "Steps far larger than the others are left out of the limits." in REVIEWS.notes
    assert "Trial limits: they rest on fewer than 12 values, and may move." in CALLS.notes
    quiet = ProcessControl()(
        about("x"), "A", controls(months(date(2024, 1, 1), [1.0, 2.0, 1.0]), 1.4, 2.0)
    )
    assert quiet.notes == (
        "Shaded: the usual range, where values differ by chance.",
        "No value stands out from chance.",
    )


def test_the_description_says_the_latest_and_what_is_usual() -> None:
    assert REVIEWS.description == (
        "Aldermoor: 91.1% in May 2024, lowest 83.2% in April 2026, highest 95.7% in August 2025, "
        "83.2% in April 2026. "
        "The latest value shows special-cause concern: eight in a row below the usual level. "
        "Usual level 91.5%, usual range 87.1% to 95.9%. "
        "Special-cause concern: 8 of 24 values. Target: 95%."
    )


def test_a_target_is_drawn_over_all_periods() -> None:
    aim = Target("Target 2030", date(2030, 3, 31), 5.0, "5")
    chart = ProcessControl()(
        about("x"), "A", controls(months(date(2024, 1, 1), [1.0, 2.0]), 1.5, 1.0), aim
    )
    rule = next(m for m in chart.marks if isinstance(m, Rule) and m.kind == "target")
    assert (rule.x0, rule.x1) == (None, None)
    assert chart.x.high == date(2024, 2, 29).toordinal()


def test_without_limits_there_is_no_word_of_a_range() -> None:
    bare = ProcessControl()(about("x"), "A", controls(months(date(2024, 1, 1), [1.0, 2.0]), None))
    assert not any("range" in note or "chance" in note for note in bare.notes)
    assert bare.table.rows[0].cells[5].text == "[z]"


def test_periods_out_of_order_are_refused() -> None:
    rows = controls(months(date(2024, 1, 1), [1.0, 2.0]), None)
    with pytest.raises(ValueError, match="its periods are not in order, or repeated"):
        ProcessControl()(about("x"), "A", rows[::-1])


def test_a_signal_to_be_read_with_care_is_hollow_in_its_own_shape() -> None:
    points = months(date(2024, 1, 1), [1.0, 9.0])
    late = replace(points[1], value=value(9.0, flags=("p",)))
    chart = ProcessControl()(about("x"), "A", controls((points[0], late), 2.0, 1.0, {1: "higher"}))
    dot = [m for m in chart.marks if isinstance(m, Dot)][-1]
    assert (dot.shape, dot.hollow) == ("above", True)
    assert "Hollow: provisional (February 2024)." in chart.notes
    assert draw(chart).wide.count('class="open"') == 1


def test_trial_limits_do_not_say_that_nothing_stands_out() -> None:
    rows = controls(months(date(2024, 1, 1), [1.0, 2.0]), 1.5, 2.0)
    notes = ProcessControl(trial=12)(about("x"), "A", rows).notes
    assert not any("stands out" in note for note in notes)


def test_shapes_are_smaller_where_there_are_many() -> None:
    rows = controls(months(date(2020, 1, 1), [1.0] * 40), 1.5, 0.1, {3: "lower", 39: "lower"})
    dots = [m for m in ProcessControl()(about("x"), "A", rows).marks if isinstance(m, Dot)]
    assert dots[3].small and not dots[39].small
