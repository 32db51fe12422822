"""What must hold of all data: no exception, no number without basis, no whim of order or unit."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import indicators, readings
from generator.indicators.methods import Mean, Methods, Proportion, Published, Rate, Ratio
from generator.model.frames import READINGS
from generator.model.indicator import Indicator, Target
from generator.model.metric import Id, Metric
from generator.model.period import parse
from generator.model.place import AreaLink
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

X, N, Q = Id("x"), Id("n"), Id("q")
METHODS: tuple[Methods, ...] = (
    Proportion(X, N),
    Rate(X, N, 1000),
    Ratio(X, N),
    Mean(X, N, Q),
    Published(X),
)
SLOW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
NUMBERS = st.one_of(
    st.just(math.nan), st.just(0.0), st.integers(-3, 500).map(float), st.floats(0, 1e9)
)


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Values of three metrics over years, places and groups: with gaps, flags and nonsense."""
    cells = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["x", "n", "q"]),
                st.integers(2018, 2025),
                st.sampled_from([MAIN, ENGLAND, "W1"]),
                st.sampled_from(["", "sex=female"]),
                NUMBERS,
                st.sampled_from(["", "", "", "c", "x", "z", "p", "b"]),
            ),
            max_size=40,
            unique_by=lambda cell: cell[:4],
        )
    )
    return [
        {
            "metric": metric,
            "period": str(year),
            "area": area,
            "group": group,
            "value": value,
            "lower": value - 1,
            "upper": value + 1,
            "flag": flag,
        }
        for metric, year, area, group, value, flag in cells
    ]


def passed(
    rows: list[dict[str, Any]], method: Methods, direction: Any = "up", goal: float = 50
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Results and readings of the rows; impossible ones give problems, never an exception."""
    return passed_by(rows, {"i": (method, goal)}, direction)


def passed_by(
    rows: list[dict[str, Any]],
    methods: dict[str, tuple[Methods, float]],
    direction: Any = "up",
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The same of several indicators at once, by id: a method and a target each."""
    indicators_ = [
        Indicator(
            Id(id),
            "I",
            "score",
            direction,
            method,
            targets=(Target(parse("2030"), goal),),
            compare_with=(ENGLAND, "similar", "parent"),
        )
        for id, (method, goal) in methods.items()
    ]
    metrics = [Metric(name, name, "people") for name in (X, N, Q)]
    made = inputs(
        indicators_,
        metrics,
        metric_rows(rows),
        area_links=(AreaLink("W1", "in", MAIN), AreaLink(MAIN, "in", ENGLAND)),
    )
    results, _ = indicators.compute(made, SETTINGS)
    return results, readings.read(made, SETTINGS, results)[0]


@SLOW
@given(rows(), st.sampled_from(METHODS), st.sampled_from(["up", "down", "none"]))
def test_no_exception_and_no_number_without_basis(
    given_rows: list[dict[str, Any]], method: Methods, direction: str
) -> None:
    results, found = passed(given_rows, method, direction)
    assert list(found.columns) == list(READINGS)
    assert not np.isinf(results[["value", "lower", "upper"]].to_numpy(dtype=float)).any()
    missing = results["value"].isna()
    flagged = results["flag"].astype(str).str.split().map(lambda f: bool({"c", "x", "z"} & set(f)))
    assert (missing == flagged).all(), "no value and a reason, or a value and none"
    assert results.loc[missing, ["lower", "upper", "confidence"]].isna().all(axis=None)
    assert not (results["lower"] > results["upper"]).any()
    unsaid = found["verdict"].isin(["cannot say", "Not published", "no comparator", "no target"])
    assert (found.loc[unsaid, "reason"] != "").all()
    unread = found["verdict"].isin(["cannot say"]) & (found["reading"] == "since baseline")
    assert found.loc[unread, ["difference", "lower", "upper"]].isna().all(axis=None)
    assert (found["verdict"] != "").all() and not found["finding"].str.contains("nan").any()


@SLOW
@given(rows(), st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    given_rows: list[dict[str, Any]], method: Methods, random: Any
) -> None:
    shuffled = list(given_rows)
    random.shuffle(shuffled)
    for one, other in zip(passed(given_rows, method), passed(shuffled, method), strict=True):
        pd.testing.assert_frame_equal(one.astype(str), other.astype(str))


@SLOW
@given(st.lists(st.integers(1, 400), min_size=2, max_size=6), st.sampled_from([0.01, 10, 1000]))
def test_another_scale_gives_the_same_verdicts(values: list[int], scale: float) -> None:
    """A rate for 1,000 people or for 10: the same numbers said otherwise."""
    series = [
        {"metric": metric, "period": str(2018 + year), "value": value}
        for year, events in enumerate(values)
        for metric, value in (("x", events), ("n", 5000))
    ]
    both = {"one": (Rate(X, N, 1), 0.03), "other": (Rate(X, N, scale), 0.03 * scale)}
    found = passed_by(series, both)[1]
    one, other = (found.loc[found["indicator"] == id, "verdict"].tolist() for id in both)
    assert one == other and one


@SLOW
@given(st.integers(0, 100), st.integers(2, 6))
def test_a_constant_series_never_changes(value: int, years: int) -> None:
    series = [
        {"metric": metric, "period": str(2018 + year), "value": number}
        for year in range(years)
        for metric, number in (("x", value), ("n", 100), ("q", value * 50))
    ]
    methods = METHODS[:3] + METHODS[4:]
    found = passed_by(series, {f"i{n}": (method, 1e6) for n, method in enumerate(methods)})[1]
    since = found.loc[found["reading"] == "since baseline"]
    assert since["indicator"].nunique() == len(methods)
    assert set(since["verdict"]) == {"no clear change"}


@SLOW
@given(rows(), st.sampled_from(METHODS))
def test_all_suppressed_gives_no_number_at_all(
    given_rows: list[dict[str, Any]], method: Methods
) -> None:
    hidden = [{**row, "flag": "c"} for row in given_rows]
    results, found = passed(hidden, method)
    assert results[["value", "lower", "upper", "numerator"]].isna().all(axis=None)
    assert found[["value", "reference_value", "difference"]].isna().all(axis=None)
    cards = found.loc[found["reading"] == "on a card", "verdict"]
    assert set(cards) <= {"Not published"}


@SLOW
@given(rows(), st.sampled_from(METHODS), st.integers(2018, 2025))
def test_a_missing_period_stays_missing(
    given_rows: list[dict[str, Any]], method: Methods, year: int
) -> None:
    left = [row for row in given_rows if row["period"] != str(year)]
    results, _ = passed(left, method)
    assert str(year) not in set(results["period"])
