"""Funnels against those that OHID's package draws (reference: README)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.readings.improve.side_by_side import funnel

FUNNELS = Path(__file__).parents[3] / "shared/reference/rates/funnels.json"
if not FUNNELS.is_file():
    pytest.skip(
        f"NOT TESTED against reference values: {FUNNELS} is absent", allow_module_level=True
    )
PRINTED = 1e-6
"""In percent: six digits after the point are printed."""
BISECTED = 1e-4
"""Relative: the source looks for its curves by halving."""
LABELS = {
    -2: "Low (0.001)",
    -1: "Low (0.025)",
    0: "Not significant",
    1: "High (0.025)",
    2: "High (0.001)",
}
SUFFIX = {funnel.INNER: "95", funnel.OUTER: "99_8"}


def _cases(kind: str) -> list[dict[str, Any]]:
    cases = json.loads(FUNNELS.read_text(encoding="utf-8"))["cases"]
    found = [case for case in cases if case["kind"] == kind]
    assert found, f"no case of {kind}"
    return found


def _column(numbers: list[float | None]) -> funnel.Floats:
    return np.array(numbers, dtype=float)


def _same_labels(id: str, levels: np.ndarray[Any, Any], expected: list[str | None]) -> None:
    got = [LABELS[level] for level in levels.tolist()]
    given = [(mine, other) for mine, other in zip(got, expected, strict=True) if other]
    assert len(given) >= len(expected) / 2
    assert [mine for mine, _ in given] == [other for _, other in given], id
    print(f"\nfunnels, {id}: {len(given)} labels passed, exact", file=sys.stderr)


def test_shares_lie_where_they_do_for_ohid() -> None:
    for case in _cases("proportion_significance"):
        x, n = _column(case["numerator"]), _column(case["denominator"])
        average = np.full(x.shape, x.sum() / n.sum())
        _same_labels(case["id"], funnel.share_levels(x, n, average), case["expected"])


def test_the_curves_of_shares_are_theirs() -> None:
    significance = _cases("proportion_significance")[0]
    average = sum(significance["numerator"]) / sum(significance["denominator"])
    for case in _cases("proportion_limits_percent"):
        n, expected = _column(case["population"]), case["expected"]
        assert 100 * average == pytest.approx(expected["baseline"], abs=PRINTED)
        for level, name in SUFFIX.items():
            lower, upper = funnel.of_shares(np.full(n.shape, average), n, level)
            assert 100 * lower == pytest.approx(_column(expected[f"lower_{name}"]), abs=PRINTED)
            assert 100 * upper == pytest.approx(_column(expected[f"upper_{name}"]), abs=PRINTED)
        print(
            f"\nfunnels, {case['id']}: {4 * len(n)} limits passed, abs {PRINTED}", file=sys.stderr
        )


def test_observed_and_expected_events_lie_where_they_do_for_ohid() -> None:
    for case in _cases("ratio_significance"):
        levels = funnel.count_levels(_column(case["observed"]), _column(case["expected_events"]))
        _same_labels(case["id"], levels, case["expected"])


def test_rates_lie_where_they_do_for_ohid() -> None:
    """A standardised rate stands for as many people as would have its events at that rate; where
    there were none it is left out, as there."""
    for case in _cases("rate_significance"):
        x, people = _column(case["count"]), _column(case["population"])
        if case["rate_type"] == "dsr":
            rate = _column(case["rate"])
            x, rate = np.where(x > 0, x, np.nan), np.where(x > 0, rate, np.nan)
            people = case["multiplier"] * x / rate
        average = np.nansum(x) / np.nansum(people)
        _same_labels(case["id"], funnel.count_levels(x, average * people), case["expected"])


def test_the_curves_of_counts_are_theirs() -> None:
    """They give, for a whole count, the expected one at which it just lies on the curve."""
    for case in _cases("poisson_exact_funnel"):
        observed, expected = _column(case["observed"]), case["expected"]
        for level, name in SUFFIX.items():
            for end, side in enumerate(("lower", "upper")):
                at = _column(expected[f"{side}_{name}_expected"])
                found = funnel.of_counts(at, level)[end]
                assert found == pytest.approx(observed, rel=BISECTED)
                ratio = _column(expected[f"{side}_{name}_isr"])
                assert 100 * found / at == pytest.approx(ratio, rel=BISECTED)
        of = 8 * len(observed)
        print(f"\nfunnels, {case['id']}: {of} limits passed, rel {BISECTED}", file=sys.stderr)
