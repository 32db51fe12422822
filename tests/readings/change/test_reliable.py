"""How far a score must move to be more than the scale's own error: Jacobson and Truax (1991)."""

from __future__ import annotations

import numpy as np
import pytest

from generator.readings.change import reliable


def test_the_example_of_jacobson_and_truax() -> None:
    """Standard deviation 7.5, reliability 0.80: the standard error of measurement is 3.35, of
    the difference 4.74; from 32.5 to 47.5 is 15 / 4.74 = 3.16 of them (page 14)."""
    points = reliable.points(np.array([7.5]), np.array([0.8]))[0]
    assert points == pytest.approx(1.96 * 4.743416, rel=1e-6)
    assert round(15 / (points / 1.96), 2) == 3.16


@pytest.mark.parametrize(
    ("sd", "reliability", "points"),
    [(7.5, 1.0, 0.0), (0.0, 0.8, 0.0), (7.5, 0.0, 1.96 * 2**0.5 * 7.5)],
)
def test_the_ends(sd: float, reliability: float, points: float) -> None:
    found = reliable.points(np.array([sd]), np.array([reliability]))[0]
    assert found == pytest.approx(points, abs=1e-12)


@pytest.mark.parametrize("reliability", [np.nan, -0.1, 1.1])
def test_without_a_reliability_that_can_be_nothing_is_reliable(reliability: float) -> None:
    assert np.isnan(reliable.points(np.array([7.5]), np.array([reliability]))[0])
