"""Comparisons and progress against values that others computed (reference: README)."""

from __future__ import annotations

import csv
import json
import math
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import Published
from generator.model.indicator import Baseline, Indicator, Target
from generator.model.metric import Id, Metric
from generator.model.period import parse
from generator.model.place import Area
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

PROGRESS = Path(__file__).parents[3] / "shared/reference/progress"
if not PROGRESS.is_dir():
    pytest.skip(
        f"NOT TESTED against reference values: {PROGRESS} is absent", allow_module_level=True
    )

DIRECTION = {"high is good": "up", "low is good": "down", "no judgement": "none"}


def _readings(indicator: Indicator, rows: list[dict[str, Any]]) -> pd.DataFrame:
    made = inputs(
        [indicator],
        [Metric(Id("m"), "M", "scores")],
        metric_rows({"metric": "m", **row} for row in rows),
        areas={MAIN: Area(MAIN, "Here"), ENGLAND: Area(ENGLAND, "England")},
    )
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    found, _ = readings.read(made, SETTINGS, results)
    return found[found["area"] == MAIN].set_index("reading")


def _indicator(direction: str, **rest: Any) -> Indicator:
    return Indicator(Id("i"), "I", "score", direction, Published(Id("m")), **rest)  # type: ignore[arg-type]


def _benchmarks(kind: str) -> list[dict[str, Any]]:
    path = PROGRESS / "benchmark_comparison.json"
    cases = json.loads(path.read_text(encoding="utf-8"))["cases"]
    chosen = [case for case in cases if case["kind"] == kind]
    assert chosen, f"no case of {kind}"
    return chosen


def test_another_place_outside_our_interval_is_better_or_worse() -> None:
    cases = _benchmarks("single_ci")
    for case in cases:
        found = _readings(
            _indicator(DIRECTION[case["polarity"]], compare_with=(ENGLAND,)),
            [
                {
                    "period": "2024",
                    "value": case["value"],
                    "lower": case["lower95"],
                    "upper": case["upper95"],
                },
                {"period": "2024", "value": case["benchmark"], "area": ENGLAND},
            ],
        )
        assert found.loc["against a comparator", "verdict"] == case["expected"], case["id"]
    print(f"\nbenchmark_comparison, single_ci: {len(cases)} passed", file=sys.stderr)


def test_a_change_is_clear_when_two_intervals_do_not_overlap() -> None:
    cases = _benchmarks("two_intervals")
    words = {"overlap": "no clear change", "lower": "lower", "higher": "higher"}
    for case in cases:
        then = {"value": "other_value", "lower": "other_lower95", "upper": "other_upper95"}
        now = {"value": "value", "lower": "lower95", "upper": "upper95"}
        found = _readings(
            _indicator("none"),
            [
                {"period": period, **{name: case[key] for name, key in keys.items()}}
                for period, keys in (("2023", then), ("2024", now))
            ],
        )
        assert found.loc["since baseline", "verdict"] == words[case["expected"]], case["id"]
    print(f"\nbenchmark_comparison, two_intervals: {len(cases)} passed", file=sys.stderr)


def test_a_target_is_met_at_its_value() -> None:
    cases = _benchmarks("target_value")
    for case in cases:
        target = Target(parse("2024"), case["target"])
        found = _readings(
            _indicator(DIRECTION[case["polarity"]], targets=(target,)),
            [{"period": "2024", "value": case["value"]}],
        )
        met = found.loc["towards target", "verdict"] == "target met"
        assert met == (case["expected"] == "met"), case["id"]
    print(f"\nbenchmark_comparison, target_value: {len(cases)} passed", file=sys.stderr)


def test_progress_agrees_with_statistics_canada_where_the_rules_are_the_same() -> None:
    """Met and deterioration do not hang on which ratio is used (theirs grows, ours is linear)."""
    with (PROGRESS / "cagr_statcan.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if _comparable(row)]
    assert len(rows) >= 15
    words = {"target_achieved": "target met", "deterioration": "getting worse"}
    for row in rows:
        found = _readings(
            _indicator(
                "up" if row["direction"] == "1" else "down",
                baseline=Baseline(parse(_year(row["base_year"]))),
                targets=(Target(parse(_year(row["target_year"])), float(row["target"])),),
                decimals=6,
            ),
            [
                {"period": _year(row["base_year"]), "value": float(row["base_value"])},
                {"period": _year(row["current_year"]), "value": float(row["current_value"])},
            ],
        )
        assert found.loc["towards target", "verdict"] == words[row["status"]], row["id"]
    print(f"\ncagr_statcan: {len(rows)} passed of those met or worse", file=sys.stderr)


def _comparable(row: dict[str, str]) -> bool:
    given = all(row[name] for name in ("base_value", "current_value", "target", "target_year"))
    same_rule = row["status"] in ("target_achieved", "deterioration")
    return given and same_rule and float(row["current_year"]) - float(row["base_year"]) >= 2


def _year(text: str) -> str:
    return str(math.floor(float(text)))


def test_linear_ratio_of_ninety_five_percent_is_on_track() -> None:
    """From 40 at the end of 2015 to 60 at the end of 2025 (3,653 days), read at the end of 2020
    (1,827 days): 0.95 x 1,827 / 3,653 x 20 = 9.503 is the least that is on track."""
    for value, verdict in ((49.504, "on track"), (49.502, "improving but not on track")):
        found = _readings(
            _indicator("up", targets=(Target(parse("2025"), 60),)),
            [{"period": "2015", "value": 40}, {"period": "2020", "value": value}],
        )
        assert found.loc["towards target", "verdict"] == verdict
