"""Process limits by hand; the first series is that of NHSRplotthedots' vignette on deviations."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.readings.improve.process_control.limits import process_limits
from generator.readings.improve.process_control.rules import special_cause

# Eighteen values, one of them 10: the steps are fifteen of 1, one of 8 and one of 9.
OUTLIER = [1.0, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
QUICK = settings(max_examples=40, deadline=None, derandomize=True)
SERIES = st.lists(st.one_of(st.just(float("nan")), st.integers(-50, 50).map(float)), max_size=30)


def of(values: list[float], groups: list[int] | None = None, screen: bool = True):  # type: ignore[no-untyped-def]
    row = np.array([values], dtype=float).reshape(1, -1)
    parts = np.array([groups or [0] * len(values)], dtype=np.int64).reshape(1, -1)
    return process_limits(row, parts, screen=screen)


def test_a_step_far_above_the_average_is_left_out_once() -> None:
    """The average step is 32 / 17 = 1.882; 3.267 times that is 6.15, so 8 and 9 are left out and
    the limits are 35 / 18 ± 2.66 × 1."""
    limits = of(OUTLIER)
    assert limits.mean[0, 0] == pytest.approx(35 / 18)
    assert limits.lower[0, 0] == pytest.approx(35 / 18 - 2.66)
    assert limits.near_upper[0, -1] == pytest.approx(35 / 18 + 2 * 2.66 / 3)
    assert (limits.counted[0, 0], limits.ranges[0, 0]) == (18, 17)


def test_without_screening_all_steps_count() -> None:
    """As the spreadsheet tool of Making Data Count has it."""
    limits = of(OUTLIER, screen=False)
    assert limits.upper[0, 0] == pytest.approx(35 / 18 + 2.66 * 32 / 17)


def test_a_missing_value_takes_two_steps_away() -> None:
    """1, 3, –, 4, 8: the steps are 2 and 4; their average 3, the mean 4."""
    limits = of([1, 3, float("nan"), 4, 8])
    assert limits.mean[0, 0] == 4 and limits.upper[0, 0] == pytest.approx(4 + 2.66 * 3)
    assert (limits.counted[0, 0], limits.ranges[0, 0]) == (4, 2)


def test_each_part_has_limits_of_its_own_and_no_step_between_them() -> None:
    limits = of([1, 2, 1, 2, 11, 12, 11, 12], [0] * 4 + [1] * 4)
    assert limits.mean[0].tolist() == [1.5] * 4 + [11.5] * 4
    assert limits.upper[0].tolist() == pytest.approx([1.5 + 2.66] * 4 + [11.5 + 2.66] * 4)


def test_limits_may_rest_on_the_first_values_only() -> None:
    row = np.array([[1.0, 2, 1, 2, 9, 9]])
    used = np.array([[True] * 4 + [False] * 2])
    limits = process_limits(row, np.zeros((1, 6), dtype=np.int64), used)
    assert limits.mean[0].tolist() == [1.5] * 6 and limits.counted[0, -1] == 4


@pytest.mark.parametrize("values", [[5.0] * 12, [0.1] * 12, [1.0, 1, 1, 1, 2], [7.0], []])
def test_values_that_do_not_vary_have_no_limits(values: list[float]) -> None:
    """0.1 twelve times sums to 1.2 only nearly: the machine's rounding is no variation."""
    limits = of(values)
    assert np.isnan(limits.lower).all() and np.isnan(limits.upper).all()


@QUICK
@given(SERIES, st.sampled_from([0.001, 7.0, 1e6]), st.integers(-1000, 1000))
def test_another_unit_finds_the_same_points(values: list[float], scale: float, off: int) -> None:
    """Fahrenheit or Celsius: limits move with the values, and what stands out stays."""
    row = np.array([values], dtype=float).reshape(1, -1)
    groups = np.zeros(row.shape, dtype=np.int64)
    one, other = process_limits(row, groups), process_limits(row * scale + off, groups)
    np.testing.assert_allclose(other.upper, one.upper * scale + off, rtol=1e-6, atol=1e-6 * scale)
    if scale >= 1:  # a small step beside a large offset is within the rounding
        same = (
            special_cause(row, groups, one).rule,
            special_cause(row * scale + off, groups, other).rule,
        )
        np.testing.assert_array_equal(*same)


@QUICK
@given(st.lists(SERIES.filter(lambda row: len(row) == 12), min_size=1, max_size=4))
def test_no_series_hangs_on_another(rows: list[list[float]]) -> None:
    together = np.array(rows)
    groups = np.zeros(together.shape, dtype=np.int64)
    limits = process_limits(together, groups)
    for n, row in enumerate(rows):
        np.testing.assert_array_equal(limits.upper[n : n + 1], of(row).upper)
