"""Who is reached: there are no published values, so properties and brute arithmetic."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.indicators.methods.proportion import wilson
from generator.readings.improve.groups.representation import representation

ONE_SET = np.zeros(3, np.int64)
COUNTS = st.lists(st.integers(0, 500), min_size=3, max_size=3).filter(any)
PEOPLE = st.lists(st.integers(1, 50_000), min_size=3, max_size=3)
QUICK = settings(max_examples=60, deadline=None, derandomize=True)


def test_a_quarter_of_those_reached_where_half_live() -> None:
    """25 of 100 reached, 500 of 1,000 eligible: 0.25 / 0.5 = 0.5; the limits are those of Wilson
    for 25 of 100 (0.1755 to 0.3430), twice as large."""
    found = representation(np.zeros(2, np.int64), np.array([25.0, 75]), np.array([500.0, 500]))
    assert found.ratio == pytest.approx([0.5, 1.5])
    assert [found.lower[0], found.upper[0]] == pytest.approx([0.3509, 0.6860], abs=1e-4)
    assert found.expected == pytest.approx([50, 50])


def test_fewer_than_five_expected_is_too_few() -> None:
    reached, eligible = np.array([10.0, 90]), np.array([49.0, 951])
    found = representation(np.zeros(2, np.int64), reached, eligible)
    assert found.expected == pytest.approx([4.9, 95.1])
    assert np.isnan(found.ratio).tolist() == [True, False]
    exactly = representation(np.zeros(2, np.int64), reached, np.array([50.0, 950]))
    assert exactly.ratio[0] == pytest.approx(2)


@QUICK
@given(COUNTS, PEOPLE, st.integers(2, 1000))
def test_neither_unit_nor_order_matters(
    reached: list[int], eligible: list[int], times: int
) -> None:
    x, n = np.array(reached, float), np.array(eligible, float)
    found = representation(ONE_SET, x, n)
    assert representation(ONE_SET, x, n * times).ratio == pytest.approx(found.ratio, nan_ok=True)
    turned = representation(ONE_SET, x[::-1], n[::-1])
    assert turned.upper[::-1] == pytest.approx(found.upper, nan_ok=True)


@QUICK
@given(COUNTS, PEOPLE)
def test_shares_add_up_and_the_interval_holds_the_ratio(
    reached: list[int], eligible: list[int]
) -> None:
    found = representation(ONE_SET, np.array(reached, float), np.array(eligible, float))
    assert [found.share.sum(), found.eligible_share.sum()] == pytest.approx([1, 1])
    assert found.expected.sum() == pytest.approx(sum(reached))
    there = ~np.isnan(found.ratio)
    assert (found.lower[there] <= found.ratio[there] + 1e-12).all()
    assert (found.upper[there] >= found.ratio[there] - 1e-12).all()
    # On average over those eligible everyone is reached alike.
    whole = np.where(there, found.ratio * found.eligible_share, found.share).sum()
    assert whole == pytest.approx(1)


@QUICK
@given(st.integers(1, 400), PEOPLE)
def test_more_reached_never_lowers_the_ratio(users: int, eligible: list[int]) -> None:
    few, more = (np.array([users + extra, 300.0, 200]) for extra in (0, 5))
    people = np.array(eligible, float)
    one, other = representation(ONE_SET, few, people), representation(ONE_SET, more, people)
    if not np.isnan(one.ratio[0]):
        assert other.ratio[0] > one.ratio[0]


def test_nobody_reached_or_nobody_eligible_is_no_number_and_no_error() -> None:
    nothing = np.zeros(3)
    for reached, eligible in ((nothing, nothing), (nothing, nothing + 9), (nothing + 9, nothing)):
        assert np.isnan(representation(ONE_SET, reached, eligible).ratio).all()


def test_one_set_of_many_is_judged_alone() -> None:
    of = np.array([0, 0, 1, 1])
    both = representation(of, np.array([5.0, 95, 60, 40]), np.array([30.0, 70, 50, 50]))
    alone = representation(of[:2], np.array([60.0, 40]), np.array([50.0, 50]))
    assert both.ratio[2:] == pytest.approx(alone.ratio)
    assert both.lower[2] == pytest.approx(wilson(np.array([60.0]), np.array([100.0]))[0][0] / 0.5)
