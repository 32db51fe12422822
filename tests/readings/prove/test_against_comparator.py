"""Which place is compared with, and what is said of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.indicators.methods import Proportion
from generator.model.metric import Id
from generator.model.place import Area, AreaLink
from generator.model.words import AGAINST_COMPARATOR, ON_A_CARD
from tests.readings.worked import AREAS, indicator, read, reading
from tests.report_examples import ENGLAND, MAIN

SIMILAR = [f"S{number}" for number in range(7)]


def row(value: float, area: str = MAIN, period: str = "2024", **rest: Any) -> dict[str, Any]:
    return {"metric": "m", "period": period, "value": value, "area": area, **rest}


OWN = row(5, lower=4, upper=6)


def against(compare_with: tuple[str, ...], *others: dict[str, Any], **rest: Any) -> pd.Series:
    direction = rest.pop("direction", "up")
    own = rest.pop("own", OWN)
    made = indicator(direction, compare_with=compare_with)
    return reading(AGAINST_COMPARATOR, made, [own, *others], **rest)


@pytest.mark.parametrize(
    ("direction", "value", "verdict"),
    [
        ("up", 3.9, "better"),
        ("up", 4, "similar"),
        ("up", 6, "similar"),
        ("up", 6.1, "worse"),
        ("down", 3.9, "worse"),
        ("down", 6.1, "better"),
        ("none", 3.9, "higher"),
        ("none", 6.1, "lower"),
        ("none", 5, "similar"),
    ],
)
def test_outside_the_interval_is_better_or_worse(
    direction: str, value: float, verdict: str
) -> None:
    found = against((ENGLAND,), row(value, ENGLAND), direction=direction)
    assert found["verdict"] == verdict
    assert found["reference_area"] == ENGLAND
    assert found["difference"] == pytest.approx(5 - value)
    assert (found["lower"], found["upper"]) == (pytest.approx(4 - value), pytest.approx(6 - value))


def test_without_an_interval_nothing_is_said_but_higher_or_lower() -> None:
    found = against((ENGLAND,), row(3, ENGLAND), own=row(5))
    assert (found["verdict"], found["reason"]) == (
        "cannot say",
        "The source gives no margin of error.",
    )
    assert "above England (3)" in found["finding"]


def test_no_comparator_named_or_none_with_a_value() -> None:
    assert against(())["reason"] == "No place to compare with has been named."
    found = against((ENGLAND,), row(3, ENGLAND, "2023"), row(np.nan, "E2"))
    assert found["verdict"] == "no comparator", "another period does not count"
    assert found["reason"] == "No place to compare with has a value for this period."


def test_a_missing_value_of_our_own_cannot_be_compared() -> None:
    found = against((ENGLAND,), row(3, ENGLAND), own=row(np.nan, flag="x"))
    assert (found["verdict"], found["reason"]) == (
        "cannot say",
        "We cannot show the latest value: it is not available.",
    )


def test_the_first_with_a_value_for_the_same_period_counts() -> None:
    found = against(("E2", ENGLAND), row(9, ENGLAND), row(np.nan, "E2", flag="c"))
    assert found["reference_area"] == ENGLAND
    found = against(("E2", ENGLAND), row(9, ENGLAND), row(3, "E2"))
    assert found["reference_area"] == "E2"


def test_a_card_says_similar_where_the_reading_does() -> None:
    """5, most likely between 4 and 6, is similar to 5.5 and above 3."""
    assert "similar to England (5.5)" in card_finding(5.5)
    assert "above England (3)" in card_finding(3)


def card_finding(reference: float) -> str:
    made = indicator("up", compare_with=(ENGLAND,))
    return str(reading(ON_A_CARD, made, [OWN, row(reference, ENGLAND)])["finding"])


def test_no_place_is_compared_with_itself() -> None:
    assert against((MAIN,))["verdict"] == "no comparator"


def test_parent_is_the_first_area_in_which_a_place_lies() -> None:
    links = (AreaLink(MAIN, "in", ENGLAND), AreaLink(MAIN, "in", "E2"))
    found = against(("parent",), row(9, ENGLAND), row(3, "E2"), area_links=links)
    assert (found["reference_area"], found["verdict"]) == (ENGLAND, "worse")
    found = against(("parent",), row(3, "E2"), area_links=links)
    assert found["verdict"] == "no comparator"


def similar(*values: float) -> pd.Series:
    links = tuple(AreaLink(MAIN, "similar", area) for area in SIMILAR)
    others = [row(value, area) for value, area in zip(values, SIMILAR, strict=False)]
    areas = {**AREAS, **{area: Area(area, area) for area in SIMILAR}}
    return against(("similar",), *others, area_links=links, areas=areas)


def test_similar_is_the_median_of_at_least_five_places() -> None:
    """Of 9, 1, 7, 8, 2 the middle is 7; of 9, 1, 7, 8, 2, 6 it is half way from 6 to 7."""
    found = similar(9, 1, 7, 8, 2)
    assert (found["reference_area"], found["reference_value"]) == ("similar", 7)
    assert found["verdict"] == "worse"
    assert "the middle of five similar places (7)" in found["finding"]
    assert similar(9, 1, 7, 8, 2, 6)["reference_value"] == 6.5
    assert similar(9, 1, 7, 8)["verdict"] == "no comparator"
    found = similar(9, 1, 7, 8, np.nan)
    assert found["verdict"] == "no comparator"
    assert found["reason"] == "Only 4 similar places have a value for this period; 5 are needed."


def test_groups_are_compared_with_the_same_group() -> None:
    rows = [
        {**OWN, "group": "sex=female"},
        row(3, ENGLAND, group="sex=female"),
        row(9, ENGLAND),
    ]
    found = read(indicator(compare_with=(ENGLAND,)), rows)
    found = found[(found["reading"] == AGAINST_COMPARATOR) & (found["area"] == MAIN)]
    assert found["reference_value"].tolist() == [3]


def of_counts(own: tuple[int, int], other: tuple[int, int]) -> pd.Series:
    """A share in the main area against England's, both with counts."""
    rows = [
        {"metric": metric, "period": "2024", "area": area, "value": value}
        for area, pair in ((MAIN, own), (ENGLAND, other))
        for metric, value in zip("xn", pair, strict=True)
    ]
    method = Proportion(Id("x"), Id("n"))
    made = indicator("up", method=method, unit="%", compare_with=(ENGLAND,))
    return reading(AGAINST_COMPARATOR, made, rows)


def test_with_counts_on_both_sides_the_interval_is_that_of_the_difference() -> None:
    """Newcombe (1998), Statistics in Medicine 17, table II, example a, method 10: 56/70 less
    48/80 is 0.20, 95% interval 0.0524 to 0.3339."""
    found = of_counts((56, 70), (48, 80))
    assert found["difference"] == pytest.approx(20)
    assert found["lower"] == pytest.approx(5.24, abs=0.005)
    assert found["upper"] == pytest.approx(33.39, abs=0.005)
    assert found["verdict"] == "better" and "too close" not in found["finding"]


def test_better_that_may_be_none_is_too_close_to_call() -> None:
    """60/100 has the Wilson interval 50.2 to 69.1, above the 50 of 9 in 18; of the difference it is
    by Newcombe 10 − √(9.8² + 21.0²) = −13.2 to 10 + √(9.1² + 21.0²) = +32.9."""
    found = of_counts((60, 100), (9, 18))
    assert found["verdict"] == "better"
    assert (found["lower"], found["upper"]) == (
        pytest.approx(-13.2, abs=0.1),
        pytest.approx(32.9, abs=0.1),
    )
    assert found["finding"].endswith(
        "That is too close to call, given the margins of error of both."
    )
