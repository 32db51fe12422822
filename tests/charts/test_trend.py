"""What a line chart decides: gaps, breaks, marks and words."""

from __future__ import annotations

from datetime import date

import pytest

from generator.charts import Baseline, Point, Series, Target, Trend
from generator.charts.chart import Chart
from generator.charts.gaps import split
from generator.charts.marks import Dot, Label, Line, Rule
from tests.charts.samples import about, everyday, school_years, three_years, value

ABSENCE, DEATHS, LONELY, LIFE = everyday()[:4]


def pieces(chart: Chart) -> list[int]:
    """How many points the unbroken pieces of the subject's line have."""
    line = next(m for m in chart.marks if isinstance(m, Line) and m.role == "subject")
    lengths = [0]
    for spot in line.points:
        lengths = [*lengths, 0] if spot.y is None else [*lengths[:-1], lengths[-1] + 1]
    return lengths


def labels(chart: Chart, place: str) -> list[str]:
    return [m.text for m in chart.marks if isinstance(m, Label) and m.place == place]


def test_a_period_without_a_value_is_a_gap_and_is_said() -> None:
    assert pieces(ABSENCE) == [13, 5]
    assert "No value for 2019/20." in ABSENCE.notes
    assert labels(ABSENCE, "inside") == ["No data 2019/20"]


def test_a_period_left_out_is_a_gap_and_is_said() -> None:
    whole = school_years("Birmingham", 2010, [1.0, 2.0, 3.0, 4.0, 5.0])
    series = Series("Birmingham", (*whole.points[:2], *whole.points[3:]))
    chart = Trend()(about("x"), series)
    assert pieces(chart) == [2, 2]
    assert "No values between 2011/12 and 2013/14." in chart.notes


def test_points_in_time_have_no_usual_distance() -> None:
    """Two censuses and a survey between them."""
    days = (date(2001, 4, 29), date(2011, 3, 27), date(2021, 3, 21), date(2022, 1, 1))
    points = tuple(Point(day, day, str(day.year), value(1.0)) for day in days)
    assert [len(piece) for piece in split(points)] == [4]


def test_overlapping_periods_are_one_line() -> None:
    assert [len(piece) for piece in split(three_years("B", 2001, [1.0, 2.0, 3.0]).points)] == [3]


def test_a_break_cuts_the_line_and_is_drawn_and_said() -> None:
    assert pieces(LONELY) == [3, 3]
    assert [m.kind for m in LONELY.marks if isinstance(m, Rule) and m.kind == "break"] == ["break"]
    assert "Break in series 2021/22" in labels(LONELY, "top")
    assert (
        "Break in series 2021/22: the question was asked online. "
        "Values before and after do not compare." in LONELY.notes
    )
    assert LONELY.description.endswith("Break in series 2021/22.")


def test_a_provisional_point_is_hollow_and_is_said() -> None:
    hollow = [m for m in LONELY.marks if isinstance(m, Dot) and m.shape == "hollow"]
    assert [dot.y for dot in hollow] == [20.9]
    assert "Hollow diamond: provisional (2023/24)." in LONELY.notes
    assert LONELY.table.rows[5].cells[1].text == "20.9 [p]"


def test_the_baseline_is_a_ring_and_a_rule_with_words() -> None:
    ring = next(m for m in ABSENCE.marks if isinstance(m, Dot) and m.shape == "ring")
    assert (ring.x, ring.y) == (date(2019, 8, 31).toordinal(), 12.3)
    assert labels(ABSENCE, "top") == ["Baseline 2018/19: 12.3%"]
    assert [r.cells[0].text for r in ABSENCE.table.rows if "baseline" in r.cells[0].text] == [
        "2018/19 (baseline)"
    ]


def test_a_baseline_older_than_the_series_has_a_row_of_its_own() -> None:
    chart = Trend()(
        about("x"),
        school_years("Birmingham", 2020, [7.0]),
        baseline=Baseline("2016/17", date(2017, 8, 31), 9.0, "9.0"),
    )
    assert [cell.text for cell in chart.table.rows[0].cells] == ["2016/17 (baseline)", "9.0"]
    assert chart.x.low == date(2017, 8, 31).toordinal()


def test_a_target_is_dashed_labelled_and_in_the_table() -> None:
    rule = next(m for m in LONELY.marks if isinstance(m, Rule) and m.kind == "target")
    assert (rule.y0, rule.x1) == (18.0, date(2027, 8, 31).toordinal())
    assert "Target 2026/27: 18%" in labels(LONELY, "end")
    assert LONELY.x.high == date(2027, 8, 31).toordinal()
    last = [cell.text for cell in LONELY.table.rows[-1].cells]
    assert last == ["Target 2026/27", "18", "[z]", "[z]", "[z]"]


def test_a_target_may_be_a_range() -> None:
    target = Target("Target 2016/17", date(2017, 8, 31), 10.0, "10 to 12", 12.0)
    chart = Trend()(about("x"), school_years("B", 2012, [8.0, 9.0]), targets=(target,))
    levels = [m.y0 for m in chart.marks if isinstance(m, Rule) and m.kind == "target"]
    assert levels == [10.0, 12.0]


def test_a_target_for_all_times_goes_right_across() -> None:
    chart = Trend()(
        about("x"), school_years("B", 2012, [8.0, 9.0]), targets=(Target("Target", None, 5, "5"),)
    )
    rule = next(m for m in chart.marks if isinstance(m, Rule) and m.kind == "target")
    assert (rule.x0, rule.x1) == (None, None)


def test_an_axis_that_does_not_start_at_0_says_so() -> None:
    assert LIFE.y.low == 75
    assert "The vertical axis does not start at 0." in LIFE.notes


def test_a_comparator_that_ends_earlier_says_when() -> None:
    assert "England 22.4% (2022/23)" in labels(LONELY, "end")
    assert "The latest value for England is for 2022/23." in LONELY.notes


def test_the_description_has_first_lowest_highest_last_and_aims() -> None:
    assert ABSENCE.description == (
        "Birmingham: 21.1% in 2006/07, lowest 11.3% in 2013/14, highest 25.5% in 2022/23, "
        "21.0% in 2024/25. England: 18.1% in 2024/25. Baseline: 12.3% in 2018/19. "
        "No value for 2019/20."
    )


def test_no_cell_is_empty() -> None:
    for chart in everyday():
        for row in chart.table.rows:
            assert len(row.cells) == len(chart.table.columns)
            assert all(cell.text for cell in row.cells)


def test_shading_is_named_with_its_confidence() -> None:
    series = school_years("B", 2012, [8.0, 9.0], 1.0)
    chart = Trend(confidence="99.8%")(about("x"), series)
    assert chart.notes == ("Shaded: where the true value most likely lies (99.8% interval).",)
    assert "(99.8% interval 8.0 to 10.0)" in chart.description


@pytest.mark.parametrize("series", [school_years("B", 2020, [None, None])])
def test_nothing_to_show_is_said(series: Series) -> None:
    chart = Trend()(about("x"), series)
    assert labels(chart, "inside") == ["No values to show"]
    assert chart.description == "B: no values. No value for 2020/21 and 2021/22."
