"""Forecasts: dashed after solid, two bands, and no word of what will be."""

from __future__ import annotations

import math
import re
from datetime import date

import pytest

from generator.charts import Chart, Fan, draw, figure
from generator.charts.marks import Band, Label, Line, Rule
from tests.charts.samples import about, school_years
from tests.charts.samples_improve import ahead, fanned, fanned_awkwardly
from tests.charts.svg_parts import Picture

FAN, LATE = fanned()
ALL = [*fanned(), *fanned_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


def line(chart: Chart, role: str) -> list[float]:
    return [
        spot.y
        for mark in chart.marks
        if isinstance(mark, Line) and mark.role == role
        for spot in mark.points
        if spot.y is not None
    ]


def in_table(chart: Chart, what: str, place: int = 1) -> list[float]:
    rows = [row for row in chart.table.rows if row.cells[2].text == what]
    return [v for row in rows if (v := row.cells[place].value) is not None]


def downloaded(chart: Chart, kind: str, name: str = "value") -> list[float]:
    at = chart.download.columns.index(name)
    found = (row[at] for row in chart.download.rows if row[1] == kind)
    return [number for number in found if isinstance(number, float)]


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_lines_table_and_download_hold_the_same_numbers(chart: Chart) -> None:
    measured = line(chart, "subject")
    assert measured == in_table(chart, "Measured") == downloaded(chart, "subject")
    joined = measured[-1:] if line(chart, "ahead") else []
    expected = [*joined, *in_table(chart, "Forecast")]
    assert line(chart, "ahead") == expected == [*joined, *downloaded(chart, "forecast")]
    assert in_table(chart, "Target") == downloaded(chart, "target")


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_the_bands_hold_the_ends_of_the_table_and_open_at_the_last_value(chart: Chart) -> None:
    for band in (mark for mark in chart.marks if isinstance(mark, Band)):
        first, *rest = band.points
        assert first[1] == first[2] == line(chart, "subject")[-1]
        places, names = (
            ((5, 6), ("lower_95", "upper_95"))
            if band.outer
            else (
                (3, 4),
                ("lower_80", "upper_80"),
            )
        )
        for end, place, name in zip((1, 2), places, names, strict=True):
            drawn = [point[end] for point in rest]
            assert drawn == in_table(chart, "Forecast", place)
            assert drawn == downloaded(chart, "forecast", name)


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
@pytest.mark.parametrize("chart", [c for c in ALL if c.y.ticks], ids=ids)
def test_the_picture_reads_back_as_its_table(chart: Chart, drawing: str) -> None:
    picture = Picture(getattr(draw(chart), drawing))
    scale = picture.up()
    ends = [v for place in (3, 4, 5, 6) for v in in_table(chart, "Forecast", place)]
    last = line(chart, "subject")[-1:]
    for css, wanted in (
        ("l1", in_table(chart, "Measured")),
        ("fc", [*last, *in_table(chart, "Forecast")]),
        ("band", [*last, *ends]),
        ("band2", [*last, *ends]),
    ):
        read = [scale.value(y) for p in picture.paths(css) for _, y in p]
        for number in read:
            assert any(math.isclose(number, v, abs_tol=scale.tolerance) for v in wanted), css
        if css == "fc" and line(chart, "ahead"):
            assert read


def test_measured_and_forecast_differ_without_colour_in_both() -> None:
    svg = draw(FAN).wide
    assert 'class="l1"' in svg and 'class="fc"' in svg
    dashes = {
        t["name"]: t["line"]["dash"]
        for t in figure(FAN)["data"]
        if not t.get("fill") and t["mode"] == "lines"
    }
    assert dashes == {"Aldermoor": "solid", "Expected": "7px,5px"}
    now = next(m for m in FAN.marks if isinstance(m, Rule) and m.kind == "now")
    assert now.x0 == date(2025, 8, 31).toordinal()
    tops = [m.text for m in FAN.marks if isinstance(m, Label) and m.place == "top"]
    assert tops == ["Measured | Forecast"]


def test_the_axis_goes_on_to_the_day_of_the_target() -> None:
    assert LATE.x.high == date(2026, 3, 31).toordinal()
    rule = next(m for m in LATE.marks if isinstance(m, Rule) and m.kind == "target")
    assert rule.x1 == LATE.x.high


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_nothing_says_what_will_be(chart: Chart) -> None:
    said = " ".join([chart.description, chart.kind, *chart.notes])
    assert not re.search(r"\b(will|shall)\b", said)


def test_words_say_if_the_recent_pattern_continues() -> None:
    assert "Solid: measured. Dashed: forecast, if the recent pattern continues." in FAN.notes
    assert "The bands stop where no value is possible." in LATE.notes
    assert (
        "If the recent pattern continues: 17.2% in 2026/27 "
        "(80% band 14.5% to 19.9%, 95% band 12.8% to 21.6%). Target 2026/27: 14%."
    ) in FAN.description


def test_without_a_forecast_it_is_the_measured_line_and_the_target() -> None:
    bare = next(chart for chart in ALL if chart.id == "fan-none")
    assert "No forecast." in bare.description
    assert not any("Dashed" in note for note in bare.notes)
    assert [m.text for m in bare.marks if isinstance(m, Label)] == ["A 4.0%", "Target: 9%"]


def test_a_forecast_of_what_was_measured_is_refused() -> None:
    history = school_years("A", 2015, [1.0, 2.0])
    with pytest.raises(ValueError, match=r"^chart x: its forecast starts before its values end$"):
        Fan()(about("x"), history, ahead(school_years("", 2016, [3.0]).points, 1.0))


def test_forecasts_out_of_order_are_refused() -> None:
    points = school_years("", 2017, [3.0, 4.0]).points[::-1]
    with pytest.raises(ValueError, match="its periods are not in order, or repeated"):
        Fan()(about("x"), school_years("A", 2015, [1.0]), ahead(points, 1.0))
