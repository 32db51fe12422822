"""Slope, ratio of extremes, disparity and dissimilarity: geometry, papers, hand arithmetic."""

from __future__ import annotations

import math

import numpy as np
import pytest

from generator.readings.improve.groups.inequality import disparity, dissimilarity, line, slope

FIFTHS = np.array([100.0] * 5)
NONE = np.full(5, np.nan)


def sets(*sizes: int) -> np.ndarray:
    return np.repeat(np.arange(len(sizes)), sizes)


def test_equal_fifths_on_a_straight_line() -> None:
    """10 to 50 in the middles of equal fifths, 0.1 to 0.9, lie on 5 + 50x: from 5 to 55, so a
    slope of 50 and a ratio of 11."""
    found = slope(sets(5), np.arange(10.0, 60, 10), NONE, NONE, FIFTHS, "plain")
    assert [found.slope[0], found.ratio[0], found.start[0]] == pytest.approx([50, 11, 5])
    assert math.isnan(found.lower[0])


def test_the_interval_has_a_closed_form() -> None:
    """The weights of equal fifths are −1, −0.5, 0, 0.5, 1 (each 0.2(x − 0.5)/0.08), so with a
    standard error of 1 in each the slope's is √2.5 = 1.5811, and its 95% interval ±3.0990."""
    value = np.arange(10.0, 60, 10)
    half = 1.959963984540054
    found = slope(sets(5), value, value - half, value + half, FIFTHS, "plain")
    assert [found.lower[0], found.upper[0]] == pytest.approx([50 - 3.0990, 50 + 3.0990], abs=1e-4)
    assert line(sets(5), value, FIFTHS)[2] == pytest.approx([-1, -0.5, 0, 0.5, 1])


def test_the_five_groups_of_who() -> None:
    """The five groups of WHO's healthequal: OHID's method gives 46.25 and 3.56. WHO's own, another
    model (logit, weights squared), gives 44.45 and 3.16: never compare across sources."""
    people, value = np.array([78.0, 91, 162, 103, 105]), np.array([20.0, 30, 40, 50, 60])
    plain = slope(sets(5), value, NONE, NONE, people, "plain")
    assert [plain.slope[0], plain.ratio[0]] == pytest.approx([46.25, 3.56], abs=5e-3)


def test_sets_do_not_touch_one_another() -> None:
    value = np.r_[np.arange(10.0, 60, 10), np.arange(50.0, 0, -10), np.arange(1.0, 11)]
    people = np.r_[FIFTHS, FIFTHS * 3, np.full(10, 7.0)]
    none = np.full(20, np.nan)
    found = slope(sets(5, 5, 10), value, none, none, people, "plain")
    assert found.slope == pytest.approx([50, -50, 10])
    assert found.ratio[0] == pytest.approx(1 / found.ratio[1])


def test_what_cannot_stand_on_a_scale_gives_no_number() -> None:
    value = np.array([0.0, 1, 2, 3, 4])
    assert np.isnan(slope(sets(5), value, NONE, NONE, FIFTHS, "log").slope[0])
    shares = np.array([0.1, 0.2, 0.3, 0.4, 1.0])
    assert np.isnan(slope(sets(5), shares, NONE, NONE, FIFTHS, "logit").slope[0])
    nobody = np.array([100.0, 0, 100, 100, 100])
    assert np.isnan(slope(sets(5), value + 1, NONE, NONE, nobody, "log").slope[0])


def test_no_inequality_is_a_slope_of_nothing() -> None:
    for scale in ("plain", "log", "logit"):
        found = slope(sets(5), np.full(5, 0.3), NONE, NONE, FIFTHS, scale)  # type: ignore[arg-type]
        assert [found.slope[0], found.ratio[0]] == pytest.approx([0, 1], abs=1e-12)


def test_disparity() -> None:
    """10 and 30 around 20: each 10 away, half of the mean. With three quarters of the people at
    10 the mean is 15, and 0.75 × 5 + 0.25 × 15 = 7.5 is again half of it."""
    value = np.array([10.0, 30])
    assert disparity(sets(2), value, np.array([20.0]), np.array([0.5, 0.5])) == pytest.approx([50])
    weighted = disparity(sets(2), value, np.array([15.0]), np.array([0.75, 0.25]))
    assert weighted == pytest.approx([50])
    assert np.isnan(disparity(sets(2), value * 0, np.array([0.0]), np.array([0.5, 0.5]))[0])


def test_dissimilarity_is_the_share_that_would_have_to_move() -> None:
    """80 and 20 in 100 against halves: 30 in 100 would have to be in the other group."""
    half = np.array([0.5, 0.5])
    assert dissimilarity(sets(2), np.array([0.8, 0.2]), half) == pytest.approx([0.3])
    assert dissimilarity(sets(2), half, half) == pytest.approx([0])
    assert dissimilarity(sets(2), np.array([1.0, 0]), np.array([0, 1.0])) == pytest.approx([1])
