"""Forecasts and lines against values that others computed (reference: README)."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.readings.improve.forecasting.models import damped_holt as holt
from generator.readings.improve.forecasting.models import line
from generator.readings.improve.forecasting.models.ahead import Ahead
from generator.readings.improve.forecasting.models.drift import drift
from generator.readings.improve.forecasting.models.mean import mean
from generator.readings.improve.forecasting.models.naive import naive
from generator.readings.improve.forecasting.models.theil_sen import theil_sen

FORECAST = Path(__file__).parents[3] / "shared/reference/forecast"
if not FORECAST.is_dir():
    pytest.skip(
        f"NOT TESTED against reference values: {FORECAST} is absent", allow_module_level=True
    )

Case = dict[str, Any]
NAMES = {"slope_se": "slope_error", "intercept_se": "intercept_error"}
TINY = 1e-13
"""Absolutely: a spread of 0 is 1e-15 in R's own output."""


def _cases(name: str, minimum: int) -> list[Case]:
    cases: list[Case] = json.loads((FORECAST / name).read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= minimum, f"{name} has lost cases"
    return cases


def _said(name: str, passed: int, total: int, kinds: str) -> None:
    text = f"\n{name}: {passed} of {total} cases passed at relative 1e-9 ({kinds})"
    print(text, file=sys.stderr)


def _holt(case: Case, settings: holt.Settings, sigma2: float, steps: int) -> tuple[Any, Ahead]:
    values = np.array([case["y"]], dtype=float)
    found = holt.follow(values, settings)
    value, error = holt.to_come(found, settings, np.array([sigma2]), steps)
    return found.fitted[0], Ahead(value, error, np.array([np.inf]), found.fitted)


def _small(case: Case) -> Ahead:
    values = np.array([case["y"]], dtype=float)
    first, trend = case["y"][0], case["y"][1] - case["y"][0]
    match case["method"]:
        case "linear_ols":
            return line.line(values, case["h"])
        case "mean":
            return mean(values, case["h"])
        case "naive":
            return naive(values, case["h"])
        case "drift":
            return drift(values, case["h"])
        case "ses_alpha0.5_l0_first":
            settings = holt.Settings(case["alpha"], 0.0, 1.0, first, 0.0)
        case "holt_alpha0.8_beta0.2_simple":
            beta = case["alpha"] * case["beta"]  # R's beta is ours as a share of alpha
            settings = holt.Settings(case["alpha"], beta, 1.0, first, trend)
        case other:
            raise AssertionError(f"there is no method {other} here")
    return _holt(case, settings, case["sigma2"], case["h"])[1]


def test_forecasts_of_small_samples_are_those_of_r() -> None:
    cases = _cases("small_samples.json", 30)
    kinds: Counter[str] = Counter()
    for case in cases:
        found = _small(case)
        kinds[case["method"]] += 1
        np.testing.assert_allclose(found.value[0], case["mean"], case["rel_tol"], TINY, case["id"])
        for confidence, limits in ((0.8, ("lo80", "hi80")), (0.95, ("lo95", "hi95"))):
            for got, limit in zip(found.band(confidence), limits, strict=True):
                if limit in case:
                    wanted = case[limit]
                    np.testing.assert_allclose(got[0], wanted, case["rel_tol"], TINY, case["id"])
    _said(
        "small_samples", kinds.total(), len(cases), ", ".join(f"{k} {v}" for k, v in kinds.items())
    )


def test_smoothing_with_given_parameters_is_that_of_hyndman_and_athanasopoulos() -> None:
    cases = _cases("exponential_smoothing_fpp.json", 4)
    for case in cases:
        given = case["params"]
        beta = given.get("beta", given["alpha"] * given.get("beta_star", 0.0))
        settings = holt.Settings(
            given["alpha"], beta, given.get("phi", 1.0), given["l0"], given.get("b0", 0.0)
        )
        fitted, ahead = _holt(case, settings, given["sigma2"], len(case["mean"]))
        np.testing.assert_allclose(fitted, case["fitted"], case["rel_tol"], 0, case["id"])
        np.testing.assert_allclose(ahead.value[0], case["mean"], case["rel_tol"], 0, case["id"])
        if "lower95" in case:
            lower, upper = ahead.band(0.95)
            np.testing.assert_allclose(lower[0], case["lower95"], case["rel_tol"], 0, case["id"])
            np.testing.assert_allclose(upper[0], case["upper95"], case["rel_tol"], 0, case["id"])
    _said("exponential_smoothing_fpp", len(cases), len(cases), "fitted values, forecasts, bands")


def test_the_grid_comes_near_the_best_fit_that_r_finds() -> None:
    case = next(c for c in _cases("exponential_smoothing_fpp.json", 4) if c["id"] == "FPP_air_ets")
    values = np.array([case["y"]])
    found = holt.follow(values, holt.fit(values)[0]).fitted
    ours = float(np.sum((values - found) ** 2)) / values.size
    assert ours <= case["params"]["mse"] * 1.02, "R searches freely, we over a grid"


def test_straight_lines_are_those_of_nist_and_sen() -> None:
    cases = _cases("lines.json", 2)
    for case in cases:
        x, y = (np.array(case[name], dtype=float) for name in ("x", "y"))
        wanted = case["expected"]
        if case["kind"] == "ols":
            fit = line.fit(x, y[None, :])
            for name, value in wanted.items():
                got = float(getattr(fit, NAMES.get(name, name))[0])
                assert np.isclose(got, value, rtol=case["rel_tol"], atol=0), (name, got, value)
        else:
            slope, intercept = theil_sen(x, y[None, :])
            assert np.isclose(slope[0], wanted["slope"], rtol=1e-12)
            assert np.isclose(intercept[0], wanted["intercept_joint"], atol=1e-12)
    _said("lines", len(cases), len(cases), "Norris, Theil-Sen with the joint intercept")
