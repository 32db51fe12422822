"""Quantiles of places against those that OHID published (reference: README)."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import numpy as np
import pytest

from generator.readings.improve.quantiles import quantile

FILE = Path(__file__).parents[3] / "shared/reference/rates/quantiles.json"
if not FILE.is_file():
    pytest.skip(f"NOT TESTED against reference values: {FILE} is absent", allow_module_level=True)
NO_VALUE_GIVEN = "Q_None"
"""The case in which a null among the expected says that none is given."""


def test_each_place_stands_in_the_part_in_which_ohid_has_it() -> None:
    cases = json.loads(FILE.read_text(encoding="utf-8"))["cases"]
    assert len(cases) >= 12
    total = 0
    for case in cases:
        value = np.array([math.nan if v is None else v for v in case["values"]], dtype=float)
        one = np.zeros(len(value), dtype=np.int64)
        found = quantile(
            value, one, one + case["nquantiles"], np.full(len(value), case["invert"])
        ).tolist()
        for place, got, wanted in zip(case["area"], found, case["expected"], strict=True):
            if wanted is None and case["id"] == NO_VALUE_GIVEN:
                continue
            assert got == (wanted or 0), (case["id"], place)
            total += 1
    print(f"\nquantiles: {total} places of {len(cases)} cases passed", file=sys.stderr)
