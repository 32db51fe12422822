"""What is written about items of scales and indicators of change."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generator.checks import change
from generator.indicators.methods import Change
from generator.model.indicator import Indicator
from generator.model.metric import Id
from tests.assessed import item, report, sums

SCALES = "datapackages/aldermoor/data/scales.csv"
YAML = "datapackages/aldermoor/indicators.yml"
PLACES = {"scales.star.money": (SCALES, 2), "indicators.better_off": (YAML, 7)}
ROW = {"scale": "star", "item": "money", "period": "2024", **sums([1, 9], [5, 8], reliable=2)}
STATED = {"reliability": 0.8, "reliability_source": "A paper"}


def said(rows: list[dict[str, Any]], *indicators: Indicator, **of_item: Any) -> list[str]:
    made = report([item(**of_item)], rows, indicators=indicators, places=PLACES)
    return [str(problem) for problem in change.check(made)]


def indicator(measure: Any, direction: Any, unit: str, name: str = "money") -> Indicator:
    method = Change(Id("star"), Id(name), measure)
    return Indicator(Id("better_off"), "Better off", unit, direction, method, design="before_after")


@pytest.mark.parametrize(
    ("of_item", "field", "what", "hint"),
    [
        (
            {**STATED, "reliability": 80},
            "reliability",
            "the reliability 80 is not one from 0 to 1",
            "Type 0.8 if 80% is meant.",
        ),
        (
            {**STATED, "reliability": -0.8},
            "reliability",
            "the reliability -0.8 is not one from 0 to 1",
            "Correct it.",
        ),
        (
            {"reliability": 0.8},
            "reliability_source",
            "a reliability has no source",
            "Type in reliability_source where it was published. One worked out from these people "
            "does not count: leave it blank then.",
        ),
    ],
)
def test_items(of_item: dict[str, Any], field: str, what: str, hint: str) -> None:
    assert said([], **of_item) == [f"{SCALES} row 2, {field}: {what}\n    {hint}"]


def test_reliable_change_needs_a_published_reliability() -> None:
    assert said([ROW], **STATED) == []
    assert said([ROW, {**ROW, "period": "2023"}]) == [
        f"{SCALES} row 2, reliability: warning: reliable change of star, money is counted, but no "
        "published reliability says from where on, so it is not shown\n"
        "    Type reliability and reliability_source, or leave reliably_up and _down blank."
    ]


@pytest.mark.parametrize(
    ("measure", "better", "direction", "unit"),
    [
        ("moved_up", "up", "up", "%"),
        ("moved_up", "down", "down", "%"),
        ("moved_down", "down", "up", "%"),
        ("moved_down", "up", "down", "%"),
        ("mean_change", "up", "up", "points"),
        ("mean_change", "down", "down", "points"),
    ],
)
def test_the_direction_goes_with_what_is_better(
    measure: str, better: str, direction: str, unit: str
) -> None:
    other = "down" if direction == "up" else "up"
    for way in (direction, "none"):
        assert said([], indicator(measure, way, unit), better=better) == []
    found = said([], indicator(measure, other, unit), better=better)
    more = "more" if direction == "up" else "less"
    what = measure.replace("_", " ")
    of = f"the {what}" if measure == "mean_change" else f"the share that {what}"
    assert found == [
        f"{YAML} line 7, indicators.better_off.direction: the direction is {other}, but {better} "
        f"is better for star, money, so {more} of {of} is better\n"
        f"    Type direction: {direction}, or correct better in the table of scales."
    ]


@pytest.mark.parametrize(
    ("measure", "unit", "what", "hint"),
    [
        ("moved_up", "points", "the share that moved up is in percent", 'Type unit: "%".'),
        ("mean_change", "%", "the mean change is in points of the scale", "Type unit: points."),
    ],
)
def test_the_unit_goes_with_the_measure(measure: str, unit: str, what: str, hint: str) -> None:
    assert said([], indicator(measure, "up", unit)) == [
        f"{YAML} line 7, indicators.better_off.unit: the unit is '{unit}', but {what}\n    {hint}"
    ]


def test_an_item_that_no_table_has_is_told_elsewhere() -> None:
    assert said([], indicator("moved_up", "down", "%", "tenancy")) == []
    assert said([{**ROW, "item": "tenancy", "pairs": 99}]) == []


def test_change_is_of_the_same_people_before_and_after() -> None:
    plain = replace(indicator("moved_up", "up", "%"), design="none")
    assert said([ROW], plain, **STATED) == [
        f"{YAML} line 7, indicators.better_off.design: warning: the design is none, but these are "
        "the same people before and after\n    Type design: before_after, or a stronger one where "
        "there is something to compare."
    ]
