"""Numbers as people read them."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.indicators.methods import Published
from generator.model.indicator import Indicator
from generator.model.metric import Id
from generator.wording.numbers import (
    MINUS,
    Manner,
    by_size,
    in_every,
    manner,
    manners,
    more_in_every,
    number,
    with_unit,
)


@pytest.mark.parametrize(
    ("value", "decimals", "words"),
    [
        (1234.5, 1, "1,234.5"),
        (1234567, 0, "1,234,567"),
        (-0.45, 2, f"{MINUS}0.45"),
        (-0.04, 1, "0.0"),
        (0, 0, "0"),
    ],
)
def test_numbers(value: float, decimals: int, words: str) -> None:
    assert number(value, decimals) == words


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("21.0", "%", "21.0%"),
        ("7.2", "out of 10", "7.2 out of 10"),
        ("39.5", "per 100,000", "39.5 per 100,000"),
        ("1,234", "£", "£1,234"),
        (f"{MINUS}12", "£", f"{MINUS}£12"),
        ("601", "£ a week", "£601 a week"),
        ("1", "visits", "1 visit"),
        ("2", "visits", "2 visits"),
        ("1", "£", "£1"),
        ("3", "", "3"),
    ],
)
def test_units(text: str, unit: str, words: str) -> None:
    assert with_unit(text, unit) == words


@pytest.mark.parametrize(
    ("values", "decimals"),
    [
        ((1, 20, 300), 0),
        ((1.5, 20.25), 1),
        ((1200.5, 3), 0),
        ((0.42, 0.1), 2),
        ((0.042,), 3),
        ((0.00001,), 4),
        ((math.nan, 5), 0),
        ((), 0),
        ((0.0,), 0),
    ],
)
def test_decimals_by_size(values: tuple[float, ...], decimals: int) -> None:
    assert by_size(values) == decimals


def indicator(**rest: object) -> Indicator:
    return Indicator(Id("i"), "I", "%", "up", Published(), **rest)  # type: ignore[arg-type]


def test_decimals_as_written_win() -> None:
    assert manner(indicator(decimals=3), [1.5]).decimals == 3
    assert manner(indicator(), [1.5]).decimals == 1


def test_one_manner_for_all_values_of_an_indicator() -> None:
    results = pd.DataFrame({"indicator": pd.Categorical(["i", "i"]), "value": [5.0, 1.25]})
    assert manners([indicator()], results) == {"i": Manner("%", 1)}
    assert manners([indicator()], results[:0]) == {"i": Manner("%", 0)}


def test_differences_of_percentages_and_scores_are_points() -> None:
    assert Manner("%", 1).change(-8.64) == "8.6 points"
    assert Manner("% of homes", 1).change(8.64) == "8.6 points"
    assert Manner("out of 10", 1).change(0.5) == "0.5 points"
    assert Manner("%", 0).change(1) == "1 point"
    assert Manner("tonnes a person", 1).change(-0.6) == "0.6 tonnes a person"
    assert Manner("£", 0).change(-12) == "£12"


def test_signed_differences() -> None:
    assert Manner("%", 1).signed(2.57) == "+2.6 points"
    assert Manner("£", 0).signed(-12) == f"{MINUS}£12"
    assert Manner("%", 1).signed(-0.01) == "0.0 points"


def test_ways() -> None:
    ways = [Manner("%", 1).way(difference) for difference in (0.06, -0.06, 0.04, -0.04)]
    assert ways == ["up", "down", "", ""]


def test_brief_leaves_out_units_of_words() -> None:
    assert Manner("%", 1).brief(18.1) == "18.1%"
    assert Manner("out of 10", 1).brief(7.4) == "7.4"


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (21.0, "about 1 in 5"),
        (60.4, "about 6 in every 10"),
        (50, "about 1 in 2"),
        (65.9, "about 66 in every 100"),
        (99.7, "more than 99 in every 100"),
        (0.3, "fewer than 1 in every 100"),
        (2.2, "about 2 in every 100"),
        (0, ""),
        (100, ""),
        (120, ""),
        (math.nan, ""),
    ],
)
def test_percentages_as_people(percent: float, words: str) -> None:
    assert in_every(percent) == words


def test_differences_as_people() -> None:
    assert more_in_every(8.6) == "about 9 more in every 100"
    assert more_in_every(-3.1) == "about 3 fewer in every 100"
    assert more_in_every(0.4) == ""


@given(st.floats(-1e12, 1e12), st.integers(0, 4))
def test_a_worded_number_reads_back(value: float, decimals: int) -> None:
    text = number(value, decimals).replace(",", "").replace(MINUS, "-")
    assert math.isclose(float(text), value, abs_tol=0.51 * 10.0**-decimals, rel_tol=1e-9)
    assert not text.startswith("-0") or float(text) < 0
