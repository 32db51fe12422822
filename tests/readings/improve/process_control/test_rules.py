"""The four rules of special cause, as NHSRplotthedots' documentation and code state them."""

from __future__ import annotations

import numpy as np
import pytest

from generator.readings.improve.process_control import rules
from generator.readings.improve.process_control.limits import Limits

NAN = float("nan")


def of(values: list[float], groups: list[int] | None = None, mean: float = 0.0) -> list[int]:
    """The rule of each value, with its side, against a mean and limits 3 away, near ones 2."""
    row = np.array([values])
    level = np.full(row.shape, mean)
    limits = Limits(level, level - 3, level + 3, level - 2, level + 2, level, level)  # type: ignore[arg-type]
    parts = np.array([groups or [0] * len(values)], dtype=np.int64)
    points = rules.special_cause(row, parts, limits)
    return [
        int(rule) * int(side) for rule, side in zip(points.rule[0], points.side[0], strict=True)
    ]


def test_beyond_a_limit_and_not_on_it() -> None:
    assert of([0, 3, 3.01, -3, -3.01]) == [0, 0, rules.OUTSIDE, 0, -rules.OUTSIDE]


def test_seven_points_with_six_rises_are_a_trend() -> None:
    rising = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5]
    assert of(rising) == [rules.TREND] * 7
    assert of(rising[:6]) == [0] * 6
    assert of([-x for x in rising]) == [-rules.TREND] * 7


def test_a_tie_a_gap_or_a_fresh_start_ends_a_trend() -> None:
    assert of([-1.5, -1, -0.5, -0.5, 0.5, 1, 1.5]) == [0] * 7
    assert of([-1.5, -1, -0.5, NAN, 0.5, 1, 1.5]) == [0] * 7
    assert of([-1.5, -1, -0.5, 0, 0.5, 1, 1.5], [0] * 3 + [1] * 4) == [0] * 7


def test_the_peak_of_two_trends_counts_for_the_one_to_its_right() -> None:
    up = [-1.5, -1, -0.5, 0, 0.5, 1, 1.5]
    found = of([*up, *up[-2::-1]])
    assert found == [rules.TREND] * 6 + [-rules.TREND] * 7


def test_two_of_three_near_a_limit_on_one_side() -> None:
    assert of([2.5, 1, 2.5]) == [rules.TWO_IN_THREE, 0, rules.TWO_IN_THREE]
    assert of([2.5, -0.1, 2.5]) == [0, 0, 0]
    assert of([2, 1, 2.5]) == [0, 0, 0], "on the near limit is not beyond it"
    assert of([2.5, NAN, 2.5, 1]) == [0, 0, 0, 0]
    assert of([2.5, 1, 2.5], [0, 0, 1]) == [0, 0, 0]


def test_a_point_beyond_the_limit_is_not_near_it() -> None:
    assert of([4, 1, 2.5]) == [rules.OUTSIDE, 0, 0]


def test_seven_on_one_side_of_the_mean_are_a_shift() -> None:
    above = [0.5, 1.0, 0.5, 1.0, 0.5, 1.0, 0.5]
    assert of(above) == [rules.SHIFT] * 7
    assert of(above[:6]) == [0] * 6
    assert of([*above[:3], 0, *above[3:]]) == [0] * 8, "a value on the mean ends the run"
    assert of([*above[:3], NAN, *above[3:]]) == [0] * 8
    assert of(above, [0] * 3 + [1] * 4) == [0] * 7


def test_a_mean_that_only_rounding_parts_from_the_value_is_the_value() -> None:
    """0.1 + 0.2 is not quite 0.3 to the machine; seven such values are on the mean."""
    assert of([0.1 + 0.2] * 7, mean=0.3) == [0] * 7


def test_the_first_rule_that_holds_counts() -> None:
    """Rising through the limit: outside before trend, trend before shift."""
    found = of([0.5, 1, 1.5, 1.8, 1.9, 2.5, 4])
    assert found == [rules.TREND] * 6 + [rules.OUTSIDE]


@pytest.mark.parametrize(
    ("signs", "run"), [([1, -1, 1, 1], 2), ([1, 1, 1], 3), ([0, 0], 2), ([1, -1], 1)]
)
def test_how_many_of_the_last_share_a_sign(signs: list[int], run: int) -> None:
    row = np.array([signs], dtype=np.int8)
    assert rules.last_run(row, np.zeros(row.shape, dtype=np.int64)).tolist() == [run]
