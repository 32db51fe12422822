"""Gaps and inequality against values that others computed (reference: README)."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.special import expit, logit, ndtri

from generator.indicators.methods.proportion import wilson
from generator.indicators.methods.rate import poisson
from generator.readings.difference import Side
from generator.readings.improve.groups.inequality import Scale, disparity, line, slope
from generator.readings.improve.groups.two_groups import gap

SHARED = Path(__file__).parents[3] / "shared/reference"
if not SHARED.is_dir():
    pytest.skip(f"NOT TESTED against reference values: {SHARED} is absent", allow_module_level=True)

DRAWS = 100_000


def cases(name: str, fewest: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((SHARED / name).read_text("utf-8"))["cases"]
    assert len(found) >= fewest, f"{name} has lost cases"
    return found


def said(name: str, passed: int, of: int, rest: str) -> None:
    print(f"\n{name}: {passed} of {of} cases passed{rest}", file=sys.stderr)


def one(*numbers: float) -> list[Any]:
    return [np.array([float(number)]) for number in numbers]


def side(method: str, count: float, of: float) -> Side:
    x, n = one(count, of)
    low, high = wilson(x, n) if method == "proportion" else [e / n for e in poisson(x)]
    return Side(x / n, low, high, x, n)


def test_two_groups_have_the_ratio_and_its_interval() -> None:
    kinds = {"rate_ratio_wald_log": "rate", "risk_ratio_wald_log": "proportion"}
    kinds["risk_difference_wald"] = "proportion"
    every, passed = cases("equity/two_group.json", 12), 0
    for case in every:
        if (method := kinds.get(case["kind"], "")) == "":
            continue
        given, expected = case["inputs"], case["expected"]
        of = [given.get(f"n{n}", given.get(f"pt{n}")) for n in (1, 0)]
        sides = [
            side(method, given[f"count{n}"], whole) for n, whole in zip((1, 0), of, strict=True)
        ]
        found = gap(np.array([method], dtype=object), *sides)
        pairs = [(found.ratio, "estimate"), (found.ratio_lower, "low"), (found.ratio_upper, "high")]
        if case["kind"] == "risk_difference_wald":  # our interval is Newcombe's: the value alone
            pairs = [(found.difference, "estimate")]
        for got, name in pairs:
            assert math.isclose(got[0], expected[name], rel_tol=1e-9), (case["id"], name)
        passed += 1
    assert passed == 9
    said("two_group", passed, len(every), " at 1e-9, the rest show another method")


def test_the_index_of_disparity_is_that_of_who() -> None:
    every, passed = cases("equity/summary_measures.json", 10), 0
    for case in every:
        if case["measure"] not in (
            "index_of_disparity_unweighted",
            "mean_diff_from_mean_unweighted",
        ):
            continue
        given = case["inputs"]
        value, people = (np.array(given[name], float) for name in ("estimate", "population"))
        of, share = np.zeros(len(value), np.int64), np.full(len(value), 1 / len(value))
        mean = np.array([np.average(value, weights=people)])
        found = float(disparity(of, value, mean, share)[0])
        if case["measure"].startswith("mean_diff"):  # the same, not in percent of the mean
            found *= float(mean[0]) / 100
        assert math.isclose(found, case["expected"]["estimate"], rel_tol=case["rel_tol"])
        passed += 1
    assert passed == 2
    said("summary_measures", passed, len(every), " at 1e-6, the rest show other measures")


def test_the_slope_index_of_inequality_is_that_of_ohid() -> None:
    """Values at 1e-12; ends of intervals, which OHID drew by lot, within 1% of their width."""
    every, intervals = cases("rates/sii.json", 22), 0
    for case in every:
        rows = {name: np.array(case[name], float) for name in ("value", "lower_cl", "upper_cl")}
        people, kind = np.array(case["population"], float), case["value_type"]
        scales: dict[str, Scale] = {"rate": "log", "proportion": "logit", "other": "plain"}
        scale: Scale = scales[kind] if case["transform"] else "plain"
        of, times = np.zeros(len(people), np.int64), case["multiplier"]
        for wanted in case["expected"]["intervals"] or [{"confidence": 0.95}]:
            value, low, high = rows.values()
            found = slope(of, value, low, high, people, scale, wanted["confidence"])
            near(found.slope[0] * times, case["expected"]["sii"], 1e-12, case["id"])
            near(turned(found.ratio[0], times), case["expected"]["rii"], 1e-12, case["id"])
            near(found.start[0], case["expected"]["intercept"], 1e-12, case["id"])
            ends = np.r_[found.lower, found.upper, found.ratio_lower, found.ratio_upper]
            if kind != "other" and not case["transform"]:
                ends = drawn(kind, rows, people, wanted["confidence"])
            got = [*sorted(ends[:2] * times), *sorted(turned(end, times) for end in ends[2:])]
            for measure, pair in (("sii", got[:2]), ("rii", got[2:])):
                limits = [wanted.get(f"{measure}_{name}") for name in ("lower", "upper")]
                if None not in limits:
                    width = limits[1] - limits[0]
                    assert np.allclose(pair, limits, rtol=0, atol=0.01 * width), case["id"]
                    intervals += 1
    assert intervals == 46
    said("sii", len(every), len(every), f", with {intervals} intervals within 1% of their width")


def near(got: float, wanted: float | None, tolerance: float, what: str) -> None:
    if wanted is not None:
        assert math.isclose(got, wanted, rel_tol=tolerance), (what, got, wanted)


def turned(ratio: float, times: float) -> float:
    return 1 / ratio if times < 0 else ratio


def drawn(kind: str, rows: dict[str, Any], people: Any, confidence: float) -> Any:
    """The ends by lot, of our own line through each draw: OHID draws rates and proportions on
    their scales also where it fits the line without them."""
    there, back = (np.log, np.exp) if kind == "rate" else (logit, expit)
    middle, low, high = (there(rows[name]) for name in ("value", "lower_cl", "upper_cl"))
    error = (high - low) / 2 / ndtri(0.975)
    sets = np.random.default_rng(1).normal(middle, error, (DRAWS, len(people)))
    of = np.repeat(np.arange(DRAWS), len(people))
    start, slant, _ = line(of, back(sets).ravel(), np.tile(people, DRAWS))
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    return np.r_[np.quantile(slant, tails), np.quantile((start + slant) / start, tails)]
