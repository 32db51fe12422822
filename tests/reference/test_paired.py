"""Change in people against values that others computed (reference: README), from sums alone."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.readings.change import reliable
from tests.assessed import item, moved, sums

PAIRED = Path(__file__).parents[3] / "shared/reference/paired"
if not PAIRED.is_dir():
    pytest.skip(f"NOT TESTED against reference values: {PAIRED} is absent", allow_module_level=True)

THEIRS = {
    "n": "pairs",
    "mean_pre": "mean_before",
    "mean_post": "mean_after",
    "mean_change": "mean_change",
    "sd_change": "sd_change",
    "ci95_low": "change_lower",
    "ci95_high": "change_upper",
    "cohens_dz": "effect",
    "hedges_gz": "effect_corrected",
}
OF_THE_EFFECT = {"dz_ci_low": "effect_lower", "dz_ci_high": "effect_upper"}


def _cases(name: str, minimum: int) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = json.loads((PAIRED / name).read_text("utf-8"))["cases"]
    assert len(cases) >= minimum, f"{name} has lost cases"
    return cases


def _pairs(case: dict[str, Any]) -> tuple[list[float], list[float], int]:
    """First and latest scores of those who have both, and how many have not."""
    both = list(zip(case["pre"], case["post"], strict=True))
    pairs = [(first, last) for first, last in both if last is not None]
    return [first for first, _ in pairs], [last for _, last in pairs], len(both) - len(pairs)


def _of_two_partners(before: list[float], after: list[float], **settings: Any) -> pd.Series:
    """What the sums of the first third and of the others show together."""
    at = len(before) // 3
    rows = [
        {
            "scale": "star",
            "item": "money",
            "period": "2024",
            "organisation": partner,
            **sums(before[part], after[part], reliable=settings.get("reliable")),
        }
        for partner, part in (("east", slice(at)), ("west", slice(at, None)))
    ]
    one = item(better=settings.get("better", "up"), reliability=settings.get("reliability"))
    found = moved([one], rows)
    whole = found[found["organisation"] == ""]
    assert len(whole) == 1 and whole["computed"].iloc[0] == "summed over organisation"
    return whole.iloc[0]


def test_sums_give_the_published_interval_and_effect() -> None:
    cases = _cases("paired_change.json", 6)
    for case in cases:
        found, expected = _of_two_partners(case["pre"], case["post"]), case["expected"]
        for name, ours in THEIRS.items():
            got, wanted = float(found[ours]), expected[name]
            assert math.isclose(got, wanted, rel_tol=case["rel_tol"]), (case["id"], name, got)
        for name, ours in OF_THE_EFFECT.items():  # R's own search stops at about 3e-7
            got, wanted = float(found[ours]), expected[name]
            assert math.isclose(got, wanted, abs_tol=1e-6), (case["id"], name, got)
        # Not published, so counted by hand from the scores.
        pairs = list(zip(case["pre"], case["post"], strict=True))
        counts = [sum(last > first for first, last in pairs), sum(a == b for a, b in pairs)]
        counts.append(len(pairs) - sum(counts))
        assert [found[name] for name in ("better", "stayed", "worse")] == counts, case["id"]
        assert math.isclose(found["better_share"], 100 * counts[0] / len(pairs), rel_tol=1e-12)
        sd_before = expected["sd_pre"]
        assert math.isclose(
            found["effect_before"], expected["mean_change"] / sd_before, rel_tol=1e-9
        )
    print(
        f"\npaired_change: {len(cases)} of {len(cases)} cases passed at 1 part in 10⁹, the "
        "interval of the effect to 6 decimals; t, p and Wilcoxon's test are not shown",
        file=sys.stderr,
    )


def test_those_who_changed_reliably_are_theirs() -> None:
    """Sums carry how many changed reliably. Who has recovered, or changed by half of the first
    score, takes each person's scores: neither is ours, so that RC_hamd_pct50 is not."""
    cases = {case["id"]: case for case in _cases("reliable_change.json", 3)}
    case = cases.pop("RC_hamd")
    before, after, _ = _pairs(case)
    sd_before = np.array([np.std(before, ddof=1)])
    points = float(reliable.points(sd_before, np.array([case["reliability"]]))[0])
    settings = {"better": "down", "reliability": case["reliability"], "reliable": points}
    found, expected = _of_two_partners(before, after, **settings), case["expected"]
    assert found["reliable_points"] == pytest.approx(points, rel=1e-12)
    better, worse = (round(found[f"reliably_{w}_share"] * 0.40) for w in ("better", "worse"))
    assert better == expected["recovered"] + expected["improved"] == 29
    assert worse == expected["deteriorated"] + expected["harmed"] == 1
    assert found["pairs"] - better - worse == expected["unchanged"]

    case = cases.pop("RC_JT1991")
    sd, reliability = (np.array([case[name]]) for name in ("sd_pre", "reliability"))
    difference = reliable.points(sd, reliability)[0] / reliable.CRITICAL
    assert round(difference, 2) == case["expected"]["s_diff"]
    index = (case["post"][0] - case["pre"][0]) / difference
    assert round(index, 2) == case["expected"]["rci"]

    assert list(cases) == ["RC_hamd_pct50"]
    print(
        "\nreliable_change: 2 of 3 cases passed, counts exact, the index to 2 decimals; cutoffs, "
        "recovery and change by a percentage of the first score are not shown",
        file=sys.stderr,
    )
