"""Stages in order: counts from 0, shares of the first only where they may be said."""

from __future__ import annotations

import pytest

from generator.charts import Chart, Stage, Stages, Value, draw, figure
from generator.charts.marks import Bar, Label
from tests.charts.samples import about
from tests.charts.samples_change import staged, staged_awkwardly
from tests.charts.svg_parts import Picture

NEEDS, REFERRALS = staged()
ALL = [*staged(), *staged_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_bars_from_0_table_download_and_figure_hold_the_counts(chart: Chart) -> None:
    counts = [row.cells[1].value for row in chart.table.rows]
    bars = [mark for mark in chart.marks if isinstance(mark, Bar)]
    known = [count for count in counts if count is not None]
    assert [bar.end for bar in bars] == known
    assert all(bar.start == 0 for bar in bars) and chart.x.low == 0
    assert [row[3] for row in chart.download.rows] == counts
    assert [trace["x"] for trace in figure(chart)["data"]] == [[count] for count in known]


def test_a_share_stands_under_its_count_in_the_picture_the_table_and_the_download() -> None:
    under = [mark.text for mark in NEEDS.marks if isinstance(mark, Label) and mark.place == "under"]
    assert under == ["26 of 100", "51 of 100", "23 of 100"]  # 312, 611, 281 of 1,204
    assert [column.title for column in NEEDS.table.columns] == [
        *("Stage", "Needs", "Of 100 needs presented")
    ]
    assert [row.cells[2].text for row in NEEDS.table.rows] == ["[z]", "26", "51", "23"]
    assert NEEDS.download.columns == ("name", "code", "kind", "value", "of_100", "flag")
    assert NEEDS.download.rows[2][:4] == ("Fully met", "fully_met", "stage", 611)
    assert NEEDS.download.rows[2][4] == pytest.approx(50.747508)
    assert NEEDS.notes == ("“Of 100” is of every 100 needs presented.",)


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_count_and_share_are_level_with_the_bar(drawing: str) -> None:
    picture = Picture(getattr(draw(NEEDS), drawing))
    words = {each.text: each for each in picture.words()}
    bars = picture.marks("d1", "rect")
    assert len(bars) == 4
    for bar, count, share in zip(
        bars[1:], ("312", "611", "281"), ("26 of 100", "51 of 100", "23 of 100"), strict=True
    ):
        middle = float(bar["y"]) + float(bar["height"]) / 2
        assert words[count].bottom - 4 < middle < words[share].top + 4
        assert words[count].right == words[share].right


def test_without_shares_nothing_is_said_of_100() -> None:
    said = [mark.text for mark in REFERRALS.marks if isinstance(mark, Label)]
    everything = " ".join([*said, REFERRALS.description, *REFERRALS.notes])
    assert "of 100" not in everything and len(REFERRALS.table.columns) == 2
    assert [row[4] for row in REFERRALS.download.rows] == [None] * 4


def test_a_missing_stage_keeps_its_row_and_is_said_in_words_not_drawn_as_0() -> None:
    assert [mark.y for mark in REFERRALS.marks if isinstance(mark, Bar)] == [0.0, 1.0, 3.0]
    assert [m.text for m in REFERRALS.marks if isinstance(m, Label) and m.y == 2.0] == [
        *("Started", "not published")
    ]
    assert REFERRALS.table.rows[2].cells[1].text == "[x]"
    assert REFERRALS.notes == ("Not published: Started.",)


def test_the_description_says_every_stage_in_order() -> None:
    assert REFERRALS.description == (
        "Stages in order: 4. Referrals made: 842. Accepted: 633. Started: not published. "
        "Completed: 402."
    )
    assert "Fully met: 611, 51 of 100 needs presented." in NEEDS.description


def test_flags_are_explained() -> None:
    chart = next(chart for chart in ALL if chart.id == "stages-long")
    assert "[c] confidential, [p] provisional, [r] revised." in chart.notes
    assert [mark.text for mark in chart.marks if isinstance(mark, Label) and mark.y == 3.0] == [
        *("A", "0 [p] [r]", "0 of 100")
    ]


def test_small_counts_have_whole_ticks() -> None:
    axes = {chart.id: [tick.text for tick in chart.x.ticks] for chart in ALL}
    assert axes["stages-one"] == ["0", "1", "2", "3"]
    assert axes["stages-zero"] == ["0", "1"]
    assert axes["stages-none"] == []


def test_no_stages_and_shares_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^chart x: it has no stages$"):
        Stages()(about("x"), ())
    shared = Stage("Met", Value(3.0, "3"), Value(50.0, "50"))
    with pytest.raises(ValueError, match=r"^chart x: stages have shares, but of is ''$"):
        Stages()(about("x"), (shared,))
