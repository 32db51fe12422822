"""Proportions, rates and means against values that others computed (reference: README)."""

from __future__ import annotations

import csv
import json
import math
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from generator.indicators.methods import Columns, Mean, Proportion, Rate, Values
from generator.model.metric import Id

RATES = Path(__file__).parents[3] / "shared/reference/rates"
if not RATES.is_dir():
    pytest.skip(f"NOT TESTED against reference values: {RATES} is absent", allow_module_level=True)

Method = Callable[..., Columns]


def _cases(name: str, minimum: int) -> tuple[list[dict[str, str]], int]:
    with (RATES / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    applying = [row for row in rows if row["applies"] == "yes"]
    assert len(applying) >= minimum, f"{name} has lost cases"
    return applying, len(rows)


def _column(text: str) -> Values:
    return Values(np.array([float(text) if text else math.nan]))


def _near(got: float, expected: str, tolerance: str, what: str) -> None:
    if expected == "":
        return
    wanted = float(expected)
    assert math.isclose(got, wanted, rel_tol=float(tolerance), abs_tol=1e-15), (what, got, wanted)


def _said(name: str, passed: int, of: int) -> None:
    print(f"\n{name}: {passed} of {of} cases passed, the rest show another method", file=sys.stderr)


def test_proportions_are_those_of_wilson() -> None:
    rows, total = _cases("proportion_wilson.csv", 29)
    for row in rows:
        got = Proportion(Id("x"), Id("n"))(
            _column(row["x"]), _column(row["n"]), confidence=float(row["confidence"])
        )
        scale = float(row["multiplier"]) / 100  # ours are in percent
        for limit in ("value", "lower", "upper"):
            value = float(getattr(got, limit)[0]) * scale
            _near(value, row[limit], row["rel_tol"], f"{row['id']} {limit}")
    _said("proportion_wilson", len(rows), total)


def test_rates_are_exact_below_ten_events_and_byars_above() -> None:
    rows, total = _cases("rate_byar_exact.csv", 23)
    for row in rows:
        got = Rate(Id("x"), Id("n"), per=float(row["multiplier"]))(
            _column(row["events"]),
            _column(row["person_time"]),
            confidence=float(row["confidence"]),
        )
        for limit in ("value", "lower", "upper"):
            value = float(getattr(got, limit)[0])
            _near(value, row[limit], row["rel_tol"], f"{row['id']} {limit}")
        assert ("exact" in got.method[0]) == (float(row["events"]) < 10)
    _said("rate_byar_exact", len(rows), total)


def test_means_have_the_interval_of_students_t() -> None:
    cases = json.loads((RATES / "mean_t.json").read_text(encoding="utf-8"))["cases"]
    assert cases
    for case in cases:
        scores, expected = np.array(case["values"]), case["expected"]
        columns = [
            Values(np.array([number]))
            for number in (scores.sum(), float(len(scores)), (scores**2).sum())
        ]
        for confidence, name in ((0.95, "95"), (0.998, "99_8")):
            got = Mean(Id("s"), Id("n"), Id("q"))(columns[0], columns[1], columns[2], confidence)
            for value, wanted in (
                (got.value[0], expected["mean"]),
                (got.lower[0], expected[f"lower{name}"]),
                (got.upper[0], expected[f"upper{name}"]),
            ):
                # From sums of squares a few digits go: 1e-12 holds for the raw scores.
                assert math.isclose(value, wanted, rel_tol=max(case["rel_tol"], 1e-11))
    _said("mean_t", len(cases), len(cases))
