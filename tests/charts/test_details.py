"""Kinds of things side by side, in one level or two, with their share of all."""

from __future__ import annotations

import pytest

from generator.charts import Details
from generator.charts.bars import MOST_ROWS
from generator.charts.details import TWO_LEVELS
from generator.charts.marks import Bar, Label
from tests.charts.samples import about, detail, detailed

ROUTES, REASONS = detailed()


def test_the_second_level_is_plain_and_says_what_it_is_part_of() -> None:
    bold = [m.text for m in ROUTES.marks if isinstance(m, Label) and m.bold]
    assert bold == ["A public service", "The person"]
    assert [row.within for row in ROUTES.table.rows] == ["", *["A public service"] * 2, "", ""]
    assert TWO_LEVELS in ROUTES.notes and TWO_LEVELS not in REASONS.notes
    assert "A public service, GP surgery: 80.0, 40% of all" in ROUTES.description


def test_one_level_has_no_bold_names() -> None:
    assert not any(isinstance(m, Label) and m.bold for m in REASONS.marks)


def test_shares_stand_beside_the_counts_and_say_of_what() -> None:
    values = [m.text for m in REASONS.marks if isinstance(m, Label) and m.place == "value"]
    assert values == ["60.0 (67%)", "50.0 (56%)", "[x]"]
    assert "Shares are of all 90 referrals." in REASONS.notes
    assert [c.text for c in REASONS.table.rows[2].cells] == ["Not stated", "[x]", "[z]"]


def test_the_whole_ends_the_table_and_is_no_bar() -> None:
    assert [cell.text for cell in ROUTES.table.rows[-1].cells] == ["All", "200.0", "100"]
    assert max(m.end for m in ROUTES.marks if isinstance(m, Bar)) == 120.0


def test_the_download_tells_the_levels_apart() -> None:
    assert ROUTES.download.columns == ("name", "code", "kind", "within", "value", "share", "flag")
    assert ROUTES.download.rows[1] == (
        *("GP surgery", "gp_surgery", "part", "a_public_service", 80.0, 40.0),
        "",
    )
    assert ROUTES.download.rows[-1] == ("All", "", "all", "", 200.0, 100.0, "")


def test_only_thirty_are_drawn_and_the_rest_is_said() -> None:
    chart = Details()(about("x"), tuple(detail(f"Kind {n}", 50.0 - n) for n in range(40)))
    assert len(chart.y.ticks) == MOST_ROWS
    assert chart.notes == ("The chart shows 30 of 40 kinds; the other 10 are in the table.",)
    assert len(chart.table.rows) == len(chart.download.rows) == 40


def test_no_rows_and_shares_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="chart x: it has no rows"):
        Details()(about("x"), ())
    with pytest.raises(ValueError, match="chart x: rows have shares, but of is ''"):
        Details()(about("x"), (detail("A", 1.0, 50.0),))
