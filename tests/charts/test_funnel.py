"""Funnels: limits come with the rows, what stands out is named, and nothing is a ranking."""

from __future__ import annotations

import math
import re

import pytest

from generator.charts import Chart, Comparator, Funnel, draw, figure
from generator.charts.marks import Band, Dot, Label, Line, Rule
from tests.charts.samples import about
from tests.charts.samples_improve import (
    HUBS,
    funnel_limits,
    funnel_row,
    funnelled,
    funnelled_awkwardly,
)
from tests.charts.svg_parts import Picture

(FUNNEL,) = funnelled()
ALL = [FUNNEL, *funnelled_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


def downloaded(chart: Chart, kinds: tuple[str, ...], name: str) -> list[float]:
    at = chart.download.columns.index(name)
    found = (row[at] for row in chart.download.rows if row[2] in kinds)
    return [number for number in found if isinstance(number, float)]


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_dots_table_and_download_hold_the_same_numbers(chart: Chart) -> None:
    dots = [(mark.x, mark.y) for mark in chart.marks if isinstance(mark, Dot)]
    rows = chart.table.rows[:-1]
    pairs = [(row.cells[2].value, row.cells[1].value) for row in rows]
    assert dots == [pair for pair in pairs if None not in pair]
    sizes, values = (downloaded(chart, ("row", "subject"), name) for name in ("size", "value"))
    assert dots == list(zip(sizes, values, strict=True))
    rule = next(mark for mark in chart.marks if isinstance(mark, Rule) and mark.kind == "mean")
    assert [rule.y0] == downloaded(chart, ("comparator",), "value")
    assert chart.table.rows[-1].cells[1].value == rule.y0


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_the_curves_are_those_of_the_download(chart: Chart) -> None:
    curves = [mark for mark in chart.marks if isinstance(mark, Line)]
    drawn = [[spot.y for spot in mark.points] for mark in curves]
    names = ("lower_99_8", "upper_99_8", "lower_95", "upper_95")
    saved = [downloaded(chart, ("limit",), name) for name in names]
    assert drawn == (saved if len(saved[0]) > 1 else [])
    assert all(mark.role == "limit" for mark in curves)
    assert sum(isinstance(mark, Band) for mark in chart.marks) == len(curves) / 2


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_the_picture_reads_back_as_its_table(drawing: str) -> None:
    picture = Picture(getattr(draw(FUNNEL), drawing))
    scale = picture.up()
    read = sorted(scale.value(float(mark["cy"])) for mark in picture.marks("d2", "circle"))
    wanted = sorted(
        row.cells[1].value or 0.0
        for row in FUNNEL.table.rows
        if row.cells[-1].text == "As expected"
    )
    assert len(read) == len(wanted) == 7
    for number, value in zip(read, wanted, strict=True):
        assert math.isclose(number, value, abs_tol=scale.tolerance)
    limits = [
        *downloaded(FUNNEL, ("limit",), "lower_95"),
        *downloaded(FUNNEL, ("limit",), "upper_95"),
        *downloaded(FUNNEL, ("limit",), "lower_99_8"),
        *downloaded(FUNNEL, ("limit",), "upper_99_8"),
    ]
    for path in picture.paths("lim"):
        for _, y in path:
            assert any(math.isclose(scale.value(y), v, abs_tol=scale.tolerance) for v in limits)


def test_rows_go_by_name_never_by_value() -> None:
    names = [row.cells[0].text for row in FUNNEL.table.rows[:-1]]
    assert names == sorted(names) and len(names) == len(HUBS) + 1
    assert "This is no ranking." in " ".join(FUNNEL.notes)
    assert not re.search(r"\b(best|worst|rank\w*|top|bottom)\b", FUNNEL.description)


def test_who_stands_out_has_a_shape_a_name_and_a_word() -> None:
    shapes = {m.series: m.shape for m in FUNNEL.marks if isinstance(m, Dot)}
    assert shapes["Bramley"] == "square" and shapes["Kirkby"] == "forward"
    assert shapes["Ashby"] == "disc"
    named = {m.text for m in FUNNEL.marks if isinstance(m, Label) and m.place == "inside"}
    assert named == {"Bramley", "Eastgate", "Dunmore", "Grange", "Kirkby"}
    assert "Worse than expected: Bramley, Eastgate." in FUNNEL.notes
    verdicts = {row.cells[0].text: row.cells[-1].text for row in FUNNEL.table.rows}
    assert verdicts["Bramley"] == "Worse than expected" and verdicts["All hubs"] == "[z]"


def test_every_name_that_stands_out_has_room_in_an_everyday_funnel() -> None:
    for drawing in (draw(FUNNEL).wide,):
        said = {words.text for words in Picture(drawing).words()}
        assert {"Bramley", "Eastgate", "Dunmore", "Grange", "Kirkby", "People asked"} <= said


def test_a_row_without_a_value_is_in_the_table_alone() -> None:
    row = next(row for row in FUNNEL.table.rows if row.cells[0].text == "Lowfield")
    assert row.cells[1].text == "[c]"
    assert "Not drawn, as there is no value: Lowfield." in FUNNEL.notes
    assert "No value is published for 1." in FUNNEL.description


def test_the_axis_along_starts_at_0_and_ends_at_the_largest_size() -> None:
    assert (FUNNEL.x.low, FUNNEL.x.high) == (0.0, 1210.0)
    assert [tick.text for tick in FUNNEL.x.ticks] == ["0", "500", "1,000"]
    assert figure(FUNNEL)["layout"]["xaxis"]["range"] == [0.0, 1210.0]


def test_none_outside_is_said() -> None:
    quiet = Funnel()(
        about("x"),
        (funnel_row("A", 100.0, 20.0),),
        Comparator("All", 20.0, "20"),
        funnel_limits(0.2, [50.0, 100.0]),
    )
    assert "None stands out from chance." in quiet.notes


def test_no_rows_and_a_curve_out_of_order_are_refused() -> None:
    average = Comparator("All", 20.0, "20")
    with pytest.raises(ValueError, match=r"^chart x: it has no rows$"):
        Funnel()(about("x"), (), average, ())
    with pytest.raises(ValueError, match=r"^chart x: its curve is not in order of size$"):
        Funnel()(about("x"), (funnel_row("A", 9.0, 2.0),), average, funnel_limits(0.2, [9.0, 8.0]))
