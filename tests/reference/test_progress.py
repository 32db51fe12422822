"""Comparisons and progress against values that others computed (reference: README)."""

from __future__ import annotations

import csv
import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.special import chdtri, ndtr

from generator import indicators, readings
from generator.indicators.methods import Published
from generator.model.indicator import Baseline, Indicator, Target
from generator.model.metric import Id, Metric
from generator.model.period import parse
from generator.model.place import Area
from generator.readings.improve.side_by_side import funnel
from generator.readings.prove import pace
from generator.readings.prove.aim import ON_TRACK
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


def test_shares_outside_the_limits_of_their_size_are_theirs() -> None:
    cases = _benchmarks("control_limits_proportion")
    for case in cases:
        average, n = (np.array([case[name]]) for name in ("benchmark_percent", "denominator"))
        lower, upper = funnel.of_shares(average / 100, n, _confidence(1 - ndtr(case["z"])))
        _same_word(case, case["value_percent"] / 100, lower[0], upper[0])
    print(f"\nbenchmark_comparison, proportions: {len(cases)} passed", file=sys.stderr)


def test_rates_outside_the_limits_of_their_size_are_theirs() -> None:
    """Their limits are those of the expected count as if it had been observed; ours, as in OHID's
    package, ask how likely what was observed is. One of four lies between the two: 7 events where
    13.1 are expected, which has a chance of 5%."""
    cases = _benchmarks("control_limits_poisson")
    between = []
    for case in cases:
        people = case["denominator"] / 100_000
        observed = np.array([case["value_per_100000"] * people]).round()
        expected = np.array([case["benchmark_per_100000"] * people])
        lower, upper = poisson_exact(expected, case["tail"])
        _same_word(case, observed[0], lower[0], upper[0])
        lower, upper = funnel.of_counts(expected, _confidence(case["tail"]))
        if case["expected"] != "similar" and lower[0] <= observed[0] <= upper[0]:
            between.append(case["id"])
            continue
        _same_word(case, observed[0], lower[0], upper[0])
    assert between == ["BM69"]
    print(
        f"\nbenchmark_comparison, rates: {len(cases) - 1} of {len(cases)} passed", file=sys.stderr
    )


def poisson_exact(count: Any, tail: float) -> tuple[Any, Any]:
    """The exact limits of a count that need not be whole: χ² halved (Ulm 1990)."""
    return chdtri(2 * count, 1 - tail) / 2, chdtri(2 * count + 2, tail) / 2


def _confidence(tail: float) -> float:
    return float(1 - 2 * tail)


def _same_word(case: dict[str, Any], value: float, lower: float, upper: float) -> None:
    """All of these are of something of which less is better."""
    assert case["polarity"] == "low is good"
    word = "better" if value < lower else "worse" if value > upper else "similar"
    assert word == case["expected"], case["id"]


def test_progress_agrees_with_statistics_canada_where_the_rules_are_the_same() -> None:
    """Met and deterioration do not hang on which ratio is used (theirs grows, ours is linear)."""
    rows = [row for row in _statcan() if _comparable(row)]
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


def test_growth_is_that_of_statistics_canada() -> None:
    """Without a target the growth a year itself, towards the better; with one the ratio."""
    rows = [row for row in _statcan() if row["progress_value"]]
    assert len(rows) >= 83
    for row in rows:
        then, now, gone = (np.array([number]) for number in _made(row))
        if row["target"]:
            goal = np.array([float(row["target"])])
            due = np.array([float(row["target_year"]) - float(row["base_year"])])
            got = pace.compound(now, then, goal, gone, due)[0]
        else:
            got = pace.growth(now, then, gone)[0] * int(row["direction"])
        assert got == pytest.approx(float(row["progress_value"]), rel=1e-9, abs=1e-15), row["id"]
    print(f"\ncagr_statcan: {len(rows)} values passed, rel 1e-9", file=sys.stderr)


def test_the_word_for_a_growth_is_theirs() -> None:
    """Their words by our cut-off: substantial is on track; moderate and limited are not."""
    rows = [row for row in _statcan() if row["target"] and row["progress_value"]]
    assert len(rows) >= 33
    for row in rows:
        on_track = float(row["progress_value"]) >= ON_TRACK
        assert on_track == (row["status"] == "substantial_progress"), row["id"]
        wrong_way = float(row["progress_value"]) < 0
        assert wrong_way == (row["status"] == "deterioration"), row["id"]
    print(f"\ncagr_statcan: {len(rows)} words passed of those with a target", file=sys.stderr)


def _statcan() -> list[dict[str, str]]:
    with (PROGRESS / "cagr_statcan.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _made(row: dict[str, str]) -> tuple[float, float, float]:
    """Then, now, and the years between."""
    first, last = float(row["base_year"]), float(row["current_year"])
    return float(row["base_value"]), float(row["current_value"]), last - first


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
