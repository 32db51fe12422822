"""Standardised rates against values that OHID published (reference: README)."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.indicators.methods import (
    ByCategory,
    Columns,
    DirectlyStandardised,
    IndirectlyStandardised,
)
from generator.indicators.methods.columns import CATEGORY_MISSING, FEW_EVENTS
from generator.model.metric import Id
from generator.model.standard import ESP2013

RATES = Path(__file__).parents[3] / "shared/reference/rates"
if not RATES.is_dir():
    pytest.skip(f"NOT TESTED against reference values: {RATES} is absent", allow_module_level=True)

X, N, AGE = Id("x"), Id("n"), Id("age_group")
LEVELS = ((0.95, "95"), (0.998, "99_8"))
TOLERANCE = 1e-9


def _cases(name: str, minimum: int) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((RATES / name).read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= minimum, f"{name} has lost cases"
    return cases


def _by_category(numbers: list[float | None], blank: float = math.nan) -> ByCategory:
    row = [blank if number is None else number for number in numbers]
    return ByCategory(np.array([row], dtype=float), tuple(f"a{n}" for n in range(len(row))))


def _same(got: Columns, expected: dict[str, Any], level: str, tolerance: float) -> None:
    for ours, theirs in (
        ("value", "value"),
        ("lower", f"lower{level}"),
        ("upper", f"upper{level}"),
    ):
        value, wanted = float(getattr(got, ours)[0]), expected[theirs]
        if wanted is None:
            assert math.isnan(value), (theirs, value)
        else:
            assert math.isclose(value, wanted, rel_tol=tolerance), (theirs, value, wanted)


def test_direct_rates_are_those_of_dobson_and_byar() -> None:
    """Of the cases with fewer than 10 events one count is blank; there too it gives no rate."""
    cases = _cases("dsr.json", 4)
    for case in cases:
        assert tuple(case["standard_population"]) == ESP2013
        method = DirectlyStandardised(X, N, AGE, "esp2013", per=case["multiplier"])
        people, expected = _by_category(case["population"]), case["expected"]
        for confidence, level in LEVELS:
            got = method(_by_category(case["events"], blank=0), people, confidence)
            _same(got, expected, level, case["rel_tol"])
        assert got.numerator[0] == expected["total_count"]
        assert got.denominator[0] == expected["total_pop"]
        blank = None in case["events"]
        assert got.undefined[0] == (FEW_EVENTS if blank else "")
        assert method(_by_category(case["events"]), people).undefined[0] == (
            CATEGORY_MISSING if blank else ""
        )
    print(f"\ndsr: {len(cases)} of {len(cases)} cases passed", file=sys.stderr)


def test_indirect_rates_and_ratios_are_theirs_where_no_count_is_blank() -> None:
    """They count a blank as 0. With a 0 in its place ours is theirs; left blank it gives none."""
    cases = _cases("isr.json", 6)
    blank = 0
    for case in cases:
        expected, is_rate = case["expected"], case["kind"] == "rate"
        method = IndirectlyStandardised(
            X, N, AGE, "reference", per=case["multiplier"] if is_rate else None
        )
        scale = 1.0 if is_rate else case["multiplier"] / 100
        people, of_events, of_people = (
            _by_category(case[name])
            for name in ("population", "reference_events", "reference_population")
        )
        for confidence, level in LEVELS:
            events = _by_category(case["events"], blank=0)
            got = method(events, people, of_events, of_people, confidence)
            scaled = Columns(
                **{
                    **vars(got),
                    **{name: getattr(got, name) * scale for name in ("value", "lower", "upper")},
                }
            )
            _same(scaled, expected, level, TOLERANCE)
        assert got.numerator[0] == expected["observed"]
        assert math.isclose(got.denominator[0], expected["expected"], rel_tol=TOLERANCE)
        assert ("exact" in got.method[0]) == (expected["method"] == "Exact")
        if None in case["events"]:
            blank += 1
            events = _by_category(case["events"])
            undefined = method(events, people, of_events, of_people).undefined
            assert undefined[0] == CATEGORY_MISSING
    assert blank
    print(
        f"\nisr: {len(cases)} of {len(cases)} cases passed, {blank} with 0 for a blank",
        file=sys.stderr,
    )
