"""Every method on numbers worked by hand, and on numbers that cannot be."""

from __future__ import annotations

import inspect
import math
from dataclasses import fields, is_dataclass
from typing import get_type_hints

import numpy as np
import pytest

from generator.indicators.methods import (
    METHODS,
    Count,
    Mean,
    Methods,
    Proportion,
    Published,
    Rate,
    Ratio,
    Sum,
    Values,
)
from generator.indicators.methods.columns import (
    IMPOSSIBLE_SQUARES,
    NEGATIVE,
    NOTHING_TO_DIVIDE_BY,
    PART_OVER_WHOLE,
    Columns,
)
from generator.model.metric import Id
from generator.model.standard import Standard
from generator.model.words import Measure

X, N, Q = Id("x"), Id("n"), Id("q")


def column(*numbers: float) -> Values:
    return Values(np.array(numbers, dtype=float))


def test_methods_are_those_of_the_design() -> None:
    of_one_number = ["count", "mean", "proportion", "published", "rate", "ratio", "sum"]
    others = ["change", "directly_standardised", "indirectly_standardised"]
    assert sorted(METHODS) == sorted([*of_one_number, *others])


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_settings_are_typed_so_that_they_can_be_read(method: type) -> None:
    assert is_dataclass(method)
    hints = get_type_hints(method)
    known = (Id, float, tuple[Id, ...], Id | None, str, float | None, Standard, Measure)
    assert fields(method)
    assert all(hints[field.name] in known for field in fields(method))
    assert inspect.getdoc(method)


def test_a_rate_has_no_scale_of_its_own() -> None:
    with pytest.raises(TypeError, match="per"):
        Rate(X, N)  # type: ignore[call-arg]


def test_count_is_the_number_as_it_stands() -> None:
    got = Count(X)(column(7, math.nan))
    np.testing.assert_array_equal(got.value, [7, math.nan])
    assert np.isnan(got.lower).all() and np.isnan(got.confidence).all()
    assert list(got.method) == ["count", "count"]


def test_sum_of_12_30_and_8_is_50_and_of_a_gap_is_nothing() -> None:
    got = Sum((X, N, Q))(column(12, 1), column(30, math.nan), column(8, 1))
    np.testing.assert_array_equal(got.value, [50, math.nan])


def test_ratio_of_45_visits_to_30_people_is_one_and_a_half_each() -> None:
    assert Ratio(X, N)(column(45), column(30)).value[0] == 1.5
    assert Ratio(X, N, per=10)(column(45), column(30)).value[0] == 15
    got = Ratio(X, N)(column(45), column(0))
    assert np.isnan(got.value[0]) and got.undefined[0] == NOTHING_TO_DIVIDE_BY
    assert np.isnan(Ratio(X, N)(column(45), column(30)).lower[0])


def test_proportion_is_in_percent_and_its_limits_touch_the_ends() -> None:
    got = Proportion(X, N)(column(0, 50, 50), column(50, 50, 100))
    np.testing.assert_array_equal(got.value, [0, 100, 50])
    assert got.lower[0] == 0 and got.upper[1] == 100
    # Wilson at one half: 50 +/- z/2 / sqrt(n + z^2) = 50 +/- 97.998/sqrt(103.8415) = 50 +/- 9.617
    assert got.lower[2] == pytest.approx(50 - 9.617, abs=1e-3)
    assert set(got.confidence) == {0.95}


def test_more_than_all_and_less_than_none_are_impossible() -> None:
    got = Proportion(X, N)(column(11, -1, 3, 0), column(10, 10, -3, 0))
    assert list(got.undefined) == [PART_OVER_WHOLE, NEGATIVE, NEGATIVE, NOTHING_TO_DIVIDE_BY]
    for numbers in (got.value, got.lower, got.upper, got.confidence):
        assert np.isnan(numbers).all()


def test_rate_of_20_in_50_000_is_40_in_100_000() -> None:
    got = Rate(X, N, 100_000)(column(20, 3, 0), column(50_000, 2, 100))
    assert got.value[0] == 40
    assert got.value[1] == 150_000, "events may outnumber people"
    # No event: 0 up to -ln(0.025) = 3.689 events, here 3,689 in 100,000.
    assert got.lower[2] == 0 and got.upper[2] == pytest.approx(-math.log(0.025) * 1000)
    assert list(got.method) == ["rate, Byar's interval"] + ["rate, exact Poisson interval"] * 2
    assert Rate(X, N, 1)(column(-1), column(2)).undefined[0] == NEGATIVE
    assert Rate(X, N, 1)(column(1), column(0)).undefined[0] == NOTHING_TO_DIVIDE_BY


def test_mean_of_2_4_6_8_is_5_with_squares_an_interval_without_none() -> None:
    # Sum 20, n 4, squares 120; sd = sqrt(20/3) = 2.582; t(3, .975) = 3.18245; half = 4.1085.
    got = Mean(X, N, Q)(column(20), column(4), column(120))
    assert got.value[0] == 5
    assert got.lower[0] == pytest.approx(5 - 4.1085, abs=1e-4)
    assert got.method[0] == "mean, t interval"
    without = Mean(X, N)(column(20), column(4))
    assert without.value[0] == 5 and np.isnan(without.lower[0])
    assert Mean(X, N).metrics == (X, N)


def test_one_score_has_a_mean_and_no_interval_and_no_score_has_neither() -> None:
    got = Mean(X, N, Q)(column(5, 0), column(1, 0), column(25, 0))
    assert got.value[0] == 5 and np.isnan(got.lower[0]) and np.isnan(got.confidence[0])
    assert np.isnan(got.value[1]) and got.undefined[1] == NOTHING_TO_DIVIDE_BY


def test_equal_scores_have_an_interval_of_no_width_in_spite_of_rounding() -> None:
    got = Mean(X, N, Q)(column(0.3), column(3), column(0.1**2 * 3))
    assert got.lower[0] == pytest.approx(0.1) and got.upper[0] == pytest.approx(0.1)


def test_squares_smaller_than_they_can_be_are_impossible() -> None:
    got = Mean(X, N, Q)(column(20), column(4), column(99))
    assert np.isnan(got.value[0]) and got.undefined[0] == IMPOSSIBLE_SQUARES


def test_published_values_keep_their_limits_both_or_none() -> None:
    given = Values(np.array([5.0, 5.0]), np.array([4.0, 4.0]), np.array([6.0, math.nan]))
    got = Published(X)(given)
    np.testing.assert_array_equal(got.lower, [4, math.nan])
    np.testing.assert_array_equal(got.confidence, [0.95, math.nan])
    assert Published().metrics == ()


ONE_OF_EACH: tuple[Methods, ...] = (
    Count(X),
    Sum((X, N)),
    Proportion(X, N),
    Rate(X, N, 1000),
    Ratio(X, N),
    Mean(X, N, Q),
    Published(X),
)


@pytest.mark.parametrize("method", ONE_OF_EACH, ids=lambda method: type(method).__name__)
def test_no_rows_give_no_rows_and_missing_gives_missing(method: Methods) -> None:
    def call(*numbers: float) -> Columns:
        columns = [Values(*(np.array(numbers),) * 3) for _ in method.metrics]
        return method(*columns)  # type: ignore[operator, no-any-return]

    assert len(call().value) == 0
    assert np.isnan(call(math.nan).value[0])
    assert np.isnan(call(math.nan).lower[0])
