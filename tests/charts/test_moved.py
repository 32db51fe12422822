"""Up, same and down: a bar of 100% a row, in three fillings, with every share said."""

from __future__ import annotations

import math

import pytest

from generator.charts import Chart, Moved, Moves, Share, Value, draw, figure
from generator.charts.drawing import layouts
from generator.charts.marks import Bar, Label
from generator.charts.moved import MOST_ROWS
from tests.charts.samples import about
from tests.charts.samples_change import count, moved, moved_awkwardly, moves
from tests.charts.svg_parts import Picture

ITEMS, PARTNERS = moved()
ALL = [*moved(), *moved_awkwardly()]


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


def bars_of(chart: Chart, y: float) -> list[Bar]:
    return [mark for mark in chart.marks if isinstance(mark, Bar) and mark.y == y]


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_bars_table_download_and_figure_hold_one_share_each(chart: Chart) -> None:
    columns = chart.download.columns
    first = columns.index("worse_percent")
    titles = [column.title for column in chart.table.columns]
    for y, (row, down) in enumerate(zip(chart.table.rows, chart.download.rows, strict=True)):
        shares = [share or 0.0 for share in down[first : first + 3] if share != ""]
        lengths = dict.fromkeys(("dots", "open", "tone"), 0.0)
        lengths |= {bar.filling: bar.end - bar.start for bar in bars_of(chart, y)}
        if y < len(chart.y.ticks):
            assert list(lengths.values()) == pytest.approx(shares)
        table = [row.cells[place].value or 0.0 for place in (-1, -2, 2)]
        assert len(row.cells) == len(titles) and table == shares
        assert row.cells[1].value == down[columns.index("pairs")]
    ends = [
        trace["x"][0] + trace["base"][0]
        for trace in figure(chart)["data"]
        if trace["type"] == "bar"
    ]
    assert ends == [mark.end for mark in chart.marks if isinstance(mark, Bar)]


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
def test_the_picture_reads_back_as_worse_same_and_better_from_the_left(drawing: str) -> None:
    picture = Picture(getattr(draw(PARTNERS), drawing))
    scale = picture.along()
    for css, place in (("bw", 7), ("d1", 9)):
        drawn = [
            abs(scale.value(float(bar["x"]) + float(bar["width"])) - scale.value(float(bar["x"])))
            for bar in picture.marks(css, "rect")[:-1]  # the last is the key's sample
        ]
        known = [row[place] for row in PARTNERS.download.rows if row[place]]
        for one, other in zip(drawn, known, strict=True):
            assert isinstance(other, float)
            assert math.isclose(one, other, abs_tol=2 * scale.tolerance)
    ends = {
        round(scale.value(float(bar["x"]) + float(bar["width"])), 0)
        for bar in picture.marks("d1", "rect")[:-1]
    }
    starts = {round(scale.value(float(bar["x"])), 0) for bar in picture.marks("bw", "rect")[:-1]}
    assert (starts, ends) == ({0.0}, {100.0})


def test_each_way_has_a_filling_of_its_own_and_a_name_over_the_bars() -> None:
    for laid in (layouts(ITEMS).wide, layouts(ITEMS).narrow):
        assert [key.filling for key in laid.keys] == ["dots", "open", "tone"]
        assert all(key.y < laid.plot.top for key in laid.keys)
    words = [words.text for words in Picture(draw(ITEMS).wide).words()]
    assert words[:4] == ["People", "Moved down", "Stayed the same", "Moved up"]


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_every_share_is_said_once_in_its_bar_or_under_its_rows_name(
    chart: Chart, drawing: str
) -> None:
    laid = getattr(layouts(chart), drawing)
    said = " ".join(" ".join(text.lines) for text in laid.texts).replace(" ", "")
    inside = [text for text in laid.texts if laid.plot.left < text.x < laid.plot.right]
    for bar in (mark for mark in chart.marks if isinstance(mark, Bar)):
        middle = laid.at_x((bar.start + bar.end) / 2)
        own = [
            text
            for text in inside
            if abs(text.x - middle) < 0.01 and text.lines == (bar.text,) and text.anchor == "middle"
        ]
        assert own or "".join(bar.aside.split()) in said
        left, right = laid.at_x(bar.start), laid.at_x(bar.end)
        assert all(left <= text.box.left and text.box.right <= right for text in own)


def test_a_name_stands_right_over_its_own_bar_on_a_phone() -> None:
    laid = layouts(ITEMS).narrow
    for tick in ITEMS.y.ticks:
        foot = max(
            text.box.bottom
            for text in laid.texts
            if text.anchor == "start" and text.box.bottom < laid.at_y(tick.value)
        )
        assert laid.at_y(tick.value) - 11 - foot < 12


def test_a_share_of_0_is_not_drawn_and_a_row_without_pairs_says_so() -> None:
    assert [bar.text for bar in bars_of(PARTNERS, 2.0)] == ["43%", "57%"]  # 0, 3 and 4 of 7
    assert bars_of(PARTNERS, 3.0) == []
    assert [m.text for m in PARTNERS.marks if isinstance(m, Label) and m.y == 3.0] == [
        *("Riverside Advice", "none")
    ]
    assert [cell.text for cell in PARTNERS.table.rows[3].cells[1:]] == ["0", "[z]", "[z]", "[z]"]
    assert PARTNERS.notes == ("Nobody with two scores: Riverside Advice.",)


def test_all_of_them_come_first_in_bold_over_a_line() -> None:
    assert PARTNERS.y.ticks[0].text == "All partners"
    assert [row.subject for row in PARTNERS.table.rows] == [True, False, False, False, False]
    assert [row[2] for row in PARTNERS.download.rows] == ["all", *["row"] * 4]
    picture = Picture(draw(PARTNERS).narrow)
    ((start, end),) = picture.paths("base")
    over = [words.text for words in picture.words() if words.bottom <= start[1]]
    assert "All partners" in over and "Aldermoor Carers Centre" not in over
    assert (start[0], end[0]) == (0.0, picture.width)


def test_shares_that_are_not_published_are_said() -> None:
    chart = next(chart for chart in ALL if chart.id == "moved-long")
    said = [m.text for m in chart.marks if isinstance(m, Label) and m.y in (4.0, 5.0)]
    assert said == ["Hidden", "[c]", "Pairs alone", "12", "shares not published"]
    assert "[c] confidential." in chart.notes and "No shares for 2." in chart.description


def test_fourteen_rows_are_drawn_and_the_rest_is_said() -> None:
    chart = next(chart for chart in ALL if chart.id == "moved-many")
    assert len(chart.y.ticks) == MOST_ROWS == 14
    assert chart.notes == ("The chart shows 14 of 20 items; the other 6 are in the table.",)
    assert len(chart.table.rows) == len(chart.download.rows) == 20


def test_the_description_says_each_of_few_rows_and_the_span_of_many() -> None:
    assert PARTNERS.description.startswith(
        "All partners: Better 54%, The same 34%, Worse 11%, of 189 carers. "
        "Aldermoor Carers Centre: Better 54%, The same 35%, Worse 11%, of 113 carers."
    )
    assert "Riverside Advice: none." in PARTNERS.description
    assert ITEMS.description == (
        "10 items. Moved up: from 11% in Offending to 73% in Managing money and personal "
        "administration. Moved down: from 2% in Offending to 18% in Physical health."
    )


def test_hovering_says_share_interval_and_count() -> None:
    assert bars_of(ITEMS, 0.0)[2].says == (
        "Motivation and taking responsibility",
        "Moved up: 61% (95% interval 54% to 68%), 104",
    )


def test_the_interval_of_better_is_in_the_table() -> None:
    assert [column.title for column in ITEMS.table.columns] == [
        *("Part of life", "People", "Moved up (%)", "Lower", "Upper"),
        *("Stayed the same (%)", "Moved down (%)"),
    ]
    assert [cell.text for cell in ITEMS.table.rows[0].cells[1:]] == [
        *("170", "61", "54", "68", "31", "8")
    ]


def test_what_is_counted_keeps_its_capitals() -> None:
    chart = Moved(counted="NHS patients")(about("x"), (moves("A", 1, 1, 1),))
    assert chart.table.columns[1].title == "NHS patients"


def test_no_rows_and_shares_that_do_not_make_100_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^chart x: it has no rows$"):
        Moved()(about("x"), ())
    half = Share(count(1), Value(50.0, "50"))
    with pytest.raises(ValueError, match=r"^'A': its shares are \[50.0, 50.0, 50.0\], not three"):
        Moves("A", count(2), half, half, half)
    with pytest.raises(ValueError, match=r"not three that make 100$"):
        Moves("A", count(2), half, better=half)
