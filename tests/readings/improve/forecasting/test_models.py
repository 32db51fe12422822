"""The models of a forecast, against numbers worked by hand or by others."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from generator.readings.improve.forecasting.models.ahead import Floats
from generator.readings.improve.forecasting.models.damped_holt import damped_holt, fit, follow
from generator.readings.improve.forecasting.models.drift import drift
from generator.readings.improve.forecasting.models.line import line
from generator.readings.improve.forecasting.models.mean import mean
from generator.readings.improve.forecasting.models.naive import naive
from generator.readings.improve.forecasting.models.theil_sen import theil_sen

MODELS = (naive, mean, line, drift, damped_holt)
# Hyndman and Athanasopoulos, Forecasting: principles and practice (package fpp2, CC BY-NC-SA):
# yearly air passengers of Australia, 1990 to 2004, in millions.
AUSTRALIA = (17.5534, 21.8601, 23.8866, 26.9293, 26.8885, 28.8314, 30.0751, 30.9535, 30.1857,
             31.5797, 32.577569, 33.477398, 39.021581, 41.386432, 41.596552)  # fmt: skip


def rows(*series: object) -> Floats:
    return np.array(series, dtype=float)


def test_naive_by_hand() -> None:
    # Differences 2, 2, 2, 2: their root mean square is 2; z of 95% is 1.959964.
    found = naive(rows([2, 4, 6, 8, 10]), 4)
    assert_allclose(found.value, [[10, 10, 10, 10]])
    assert_allclose(found.band(0.95)[1], 10 + 1.959963984540054 * 2 * np.sqrt([[1, 2, 3, 4]]))


def test_mean_by_hand() -> None:
    # 12, 15, 14, 18: mean 14.75, variance 6.25; t(3) of 80% is 1.637744, √(1 + 1/4) × 2.5.
    lower, upper = mean(rows([12, 15, 14, 18]), 1).band(0.8)
    assert_allclose((lower[0, 0] + upper[0, 0]) / 2, 14.75)
    assert_allclose(upper[0, 0] - 14.75, 1.6377443536962102 * 2.5 * np.sqrt(1.25))


def test_a_line_by_hand() -> None:
    # 12, 15, 14, 18 on 1 to 4: slope 1.7, intercept 10.5, squares left 4.3, Sxx 5.
    found = line(rows([12, 15, 14, 18]), 2)
    assert_allclose(found.value, [[19, 20.7]])
    assert_allclose(found.error[0, 0] ** 2, 4.3 / 2 * (1 + 1 / 4 + 2.5**2 / 5))
    assert found.freedom[0] == 2


def test_a_drift_by_hand() -> None:
    # From 12 to 18 in three steps: 2 a step; off by 1, −3, 2: squares 14, over 4 − 2.
    found = drift(rows([12, 15, 14, 18]), 2)
    assert_allclose(found.value, [[20, 22]])
    assert_allclose(found.error**2, [[7 * (1 + 1 / 3), 7 * 2 * (1 + 2 / 3)]])


def test_damped_holt_leaves_no_more_error_than_the_published_fit() -> None:
    # R's ets(AAdN) of this series: α 0.9959, β 0.0001, φ 0.9758, mean squared error 2.5769.
    values = rows(AUSTRALIA)
    off = values - follow(values, fit(values)[0]).fitted
    assert np.mean(off**2) < 2.5769 * 1.02


def test_what_is_said_before_each_value_rests_on_earlier_ones_alone() -> None:
    values = rows(AUSTRALIA, AUSTRALIA[::-1])
    for model in MODELS:
        whole = model(values, 1).before
        for cut in (8, 11):
            part = model(values[:, : cut + 1], 1)
            assert_allclose(part.before[:, cut], whole[:, cut])
            assert_allclose(model(values[:, :cut], 1).value[:, 0], whole[:, cut])


def test_a_missing_value_keeps_its_time() -> None:
    gap = rows([2, 4, np.nan, 8, 10, 12, np.nan, np.nan, 18, 20])
    for model in (line, drift):
        assert_allclose(model(gap, 2).value, [[22, 24]])
    # Naive: the steps 2, 4 (over two), 2, 2, 6 (over three), 2 give 4 × 4 + 8 + 12 over six.
    assert_allclose(naive(gap, 1).error ** 2, [[(4 * 4 + 8 + 12) / 6]])
    assert_allclose(damped_holt(gap, 1).value, [[22]], atol=0.2)


def test_values_missing_in_front_change_nothing() -> None:
    padded = np.hstack([np.full((1, 3), np.nan), rows(AUSTRALIA)])
    for model in MODELS:
        one, other = model(rows(AUSTRALIA), 4), model(padded, 4)
        assert_allclose(one.value, other.value)
        assert_allclose(one.error, other.error)
        assert_allclose(one.before, other.before[:, 3:])


def test_the_order_of_series_and_their_number_change_nothing() -> None:
    many = np.cumsum(np.sin(np.arange(600 * 14).reshape(600, 14) ** 1.7), axis=1)
    for model in MODELS:
        whole, turned = model(many, 3), model(many[::-1], 3)
        assert_allclose(whole.value, turned.value[::-1])
        assert_allclose(whole.value[5:6], model(many[5:6], 3).value)


@pytest.mark.parametrize("model", MODELS)
def test_another_unit_is_the_same_forecast(model: object) -> None:
    values = rows(AUSTRALIA)
    one, other = model(values, 3), model(values * 1000 - 7, 3)  # type: ignore[operator]
    assert_allclose(other.value, one.value * 1000 - 7, rtol=1e-6)
    assert_allclose(other.error, one.error * 1000, rtol=1e-6)


def test_one_value_or_none_is_no_exception() -> None:
    few = rows([np.nan, np.nan, 3], [np.nan] * 3)
    for model in MODELS:
        assert np.isnan(model(few, 2).error).all()


def test_seasons_taken_out_cost_what_a_regression_with_them_costs() -> None:
    """The prediction of least squares with a dummy a season, by the textbook's matrices."""
    season = np.array([3.0, -1.0, -4.0, 2.0])
    noise = np.random.default_rng(4).normal(size=24)
    y = 50 + 0.3 * np.arange(24) + np.tile(season, 6) + noise
    design = np.column_stack([np.arange(24), *(np.arange(24) % 4 == k for k in range(4))])
    weights, left, *_ = np.linalg.lstsq(design, y, rcond=None)
    new = np.array([24, 1, 0, 0, 0])
    wanted = left[0] / 19 * (1 + new @ np.linalg.inv(design.T @ design) @ new)
    effect = weights[1:] - weights[1:].mean()
    found = line(rows(y - np.tile(effect, 6)), 1, 3.0)
    # Ours takes the seasons out first: near, and without the cost of inverting each series.
    assert_allclose(found.error[0, 0], np.sqrt(wanted), rtol=0.02)
    assert found.freedom[0] == 19


def test_the_median_slope_is_not_turned_by_one_odd_value() -> None:
    # Sen (1968): slopes between all pairs of 1, 2, 3, 40, 5 have the median 1.
    slope, intercept = theil_sen(np.arange(5.0), rows([1, 2, 3, 40, 5], [np.nan] * 4 + [1]))
    assert slope[0] == 1 and intercept[0] == 1 and np.isnan(slope[1])
