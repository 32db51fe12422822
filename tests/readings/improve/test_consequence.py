"""What a forecast means in people: counted out by hand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import Count, Methods, Proportion, Rate
from generator.model.frames import CONSEQUENCES
from generator.model.metric import Id, Metric
from generator.wording import consequences
from tests.readings.worked import AREAS, indicator, target
from tests.report_examples import SETTINGS, inputs, metric_rows

X, N = Id("x"), Id("n")
EVENTS = [100.0, 121, 139, 162, 178, 201, 220, 239, 261, 278]


def people(method: Methods, counts: Any = "people", **given: Any) -> pd.DataFrame:
    rows = [
        {"metric": name, "period": str(2015 + n), "value": value}
        for n, events in enumerate(EVENTS)
        for name, value in (("x", events), ("n", 2000.0))
    ]
    made = inputs(
        [indicator(method=method, **given)],
        [Metric(X, "X", counts), Metric(N, "N", "people")],
        metric_rows(rows),
        areas=AREAS,
    )
    results, _ = indicators.compute(made, SETTINGS)
    return readings.read(made, SETTINGS, results)[1].consequences


def test_a_share_against_its_target() -> None:
    """The line of the counts says 338.9 in 2027; 15% of 2,000 people are 300."""
    found = people(Proportion(X, N), unit="%", targets=(target("2027", 15),)).iloc[0]
    assert found["against"] == "target" and found["denominator"] == 2000
    assert found["people"] == pytest.approx(338.9, abs=0.1)
    assert found["difference"] == pytest.approx(found["people"] - 300)
    assert found["lower"] < found["difference"] < found["upper"]


def test_a_rate_and_a_count_are_the_same_people() -> None:
    one = people(Rate(X, N, per=1000), targets=(target("2027", 150),)).iloc[0]
    other = people(Count(X), targets=(target("2027", 300),)).iloc[0]
    for name in ("people", "difference", "lower", "upper"):
        assert one[name] == pytest.approx(other[name])
    assert other["denominator"] != other["denominator"]


def test_before_the_date_of_a_target_it_is_held_against_now() -> None:
    found = people(Count(X)).iloc[0]
    assert found["against"] == "latest" and found["reference_period"] == "2024"
    assert found["difference"] == pytest.approx(found["people"] - 278)


def test_only_people_who_were_all_counted() -> None:
    assert people(Count(X), counts="events").empty
    asked = people(Proportion(X, N), unit="%", evidence="ratings")
    assert asked.empty and {n: str(k) for n, k in asked.dtypes.items()} == CONSEQUENCES
    # Volunteers among 5,854 who were asked were told as if those were all people that there are.
    assert people(Proportion(X, N), unit="%", kind="experience").empty
    assert people(Count(X), targets=(target("2027", 1, 9, "within"),)).empty


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (
            (3412, 1180, 5640),
            "About 3,400 people more than the target asks for, between 1,200 and 5,600 more.",
        ),
        (
            (-56, -80, -31),
            "About 56 people fewer than the target asks for, between 31 and 80 fewer.",
        ),
        (
            (4, -120, 128),
            "About as many people as the target asks for, between 120 fewer and 130 more.",
        ),
        (
            (0.1, -12, 12),
            "About as many people as the target asks for, between 12 fewer and 12 more.",
        ),
    ],
)
def test_people_in_words(numbers: tuple[float, float, float], words: str) -> None:
    assert consequences.people(*numbers, True, "") == words


def test_what_it_supposes_is_said() -> None:
    said = consequences.people(12, 3, 21, False, "in 2024/25")
    assert said == "About 12 people more than in 2024/25, between 3 and 21 more."
    assert consequences.held(2000) == "This supposes as many people in all as now (2,000)."
    assert consequences.held(float("nan")) == ""


def test_the_middle_is_told_no_more_finely_than_the_band() -> None:
    """88 in a band from −2,831 to 3,007 was "about 88 people more, between 2,800 fewer and 3,000
    more": to hundreds, as its ends are, that is 100; and 40 in that band is none."""
    now = "in the 2024/25 school year"
    said = consequences.people(88, -2831, 3007, False, now)
    assert said == f"About 100 people more than {now}, between 2,800 fewer and 3,000 more."
    said = consequences.people(40, -2879, 2959, False, "on 14 November 2025")
    assert said.startswith("About as many people as on 14 November 2025, between 2,900 fewer")
