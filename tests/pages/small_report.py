"""A report of the example borough with a few readings written out by hand, for tests of pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from generator.model import words
from generator.model.frames import READINGS, RESULTS
from generator.model.report import Inputs, Report
from generator.pages.lookup import Lookup
from tests.report_examples import MAIN, SETTINGS, aldermoor

READ: tuple[Mapping[str, Any], ...] = (
    {
        "indicator": "loneliness",
        "verdict": "Improving but not on track",
        "finding": "19.9% of adults often feel lonely. That is fewer than in 2021/22.",
        "period": "2025/26",
        "value": 19.9,
        "working": "indicators/loneliness/#working-towards-target",
    },
    {
        "indicator": "loneliness",
        "area": "E05000003",
        "verdict": "No clear change",
        "finding": "24.1% of adults often feel lonely.",
        "period": "2025/26",
        "value": 24.1,
        "working": "indicators/loneliness/#working-towards-target",
    },
    {
        "indicator": "settled_homes",
        "group": "tenure=rent",
        "verdict": "No clear change",
        "finding": "Renters: 69.3% are settled in their home.",
        "period": "2025/26",
        "value": 69.3,
        "working": "indicators/settled_homes/#working-since-baseline",
    },
    {
        "indicator": "life_satisfaction",
        "verdict": "Not published",
        "finding": "Nothing was published for 2024/25.",
        "period": "2024/25",
        "reason": "not available",
        "working": "indicators/life_satisfaction/",
    },
)


def readings(rows: tuple[Mapping[str, Any], ...] = READ) -> pd.DataFrame:
    """A READINGS frame from rows that name only what is filled."""
    blank = {name: np.nan if kind == "float64" else "" for name, kind in READINGS.items()}
    full = [{**blank, "area": MAIN, "reading": words.ON_A_CARD, **row} for row in rows]
    return pd.DataFrame(full, columns=list(READINGS)).astype(READINGS)


def results() -> pd.DataFrame:
    """A RESULTS frame with one row: the latest value of loneliness."""
    row = {name: np.nan if kind == "float64" else "" for name, kind in RESULTS.items()} | {
        "indicator": "loneliness",
        "frequency": "year-04",
        "period": "2025/26",
        "period_start": pd.Timestamp("2025-04-01"),
        "period_end": pd.Timestamp("2026-03-31"),
        "area": MAIN,
        "value": 19.9,
        "method": "proportion, Wilson interval",
    }
    return pd.DataFrame([row], columns=list(RESULTS)).astype(RESULTS)


@cache
def _whole() -> Report:
    return Report(SETTINGS, aldermoor(), results(), readings())


def report(**changed: Any) -> Report:
    """The report; `changed` replaces fields of its inputs."""
    inputs: Inputs = replace(_whole().inputs, **changed)
    return replace(_whole(), inputs=inputs)


def lookup(**changed: Any) -> Lookup:
    """The report, ready for page types."""
    return Lookup(report(**changed))
