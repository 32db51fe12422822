"""A standardised rate is never read as if it were its events over its people."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import DirectlyStandardised, IndirectlyStandardised
from generator.model.indicator import Indicator, Method
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.place import Area, AreaLink
from generator.model.report import Worked
from generator.wording import contributions, reasons, spreads
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

X, N, AGE = Id("x"), Id("n"), Id("age_group")
AGES = {id: Category(id, id.capitalize()) for id in (Id("young"), Id("old"))}
BREAKDOWNS = {
    AGE: Breakdown(AGE, "Age group", "detail", categories=AGES),
    Id("sex"): Breakdown(Id("sex"), "Sex", "people"),
    Id("fifth"): Breakdown(
        Id("fifth"),
        "Fifth",
        "people",
        categories={id: Category(id, id) for id in map(Id, "abcde")},
        ordered="most_deprived_first",
    ),
}
WARDS = [f"W{number}" for number in range(1, 7)]
AREAS = {
    MAIN: Area(MAIN, "Aldermoor"),
    ENGLAND: Area(ENGLAND, "England"),
    **{code: Area(code, f"Ward {code[1:]}", kind="ward") for code in WARDS},
}
DIRECT = DirectlyStandardised(X, N, AGE, {Id("young"): 9.0, Id("old"): 1.0}, per=1000)
RATIO = IndirectlyStandardised(X, N, AGE, ENGLAND)


def ages(
    young: tuple[float, float], old: tuple[float, float], more: str = "", **cell: Any
) -> list[dict[str, Any]]:
    return [
        {"metric": m, "period": "2024", "group": f"age_group={age}{more}", "value": v, **cell}
        for age, pair in (("young", young), ("old", old))
        for m, v in zip("xn", pair, strict=True)
    ]


def read(
    rows: list[dict[str, Any]], method: Method = DIRECT
) -> tuple[pd.DataFrame, pd.DataFrame, Worked]:
    """Results, readings and what they rest on."""
    indicator = Indicator(Id("i"), "Falls", "per 1,000 people", "down", method)
    metrics = (
        Metric(X, "Falls", "events", adds_up=()),
        Metric(N, "People", "people", adds_up=()),
    )
    made = inputs(
        [indicator],
        metrics,
        metric_rows(rows),
        breakdowns=BREAKDOWNS,
        areas=AREAS,
        area_links=tuple(AreaLink(code, "in", MAIN) for code in WARDS),
    )
    results, _ = indicators.compute(made, SETTINGS)
    return results, *readings.read(made, SETTINGS, results)


def one(found: pd.DataFrame, reading: str, group: str = "", area: str = MAIN) -> Any:
    own = (found["reading"] == reading) & (found["group"] == group) & (found["area"] == area)
    return found[own].iloc[0]


def test_a_change_is_clear_where_the_intervals_lie_apart() -> None:
    """The old weigh 1 in 10 and have most events: 400 then, 480 now of 1,000. As a crude rate the
    ratio of 500 to 420 events, 1.19, has limits above 1: √(1/500 + 1/420) = 0.066, e^(0.174 −
    0.129) = 1.05. Standardised, the intervals of the two overlap, so no change is clear."""
    rows = [*ages((20, 5000), (400, 1000), period="2020"), *ages((20, 5000), (480, 1000))]
    results, found, _ = read(rows)
    then, now = results.to_dict("records")
    assert now["lower"] < then["upper"] and now["value"] == pytest.approx(3.6 + 48)
    since = one(found, "since baseline")
    assert since["verdict"] == "no clear change"
    assert math.isnan(since["lower"]) and math.isnan(since["upper"])
    rows = [*ages((20, 5000), (300, 1000), period="2020"), *ages((20, 5000), (480, 1000))]
    assert one(read(rows)[1], "since baseline")["verdict"] == "worsened"


def test_groups_are_held_against_one_another_by_their_intervals() -> None:
    """Not against everyone else: what is left of events and people has no ages any more. Women
    have 0.9 × 0.015 + 0.1 × 0.3, men 0.9 × 0.005 + 0.1 × 0.1."""
    rows = [
        *ages((40, 4000), (200, 1000)),
        *ages((30, 2000), (150, 500), ";sex=female"),
        *ages((10, 2000), (50, 500), ";sex=male"),
    ]
    results, found, worked = read(rows)
    gap = one(found, "gap between groups", "sex=female")
    assert gap["verdict"] == "clear gap" and gap["difference"] == pytest.approx(43.5 - 14.5)
    women = worked.gaps[worked.gaps["group"] == "sex=female"].reset_index(drop=True)
    assert women["against"].astype(str).tolist() == ["sex=male", "everyone"]
    assert women["ratio"].isna().all()
    cell = results.set_index(results["group"].astype(str))
    own = cell.loc["sex=female"]
    for row, against in enumerate(("sex=male", "")):
        other = cell.loc[against]
        half = math.hypot(own["value"] - own["lower"], other["upper"] - other["value"])
        assert women.loc[row, "lower"] == pytest.approx(own["value"] - other["value"] - half)


def test_the_parts_of_a_standardised_rate_are_not_weighed() -> None:
    rows = [
        *ages((20, 5000), (300, 1000), period="2020"),
        *ages((20, 5000), (480, 1000)),
        *ages((10, 2500), (150, 500), ";sex=female", period="2020"),
        *ages((10, 2500), (240, 500), ";sex=female"),
        *ages((10, 2500), (150, 500), ";sex=male", period="2020"),
        *ages((10, 2500), (240, 500), ";sex=male"),
    ]
    made = read(rows)[2].contributions
    assert set(made["reason"]) == {contributions.STANDARDISED}


def test_its_trend_is_that_of_its_intervals() -> None:
    rows = [
        row
        for year, old in zip(range(2020, 2025), (200, 260, 330, 400, 480), strict=True)
        for row in ages((50, 5000), (old, 1000), period=f"{year}")
    ]
    _, found, worked = read(rows)
    assert worked.trends["by"].astype(str).tolist() == ["intervals"]
    assert one(found, "recent trend")["verdict"] == "increasing and getting worse"


def test_of_a_ratio_the_expected_are_no_people() -> None:
    rows = [
        *ages((40, 4000), (200, 1000)),
        *ages((30, 2000), (150, 500), ";sex=female"),
        *ages((100, 10_000), (400, 2000), area=ENGLAND),
    ]
    gaps = read(rows, RATIO)[2].gaps
    assert gaps["value"].iloc[0] == pytest.approx(100 * 180 / 120)
    assert gaps["people"].isna().all()


def test_inequality_is_told_of_direct_rates_by_their_people_and_never_of_ratios() -> None:
    """OHID takes directly standardised rates for its slope on the log scale. Groups alike in all
    but falls, which go down from the most deprived on; the expected of a ratio are no people."""
    rows = [*ages((350, 10_000), (600, 2500)), *ages((350, 10_000), (600, 2500), area=ENGLAND)]
    for place, fifth in enumerate("abcde"):
        rows += ages((90 - 10 * place, 2000), (160 - 20 * place, 500), f";fifth={fifth}")
    direct = read(rows)[2].inequality.iloc[0]
    assert direct["reason"] == "" and direct["upper"] < 0 and 0 < direct["ratio_upper"] < 1
    ratio = read(rows, RATIO)[2].inequality.iloc[0]
    assert ratio["reason"] == reasons.NO_SLOPE and math.isnan(ratio["slope"])


def wards(old: float, worst: float) -> list[dict[str, Any]]:
    """Six wards: in five 50 of 1,000 young and so many of 100 old fell, in the last `worst`."""
    rows = []
    for code in WARDS:
        rows += ages((50, 1000), (worst if code == "W6" else old, 100), area=code)
    return [*rows, *ages((300, 6000), (5 * old + worst, 600))]


def test_in_a_funnel_a_rate_stands_for_the_people_who_would_have_its_events() -> None:
    """50 of 1,000 and 20 of 100, weighed 9 to 1: 0.045 + 0.02, so 65 for 1,000: 70 events stand
    for 70/65 × 1,000 = 1,077 people (OHID: PHEindicatormethods, rate_type dsr). With 120 and 0.115
    it is 170/165 × 1,000 = 1,030. 520 events in 6,415.0 people: 81.06 for 1,000."""
    _, found, worked = read(wards(20, 120))
    sizes = worked.spread["size"].tolist()
    assert sizes == pytest.approx([70_000 / 65] * 5 + [170_000 / 165])
    average = 1000 * 520 / sum(sizes)
    assert worked.spread["average"].tolist() == pytest.approx([average] * 6)
    assert one(found, "spread", area="W6")["verdict"] == "worse than expected"
    assert one(found, "spread", area="W1")["verdict"] == "as expected"


def test_a_ratio_lies_in_a_funnel_at_its_expected_events() -> None:
    england = ages((500, 10_000), (400, 2000), area=ENGLAND)  # 50 and 20 are expected in a ward
    _, found, worked = read([*wards(20, 120), *england], RATIO)
    assert worked.spread["size"].tolist() == pytest.approx([70.0] * 6)
    assert worked.spread["average"].iloc[0] == pytest.approx(100 * 520 / 420)
    assert one(found, "spread", area="W6")["verdict"] == "worse than expected"


def test_with_few_events_or_none_a_ward_is_not_judged() -> None:
    rows = wards(20, 120)
    few = [row for row in rows if row.get("area") != "W1"] + ages((4, 1000), (5, 100), area="W1")
    reading = one(read(few)[1], "spread", area="W1")
    assert reading["verdict"] == "cannot say"
    assert reading["reason"] == "We cannot show the latest value: it is not available."
    none = [row for row in rows if row.get("area") != "W1"] + ages((0, 1000), (0, 100), area="W1")
    england = ages((500, 10_000), (400, 2000), area=ENGLAND)
    reading = one(read([*none, *england], RATIO)[1], "spread", area="W1")
    assert (reading["verdict"], reading["reason"]) == ("cannot say", spreads.NO_EVENTS)
