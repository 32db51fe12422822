"""Rows that could only be drawn wrongly are refused."""

from __future__ import annotations

import math

import pytest

from generator.charts import Series, Value
from tests.charts.samples import school_years


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_missing_value_is_none_not_nan(number: float) -> None:
    with pytest.raises(ValueError, match="cannot be drawn; a missing value is None"):
        Value(number, "x")


def test_a_number_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^3\.5 has no words$"):
        Value(3.5)
    with pytest.raises(ValueError, match=r"^3\.0 has no words$"):
        Value(3.5, "3.5", 3.0, 4.0, "", "4.0")


def test_unknown_flags_are_refused() -> None:
    with pytest.raises(ValueError, match=r"unknown flags \['q'\]; known: c, x, z, low, u, p, r"):
        Value(None, flags=("q",))


def test_periods_out_of_order_or_twice_are_refused() -> None:
    points = school_years("Birmingham", 2015, [1.0, 2.0]).points
    for wrong in (points[::-1], points[:1] * 2):
        with pytest.raises(ValueError, match="its periods are not in order, or repeated"):
            Series("Birmingham", wrong)
