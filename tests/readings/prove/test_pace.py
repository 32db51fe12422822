"""The pace towards a target, by hand."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from generator.readings.prove.pace import compound, growth, linear, years


def one(*numbers: float) -> list[np.ndarray[tuple[int], np.dtype[np.float64]]]:
    return [np.array([number]) for number in numbers]


def test_linear_by_hand() -> None:
    """From 40 to 60 in 10 years, at 49 after 5: 9/20 of the way in half of the time is 0.9."""
    assert linear(*one(49, 40, 60, 5, 10))[0] == pytest.approx(0.9)


def test_compound_by_hand() -> None:
    """Doubling in 2 years is 41.42% a year, fourfold in 4 years the same: 1. Linear, 100 of 300 in
    half of the time is 2/3."""
    assert growth(*one(200, 100, 2))[0] == pytest.approx(0.41421356)
    assert compound(*one(200, 100, 400, 2, 4))[0] == pytest.approx(1)
    assert linear(*one(200, 100, 400, 2, 4))[0] == pytest.approx(2 / 3)


def test_the_wrong_way_is_below_nothing() -> None:
    assert compound(*one(90, 100, 200, 2, 4))[0] < 0
    assert compound(*one(110, 100, 50, 2, 4))[0] < 0


@pytest.mark.parametrize(
    "numbers",
    [(0, 100, 200), (-5, 100, 200), (50, 0, 200), (50, 100, 0), (50, 100, 100)],
)
def test_growth_from_or_to_nothing_is_no_number(numbers: tuple[float, ...]) -> None:
    assert np.isnan(compound(*one(*numbers, 2, 4)))[0]


def test_no_time_is_no_pace() -> None:
    assert np.isnan(linear(*one(1, 0, 2, 0, 0)))[0]
    assert np.isnan(compound(*one(2, 1, 4, 0, 4)))[0]


def test_years_between_ends_of_periods() -> None:
    """Whole years between equal days and between month ends, leap or not; a quarter is 1/4."""
    later = pd.Series(pd.to_datetime(["2025-03-31", "2024-02-29", "2024-06-30", "2021-03-21"]))
    earlier = pd.Series(pd.to_datetime(["2020-03-31", "2023-02-28", "2024-03-31", "2011-03-27"]))
    assert years(later, earlier) == pytest.approx([5, 1, 0.25, 10 - 6 / 365.25])
