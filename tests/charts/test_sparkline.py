"""A line as small as a word."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from generator.charts import Baseline, Sparkline
from generator.charts.sparkline import Tone
from tests.charts.samples import ABSENCE, school_years

POINTS = school_years("Birmingham", 2006, ABSENCE).points
BASELINE = Baseline("2018/19", date(2019, 8, 31), 12.3, "12.3")


def test_words_go_from_the_baseline_to_the_latest() -> None:
    assert Sparkline()(POINTS, BASELINE).words == "12.3 to 21.0, up"


@pytest.mark.parametrize(
    ("values", "words"),
    [([57.0, 61.0], "57.0 to 61.0, up"), ([61.0, 57.0], "61.0 to 57.0, down"),
     ([5.01, 5.04], "5.0 to 5.0, level"), ([5.0], "5.0, one value"), ([None], "no values"),
     ([], "no values"), ([3.0, None], "3.0, one value")],
)  # fmt: skip
def test_words(values: list[float | None], words: str) -> None:
    assert Sparkline()(school_years("B", 2015, values).points).words == words


def test_it_is_hidden_from_screen_readers_and_keeps_gaps() -> None:
    root = ElementTree.fromstring(Sparkline()(POINTS, BASELINE, "bad").svg)
    assert (root.attrib["aria-hidden"], root.attrib["class"]) == ("true", "spark")
    assert root.attrib["viewBox"] == "0 0 136 48"
    assert len([node for node in root if node.get("class") == "l2"]) == 2
    assert [node.get("class") for node in root][-2:] == ["open", "dw"]


@pytest.mark.parametrize(
    ("tone", "css"), [("good", "d1"), ("bad", "dw"), ("flat", "d2"), ("wait", "d2")]
)
def test_the_latest_has_the_colour_of_its_verdict(tone: Tone, css: str) -> None:
    assert f'class="{css}"' in Sparkline()(POINTS, tone=tone).svg


@pytest.mark.parametrize("values", [[], [None], [1.0], [1.0, 1.0], [None, 1.0, None, 2.0]])
def test_nothing_leaves_the_drawing(values: list[float | None]) -> None:
    root = ElementTree.fromstring(Sparkline(120, 36)(school_years("B", 2015, values).points).svg)
    for node in root.iter("circle"):
        assert 5.5 <= float(node.attrib["cx"]) <= 114.5 and 5.5 <= float(node.attrib["cy"]) <= 30.5
