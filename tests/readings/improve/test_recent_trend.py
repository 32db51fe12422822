"""The recent trend: when it can be calculated, what it is called, and the test by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.indicators.methods import Proportion
from generator.model.metric import Break, Id, Metric
from generator.model.period import parse
from generator.model.words import RECENT_TREND
from generator.readings.improve.five_points import (
    chi_squared_for_trend,
    of_intervals,
    of_proportions,
)
from tests.readings.worked import indicator, reading

RISING = [100.0, 120, 140, 160, 180]


def counts(values: list[float], out_of: float = 1000, start: int = 2020) -> list[dict[str, Any]]:
    return [
        {"metric": metric, "period": str(start + n), "value": number}
        for n, value in enumerate(values)
        for metric, number in (("x", value), ("n", out_of))
    ]


def said(values: list[float], direction: str = "up", **rest: Any) -> pd.Series:
    used = indicator(direction, method=Proportion(Id("x"), Id("n")), unit="%")
    return reading(RECENT_TREND, used, counts(values), **rest)


def published(values: list[float], half: float | None, **rest: Any) -> pd.Series:
    rows = [
        {"metric": "m", "period": str(2020 + n), "value": value, **_ends(value, half)}
        for n, value in enumerate(values)
    ]
    return reading(RECENT_TREND, indicator(), rows, **rest)


def _ends(value: float, half: float | None) -> dict[str, float]:
    return {} if half is None else {"lower": value - half, "upper": value + half}


def test_the_chi_squared_test_by_hand() -> None:
    """10 and 20 of 100 at 1 and 2: N = 200, X = 30, Σxt = 50, Σnt = 300, Σnt² = 500, so
    200 × (200 × 50 − 30 × 300)² / (30 × 170 × (200 × 500 − 300²)) = 2 × 10⁸ / 5.1 × 10⁷."""
    got = chi_squared_for_trend(np.array([[10.0, 20]]), np.array([[100.0, 100]]))
    assert got[0] == pytest.approx(200 / 51)


def test_a_weighted_line_by_hand() -> None:
    """Standard errors of 1 throughout: the slope of 0, 1, 2, 3, 4 is 1 over a spread of 10."""
    values = np.array([[0.0, 1, 2, 3, 4]])
    trend = of_intervals(values, values - 1.96, values + 1.96)
    assert trend.chi_squared[0] == pytest.approx(10) and trend.held[0] and trend.clear[0]


@pytest.mark.parametrize(
    ("direction", "values", "verdict"),
    [
        ("up", RISING, "increasing and getting better"),
        ("down", RISING, "increasing and getting worse"),
        ("none", RISING, "increasing"),
        ("up", RISING[::-1], "decreasing and getting worse"),
        ("down", RISING[::-1], "decreasing and getting better"),
        ("none", RISING[::-1], "decreasing"),
        ("up", [100.0, 101, 100, 102, 101], "no significant change"),
        ("up", [100.0] * 5, "no significant change"),
    ],
)
def test_what_a_trend_is_called(direction: str, values: list[float], verdict: str) -> None:
    found = said(values, direction)
    assert found["verdict"] == verdict and found["reason"] == ""
    assert found["reference_period"] == "2020"
    assert found["difference"] == pytest.approx((values[-1] - values[0]) / 10)


def test_a_trend_that_hangs_on_one_point_is_none() -> None:
    """The last of 1,000 carries it all: without it the line falls."""
    trend = of_proportions(np.array([[104.0, 103, 102, 101, 190]]), np.full((1, 5), 1000.0))
    assert trend.chi_squared[0] > 9.55 and not trend.held[0] and not trend.clear[0]
    assert said([104.0, 103, 102, 101, 190])["verdict"] == "no significant change"


def test_only_the_last_five_count() -> None:
    assert said([900.0, 100, 101, 100, 102, 101])["verdict"] == "no significant change"


def test_a_margin_of_error_stands_in_for_counts() -> None:
    assert published([10.0, 12, 14, 16, 18], 1)["verdict"] == "increasing and getting better"
    assert published([10.0, 12, 14, 16, 18], 9)["verdict"] == "no significant change"


def test_when_it_cannot_be_calculated() -> None:
    few, none = said(RISING[:4]), said([0.0, 1, 2, 3, 4])
    assert few["reason"] == "There are 4 yearly values; 5 in a row are needed."
    assert none["reason"].startswith("A share of 0% or 100% is among them")
    for half in (None, 0.0):
        bare = published([10.0, 12, 14, 16, 18], half)
        assert bare["reason"] == "The source gives no margin of error."
        assert bare["verdict"] == "cannot be calculated"
    assert few[["reference_value", "difference"]].isna().all()


def test_a_missing_year_and_a_break_stop_it() -> None:
    rows = [*counts(RISING[:3], start=2018), *counts(RISING[:3], start=2022)]
    used = indicator(method=Proportion(Id("x"), Id("n")), unit="%")
    gap = reading(RECENT_TREND, used, rows)
    assert gap["reason"] == "The last five years are not all there."
    new = (Break(parse("2022"), "Asked anew."),)
    metrics = [Metric(Id(name), name, "people", breaks=new) for name in "xn"]
    assert "break within the last five years" in said(RISING, metrics=metrics)["reason"]


def test_a_break_at_the_first_of_the_five_does_not() -> None:
    new = (Break(parse("2021"), "Asked anew."),)
    metrics = [Metric(Id(name), name, "people", breaks=new) for name in "xn"]
    assert said([50.0, *RISING], metrics=metrics)["verdict"] == "increasing and getting better"


def test_only_yearly_values_have_one() -> None:
    rows = [{"metric": "m", "period": f"2024-0{n}", "value": n} for n in range(1, 8)]
    found = reading(RECENT_TREND, indicator(), rows)
    assert found["reason"] == "This trend needs yearly values."


def test_the_finding_speaks_of_the_line_and_not_of_its_ends() -> None:
    assert said(RISING)["finding"].endswith(
        "The five years from 2020 show a rising trend: getting better."
    )
    flat = said([100.0, 101, 100, 102, 101])["finding"]
    assert flat.endswith("The five years from 2020 show no clear trend.")
