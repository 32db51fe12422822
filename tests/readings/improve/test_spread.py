"""Places and partners in a funnel, by hand."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import indicators, readings
from generator.indicators.methods import Count, Mean, Proportion, Rate
from generator.model.indicator import Indicator, Method
from generator.model.metric import Id, Metric
from generator.model.partner import Programme
from generator.model.place import Area, AreaLink
from generator.model.report import Worked
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

X, N, Q = Id("x"), Id("n"), Id("q")
WARDS = [f"W{number}" for number in range(1, 8)]
AREAS = {
    MAIN: Area(MAIN, "Aldermoor"),
    ENGLAND: Area(ENGLAND, "England"),
    **{code: Area(code, f"Ward {code[1:]}", kind="ward") for code in WARDS},
}
LINKS = (
    *(AreaLink(code, "in", MAIN) for code in WARDS),
    AreaLink(MAIN, "in", ENGLAND),
)


def of(
    rows: list[dict[str, Any]], method: Method | None = None, direction: str = "down", **rest: Any
) -> tuple[Any, Worked]:
    """The spread of the rows by place and partner, and what it rests on."""
    if all(row["area"] != MAIN for row in rows):  # pages are made where the main area has a value
        rows = rows + counted({MAIN: 25.0})
    indicator = Indicator(Id("i"), "I", "%", direction, method or Proportion(X, N))  # type: ignore[arg-type]
    metrics = [Metric(name, name, "people", adds_up=()) for name in (X, N, Q)]
    known = {"areas": AREAS, "area_links": LINKS, **rest}
    made = inputs([indicator], metrics, metric_rows(rows), **known)
    results, _ = indicators.compute(made, SETTINGS)
    found, worked = readings.read(made, SETTINGS, results)
    found = found[found["reading"] == "spread"]
    key = found["area"].astype(str).where(found["organisation"] == "", found["organisation"])
    return found.set_index(key.rename("unit")), worked


def counted(parts: dict[str, float], n: float = 100, **cell: str) -> list[dict[str, Any]]:
    """Rows of wards W1=20, … out of n each."""
    return [
        {"metric": metric, "period": "2024", "area": code, "value": value, **cell}
        for code, x in parts.items()
        for metric, value in (("x", x), ("n", n))
    ]


def partners(parts: dict[str, float], programme: str) -> list[dict[str, Any]]:
    return [
        {**row, "area": MAIN, "organisation": row["area"], "programme": programme}
        for row in counted(parts)
    ]


FIVE = {"W1": 20.0, "W2": 20.0, "W3": 20.0, "W4": 20.0, "W5": 45.0}


def test_outside_by_hand() -> None:
    """125 of 500 are 25%. At 100 each: √(0.25 × 0.75 / 100) = 4.3301 points; times 3.0902 from
    11.62 to 38.38, times 1.9600 from 16.51 to 33.49."""
    found, worked = of(counted(FIVE))
    assert found["verdict"].astype(str).to_dict() == {
        **dict.fromkeys(["W1", "W2", "W3", "W4"], "as expected"),
        "W5": "worse than expected",
    }
    worst = found.loc["W5"]
    assert worst["reference_value"] == pytest.approx(25)
    assert worst["difference"] == pytest.approx(20)
    assert worst["working"] == "indicators/i/#spread-places-ward"
    assert worst["finding"] == (
        "At 45.0% in 2024, Ward 5 is worse than expected: further from the average of five wards "
        "(25.0%) than chance gives one of its size."
    ).replace("45.0", "45").replace("25.0", "25")
    limits = worked.spread[["lower95", "upper95", "lower998", "upper998"]].to_numpy()[0]
    assert limits.tolist() == pytest.approx([16.513, 33.487, 11.619, 38.381], abs=1e-3)
    assert worked.spread["level"].tolist() == [0, 0, 0, 0, 2]


def test_neither_way_is_better() -> None:
    found, _ = of(counted(FIVE), direction="none")
    assert found.loc["W5", "verdict"] == "higher than expected"
    found, _ = of(counted(FIVE), direction="up")
    assert found.loc["W5", "verdict"] == "better than expected"


def test_between_the_limits_is_worth_watching() -> None:
    """35 of 100 with four at 22.5: the same average of 24.6% is left by 10.4 points: beyond 1.96
    times 4.307, not beyond 3.09 times."""
    parts = {**dict.fromkeys(["W1", "W2", "W3", "W4"], 22.0), "W5": 35.0}
    found, worked = of(counted(parts))
    assert found.loc["W5", "verdict"] == "as expected"
    assert found.loc["W5", "finding"].endswith("so it is worth watching.")
    assert worked.spread["level"].tolist()[-1] == 1


def test_a_rate_by_its_events() -> None:
    """Four of 10 events and one of 40 in 1,000 people each: 80 in 5,000, so 16 are expected. The
    99.8% limits of 40 events (Byar) are from 23.1: beyond 16."""
    parts = {"W1": 10.0, "W2": 10.0, "W3": 10.0, "W4": 10.0, "W5": 40.0}
    found, worked = of(counted(parts, n=1000), Rate(X, N, 1000))
    assert found["verdict"].astype(str).tolist() == ["as expected"] * 4 + ["worse than expected"]
    assert found.loc["W5", "reference_value"] == pytest.approx(16)
    assert worked.spread["upper998"].iloc[-1] < 40


def test_a_place_is_held_against_its_own_kind() -> None:
    """Neither the main area nor England is one of its wards."""
    rows = counted({**FIVE, MAIN: 30.0, ENGLAND: 90.0})
    found, _ = of(rows)
    assert sorted(found.index) == ["W1", "W2", "W3", "W4", "W5"]


def test_places_in_places_count_too() -> None:
    links = (AreaLink("L", "in", MAIN), *(AreaLink(code, "in", "L") for code in WARDS))
    found, _ = of(counted({**FIVE, "L": 25.0}), area_links=links)
    assert found.loc["W5", "verdict"] == "worse than expected"
    assert "L" not in found.index, "one alone is held against nobody"


def test_partners_are_held_against_those_under_the_same_programme() -> None:
    organisations = dict(zip("abcde", FIVE.values(), strict=True))
    rows = partners(organisations, "hubs") + partners({"f": 90.0, "g": 95.0}, "work")
    programmes = {Id("hubs"): Programme(Id("hubs"), "Neighbourhood hubs")}
    found, worked = of(rows, programmes=programmes)
    assert found.loc["e", "verdict"] == "worse than expected"
    assert found.loc["e", "working"] == "indicators/i/#spread-partners-hubs"
    assert "five partners in Neighbourhood hubs" in found.loc["e", "finding"]
    assert found.loc["f", "reason"] == (
        "Only two of the partners in work have counts for one period; 5 are needed."
    )
    assert found.loc["f", "working"] == ""
    assert set(worked.spread["among"]) == {"partners-hubs", "partners-work"}


def test_four_are_too_few() -> None:
    found, worked = of(counted(dict.fromkeys(WARDS[:4], 20.0)))
    assert set(found["verdict"]) == {"cannot say"}
    reason = "Only four of the wards have counts for one period; 5 are needed."
    assert set(found["reason"]) == {reason}
    said = f"We cannot say how Ward 1 stands among the wards. {reason}"
    assert found.loc["W1", "finding"] == said
    assert found[["reference_value", "difference"]].isna().all(axis=None)
    assert worked.funnel_limits.empty


def test_a_place_read_for_another_period_is_left_out() -> None:
    rows = counted(dict.fromkeys(WARDS[:5], 20.0))
    rows += [{**row, "period": "2023"} for row in counted({"W6": 90.0})]
    found, _ = of(rows)
    assert found.loc["W6", "reason"] == (
        "Most of the others are read for 2024; this value is for another period."
    )
    assert found.loc["W1", "reference_value"] == pytest.approx(20)


def test_one_not_published_is_left_out_and_says_so() -> None:
    rows = counted(FIVE) + counted({"W6": 1.0}, flag="c")
    found, _ = of(rows)
    reason = "We cannot show the latest value: it is confidential."
    assert found.loc["W6", "reason"] == reason
    assert found.loc["W5", "verdict"] == "worse than expected"


@pytest.mark.parametrize(
    ("method", "reason"),
    [
        (Count(X), "This is a plain count: it shows how much was done, with no number to set it "
         "against."),
        (Mean(X, N, Q), "How far chance alone can move a value of this kind is not known here."),
    ],
)  # fmt: skip
def test_without_a_rule_nothing_is_said(method: Method, reason: str) -> None:
    rows = counted(FIVE) + [{**row, "metric": "q", "value": 1e4} for row in counted(FIVE)[::2]]
    found, _ = of(rows, method)
    assert set(found["verdict"]) == {"cannot say"}
    assert set(found["reason"]) == {reason}


def test_curves_run_past_the_smallest_and_the_largest() -> None:
    rows = counted(FIVE) + counted({"W6": 400.0}, n=2000)
    _, worked = of(rows)
    size = worked.funnel_limits["size"]
    assert size.min() == 50 and size.max() == pytest.approx(2160)
    assert (size.diff().dropna() > 0).all()


PARTS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=7)
SLOW = settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@SLOW
@given(PARTS, st.sampled_from([Proportion(X, N), Rate(X, N, 10)]), st.sampled_from(["", "c"]))
def test_never_an_exception_nor_a_number_without_basis(
    parts: list[tuple[int, int]], method: Method, flag: str
) -> None:
    rows = [
        {"metric": metric, "period": "2024", "area": code, "value": value, "flag": flag}
        for code, pair in zip(WARDS, parts, strict=False)
        for metric, value in zip("xn", pair, strict=True)
    ]
    found, worked = of(rows, method)
    judged = found["verdict"] != "cannot say"
    assert (found.loc[~judged, "reason"] != "").all()
    assert found.loc[~judged, ["reference_value", "difference"]].isna().all(axis=None)
    assert (found.loc[judged, "reason"] == "").all()
    assert found.loc[judged, "reference_value"].notna().all()
    limits = worked.spread.loc[worked.spread["judged"]]
    assert (limits["lower998"] <= limits["lower95"]).all()
    assert (limits["lower95"] <= limits["average"] + 1e-9).all()
    assert (limits["average"] <= limits["upper95"] + 1e-9).all()
    assert (limits["upper95"] <= limits["upper998"]).all()
    again, _ = of(rows[::-1], method)
    assert again["verdict"].astype(str).to_dict() == found["verdict"].astype(str).to_dict()
