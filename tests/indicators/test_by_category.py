"""Standardised rates from rows: which feed which result, and what is said where they cannot."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from generator.errors import Problem
from generator.indicators import compute
from generator.indicators.methods import DirectlyStandardised, IndirectlyStandardised, Rate
from generator.model.indicator import Indicator, Method
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.place import Area, AreaLink
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

X, N, AGE = Id("x"), Id("n"), Id("age_group")
YOUNG, OLD, UNKNOWN = Id("young"), Id("old"), Id("not_stated")
AGES = Breakdown(
    AGE,
    "Age group",
    "people",
    categories={id: Category(id, id.capitalize()) for id in (YOUNG, OLD, UNKNOWN)},
    not_stated=(UNKNOWN,),
)
SEX = Breakdown(Id("sex"), "Sex", "people")
METRICS = (Metric(X, "Events", "events"), Metric(N, "People", "people"))
WARDS = {code: Area(code, code, kind="ward") for code in ("W1", "W2")}
AREAS = {MAIN: Area(MAIN, "Aldermoor"), ENGLAND: Area(ENGLAND, "England"), **WARDS}
DIRECT = DirectlyStandardised(X, N, AGE, {YOUNG: 7.0, OLD: 3.0}, per=1000)
RATIO = IndirectlyStandardised(X, N, AGE, ENGLAND)


def made(rows: list[dict[str, Any]], *methods: Method) -> tuple[pd.DataFrame, list[Problem]]:
    indicators = [
        Indicator(Id(f"i{place}"), "Falls", "per 1,000 people", "down", method)
        for place, method in enumerate(methods or (DIRECT,))
    ]
    return compute(
        inputs(
            indicators,
            METRICS,
            metric_rows(rows),
            breakdowns={AGE: AGES, Id("sex"): SEX},
            areas=AREAS,
            area_links=tuple(AreaLink(code, "in", MAIN) for code in WARDS),
        ),
        SETTINGS,
    )


def ages(
    young: tuple[float | None, float], old: tuple[float | None, float], more: str = "", **cell: Any
) -> list[dict[str, Any]]:
    """Rows of events and people of each age, under `more` as the rest of the group."""
    return [
        {
            "metric": metric,
            "period": "2024",
            "group": ";".join(filter(None, (f"age_group={age}", more))),
            "value": value,
            **cell,
        }
        for age, pair in (("young", young), ("old", old))
        for metric, value in zip("xn", pair, strict=True)
        if value is not None
    ]


BOTH = ages((20, 1000), (60, 500))  # 50 for every 1,000 (tests of the method)


def test_rows_by_age_feed_the_result_without_the_age() -> None:
    found, problems = made([*BOTH, *ages((10, 1000), (10, 500), "sex=female")])
    assert not problems
    assert found["group"].astype(str).tolist() == ["", "sex=female"]
    assert found["value"].tolist() == pytest.approx([50, 7 + 6])
    assert found["numerator"].tolist() == [80, 20]
    assert found["denominator"].tolist() == [1500, 1500]


def test_those_who_did_not_say_are_not_in_it() -> None:
    unknown = [{"metric": "x", "period": "2024", "group": "age_group=not_stated", "value": 9}]
    found, problems = made([*BOTH, *unknown])
    assert not problems and found["numerator"].tolist() == [80]


def test_totals_are_summed_before_age_by_age() -> None:
    """Wards to the borough; not people over partners, who may be with both."""
    wards = [*ages((5, 600), (20, 200), area="W1"), *ages((15, 400), (40, 300), area="W2")]
    found, _ = made(wards)
    by_area = found.set_index(found["area"].astype(str))
    assert by_area.loc[MAIN, "value"] == pytest.approx(50)
    assert by_area.loc[MAIN, "computed"] == "summed over area"
    by_partner = (("a", ages((5, 600), (20, 500))), ("b", ages((15, 400), (40, 500))))
    found, _ = made([{**row, "organisation": name} for name, own in by_partner for row in own])
    assert sorted(found["organisation"].astype(str)) == ["a", "b"], "people may be with both"


def test_without_a_total_by_age_two_sexes_are_not_added_up() -> None:
    found, _ = made(
        [
            *ages((10, 500), (30, 250), "sex=female"),
            *ages((10, 500), (30, 250), "sex=male"),
        ]
    )
    assert found["group"].astype(str).tolist() == ["sex=female", "sex=male"]


def test_a_crude_rate_beside_it_is_what_it_was() -> None:
    rows = [
        *BOTH,
        {"metric": "x", "period": "2024", "value": 80},
        {"metric": "n", "period": "2024", "value": 1500},
    ]
    alone, _ = made(rows, Rate(X, N, 1000))
    beside, _ = made(rows, Rate(X, N, 1000), DIRECT)
    beside = beside[beside["indicator"] == "i0"].reset_index(drop=True)
    beside["indicator"] = beside["indicator"].cat.remove_unused_categories()
    for name in alone:
        assert alone[name].tolist() == beside[name].tolist() or alone[name].isna().any(), name
    assert alone["value"].tolist() == pytest.approx(beside["value"].tolist())


def test_an_age_without_a_row_leaves_no_value_and_is_told() -> None:
    found, problems = made([*BOTH, *ages((20, 1000), (None, 500), area="W1")])
    row = found.set_index(found["area"].astype(str)).loc["W1"]
    assert pd.isna(row["value"]) and row["flag"] == "x"
    assert [(p.level, p.what, p.hint) for p in problems] == [
        (
            "warning",
            "1 result has no value: a category has no number (the first: 2024, W1)",
            "Add a row for every category, with 0 where nothing happened.",
        )
    ]


def test_a_hidden_age_hides_the_rate_and_needs_no_warning() -> None:
    rows = ages((20, 1000), (60, 500))
    rows[2] |= {"value": None, "flag": "c"}
    found, problems = made(rows)
    assert not problems
    assert pd.isna(found.loc[0, "value"]) and found.loc[0, "flag"] == "c"


def test_below_10_events_there_is_no_direct_rate_and_an_indirect_one() -> None:
    england = ages((100, 10_000), (200, 2000), area=ENGLAND)
    found, problems = made([*ages((4, 1000), (5, 500)), *england], DIRECT, RATIO)
    assert not problems
    direct, indirect = found[found["area"] == MAIN].to_dict("records")
    assert pd.isna(direct["value"]) and direct["flag"] == "x" and direct["numerator"] == 9
    assert indirect["value"] == pytest.approx(100 * 9 / 60) and indirect["lower"] > 0


def test_the_reference_is_everyone_there_in_the_same_period() -> None:
    """England's young have 1 in 100, its old 1 in 10: 10 + 50 are expected of everyone, and of the
    women, half as many people, 30; the year after, England's rates are twice as high."""
    later = [{**row, "period": "2025"} for row in BOTH]
    rows = [
        *BOTH,
        *later,
        *ages((20, 500), (30, 250), "sex=female"),
        *ages((100, 10_000), (200, 2000), area=ENGLAND),
        *ages((1, 10_000), (1, 2000), "sex=female", area=ENGLAND),
        *ages((200, 10_000), (400, 2000), area=ENGLAND, period="2025"),
    ]
    found, problems = made(rows, RATIO)
    assert not problems
    cell = [found[name].astype(str) for name in ("area", "group", "period")]
    value = pd.Series(found["value"].to_numpy(), index=pd.MultiIndex.from_arrays(cell))
    assert value[MAIN, "", "2024"] == pytest.approx(100 * 80 / 60)
    assert value[MAIN, "", "2025"] == pytest.approx(100 * 80 / 120)
    assert value[MAIN, "sex=female", "2024"] == pytest.approx(100 * 50 / 30)
    assert value[ENGLAND, "", "2024"] == value[ENGLAND, "", "2025"] == pytest.approx(100)


def test_a_reference_without_values_is_refused_and_without_a_period_told() -> None:
    _, problems = made(BOTH, RATIO)
    assert [(p.level, p.what, p.value) for p in problems] == [
        ("error", f"{ENGLAND} has no values of x and n by age_group", ENGLAND)
    ]
    assert problems[0].where.field == "indicators.i0.method.reference"
    england = ages((100, 10_000), (200, 2000), area=ENGLAND, period="2023")
    found, problems = made([*BOTH, *england], RATIO)
    assert [(p.level, p.what) for p in problems] == [
        (
            "warning",
            "1 result has no value: the reference has no number for the period "
            f"(the first: 2024, {MAIN})",
        )
    ]
    assert found[found["area"] == MAIN]["flag"].tolist() == ["x"]


def test_without_a_row_by_age_there_is_no_result_and_the_hint_names_the_breakdown() -> None:
    rows = [{"metric": "x", "period": "2024", "value": 80}]
    found, problems = made(rows)
    assert found.empty
    assert [(p.what, p.hint) for p in problems] == [
        (
            "'i0' has no result",
            "Add rows of x, n for the categories of age_group, or write status: in_development.",
        )
    ]
