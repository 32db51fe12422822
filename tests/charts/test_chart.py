"""What cannot be published is refused as it is made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.charts import CHARTS, Trend
from tests.charts.samples import about, everyday, school_years

CHART = everyday()[0]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": " "}, "chart absence: it has no title"),
        ({"description": ""}, "chart absence: it has no description"),
        ({"subtitle": ""}, "chart absence: it has no subtitle"),
        ({"kind": ""}, "chart absence: it has no kind"),
        ({"title": "It fell."}, "chart absence: its title ends with a full stop"),
        ({"title": "a " * 16}, "chart absence: its title has 16 words, 15 at most"),
        ({"id": "Two words"}, "chart id 'Two words': use small letters, digits, _ and -"),
    ],
)
def test_a_chart_without_its_words_is_refused(changed: dict[str, str], said: str) -> None:
    with pytest.raises(ValueError) as refused:
        replace(CHART, **changed)  # type: ignore[arg-type]
    assert str(refused.value) == said


def test_fifteen_words_are_enough() -> None:
    assert replace(CHART, title="a " * 14 + "b").title.endswith("b")


def test_a_fifth_series_is_refused() -> None:
    others = tuple(school_years(f"Place {n}", 2015, [1.0]) for n in range(4))
    with pytest.raises(ValueError, match=r"chart x: 5 series, 4 at most"):
        Trend()(about("x"), school_years("Birmingham", 2015, [1.0]), others)


def test_two_series_of_one_name_are_refused() -> None:
    same = school_years("Birmingham", 2015, [1.0])
    with pytest.raises(ValueError, match=r"chart x: two series have one name"):
        Trend()(about("x"), same, (same,))


def test_the_charts_that_there_are() -> None:
    assert sorted(CHARTS) == [
        *("bars", "contributions", "details", "dot-range", "dots", "fan", "funnel", "map"),
        *("moved", "paired-distribution", "process-control", "small-multiples", "stages", "trend"),
    ]
