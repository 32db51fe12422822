"""Groups side by side, now and as they were."""

from __future__ import annotations

import math

import pytest

from generator.charts import Chart, DotRange, Row, draw, figure
from generator.charts.marks import Dot, Label, Rule
from tests.charts.samples import about, value
from tests.charts.samples_improve import GROUPS, ranged, ranged_awkwardly
from tests.charts.svg_parts import Picture

NOW, RANGE = ranged()


def test_a_ring_where_it_stood_a_dot_where_it_stands_and_a_line_between() -> None:
    rings = [m.x for m in RANGE.marks if isinstance(m, Dot) and m.shape == "ring"]
    dots = [m.x for m in RANGE.marks if isinstance(m, Dot) and m.shape == "disc"]
    joined = [(m.x0, m.x1) for m in RANGE.marks if isinstance(m, Rule) and m.kind == "range"]
    assert rings == [then for *_, then in GROUPS if then is not None]
    assert dots == [now for _, now, *_ in GROUPS if now is not None]
    assert joined == list(zip(rings, dots, strict=True))


@pytest.mark.parametrize("chart", [RANGE, *ranged_awkwardly()], ids=lambda chart: chart.id)
def test_table_download_and_figure_hold_the_earlier_values(chart: Chart) -> None:
    rings = [m.x for m in chart.marks if isinstance(m, Dot) and m.shape == "ring"]
    cells = [row.cells[-1].value for row in chart.table.rows]
    saved = [row[-1] for row in chart.download.rows]
    if chart.download.columns[-1] != "earlier":
        assert rings == []
        return
    assert cells == saved
    assert rings == [cell for cell in cells if cell is not None][: len(rings)]
    drawn = {trace["x"][0] for trace in figure(chart)["data"] if trace["mode"] == "markers"}
    assert set(rings) <= drawn


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_the_picture_reads_back_as_its_table(drawing: str) -> None:
    picture = Picture(getattr(draw(RANGE), drawing))
    scale = picture.along()
    read = sorted(scale.value(float(mark["cx"])) for mark in picture.marks("open", "circle"))
    wanted = sorted(then for *_, then in GROUPS if then is not None)
    assert all(
        math.isclose(a, b, abs_tol=scale.tolerance) for a, b in zip(read, wanted, strict=True)
    )


def test_the_columns_and_the_notes_name_both_periods() -> None:
    titles = [column.title for column in RANGE.table.columns]
    assert titles == ["Group", "2024/25 (%)", "Lower", "Upper", "2018/19 (%)"]
    assert "Dot: 2024/25. Ring, with a thin line to it: 2018/19." in RANGE.notes
    assert RANGE.kind == "Dot chart with intervals, 2018/19 and 2024/25: Share of people"
    assert RANGE.description.endswith("Since 2018/19: 5 higher, 1 lower, 1 the same.")


def test_groups_too_few_to_show_keep_their_row_and_are_named() -> None:
    assert "Too few to show: Gypsy and Roma." in NOW.notes
    assert [m.text for m in NOW.marks if isinstance(m, Label) and m.y == 4.0] == [
        "Gypsy and Roma",
        "[c]",
    ]


def test_without_earlier_values_there_is_no_word_of_another_period() -> None:
    assert [column.title for column in NOW.table.columns][1] == "Value (%)"
    assert not any("Ring" in note for note in NOW.notes)


def test_the_axis_holds_the_earlier_values() -> None:
    chart = DotRange(then="a", now="b")(about("x"), (Row("A", value(3.0), earlier=value(90.0)),))
    assert chart.x.high >= 90


def test_earlier_values_of_no_period_are_refused() -> None:
    with pytest.raises(
        ValueError, match=r"^chart x: rows have earlier values, but then or now is ''$"
    ):
        DotRange(now="b")(about("x"), (Row("A", value(3.0), earlier=value(1.0)),))
