"""Parts of a change: bars from 0, a line, and the total that they add up to."""

from __future__ import annotations

import math

import pytest

from generator.charts import Chart, Contributions, Value, draw, figure
from generator.charts.contributions import ADD_UP, ROUNDED
from generator.charts.inputs import Row
from generator.charts.marks import Bar, Rule
from tests.charts.samples import about
from tests.charts.samples_improve import contributed, contributed_awkwardly, part
from tests.charts.svg_parts import Picture

(PARTS,) = contributed()
ALL = [PARTS, *contributed_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_bars_start_at_0_and_hold_the_numbers_of_table_and_download(chart: Chart) -> None:
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    assert all(bar.start == 0 for bar in bars)
    shown = {tick.text for tick in chart.y.ticks}
    rows = [row for row in chart.table.rows if row.cells[0].text in shown]
    assert [b.end for b in bars] == [
        row.cells[1].value for row in rows if row.cells[1].value is not None
    ]
    assert [row.cells[1].value for row in chart.table.rows] == [r[3] for r in chart.download.rows]
    assert [row[2] for row in chart.download.rows][-1] == "total"


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_the_parts_as_drawn_add_up_to_the_total_as_drawn(drawing: str) -> None:
    picture = Picture(getattr(draw(PARTS), drawing))
    scale = picture.along()

    def ends(css: str) -> list[float]:
        bars = picture.marks(css, "rect")
        edges = [(float(b["x"]), float(b["x"]) + float(b["width"])) for b in bars]
        return [max((scale.value(edge) for edge in pair), key=abs) for pair in edges]

    parts, total = ends("d2"), ends("d1")
    assert len(parts) == 4 and len(total) == 1
    assert math.isclose(sum(parts), total[0], abs_tol=5 * scale.tolerance)


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_the_line_over_the_total_strikes_no_name_and_no_bar(drawing: str) -> None:
    picture = Picture(getattr(draw(PARTS), drawing))
    ((start, end),) = (path for path in picture.paths("base"))
    assert start == (0.0, start[1]) and end == (picture.width, start[1])
    assert not any(words.top < start[1] < words.bottom - 3 for words in picture.words())
    bars = [*picture.marks("d1", "rect"), *picture.marks("d2", "rect")]
    assert not any(float(b["y"]) < start[1] < float(b["y"]) + float(b["height"]) for b in bars)
    over = [words.text for words in picture.words() if words.bottom < start[1]]
    assert "Not stated" in over and "All pupils" not in over


def test_the_line_is_in_the_figure_too() -> None:
    assert sum(isinstance(m, Rule) and m.kind == "sum" for m in PARTS.marks) == 1
    made = figure(PARTS)
    for layout in (made["layout"], made["narrow"]):
        (line,) = (s for s in layout["shapes"] if s["x0"] < 0 and s["x1"] > 1)
        assert line["y0"] == line["y1"] and line["yref"] == "paper"


def test_adding_up_is_said_as_the_texts_say_it() -> None:
    said = {chart.id: chart.notes[-1] for chart in ALL}
    assert said["parts"] == ADD_UP
    assert said["parts-rounded"] == ROUNDED  # 3.3 + 3.3 + 3.3 is not 10.0
    assert said["parts-hidden"] == "The total holds places that are not shown: 1."


def test_the_description_says_the_total_then_both_sides() -> None:
    assert PARTS.description == (
        "All pupils: +3.4%. Higher: Free school meals +2.9%, Special needs support +1.4%. "
        "Lower: No free school meals −0.9%. No part in it: Not stated."
    )


def test_a_total_in_words_is_rounded_for_all_that_can_be_told() -> None:
    rows = (Row("A", Value(2e6, "+2m")),)
    assert Contributions()(about("x"), rows, Row("All", Value(2e6, "+2m"))).notes == (ROUNDED,)


def test_parts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^chart x: its parts add up to 3\.0, not to 4\.0$"):
        Contributions()(about("x"), (part("A", 1.0), part("B", 2.0)), part("All", 4.0))
    with pytest.raises(ValueError, match=r"^chart x: it has no parts$"):
        Contributions()(about("x"), (), part("All", 4.0))
