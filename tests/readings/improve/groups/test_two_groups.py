"""Two groups held against one another: published intervals, and hand arithmetic shown."""

from __future__ import annotations

import math
from itertools import permutations

import numpy as np
import pytest

from generator.indicators.methods.proportion import wilson
from generator.indicators.methods.rate import poisson
from generator.readings.difference import Side
from generator.readings.improve.groups.two_groups import Gap, change_of_size, gap


def of(method: str, count: float, n: float) -> Side:
    """A share (not in percent) or a rate for each person."""
    x, people = np.array([float(count)]), np.array([float(n)])
    limits = wilson(x, people) if method == "proportion" else tuple(e / n for e in poisson(x))
    return Side(x / people, limits[0], limits[1], x, people)


def between(method: str, one: tuple[float, float], other: tuple[float, float]) -> Gap:
    return gap(np.array([method], dtype=object), of(method, *one), of(method, *other))


# Newcombe (1998), Statistics in Medicine 17, 873-890, Table II, method 10.
NEWCOMBE = [
    ((56, 70), (48, 80), 0.0524, 0.3339),
    ((9, 10), (3, 10), 0.1705, 0.8090),
    ((6, 7), (2, 7), 0.0582, 0.8062),
    ((5, 56), (0, 29), -0.0381, 0.1926),
    ((0, 10), (0, 20), -0.1611, 0.2775),
    ((0, 10), (0, 10), -0.2775, 0.2775),
    ((10, 10), (0, 20), 0.6791, 1.0),
    ((10, 10), (0, 10), 0.6075, 1.0),
]


@pytest.mark.parametrize(("one", "other", "lower", "upper"), NEWCOMBE)
def test_the_difference_of_proportions_is_newcombes(
    one: tuple[int, int], other: tuple[int, int], lower: float, upper: float
) -> None:
    found = between("proportion", one, other)
    assert found.lower[0] == pytest.approx(lower, abs=5e-5)
    assert found.upper[0] == pytest.approx(upper, abs=5e-5)


def test_the_ratio_of_proportions() -> None:
    """104 of 11,037 and 189 of 11,034: Physicians' Health Study, aspirin and placebo (New England
    Journal of Medicine 1988): 0.0094 / 0.0171 = 0.550; the standard error of the logarithm is
    √(1/104 − 1/11037 + 1/189 − 1/11034) = 0.1213, so 0.550 e^(±1.96 × 0.1213) = 0.43 to 0.70."""
    found = between("proportion", (104, 11037), (189, 11034))
    ends = [round(float(n[0]), 2) for n in (found.ratio, found.ratio_lower, found.ratio_upper)]
    assert ends == [0.55, 0.43, 0.70]


def test_the_ratio_of_rates() -> None:
    """41 in 28,010 and 15 in 19,017 woman-years (Rothman, breast cancer and fluoroscopy): ratio
    1.86; √(1/41 + 1/15) = 0.302; 1.86 e^(±1.96 × 0.302) = 1.03 to 3.35."""
    found = between("rate", (41, 28010), (15, 19017))
    ends = [round(float(n[0]), 2) for n in (found.ratio, found.ratio_lower, found.ratio_upper)]
    assert ends == [1.86, 1.03, 3.35]


def test_the_difference_of_rates_combines_the_limits_of_both() -> None:
    """For 10,000: 14.638 (Byar 10.503 to 19.858) less 7.888 (4.411 to 13.010) is 6.750;
    6.750 − √(4.135² + 5.123²) = 0.167; 6.750 + √(5.220² + 3.476²) = 13.021."""
    found = between("rate", (41, 28010), (15, 19017))
    assert found.lower[0] * 10000 == pytest.approx(0.167, abs=0.002)
    assert found.upper[0] * 10000 == pytest.approx(13.021, abs=0.002)


@pytest.mark.parametrize("method", ["proportion", "rate", "mean"])
def test_a_difference_has_one_interval_whichever_side_is_taken_from_the_other(method: str) -> None:
    one, other = (of(method, count, 1000) for count in (129, 72))
    there, back = (
        gap(np.array([method], dtype=object), *two) for two in permutations((one, other))
    )
    assert back.lower[0] == pytest.approx(-there.upper[0])
    assert back.upper[0] == pytest.approx(-there.lower[0])


@pytest.mark.parametrize("method", ["proportion", "rate"])
def test_with_a_zero_there_is_a_difference_and_no_ratio(method: str) -> None:
    found = between(method, (0, 50), (5, 50))
    assert found.difference[0] == pytest.approx(-0.1)
    assert found.lower[0] < -0.1 < found.upper[0]
    assert math.isnan(found.ratio[0]) and math.isnan(found.ratio_lower[0])


def test_published_limits_are_combined_and_a_score_has_no_ratio() -> None:
    """7.2 (7.0 to 7.4) and 7.5 (7.4 to 7.6): −0.3 − √(0.2² + 0.1²) to −0.3 + √(0.2² + 0.1²)."""
    none = np.array([math.nan])
    sides = [
        Side(np.array([value]), np.array([lower]), np.array([upper]), none, none)
        for value, lower, upper in ((7.2, 7.0, 7.4), (7.5, 7.4, 7.6))
    ]
    found = gap(np.array(["published"], dtype=object), *sides)
    half = math.sqrt(0.2**2 + 0.1**2)
    assert found.lower[0] == pytest.approx(-0.3 - half)
    assert found.upper[0] == pytest.approx(-0.3 + half)
    assert math.isnan(found.ratio[0])


def one(difference: float, lower: float, upper: float) -> Gap:
    none = np.array([math.nan])
    value, low, high = (np.array([n]) for n in (difference, lower, upper))
    return Gap(value, low, high, none, none, none)


def test_a_gap_shrinks_whichever_way_it_points() -> None:
    """From 10 ± 3 to 4 ± 4: −6 ± √(3² + 4²) = −11 to −1."""
    for sign in (1, -1):
        now = one(4, 0, 8) if sign > 0 else one(-4, -8, 0)
        then = one(10, 7, 13) if sign > 0 else one(-10, -13, -7)
        change, (lower, upper) = change_of_size(now, then)
        assert [change[0], lower[0], upper[0]] == pytest.approx([-6, -11, -1])


def test_a_gap_that_turned_over_is_judged_by_its_size() -> None:
    """From 5 to −5 the gap is as wide as before; the change of −10 is no narrowing."""
    change, (lower, upper) = change_of_size(one(-5, -6, -4), one(5, 4, 6))
    assert change[0] == 0 and lower[0] < 0 < upper[0]


def test_neither_unit_nor_order_changes_what_is_found() -> None:
    found, other = (between("proportion", *pair) for pair in (((30, 90), (12, 80)),) * 2)
    turned = between("proportion", (12, 80), (30, 90))
    assert turned.difference[0] == pytest.approx(-found.difference[0])
    assert turned.lower[0] == pytest.approx(-found.upper[0])
    assert turned.ratio[0] == pytest.approx(1 / found.ratio[0])
    assert turned.ratio_lower[0] == pytest.approx(1 / found.ratio_upper[0])
    assert other == found or other.lower[0] == found.lower[0]
