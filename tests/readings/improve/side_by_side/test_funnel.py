"""The limits of a funnel, by hand and by published tables."""

from __future__ import annotations

import numpy as np
import pytest

from generator.readings.improve.side_by_side import funnel


def test_shares_by_hand() -> None:
    """Half of 100: 1.959964 × √(0.5 × 0.5 / 100) = 0.097998; 3.090232 × 0.05 = 0.154512."""
    half, hundred = np.array([0.5]), np.array([100.0])
    inner = funnel.of_shares(half, hundred, funnel.INNER)
    outer = funnel.of_shares(half, hundred, funnel.OUTER)
    assert inner[0][0] == pytest.approx(0.402002, abs=1e-6)
    assert inner[1][0] == pytest.approx(0.597998, abs=1e-6)
    assert outer[1][0] == pytest.approx(0.654512, abs=1e-6)


def test_counts_by_garwoods_table() -> None:
    """Garwood (1936), Biometrika 28: the exact 95% limits of 10 events are 4.795 and 18.39. So 10
    are just outside what is expected at 18.39, and at 4.795."""
    lower, _ = funnel.of_counts(np.array([18.39036]), funnel.INNER)
    _, upper = funnel.of_counts(np.array([4.795389]), funnel.INNER)
    assert lower[0] == pytest.approx(10, abs=1e-4)
    assert upper[0] == pytest.approx(10, abs=1e-4)


def test_where_few_events_are_expected_none_is_no_news() -> None:
    """With 1 expected, no event at all has a chance of e⁻¹ = 37%: there is no lower limit."""
    lower, upper = funnel.of_counts(np.array([1.0, 0.0, np.nan]), funnel.INNER)
    assert lower[:2].tolist() == [0, 0] and np.isnan(lower[2])
    assert 3 < upper[0] < 5 and upper[1] == 1 and np.isnan(upper[2])


def test_levels_are_counted_outwards() -> None:
    """30 of 100 against a half lie below 0.345 (99.8%), 38 below 0.402 (95%), 45 within."""
    x = np.array([30.0, 38, 45, 50, 62, 70])
    n = np.full(6, 100.0)
    assert funnel.share_levels(x, n, np.full(6, 0.5)).tolist() == [-2, -1, 0, 0, 1, 2]


def test_counts_against_what_is_expected() -> None:
    """Exact 99.8% limits of 2 events: 0.045 and 11.23 (χ² with 4 and 6 degrees of freedom, halved);
    95%: 0.242 and 7.22."""
    observed = np.full(5, 2.0)
    expected = np.array([12.0, 8.0, 2.0, 0.2, 0.04])
    assert funnel.count_levels(observed, expected).tolist() == [-2, -1, 0, 1, 2]


def test_limits_draw_in_as_units_grow() -> None:
    n = np.array([10.0, 100.0, 1000.0, 1e6])
    lower, upper = funnel.of_shares(np.full(4, 0.2), n, funnel.OUTER)
    assert (np.diff(lower) >= 0).all() and (np.diff(upper) <= 0).all()
    low, high = funnel.of_counts(n * 0.2, funnel.OUTER)
    assert (np.diff(low / n) >= 0).all() and (np.diff(high / n) <= 0).all()
    assert (low < n * 0.2).all() and (high > n * 0.2).all()


@pytest.mark.parametrize("average", [0.0, 1.0])
def test_at_none_and_all_there_is_no_spread(average: float) -> None:
    everyone = np.array([average])
    limits = funnel.of_shares(everyone, np.array([50.0]), funnel.INNER)
    assert [limit.tolist() for limit in limits] == [[average], [average]]
