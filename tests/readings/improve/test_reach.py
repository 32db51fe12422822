"""Who is reached against who could be, with expected numbers worked out by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, get_args

import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import Count
from generator.model import group_frames, verdicts
from generator.model.indicator import Indicator
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.report import Worked
from generator.model.words import REACH
from tests.report_examples import SETTINGS, inputs, metric_rows

ETHNIC = Breakdown(
    Id("ethnic"),
    "Ethnic group",
    "people",
    categories={
        Id(id): Category(Id(id), id.capitalize(), Id("black") if id == "african" else None)
        for id in ("white", "black", "african", "mixed", "unsaid")
    },
    not_stated=(Id("unsaid"),),
)


def counted(metric: str, period: str, flag: str = "", **values: float) -> list[dict[str, Any]]:
    return [
        {"metric": metric, "period": period, "group": f"ethnic={id}", "value": value, "flag": flag}
        for id, value in values.items()
    ]


MEMBERS = counted("members", "2024/25", white=70, black=20, mixed=10, unsaid=25)
RESIDENTS = counted("residents", "2021-03-21", white=800, black=150, mixed=50, unsaid=500)


def read(rows: list[dict[str, Any]], **changed: Any) -> tuple[pd.DataFrame, Worked]:
    indicator = Indicator(
        Id("i"), "Members", "members", "up", Count(Id("members")), kind="reach",
        eligible=Id("residents"),
    )  # fmt: skip
    metrics = [Metric(Id(name), name.capitalize(), "people") for name in ("members", "residents")]
    made = inputs(
        [indicator],
        metrics,
        metric_rows(rows),
        breakdowns={ETHNIC.id: replace(ETHNIC, **changed)},
    )
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    found, worked = readings.read(made, SETTINGS, results)
    return found[found["reading"] == REACH].set_index("group"), worked


def test_a_share_of_those_reached_over_a_share_of_those_who_could_be() -> None:
    """Of 100 whose group is known 20 are black, of 1,000 residents 150: 20% over 15% is 1.333. The
    limits of Wilson for 20 of 100 are 13.34% and 28.88%: 0.889 to 1.926, with 1 inside."""
    found, worked = read([*MEMBERS, *RESIDENTS])
    row = worked.reach.set_index("group").loc["ethnic=black"]
    assert row["ratio"] == pytest.approx(4 / 3)
    assert (row["lower"], row["upper"]) == pytest.approx((0.889, 1.925), abs=1e-3)
    assert (row["expected"], row["not_stated"]) == pytest.approx((15, 0.2))
    # |70 − 80| + |20 − 15| + |10 − 5| = 20, and half of it.
    assert row["dissimilarity"] == pytest.approx(0.10)
    assert found["verdict"].tolist() == ["under-represented", "similar", "over-represented"]
    white = found.loc["ethnic=white"]
    assert white["finding"] == (
        "Members, Aldermoor (White): 70.0% of those reached in 2024/25, against 80.0% of "
        "“Residents” on 21 March 2021. That is 0.87 times its share: under-represented."
    )
    assert white["working"] == "indicators/i/#reach-ethnic"
    assert found["reference_period"].unique().tolist() == ["2021-03-21"]
    assert set(found["verdict"]) <= set(get_args(verdicts.Reach))
    assert list(worked.reach.columns) == list(group_frames.REACH)


def test_fewer_than_five_expected_gives_no_number() -> None:
    few = counted("residents", "2021-03-21", white=820, black=150, mixed=30)
    found, worked = read([*MEMBERS, *few])
    mixed = found.loc["ethnic=mixed"]
    assert (mixed["verdict"], mixed["lower"]) == (
        "too small to say",
        pytest.approx(math.nan, nan_ok=True),
    )
    assert mixed["reason"] == "Fewer than five people of this group would be expected."
    assert math.isnan(worked.reach.set_index("group").loc["ethnic=mixed", "ratio"])


def test_what_is_hidden_or_not_counted_is_named_and_left_out_of_both_shares() -> None:
    hidden = [*MEMBERS[:2], *counted("members", "2024/25", "c", mixed=math.nan)]
    found, worked = read([*hidden, *RESIDENTS])
    assert found.loc["ethnic=mixed", "verdict"] == "too small to say"
    assert str(found.loc["ethnic=mixed", "reason"]).endswith("it is confidential.")
    assert worked.reach.set_index("group").loc["ethnic=black", "share"] == pytest.approx(20 / 90)
    found, _ = read([*MEMBERS, *RESIDENTS[:2]])
    assert found.loc["ethnic=mixed", "verdict"] == "cannot say"
    assert "eligible" in str(found.loc["ethnic=mixed", "reason"])
    found, _ = read([*MEMBERS, *RESIDENTS[:1]])
    assert set(found["verdict"]) == {"cannot say"}


def test_of_several_years_the_latest_that_is_not_later_is_taken() -> None:
    later = counted("residents", "2030", white=1, black=1, mixed=1)
    middle = counted("residents", "2023", white=600, black=300, mixed=100)
    found, _ = read([*MEMBERS, *RESIDENTS, *later, *middle])
    assert found["reference_period"].unique().tolist() == ["2023"]


def test_categories_within_one_are_compared_among_themselves() -> None:
    inner = [
        *counted("members", "2024/25", african=8),
        *counted("residents", "2021-03-21", african=60),
    ]
    found, worked = read([*MEMBERS, *RESIDENTS, *inner])
    assert found.loc["ethnic=african", "verdict"] == "cannot say"  # alone within its category
    assert worked.reach.set_index("group").loc["ethnic=black", "share"] == pytest.approx(0.2)


def test_groups_that_overlap_are_no_shares_of_anything() -> None:
    found, worked = read([*MEMBERS, *RESIDENTS], overlap=True)
    assert found.empty and worked.reach.empty


def test_without_anybody_eligible_there_is_no_number() -> None:
    nobody = counted("residents", "2021-03-21", white=0, black=0, mixed=0)
    found, _ = read([*MEMBERS, *nobody])
    assert set(found["verdict"]) == {"cannot say"}
    assert found[["value", "lower", "difference"]].isna().all(axis=None)
