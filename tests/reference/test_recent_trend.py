"""Recent trends against values that others computed (reference: README)."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.readings.improve.five_points import (
    Trend,
    chi_squared_for_trend,
    of_intervals,
    of_proportions,
)
from generator.readings.improve.recent_trend import judged

FILE = Path(__file__).parents[3] / "shared/reference/progress/recent_trend.json"
if not FILE.is_file():
    pytest.skip(f"NOT TESTED against reference values: {FILE} is absent", allow_module_level=True)

DIRECTION = {"high is good": "up", "low is good": "down", None: "none"}


def _cases(*methods: str) -> list[dict[str, Any]]:
    cases = json.loads(FILE.read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= 8, "recent_trend.json has lost cases"
    chosen = [case for case in cases if case["method"] in methods]
    assert chosen, f"no case of {methods}"
    return chosen


def _column(case: dict[str, Any], name: str) -> np.ndarray[Any, np.dtype[np.float64]]:
    return np.array([case["series"][name]], dtype=float)


def _trend(case: dict[str, Any]) -> Trend:
    if case["method"] == "proportion":
        return of_proportions(_column(case, "count"), _column(case, "denominator"))
    return of_intervals(*(_column(case, name) for name in ("value", "lower", "upper")))


def test_trends_of_five_points() -> None:
    cases = _cases("proportion", "ci_weighted")
    for case in cases:
        trend, expected = _trend(case), case["expected"]
        if "chi2_2dp" in expected:
            assert round(float(trend.chi_squared[0]), 2) == expected["chi2_2dp"], case["id"]
        if "significant" in expected:
            assert bool(trend.clear[0]) == expected["significant"], case["id"]
        if "direction" in expected:
            assert (trend.slope[0] > 0) == (expected["direction"] == "increasing"), case["id"]
        if "label" in expected:
            direction = np.array([DIRECTION[case.get("polarity")]], dtype=object)
            assert judged(trend, direction)[0] == expected["label"].lower(), case["id"]
    print(f"\nrecent_trend: {len(cases)} passed, chi-squared to 2 decimals", file=sys.stderr)


def test_chi_squared_is_that_of_prop_trend_test() -> None:
    cases = _cases("chi2_trend_only")
    for case in cases:
        got = chi_squared_for_trend(_column(case, "count"), _column(case, "denominator"))[0]
        assert math.isclose(got, case["expected"]["chi2"], rel_tol=1e-9), case["id"]
    print(f"\nrecent_trend, chi-squared only: {len(cases)} passed at rel 1e-9", file=sys.stderr)
