"""Effect sizes, held against the noncentral t distribution integrated by ourselves."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import chi, norm

from generator.readings.change import effect


def below(t: float, freedom: int, centre: float) -> float:
    """P(T ≤ t) where T = (Z + centre) / (χ / √freedom): over all values that χ can have."""
    ends = chi.ppf([1e-14, 1 - 1e-14], freedom)
    whole: float = quad(
        lambda x: norm.cdf(t * x / math.sqrt(freedom) - centre) * chi.pdf(x, freedom),
        *ends,
        epsabs=1e-12,
        limit=500,
    )[0]
    return whole


@pytest.mark.parametrize(
    ("dz", "pairs"),
    [(0.0, 2), (0.5, 2), (-5.0, 2), (40.0, 3), (1.2846, 10), (-0.41, 40), (0.1, 2000), (12.0, 50)],
)
def test_at_either_limit_the_other_tail_is_all_that_is_left(dz: float, pairs: int) -> None:
    lower, upper = (float(end[0]) for end in effect.limits(np.array([dz]), np.array([pairs])))
    assert lower < dz < upper
    t, root = dz * math.sqrt(pairs), math.sqrt(pairs)
    assert below(t, pairs - 1, lower * root) == pytest.approx(0.975, abs=1e-5)
    assert below(t, pairs - 1, upper * root) == pytest.approx(0.025, abs=1e-5)


def test_the_interval_of_r_for_students_sleep() -> None:
    """effectsize 0.8.3, cohens_d(Pair(extra[1:10], extra[11:20]) ~ 1): 1.2846 [0.4146, 2.1180],
    hedges_g 1.1739. Student (1908), ten patients."""
    dz, pairs = np.array([1.28455756259105, -1.28455756259105]), np.array([10.0, 10.0])
    lower, upper = effect.limits(dz, pairs)
    assert (lower[0], upper[0]) == pytest.approx((0.414627667667354, 2.1180165087725), abs=1e-6)
    assert (lower[1], upper[1]) == (-upper[0], -lower[0]), "a fall mirrors a rise"
    assert effect.corrected(dz, pairs)[0] == pytest.approx(1.1739249035142, rel=1e-12)


def test_beyond_what_the_distribution_is_computed_for_the_two_errors_are_combined() -> None:
    """At the cut-off both ways agree; far beyond, it neither fails nor takes long."""
    pairs = np.array([2.0, 3.0, 20.0, 1e3, 1e6])
    at = effect.LARGEST / np.sqrt(pairs)
    inside, outside = (effect.limits(at * by, pairs) for by in (1 - 1e-9, 1 + 1e-9))
    width = inside[1] - inside[0]
    for near, far in zip(inside, outside, strict=True):
        assert (np.abs(near - far) < 5e-4 * width).all()
    lower, upper = effect.limits(np.array([1e9, 0.5, 1e300, -3.0]), np.array([2, 1e15, 5, 1e9]))
    assert np.isfinite(lower).all() and np.isfinite(upper).all() and (lower < upper).all()


def test_many_pairs_come_near_to_the_normal_distribution() -> None:
    """dz ± z·√(1/n + dz²/2n), whose error goes as 1/n."""
    lower, upper = effect.limits(np.array([0.3]), np.array([1e6]))
    half = norm.ppf(0.975) * math.sqrt(1e-6 + 0.3**2 / 2e6)
    assert (lower[0], upper[0]) == pytest.approx((0.3 - half, 0.3 + half), abs=1e-6)


def test_no_effect_without_spread_and_no_interval_without_two_pairs() -> None:
    assert np.isnan(effect.effect(np.array([1.0, 0.0, 1.0]), np.array([0.0, 0.0, math.nan]))).all()
    some = effect.limits(np.array([0.5, math.nan, 0.5]), np.array([1.0, 5.0, math.nan]))
    assert np.isnan(some).all()
    assert np.isnan(effect.corrected(np.array([0.5, 0.5]), np.array([1.0, 2.0]))).all()


def test_the_correction_takes_a_fifth_off_at_five_pairs_and_nothing_at_many() -> None:
    """f = 4: Γ(2) / (√2 · Γ(3/2)) = 1 / (√2 · √π/2) = 0.797885; f = 10⁹: 1 − 3/(4f)."""
    few = effect.corrected(np.array([1.0]), np.array([5.0]))[0]
    assert few == pytest.approx(1 / (math.sqrt(2) * math.sqrt(math.pi) / 2), rel=1e-12)
    assert effect.corrected(np.array([1.0]), np.array([1e9]))[0] == pytest.approx(1, abs=1e-8)
