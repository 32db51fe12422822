"""SWEMWBS: what looks as if it was summed without being converted."""

from __future__ import annotations

from typing import Any

import pytest

from generator.checks import change
from tests.assessed import item, report, sums

CELL = {"scale": "swemwbs", "item": "total", "period": "2024/25", "organisation": "east"}
WHERE = "datapackages/aldermoor/data/change.csv row "
LOOKS_RAW = (
    "before_sum: warning: before_sum and after_sum are whole numbers: these look like raw totals "
    "(swemwbs, total, {})\n    Converted scores hardly ever come to whole numbers. Convert each "
    "person's total with the published table, then add up."
)
# Raw totals of three people, and the same converted as Stewart-Brown and others (2009) print:
# 19 to 17.98, 21 to 19.25, 25 to 22.35; then 22 to 19.98, 21 to 19.25 and 28 to 25.03.
RAW = sums([19, 21, 25], [22, 21, 28])
CONVERTED = sums([17.98, 19.25, 22.35], [19.98, 19.25, 25.03])


def said(*rows: dict[str, Any], **of_item: Any) -> list[str]:
    one = item("swemwbs", "total", **{"minimum": 7, "maximum": 35, **of_item})
    return [str(each) for each in change.check(report([one], [{**CELL, **row} for row in rows]))]


def test_converted_scores_are_left_alone() -> None:
    assert said(CONVERTED) == []


def test_raw_totals_are_told_once_a_partner() -> None:
    rows = [{**RAW, "period": "2023/24"}, RAW, {**CONVERTED, "organisation": "west"}]
    assert said(*rows) == [f"{WHERE}2, {LOOKS_RAW.format('2023/24, E08000099, east')}"]


def test_one_row_with_decimals_shows_that_a_partner_converts() -> None:
    whole = {**sums([7.0], [35.0]), "period": "2023/24"}
    assert said(whole, CONVERTED) == []


def test_single_answers_and_other_scales_are_whole_anyway() -> None:
    assert said(sums([1, 2], [2, 2]), minimum=1, maximum=5) == []
    star = {"scale": "star", "item": "money", "period": "2024", **sums([1, 2], [2, 2])}
    assert change.check(report([item()], [star])) == []


@pytest.mark.parametrize(("scores", "mean"), [([36.5, 38.2], "37.35"), ([4.2, 6.3], "5.25")])
def test_a_mean_that_no_conversion_gives(scores: list[float], mean: str) -> None:
    found = said(sums(scores, [20.73, 19.25]), minimum=0, maximum=70)
    assert found == [
        f"{WHERE}2, before_sum: warning: before_sum over pairs is {mean}, but converted scores lie "
        "from 7 to 35 (swemwbs, total, 2024/25, E08000099, east)\n    Convert each person's total "
        "with the published table, then add up."
    ]


def test_a_mean_that_the_item_cannot_have_is_told_as_an_error_alone() -> None:
    found = said(sums([36.5, 38.2], [20.73, 19.25]))
    assert [line for line in found if "warning" in line] == [] and len(found) == 1
