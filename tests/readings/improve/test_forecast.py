"""What comes next if the recent pattern continues: verdicts, reasons, breaks, gaps, order."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator import indicators, readings
from generator.model.frames import FORECAST_CHOICES, FORECASTS
from generator.model.metric import Break, Id, Metric
from generator.model.period import parse
from generator.model.report import Worked
from generator.model.words import FORECAST
from generator.readings.improve.forecasting.against_target import against_target
from generator.readings.improve.forecasting.dates import later
from tests.readings.worked import AREAS, indicator, reading, target
from tests.report_examples import SETTINGS, inputs, metric_rows

RISING = [10.0, 12.1, 13.9, 16.2, 17.8, 20.1, 22.0, 23.9, 26.1, 27.8]
"""About two a year: the line of the next three years is 30.0, 32.0 and 34.0."""


def yearly(values: list[float], first: int = 2015, **rest: Any) -> list[dict[str, Any]]:
    return [
        {"metric": "m", "period": str(first + n), "value": value, **rest}
        for n, value in enumerate(values)
        if value == value
    ]


def read(rows: list[dict[str, Any]], **given: Any) -> pd.Series:
    more = {key: given.pop(key) for key in ("metrics",) if key in given}
    return reading(FORECAST, indicator(**given), rows, **more)


def worked(rows: list[dict[str, Any]], **given: Any) -> Worked:
    made = inputs(
        [indicator(**given)], [Metric(Id("m"), "M", "scores")], metric_rows(rows), areas=AREAS
    )
    results, _ = indicators.compute(made, SETTINGS)
    return readings.read(made, SETTINGS, results)[1]


# Verdicts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("goal", "verdict"),
    [
        (30, "likely to meet target"),
        (34, "could go either way"),
        (40, "unlikely to meet target"),
    ],
)
def test_where_the_target_stands_in_the_band(goal: float, verdict: str) -> None:
    found = read(yearly(RISING), targets=(target("2027", goal),))
    assert found["verdict"] == verdict and found["reason"] == ""
    assert found["period"] == "2027" and found["lower"] < found["value"] < found["upper"]
    assert found["difference"] == pytest.approx(found["value"] - goal)
    turned = read(yearly([-v for v in RISING]), direction="down", targets=(target("2027", -goal),))
    assert turned["verdict"] == verdict


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (30, 38, "likely to meet target"),
        (34, 38, "could go either way"),
        (36, 40, "unlikely to meet target"),
        (10, 20, "unlikely to meet target"),
    ],
)
def test_a_range_is_met_inside_it(low: float, high: float, verdict: str) -> None:
    aim = target("2027", low, high, "within")
    assert read(yearly(RISING), targets=(aim,))["verdict"] == verdict


def test_the_rule_by_its_edges() -> None:
    """A band from 10 to 20: on its ends the target is met, beyond them missed."""
    goals = np.array([9, 10, 15, 20, 21, np.nan], dtype=float)
    lower, upper = np.full(6, 10.0), np.full(6, 20.0)

    def said(way: str) -> list[str]:
        rows = (np.array([text] * 6, dtype=object) for text in ("reach", way))
        found = against_target(lower, upper, goals, np.full(6, np.nan), *rows)
        return [text.split()[0] if text else "" for text in found]

    assert said("up") == ["likely", "likely", "could", "could", "unlikely", ""]
    assert said("down") == ["unlikely", "could", "could", "likely", "likely", ""]


# What cannot be said --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (RISING[:4], "There are four values; a forecast needs five."),
        (RISING[:1], "There is one value; a forecast needs five."),
        (RISING, "No target has been set."),
    ],
)
def test_without_a_verdict_there_is_a_reason(values: list[float], reason: str) -> None:
    found = read(yearly(values))
    assert found["verdict"] == "cannot say" and found["reason"] == reason


@pytest.mark.parametrize(
    ("due", "reason"),
    [
        ("2028", "Ten values let us look three years ahead; the target is further off."),
        ("2025 Q2", "The target is due before the next value."),
        ("2023", "The date of the target has passed."),
    ],
)
def test_a_target_that_no_forecast_reaches(due: str, reason: str) -> None:
    found = read(yearly(RISING), targets=(target(due, 90),))
    assert found["verdict"] == "cannot say" and found["reason"] == reason
    assert np.isnan(found["difference"])


def test_no_forecast_goes_past_the_target() -> None:
    ends = worked(yearly(RISING), targets=(target("2026", 90),)).forecasts["period"]
    assert ends.tolist() == ["2025", "2026"]
    assert worked(yearly(RISING)).forecasts["period"].tolist() == ["2025", "2026", "2027"]


def test_neither_way_is_better() -> None:
    found = read(yearly(RISING), direction="none", targets=(target("2027", 30),))
    assert found["verdict"] == "cannot say"
    assert found["reason"] == "Neither up nor down is better here, so no target is judged."
    assert "most likely between" in found["finding"]


def test_values_that_do_not_vary() -> None:
    found = read(yearly([5.0] * 10), targets=(target("2027", 4),))
    assert found["verdict"] == "cannot say" and "no variation" in found["reason"]
    assert "about 5 score" in found["finding"] and np.isnan(found["lower"])


def test_overlapping_periods_and_odd_lengths_have_no_forecast() -> None:
    rolling = [
        {"metric": "m", "period": f"{2010 + n} to {2012 + n}", "value": v}
        for n, v in enumerate(RISING)
    ]
    assert (
        read(rolling)["reason"] == "Each period overlaps the one before, so there is no forecast."
    )
    weeks = [
        {"metric": "m", "period": f"2024-{month:02}-01/2024-{month:02}-07", "value": month}
        for month in range(1, 10)
    ]
    assert read(weeks)["reason"] == "Forecasts are made of years, quarters and months only."


def test_a_missing_latest_value_is_said() -> None:
    rows = [*yearly(RISING), {"metric": "m", "period": "2025", "value": np.nan, "flag": "c"}]
    assert read(rows)["reason"] == "We cannot show the latest value: it is confidential."


# Breaks, gaps, seasons, points in time --------------------------------------------------------


def test_it_starts_after_a_break() -> None:
    broken = Metric(Id("m"), "M", "scores", breaks=(Break(parse("2021"), "A new question"),))
    found = read(yearly(RISING), metrics=[broken])
    assert (
        found["reason"]
        == "There are four values since the break in the series; a forecast needs five."
    )
    earlier = read(yearly([90.0, 91, *RISING[:9]], 2014), metrics=[broken])
    assert earlier["value"] < 40


def test_a_missing_year_keeps_its_place() -> None:
    gap = [*RISING[:4], np.nan, *RISING[5:]]
    assert read(yearly(gap))["value"] == pytest.approx(read(yearly(RISING))["value"], abs=0.2)


def test_months_need_two_of_each_season() -> None:
    months = [
        {"metric": "m", "period": f"{2023 + n // 12}-{n % 12 + 1:02}", "value": 50.0 + (n * 7) % 5}
        for n in range(36)
    ]
    assert read(months[:24])["period"] == "2025-04"
    assert read(months[:23])["reason"].startswith("Seasons cannot be told")


def test_points_in_time_count_as_yearly_where_they_nearly_are() -> None:
    days = ["2016-04-13", "2017-04-26", "2018-04-18", "2020-04-22", "2021-04-21"]
    rows = [{"metric": "m", "period": day, "value": 5 + n} for n, day in enumerate(days)]
    assert read(rows)["period"] == "2022-04-21"
    rows[2]["period"] = "2018-10-18"
    assert read(rows)["reason"] == "The values do not come at even times, so there is no forecast."


@pytest.mark.parametrize(
    ("period", "next_but_one"),
    [
        ("2024", "2026"),
        ("2024/25", "2026/27"),
        ("AY 2024/25", "AY 2026/27"),
        ("2024/25 Q4", "2025 Q3"),
        ("2024-11", "2025-01"),
        ("2024-02-29", "2026-02-28"),
        ("12 months to August 2024", "2025-09-01/2026-08-31"),
        ("2021 to 2023", "2027 to 2029"),
    ],
)
def test_the_period_after_the_next(period: str, next_but_one: str) -> None:
    assert str(later(parse(period), 2)) == str(parse(next_but_one, months=True))


# Words and tables -----------------------------------------------------------------------------


def test_the_finding_never_promises() -> None:
    """numpy's polyfit and t(8) give 33.634 to 34.155 for the 80% band of the line in 2027."""
    found = read(yearly(RISING), targets=(target("2027", 40),))["finding"]
    assert found == (
        "Scores, Aldermoor: if the recent pattern continues, most likely between 33.6 and 34.2 "
        "score in 2027. On that pattern, the target of 40.0 score or more by 2027 is unlikely to "
        "be met."
    )
    assert " will " not in found


@pytest.mark.parametrize(
    ("margin", "goal", "warned"),
    [(0.13, 7.4, True), (0.13, 7.55, False), (0.02, 7.4, False), (math.nan, 7.4, False)],
)
def test_a_band_narrower_than_the_latest_values_margin_says_so(
    margin: float, goal: float, warned: bool
) -> None:
    """The steps 0.03, 0.02, −0.01 and 0.01 have a root mean square of 0.0194: the 80% band is 7.37
    ± 1.2816 × 0.0194 = 7.345 to 7.395, below 7.4, while nobody knows whether the latest value is:
    7.24 to 7.50."""
    rows = yearly([7.32, 7.35, 7.37, 7.36, 7.37], first=2022)
    if margin == margin:
        rows = [{**r, "lower": r["value"] - margin, "upper": r["value"] + margin} for r in rows]
    found = read(rows, targets=(target("2027", goal),), decimals=2)
    assert found["verdict"] == "unlikely to meet target"
    said = "own margin of error is wider (7.24 to 7.50) and holds the target"
    assert (said in found["finding"]) == warned


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([12.7, 17.7, 20.9, 23.3, 25.9], "the last one stays."),
        ([21.8, 22.8, 23.0, 21.8, 23.2], "their mean stays."),
        (RISING, ""),
    ],
)
def test_few_values_carry_no_trend_on_and_it_is_said(values: list[float], said: str) -> None:
    """A series that rose each year "if the recent pattern continues" stays as it is: five values
    are continued by the last one, or by their mean (methods, section 8)."""
    found = read(yearly(values))["finding"]
    assert ("There are too few values to carry a trend on: this supposes" in found) == bool(said)
    assert said in found


def test_a_provisional_value_is_said_to_be_one() -> None:
    rows = yearly(RISING)
    rows[-1]["flag"] = "p"
    assert read(rows)["finding"].endswith("The latest value is provisional.")


def test_the_tables_are_those_of_the_contract() -> None:
    found = worked(yearly(RISING))
    assert {n: str(k) for n, k in found.forecasts.dtypes.items()} == FORECASTS
    assert {n: str(k) for n, k in found.forecast_choices.dtypes.items()} == FORECAST_CHOICES
    bands = found.forecasts
    assert (bands["lower95"] < bands["lower80"]).all() and (
        bands["upper80"] < bands["upper95"]
    ).all()
    made = found.forecast_choices.iloc[0]
    assert made["values"] == 10 and made["tests"] == 5 and made["model"] == "line"
    assert made["error_line"] < made["error_drift"] and np.isnan(made["error_naive"])


def test_the_order_of_rows_and_the_unit_change_nothing() -> None:
    aim = (target("2027", 34),)
    one, other = read(yearly(RISING), targets=aim), read(yearly(RISING)[::-1], targets=aim)
    pd.testing.assert_series_equal(one, other, check_names=False)
    thousands = read(yearly([v * 1000 for v in RISING]), targets=(target("2027", 34_000),))
    assert thousands["verdict"] == one["verdict"]
    assert thousands["upper"] == pytest.approx(one["upper"] * 1000)
