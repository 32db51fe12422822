"""How many people stood at each score before and after: pairs of upright bars from 0."""

from __future__ import annotations

import math

import pytest

from generator.charts import NO_VALUE, Chart, PairedDistribution, Value, draw, figure
from generator.charts.drawing import layouts
from generator.charts.marks import Label, Pillar, Rule
from generator.charts.paired_distribution import place_of
from tests.charts.samples import about
from tests.charts.samples_change import (
    BANDS,
    banded,
    count,
    distributed,
    distributed_awkwardly,
    stood,
)
from tests.charts.svg_parts import Picture

TEN, BANDED, FIVE = distributed()
ALL = [*distributed(), *distributed_awkwardly()]
FEW = (*distributed(), *(chart for chart in distributed_awkwardly() if chart.id == "pairs-kept"))


def ids(chart: object) -> str | None:
    return chart.id if isinstance(chart, Chart) else None


@pytest.mark.parametrize("chart", ALL, ids=ids)
def test_bars_table_download_and_figure_hold_the_counts(chart: Chart) -> None:
    scores = len(chart.x.ticks)
    down = [row[4:6] for row in chart.download.rows[:scores]]
    table = [tuple(c.value for c in row.cells[1:]) for row in chart.table.rows[:scores]]
    assert table == down
    known = [n for pair in down for n in pair if n is not None]
    assert [mark.end for mark in chart.marks if isinstance(mark, Pillar)] == known
    assert [trace["y"] for trace in figure(chart)["data"]] == [[n] for n in known]
    assert chart.y.low == 0


@pytest.mark.parametrize("drawing", ["wide", "narrow"])
@pytest.mark.parametrize("chart", FEW, ids=ids)
def test_the_picture_reads_back_as_its_table(chart: Chart, drawing: str) -> None:
    """Before in outline, after filled, side by side; the last of each is the key's sample."""
    picture = Picture(getattr(draw(chart), drawing))
    scale = picture.up()
    for css, place in (("bo", 1), ("d1", 2)):
        read = [
            scale.value(float(bar["y"])) - scale.value(float(bar["y"]) + float(bar["height"]))
            for bar in picture.marks(css, "rect")[:-1]
        ]
        rows = chart.table.rows[: len(chart.x.ticks)]
        known = [row.cells[place].value for row in rows if row.cells[place].value is not None]
        assert len(read) == len(known)
        for one, other in zip(read, known, strict=True):
            assert other is not None
            assert math.isclose(one, other, abs_tol=2 * scale.tolerance)


def test_bars_of_a_score_stand_side_by_side_over_its_name() -> None:
    for laid in (layouts(TEN).wide, layouts(TEN).narrow):
        names = {text.lines[0]: text.x for text in laid.texts if text.css == "t"}
        for score in range(10):
            before, after = (m for m in TEN.marks if isinstance(m, Pillar) and round(m.x) == score)
            ends = [
                laid.at_x(bar.x + side * bar.wide / 2)
                for bar in (before, after)
                for side in (-1, 1)
            ]
            assert ends[1] < names[str(score + 1)] < ends[2]
            assert laid.at_x(score - 0.5) < ends[0] and ends[3] < laid.at_x(score + 0.5)


@pytest.mark.parametrize(
    ("score", "place"),
    [
        (1.0, 0.0),  # the middle of the first column
        (3.5, 2.5),  # half way between two scores
        (10.0, 9.0),
        (3.635, 2.635),
    ],
)
def test_a_mean_lies_among_single_scores_as_on_a_ruler(score: float, place: float) -> None:
    assert place_of(score, stood([1] * 10, [1] * 10)) == pytest.approx(place)


@pytest.mark.parametrize(
    ("score", "place"),
    [
        (7.0, -0.4),  # 12 to 15 begins at 11.5: the first band holds 6.5 to 11.5, 7 is a tenth in
        (11.5, 0.5),  # the border of the first two
        (13.5, 1.0),  # the middle of 12 to 15
        (35.0, 6.375),  # 31.5 to 35.5: seven eighths
        (99.0, 6.5),  # never out of the plot
        (-1.0, -0.5),
    ],
)
def test_a_mean_lies_within_its_band(score: float, place: float) -> None:
    stands = banded(BANDS, [1] * 7, [1] * 7)
    assert place_of(score, stands) == pytest.approx(place)


def test_both_means_are_rules_with_labels_behind_the_bars_the_later_one_heavier() -> None:
    rules = [mark for mark in TEN.marks if isinstance(mark, Rule)]
    assert [rule.kind for rule in rules] == ["baseline", "comparator"]
    assert [rule.x0 for rule in rules] == pytest.approx([2.635294, 4.511765])
    said = [mark.text for mark in TEN.marks if isinstance(mark, Label) and mark.place == "top"]
    assert said == ["Average before 3.6", "Average after 5.5"]
    svg = draw(TEN).wide
    assert svg.index('class="ref"') < svg.index('class="d1"')
    assert {shape["layer"] for shape in figure(TEN)["layout"]["shapes"]} == {"below"}
    assert [cell.text for cell in TEN.table.rows[-1].cells] == ["Average score", "3.6", "5.5"]
    assert list(TEN.download.rows[-1][4:6]) == pytest.approx([3.635294, 5.511765])


def test_one_mean_alone_is_not_drawn() -> None:
    chart = PairedDistribution()(about("x"), stood([1], [2]), count(3), Value(1.0, "1.0"))
    assert not any(isinstance(mark, Rule) for mark in chart.marks)
    assert len(chart.table.rows) == 1 and "Average" not in chart.description


def test_it_says_how_many_people_and_what_the_bars_are() -> None:
    words = [words.text for words in Picture(draw(FIVE).narrow).words()]
    assert words[:3] == ["113 carers", "Before", "After"]
    assert FIVE.notes == ("Bars: how many carers stood at each stage.",)
    assert FIVE.description == "113 carers. Before: most at 3 (41). After: most at 4 (41)."
    assert BANDED.description == (
        "192 people. Average: 19.6 before, 21.8 after. Before: most at 16 to 19 (66). "
        "After: most at 20 to 23 (72)."
    )


def test_a_count_that_is_kept_back_is_marked_at_its_score_and_explained() -> None:
    chart = next(chart for chart in ALL if chart.id == "pairs-kept")
    assert [tick.text for tick in chart.x.ticks] == ["7 to 11 [c]", "12 to 15 [c]", "16 to 19"]
    assert [cell.text for cell in chart.table.rows[1].cells] == ["12 to 15", "12", "[c]"]
    assert chart.notes[-1] == "[c] confidential."
    assert chart.description.startswith("Number of people: [c].")


def test_where_names_have_no_room_each_second_or_third_stands() -> None:
    chart = next(chart for chart in ALL if chart.id == "pairs-many")
    for laid, stride in ((layouts(chart).wide, 2), (layouts(chart).narrow, 3)):
        names = [text.lines[0] for text in laid.texts if text.y > laid.plot.bottom + 10]
        assert names[:-1] == [str(n) for n in range(7, 36, stride)]


def test_hovering_says_score_and_count() -> None:
    first = next(mark for mark in TEN.marks if isinstance(mark, Pillar))
    assert first.says == ("Stage 1", "Before: 14 people")


def test_no_scores_and_scores_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^chart x: it has no scores$"):
        PairedDistribution()(about("x"), (), count(1), NO_VALUE)
    late = banded([(7.0, 12.0), (11.0, 15.0)], [1, 1], [1, 1])
    with pytest.raises(ValueError, match=r"^chart x: its scores are not in order, or overlap$"):
        PairedDistribution()(about("x"), late, count(2))
