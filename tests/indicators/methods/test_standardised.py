"""Standardised rates on numbers worked by hand, and their properties.

The standard population is that of Eurostat, "Revision of the European Standard Population" (2013):
100,000 people in all, as OHID uses it.
"""

from __future__ import annotations

import math

import numpy as np
import pytest

from generator.indicators.methods import (
    ByCategory,
    DirectlyStandardised,
    IndirectlyStandardised,
    Rate,
    Values,
)
from generator.indicators.methods.columns import (
    CATEGORY_MISSING,
    FEW_EVENTS,
    NEGATIVE,
    NO_REFERENCE,
    NOTHING_TO_DIVIDE_BY,
)
from generator.model.metric import Id
from generator.model.standard import ESP2013

X, N, AGE = Id("x"), Id("n"), Id("age_group")
YOUNG, OLD = Id("young"), Id("old")
WEIGHTS = {YOUNG: 7.0, OLD: 3.0}
GAP = math.nan


def rows(*numbers: tuple[float, ...], categories: tuple[str, ...] = (YOUNG, OLD)) -> ByCategory:
    return ByCategory(np.array(numbers, dtype=float), categories)


def direct(**weights: float) -> DirectlyStandardised:
    given = {Id(name): weight for name, weight in weights.items()}
    return DirectlyStandardised(X, N, AGE, given or WEIGHTS, per=1000)


def test_the_european_standard_population_has_19_groups_of_100_000_people() -> None:
    assert len(ESP2013) == 19 and sum(ESP2013) == 100_000
    of_65_and_over = sum(ESP2013[13:])
    assert of_65_and_over == 19_500  # 5,500 + 5,000 + 4,000 + 2,500 + 1,500 + 1,000


def test_a_direct_rate_weighs_the_rate_of_each_category() -> None:
    """20 of 1,000 young and 60 of 500 old, weighed 7 to 3: (7 × 0.02 + 3 × 0.12) ÷ 10 = 0.05.

    Variance: (0.007² × 20 + 0.006² × 60) ÷ 10² = 0.0000314, over 80 events 3.925e-7, of which the
    root is 0.000626498. Byar's limits of 80 are 80 × (1 − 1/720 − 1.959964/26.832816)³ = 63.4335
    and 81 × (1 − 1/729 + 1.959964/27)³ = 99.5691: less and more by 16.5665 and 19.5691.
    """
    got = direct()(rows((20, 60)), rows((1000, 500)))
    assert got.value[0] == pytest.approx(50)
    assert got.lower[0] == pytest.approx(50 - 0.626498 * 16.5665, abs=2e-3)
    assert got.upper[0] == pytest.approx(50 + 0.626498 * 19.5691, abs=2e-3)
    assert (got.numerator[0], got.denominator[0]) == (80, 1500)
    assert got.method[0] == "directly standardised rate, Dobson's interval"


def test_a_category_of_no_weight_is_left_out() -> None:
    """30 of 1,500, all of them young; nobody asks what the old had."""
    got = direct(young=7, old=0)(rows((30, GAP)), rows((1500, 0)))
    assert got.value[0] == pytest.approx(20)
    assert (got.numerator[0], got.denominator[0]) == (30, 1500)


def test_missing_is_not_zero_and_few_events_give_no_direct_rate() -> None:
    got = direct()(
        rows((20, GAP), (20, 60), (4, 5), (4, 6), (20, 60), (-1, 20)),
        rows((1000, 500), (GAP, 500), (1000, 500), (1000, 500), (1000, 0), (1000, 500)),
    )
    assert list(got.undefined) == [
        *(CATEGORY_MISSING, CATEGORY_MISSING, FEW_EVENTS),
        *("", NOTHING_TO_DIVIDE_BY, NEGATIVE),
    ]
    assert list(np.isnan(got.value)) == [True, True, True, False, True, True]
    assert got.numerator[2] == 9 and np.isnan(got.lower[2])
    assert got.method[2] == "directly standardised rate"


def test_weighed_by_the_own_population_a_direct_rate_is_the_crude_rate() -> None:
    random = np.random.default_rng(5)
    for _ in range(20):
        people = random.integers(50, 5000, 6).astype(float)
        events = random.poisson(people * 0.05).astype(float) + 2
        categories = tuple(f"c{place}" for place in range(6))
        weights = {Id(name): n for name, n in zip(categories, people, strict=True)}
        got = DirectlyStandardised(X, N, AGE, weights, per=1000)(
            ByCategory(events[None], categories), ByCategory(people[None], categories)
        )
        crude = Rate(X, N, per=1000)(
            Values(np.array([events.sum()])), Values(np.array([people.sum()]))
        )
        # Then all weights over populations are alike, and Dobson's limits are Byar's.
        for one in ("value", "lower", "upper", "numerator", "denominator"):
            assert getattr(got, one) == pytest.approx(getattr(crude, one), rel=1e-12)


def test_order_scale_of_weights_and_units_change_nothing() -> None:
    events, people = (20.0, 60.0, 31.0), (1000.0, 500.0, 800.0)
    names = ("a", "b", "c")
    weights = {Id("a"): 7.0, Id("b"): 3.0, Id("c"): 5.0}

    def made(order: tuple[int, ...], weight: float, per: float) -> tuple[float, float, float]:
        method = DirectlyStandardised(X, N, AGE, {id: w * weight for id, w in weights.items()}, per)
        of = tuple(names[place] for place in order)
        got = method(
            ByCategory(np.array([[events[place] for place in order]]), of),
            ByCategory(np.array([[people[place] for place in order]]), of),
        )
        return got.value[0] / per, got.lower[0] / per, got.upper[0] / per

    plain = made((0, 1, 2), 1, 1)
    for order in ((2, 1, 0), (1, 2, 0)):
        assert made(order, 250, 100_000) == pytest.approx(plain, rel=1e-12)


def test_an_indirect_ratio_holds_events_against_those_expected() -> None:
    """At 100 of 10,000 and 200 of 2,000, 1,000 young and 500 old have 10 + 50 = 60 expected.

    80 observed are 133.3 of 100. The reference has 300 of 12,000 in all, 25 of 1,000: the rate is
    25 × 80/60 = 33.3. Byar's limits of 80 are 63.4335 and 99.5691 (worked above).
    """
    given = rows((20, 60)), rows((1000, 500)), rows((100, 200)), rows((10_000, 2000))
    ratio = IndirectlyStandardised(X, N, AGE, "E92000001")(*given)
    assert ratio.value[0] == pytest.approx(100 * 80 / 60)
    assert ratio.lower[0] == pytest.approx(100 * 63.4335 / 60, abs=2e-2)
    assert ratio.upper[0] == pytest.approx(100 * 99.5691 / 60, abs=2e-2)
    assert (ratio.numerator[0], ratio.denominator[0]) == (80, pytest.approx(60))
    assert ratio.method[0] == "indirectly standardised ratio, Byar's interval"
    rate = IndirectlyStandardised(X, N, AGE, "E92000001", per=1000)(*given)
    assert rate.value[0] == pytest.approx(25 * 80 / 60)
    assert rate.lower[0] == pytest.approx(ratio.lower[0] * 25 / 100)


def test_few_events_have_the_exact_interval_and_none_the_lower_limit_0() -> None:
    """Garwood (1936): no event has the limits 0 and 3.689, four 1.090 and 10.242."""
    got = IndirectlyStandardised(X, N, AGE, "E92000001")(
        rows((0, 0), (1, 3)),
        rows((1000, 500), (1000, 500)),
        rows((100, 200), (100, 200)),
        rows((10_000, 2000), (10_000, 2000)),
    )
    assert list(got.value) == [0, pytest.approx(100 * 4 / 60)]
    assert got.lower == pytest.approx([0, 100 * 1.090 / 60], abs=1e-2)
    assert got.upper == pytest.approx([100 * 3.689 / 60, 100 * 10.242 / 60], abs=1e-2)
    assert "exact Poisson" in got.method[1]


def test_a_reference_held_against_itself_is_100() -> None:
    random = np.random.default_rng(6)
    people = random.integers(100, 9000, (20, 5)).astype(float)
    events = random.poisson(people * 0.03).astype(float)
    categories = tuple("abcde")
    own = ByCategory(events, categories), ByCategory(people, categories)
    got = IndirectlyStandardised(X, N, AGE, "here")(*own, *own)
    assert got.value == pytest.approx(np.full(20, 100.0))
    assert got.denominator == pytest.approx(events.sum(axis=1))
    rate = IndirectlyStandardised(X, N, AGE, "here", per=1000)(*own, *own)
    assert rate.value == pytest.approx(1000 * events.sum(axis=1) / people.sum(axis=1))


def test_without_a_reference_or_with_none_expected_there_is_no_ratio() -> None:
    got = IndirectlyStandardised(X, N, AGE, "E92000001")(
        rows((20, 60), (20, 60), (20, GAP), (20, 60), (20, 60)),
        rows(*[(1000, 500)] * 5),
        rows((0, 0), (100, GAP), (100, 200), (100, 200), (-1, 200)),
        rows((10_000, 2000), (10_000, 2000), (10_000, 2000), (10_000, 0), (10_000, 2000)),
    )
    assert list(got.undefined) == [
        *(NOTHING_TO_DIVIDE_BY, NO_REFERENCE, CATEGORY_MISSING),
        *(NOTHING_TO_DIVIDE_BY, NEGATIVE),
    ]
    assert np.isnan(got.value).all() and np.isnan(got.upper).all()
