"""Readings of a few rows of one metric, for tests that need little else."""

from __future__ import annotations

from typing import Any

import pandas as pd

from generator import indicators, readings
from generator.indicators.methods import Published
from generator.model.indicator import Baseline, Indicator, Method, Target
from generator.model.metric import Id, Metric
from generator.model.period import parse
from generator.model.place import Area
from generator.model.words import TargetKind
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

AREAS = {MAIN: Area(MAIN, "Aldermoor"), ENGLAND: Area(ENGLAND, "England")}


def indicator(
    direction: str = "up", method: Method | None = None, unit: str = "score", **rest: Any
) -> Indicator:
    """An indicator of published values, unless a method is given."""
    used = method or Published(Id("m"))
    return Indicator(Id("i"), "Scores", unit, direction, used, **rest)  # type: ignore[arg-type]


def target(
    period: str, value: float, to: float | None = None, kind: TargetKind = "reach"
) -> Target:
    return Target(parse(period), value, to, kind)


def baseline(period: str, value: float | None = None) -> Baseline:
    return Baseline(parse(period), value)


def series(**values: float) -> list[dict[str, Any]]:
    """Rows of one metric from y2020=5.0, …"""
    return [{"metric": "m", "period": name[1:], "value": value} for name, value in values.items()]


def read(indicator: Indicator, rows: list[dict[str, Any]], **rest: Any) -> pd.DataFrame:
    """All readings."""
    names = {str(row["metric"]) for row in rows} | {str(m) for m in indicator.method.metrics}
    metrics = rest.pop("metrics", None) or [Metric(Id(name), name, "scores") for name in names]
    made = inputs([indicator], metrics, metric_rows(rows), **{"areas": AREAS, **rest})
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    return readings.read(made, SETTINGS, results)[0]


def reading(name: str, indicator: Indicator, rows: list[dict[str, Any]], **rest: Any) -> pd.Series:
    """One reading of the whole main area."""
    found = read(indicator, rows, **rest)
    whole = (found[["organisation", "programme", "group"]] == "").all(axis=1)
    chosen = found[whole & (found["area"] == MAIN) & (found["reading"] == name)]
    return chosen.iloc[0]
