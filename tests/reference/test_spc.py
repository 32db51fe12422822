"""Statistical process control against values that others computed (reference: README)."""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.readings.improve.process_control import rules
from generator.readings.improve.process_control.assured import assured
from generator.readings.improve.process_control.limits import Limits, process_limits

SPC = Path(__file__).parents[3] / "shared/reference/spc"
if not SPC.is_dir():
    pytest.skip(f"NOT TESTED against reference values: {SPC} is absent", allow_module_level=True)

DIRECTION = {"increase": "up", "decrease": "down", "neutral": "none"}
RULES = {
    "Common Cause": (0, 0),
    "Above UCL": (rules.OUTSIDE, 1),
    "Below LCL": (rules.OUTSIDE, -1),
    "7 Point Trend (Increasing)": (rules.TREND, 1),
    "7 Point Trend (Decreasing)": (rules.TREND, -1),
    "2 in 3 Above CL": (rules.TWO_IN_THREE, 1),
    "2 in 3 Below CL": (rules.TWO_IN_THREE, -1),
    "7 Points Above CL": (rules.SHIFT, 1),
    "7 Points Below CL": (rules.SHIFT, -1),
}
VERDICTS = {
    "consistent_pass": "consistently meets target",
    "consistent_fail": "consistently misses target",
    "inconsistent": "hit and miss",
    None: "",
}


def _cases(name: str, minimum: int) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((SPC / name).read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= minimum, f"{name} has lost cases"
    return cases


def _said(name: str, passed: int, of: int, tolerance: str) -> None:
    print(f"\n{name}: {passed} of {of} cases passed, {tolerance}", file=sys.stderr)


def _row(numbers: list[float | None]) -> NDArray[np.float64]:
    return np.array([[np.nan if n is None else n for n in numbers]], dtype=float)


def _signs(numbers: list[int]) -> NDArray[np.int8]:
    return np.array([numbers], dtype=np.int8)


def _rule(function: str, given: dict[str, Any]) -> NDArray[Any]:
    first = next(iter(given.values()))
    groups = np.zeros((1, len(first)), dtype=np.int64)
    if function == "seven_points_one_side_endpoint":
        return rules.run_ends(_signs(given["relative_to_mean"]), groups)
    if function == "seven_point_trend_endpoint":
        steps = np.sign(np.diff(given["values"], prepend=given["values"][:1]))
        return rules.trend_ends(steps[None].astype(np.int8))
    if function == "spread_endpoint_to_seven_points":
        return rules.spread(_signs(given["endpoint_flags"]) != 0)
    close, side = _signs(given["close_to_limits"]) != 0, _signs(given["relative_to_mean"])
    if function == "two_in_three_window":
        return rules.windows_of_three(close, side, groups)
    assert function == "two_in_three_flagged_points"
    return rules.two_in_three(close, side, groups)


def test_each_rule_alone() -> None:
    cases = _cases("rule_unit_vectors.json", 28)
    for case in cases:
        got = _rule(case["function"], case["input"])[0].astype(int).tolist()
        assert got == case["expected"], case
    _said("rule_unit_vectors", len(cases), len(cases), "exact")


def _near(got: NDArray[np.float64], expected: Any, what: str, tolerance: float) -> None:
    """Each point against one number, or one a point (null: none)."""
    wanted = expected if isinstance(expected, list) else [expected] * len(got)
    np.testing.assert_allclose(got, _row(wanted)[0], rtol=tolerance, atol=1e-14, err_msg=what)


def _limits(limits: Limits) -> dict[str, NDArray[np.float64]]:
    return {
        "mean": limits.mean[0],
        "lpl": limits.lower[0],
        "upl": limits.upper[0],
        "near_lpl": limits.near_lower[0],
        "near_upl": limits.near_upper[0],
    }


def test_limits() -> None:
    """One case is a quirk of the packages that we do not follow: with no moving range left but
    0 they set both limits on the mean and mark every point; we draw no limits (methods 1.6)."""
    cases = _cases("limits.json", 6)
    quirks = 0
    for case in cases:
        values = _row(case["values"])
        groups = np.zeros(values.shape, dtype=np.int64)
        limits = process_limits(values, groups, screen=case["screen_outliers"])
        points = rules.special_cause(values, groups, limits)
        if "quirk" in case:
            quirks += 1
            assert np.isnan(limits.lower).all() and not points.rule.any()
            continue
        expected = case["expected"]
        for name, got in _limits(limits).items():
            if name in expected:
                _near(got, expected[name], f"{case['id']} {name}", case["rel_tol"])
        if "special_cause_flag" in expected:
            assert (points.rule[0] > 0).astype(int).tolist() == expected["special_cause_flag"]
    _said("limits", len(cases) - quirks, len(cases), "rel 1e-12; the rest is a quirk not followed")


def _groups(case: dict[str, Any]) -> NDArray[np.int64]:
    """Each date's group, by the dates from which limits start afresh."""
    starts = [date.fromisoformat(text) for text in case["options"]["rebase"] or ()]
    dates = [date.fromisoformat(text) for text in case["dates"]]
    return np.array([[sum(start <= day for start in starts) for day in dates]], dtype=np.int64)


def _used(case: dict[str, Any], groups: NDArray[np.int64]) -> NDArray[np.bool_]:
    """The first values of each group, as many as the options fix."""
    fixed = case["options"]["fix_after_n_points"] or groups.shape[1]
    places = [int((groups[0, :n] == group).sum()) for n, group in enumerate(groups[0])]
    return np.array([[place < fixed for place in places]])


def _whole(case: dict[str, Any], tolerance: float) -> None:
    """A whole run: groups, limits, every point, the last point's kind, the assurance."""
    expected, options = case["expected"], case["options"]
    values, groups = _row(case["values"]), _groups(case)
    assert groups[0].tolist() == expected["rebase_group"], case["id"]
    limits = process_limits(values, groups, _used(case, groups), options["screen_outliers"])
    for name, got in _limits(limits).items():
        if name in expected:
            _near(got, expected[name], f"{case['id']} {name}", tolerance)
    points = rules.special_cause(values, groups, limits)
    pairs = zip(points.rule[0].tolist(), points.side[0].tolist(), strict=True)
    assert [*pairs] == [RULES[word] for word in expected["special_cause_type"]], case["id"]
    direction = DIRECTION[options["improvement_direction"]]
    kinds = [_kind(side, direction) for side in points.side[0].tolist()]
    assert kinds == expected["point_type"], case["id"]
    assert kinds[-1] == expected["variation_type_last_point"], case["id"]
    target = np.nan if options["target"] is None else options["target"]
    judged = assured(
        limits.lower[:, -1],
        limits.upper[:, -1],
        np.array([direction], dtype=object),
        np.array([target], dtype=float),
    )
    assert judged[0] == VERDICTS[expected["assurance_type"]], case["id"]


def _kind(side: int, direction: str) -> str:
    if not side:
        return "common_cause"
    if direction == "none":
        return "special_cause_neutral_high" if side > 0 else "special_cause_neutral_low"
    better = (side > 0) == (direction == "up")
    return "special_cause_improvement" if better else "special_cause_concern"


def test_whole_series() -> None:
    cases = _cases("series.json", 23)
    for case in cases:
        _whole(case, 1e-9)
    points = sum(len(case["values"]) for case in cases)
    _said("series", len(cases), len(cases), f"limits rel 1e-9, {points} points exact")


def test_edge_cases() -> None:
    """Constant series, series whose limits collapse and single points are where we mean to differ
    (methods 1.6): we draw no limits and find nothing."""
    cases = _cases("edge_cases.json", 6)
    kept: Counter[str] = Counter()
    for case in cases:
        if case["id"] in ("E01", "E02", "E04"):
            values, groups = _row(case["values"]), _groups(case)
            limits = process_limits(values, groups, screen=case["options"]["screen_outliers"])
            assert np.isnan(limits.lower).all(), case["id"]
            assert not rules.special_cause(values, groups, limits).rule.any(), case["id"]
            kept["differ by intent"] += 1
        else:
            _whole(case, 1e-9)
            kept["passed"] += 1
    _said("edge_cases", kept["passed"], len(cases), f"limits rel 1e-9, labels exact; {dict(kept)}")


def test_assurance() -> None:
    cases = _cases("assurance.json", 6)
    for case in cases:
        lower, upper = case["groups"][-1] if "groups" in case else (case["lpl"], case["upl"])
        got = assured(
            np.array([float(lower)]),
            np.array([float(upper)]),
            np.array([DIRECTION[case["improvement_direction"]]], dtype=object),
            np.array([float(case["target"])]),
        )
        assert got[0] == VERDICTS[case["expected"]], case
    _said("assurance", len(cases), len(cases), "exact")
