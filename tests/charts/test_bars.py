"""Areas and groups side by side."""

from __future__ import annotations

import pytest

from generator.charts import Bars, Comparator, Dots, Row
from generator.charts.bars import MOST_ROWS
from generator.charts.marks import Bar, Dot, Label, Rule
from tests.charts.samples import about, everyday, rows, value

PLACES, GROUPS = everyday()[4:6]


def test_bars_run_from_0() -> None:
    assert {mark.start for mark in GROUPS.marks if isinstance(mark, Bar)} == {0.0}
    assert GROUPS.x.low == 0


def test_rows_keep_their_order_and_the_subject_is_marked() -> None:
    assert [tick.text for tick in PLACES.y.ticks][:3] == ["Luton", "Birmingham", "Liverpool"]
    assert [row.cells[0].text for row in PLACES.table.rows if row.subject] == ["Birmingham"]
    bold = [m.text for m in PLACES.marks if isinstance(m, Label) and m.bold]
    assert bold == ["Birmingham", "39.5"]


def test_a_row_without_a_value_stays() -> None:
    assert GROUPS.table.rows[3].cells[1].text == "[x]"
    assert [m.text for m in GROUPS.marks if isinstance(m, Label) and m.y == 3.0] == [
        "Not stated",
        "[x]",
    ]
    assert "No value is published for 1." in GROUPS.description


def test_a_suppressed_value_shows_its_flag_and_the_flag_is_explained() -> None:
    hidden = (Row("A", value(None, flags=("c",))), Row("B", value(2.0, flags=("p",))))
    chart = Dots()(about("x"), hidden)
    assert chart.table.rows[0].cells[1].text == "[c]"
    assert "[c] confidential, [p] provisional." in chart.notes
    assert [m.shape for m in chart.marks if isinstance(m, Dot)] == ["hollow"]


def test_comparators_are_upright_lines_and_rows_of_the_table() -> None:
    rule = next(m for m in PLACES.marks if isinstance(m, Rule) and m.kind == "comparator")
    assert (rule.x0, rule.y0) == (30.2, None)
    assert PLACES.table.rows[-1].cells[0].text == "England"


def test_only_thirty_are_drawn_the_subject_among_them_and_the_rest_is_said() -> None:
    many = rows([(f"Place {n}", float(n)) for n in range(40)] + [("Birmingham", 50.0)])
    chart = Bars()(about("x"), many, (Comparator("England", 3.0, "3.0"),))
    assert len(chart.y.ticks) == MOST_ROWS
    assert chart.y.ticks[-1].text == "Birmingham"
    assert chart.notes == ("The chart shows 30 of 41 places; the other 11 are in the table.",)
    assert len(chart.table.rows) == 42 and len(chart.download.rows) == 42


def test_dots_may_leave_0_and_say_so_bars_may_not() -> None:
    high = rows([("Birmingham", 1001.0), ("Leeds", 1002.5)])
    assert Dots()(about("x"), high).x.low > 1000
    assert Dots()(about("x"), high).notes == ("The axis does not start at 0.",)
    assert Bars()(about("x"), high).x.low == 0


def test_no_rows_are_refused() -> None:
    with pytest.raises(ValueError, match="chart x: it has no rows"):
        Bars()(about("x"), ())


def test_the_download_keeps_codes_and_numbers_as_they_are() -> None:
    assert PLACES.download.columns == ("name", "code", "kind", "value", "lower", "upper", "flag")
    assert PLACES.download.rows[1] == (
        *("Birmingham", "E00000001", "subject", 39.5, 35.5, 43.5),
        "",
    )
