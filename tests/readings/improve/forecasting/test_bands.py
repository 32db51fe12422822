"""From a series to what comes next: which model, how far, seasons, what is possible."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from generator.readings.improve.forecasting.bands import Bands, continued
from generator.readings.improve.forecasting.choice import MODELS, horizon
from generator.readings.improve.forecasting.log_odds import near_an_end
from generator.readings.improve.forecasting.models.ahead import Floats
from generator.readings.improve.forecasting.models.line import line
from generator.readings.improve.forecasting.seasons import seasons

NAMES = [model.name for model in MODELS]


def ahead(*series: object, a_year: int = 1, low: float = -np.inf, high: float = np.inf) -> Bands:
    values = np.array(series, dtype=float)
    return continued(values, a_year, np.full(len(values), low), np.full(len(values), high))


def model(found: Bands, series: int = 0) -> str:
    return str(NAMES[int(found.chosen.model[series])])


def walk(length: int, seed: int = 3) -> Floats:
    values: Floats = 50 + np.random.default_rng(seed).normal(size=length).cumsum()
    return values


@pytest.mark.parametrize(
    ("count", "steps"), [(0, 0), (4, 0), (5, 1), (6, 2), (8, 2), (9, 3), (12, 4), (40, 4)]
)
def test_how_far_ahead(count: int, steps: int) -> None:
    """Methods, section 8: none below 5; at most four, and a third of the number of values."""
    assert horizon(np.array([count]))[0] == steps


@pytest.mark.parametrize(
    ("count", "tried"),
    [
        (5, {"naive", "mean"}),
        (7, {"naive", "mean"}),
        (8, {"line", "drift"}),
        (12, {"line", "drift"}),
        (13, {"line", "damped_holt"}),
        (30, {"line", "damped_holt"}),
    ],
)
def test_which_models_are_tried(count: int, tried: set[str]) -> None:
    found = ahead(walk(count))
    errors = found.chosen.errors[0]
    assert {name for name, error in zip(NAMES, errors, strict=True) if error == error} == tried
    assert found.chosen.tests[0] == count // 2
    assert errors[found.chosen.model[0]] == np.nanmin(errors)


def test_the_error_that_decides_by_hand() -> None:
    # Of 10, 12, 11, 15, 14 the last two are held back. Last value before them: 11, 15: wrong by
    # 4 and 1. Mean before them: 11, 12: wrong by 4 and 2.
    found = ahead([10, 12, 11, 15, 14])
    assert_allclose(found.chosen.errors[0, :2], [2.5, 3.0])
    assert model(found) == "naive"


def test_of_equally_wrong_models_the_simpler_is_taken() -> None:
    assert model(ahead(np.arange(9.0))) == "line"  # the drift is as right
    assert model(ahead([4, 4, 4, 4, 4])) == "naive"


def test_values_that_do_not_vary_have_no_band() -> None:
    for length in (5, 9, 20):
        found = ahead([7.0] * length)
        assert not found.varies[0] and np.isnan(found.bands).all()
        assert_allclose(found.value[0, : found.horizon[0]], 7)


def test_too_few_values_or_none_give_nothing() -> None:
    found = ahead([1, 2, 3, 4, np.nan], [np.nan] * 5)
    assert np.isnan(found.value).all() and np.isnan(found.bands).all()
    assert not found.horizon.any() and (found.chosen.model == -1).all()


def test_bands_are_those_of_the_model() -> None:
    values = 20 + 2 * np.arange(10.0) + np.array([0.3, -0.2, 0.1, 0.4, -0.5, 0, 0.2, -0.3, 0.1, 0])
    found = ahead(values)
    assert model(found) == "line"
    for level, confidence in enumerate((0.8, 0.95)):
        wanted = line(values[None, :], 3).band(confidence)
        assert_allclose(found.bands[level][:, 0, :3], np.stack(wanted)[:, 0])
    assert np.isnan(found.bands[:, :, 0, 3]).all(), "ten values let us look three steps ahead"


def test_bands_end_where_values_do() -> None:
    few = [3, 0, 2, 1, 0, 4]
    found, free = ahead(few, low=0.0), ahead(few)
    assert found.clipped[0] and not free.clipped[0]
    assert_allclose(found.bands[:, 0, 0, :2], np.maximum(free.bands[:, 0, 0, :2], 0))
    assert free.bands[1, 0, 0, 0] < 0


def test_shares_near_an_end_are_fitted_on_the_logit() -> None:
    low, high = np.zeros(4), np.array([100, 100, 100, np.inf])
    values = np.array([[96, 97], [50, 60], [0, 5], [96, 97]], dtype=float)
    assert near_an_end(values, low, high).tolist() == [True, False, False, False]
    found = ahead([94, 96, 97, 98, 99, 99.2], low=0.0, high=100.0)
    upper = found.bands[:, 1, 0, :2]
    assert found.on_logit[0] and not found.clipped[0] and (upper < 100).all()


def test_a_percentage_may_be_turned_round() -> None:
    """People who do and people who do not: the same forecast from the other side."""
    values = np.array([2.0, 3, 2.5, 4, 3.5, 5, 4.5, 5.2, 5])
    one, other = (ahead(v, low=0.0, high=100.0) for v in (values, 100 - values))
    assert_allclose(one.value, 100 - other.value)
    assert_allclose(one.bands[:, 0], 100 - other.bands[:, 1])


# Seasons --------------------------------------------------------------------------------------

SEASON = np.array([6.0, -2, -5, 1])


def quarters(years: int, seed: int = 7) -> Floats:
    noise = np.random.default_rng(seed).normal(size=4 * years)
    values: Floats = 100 + 0.5 * np.arange(4 * years) + np.tile(SEASON, years) + noise
    return values


def test_seasons_are_found_and_put_back() -> None:
    found = ahead(quarters(6), a_year=4)
    assert found.seasonal[0]
    wanted = 100 + 0.5 * np.arange(24, 28) + SEASON
    assert np.abs(found.value[0] - wanted).max() < 2
    assert (found.bands[1, 0, 0] < wanted).all() and (wanted < found.bands[1, 1, 0]).all()


def test_the_effect_of_each_season_is_that_of_least_squares() -> None:
    y = quarters(6)
    knots = np.array([0, -8, -16, -24])  # a line that may bend every second year
    here = np.arange(24) - 23
    tents = np.maximum(0, 1 - np.abs(here[:, None] - knots) / 8)
    dummies = np.stack([here % 4 == k for k in (1, 2, 3)], axis=1).astype(float)
    weights = np.linalg.lstsq(np.hstack([tents, dummies]), y, rcond=None)[0]
    effect = np.r_[0, weights[-3:]] - weights[-3:].sum() / 4
    assert_allclose(seasons(y[None], 4, 4).effect[0], effect[here % 4], atol=1e-6)


def test_no_season_is_seen_where_there_is_none() -> None:
    noise = np.random.default_rng(11).normal(size=(400, 40))
    found = seasons(noise, 4, 4)
    assert 0.02 < found.found.mean() < 0.08, "about one in twenty by chance"
    assert (found.effect[~found.found] == 0).all()


def test_seasons_cannot_be_told_from_less_than_two_years() -> None:
    found = ahead(quarters(2)[:7], np.r_[np.nan, quarters(2)[1:]][:7], a_year=4)
    assert not found.telling.any() and not found.horizon.any()
    assert np.isnan(found.value).all()
    months = ahead(walk(23), a_year=12)
    assert not months.telling[0] and ahead(walk(24), a_year=12).telling[0]
