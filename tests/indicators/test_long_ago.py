"""A baseline that nobody named is warned of where it lies over ten years back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.indicators import compute
from generator.indicators.methods import Published
from generator.model.indicator import Baseline, Indicator
from generator.model.metric import Id, Metric
from generator.model.period import parse
from tests.report_examples import SETTINGS, inputs, metric_rows

DEATHS = Indicator(Id("deaths"), "Deaths", "per 100,000", "down", Published())


def problems(first: str, last: str, **changed: Any) -> list[str]:
    rows = [{"metric": "deaths", "period": p, "value": v} for p, v in ((first, 90.0), (last, 80.0))]
    metric = Metric(Id("deaths"), "Deaths", "scores")
    made = inputs((replace(DEATHS, **changed),), (metric,), metric_rows(rows))
    return [f"{p.level}: {p.what}" for p in compute(made, SETTINGS)[1]]


def test_over_ten_years_back_is_warned_of() -> None:
    assert problems("2003", "2024") == [
        "warning: without a baseline it is judged since its first value, 2003"
    ]


def test_ten_years_are_not_and_neither_is_a_named_baseline() -> None:
    assert problems("2014", "2024") == []
    assert problems("2003", "2024", baseline=Baseline(parse("2003"))) == []


def test_where_neither_way_is_better_there_is_nothing_to_mislead() -> None:
    assert problems("2003", "2024", direction="none") == []
