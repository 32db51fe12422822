"""From metrics to results: alignment, flags, breaks, order, and what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.errors import SHOWN_OF_A_KIND
from generator.indicators import compute
from generator.indicators.methods import Count, Proportion, Published, Ratio
from generator.model.frames import RESULTS
from generator.model.indicator import Indicator
from generator.model.metric import Break, Id, Metric
from generator.model.period import parse
from generator.model.words import Counts
from tests.report_examples import ENGLAND, MAIN, SETTINGS, aldermoor, inputs, metric_rows

SHARE = Indicator(
    Id("share"), "Share", "%", "up", Proportion(Id("part"), Id("whole")), package="hubs"
)


def metric(name: str, counts: Counts = "people", **rest: Any) -> Metric:
    return Metric(Id(name), name.capitalize(), counts, **rest)


METRICS = (metric("part"), metric("whole"))


def results(
    rows: list[dict[str, Any]],
    *indicators: Indicator,
    metrics: tuple[Metric, ...] = METRICS,
    **rest: Any,
) -> pd.DataFrame:
    found, problems = compute(
        inputs(indicators or (SHARE,), metrics, metric_rows(rows), **rest), SETTINGS
    )
    assert not problems
    return found


def pair(part: float, whole: float, **cell: Any) -> list[dict[str, Any]]:
    cell = {"period": "2024", **cell}
    return [
        {"metric": "part", "value": part, **cell},
        {"metric": "whole", "value": whole, **cell},
    ]


def test_results_have_the_columns_of_the_contract() -> None:
    found = results(pair(30, 120))
    assert {name: str(kind) for name, kind in found.dtypes.items()} == RESULTS
    [row] = found.to_dict("records")
    assert (row["value"], row["numerator"], row["denominator"]) == (25.0, 30.0, 120.0)
    assert (row["frequency"], row["period"], row["area"]) == ("year-01", "2024", MAIN)
    assert str(row["period_start"].date()) == "2024-01-01"
    assert str(row["period_end"].date()) == "2024-12-31"
    assert (row["method"], row["flag"], row["computed"]) == ("proportion, Wilson interval", "", "")


def test_a_result_needs_all_its_metrics_in_the_same_cell() -> None:
    rows = [
        *pair(30, 120),
        {"metric": "part", "value": 10, "period": "2024", "group": "sex=female"},
        {"metric": "whole", "value": 40, "period": "2023"},
    ]
    assert len(results(rows)) == 1


def test_missing_is_not_zero() -> None:
    for flag in ("c", "x", "z"):
        [row] = results(
            [
                {"metric": "part", "value": np.nan, "flag": flag, "period": "2024"},
                {"metric": "whole", "value": 120, "period": "2024"},
            ]
        ).to_dict("records")
        assert np.isnan(row["value"]) and row["flag"] == flag


def test_a_value_beside_a_flag_that_says_there_is_none_is_not_shown() -> None:
    [row] = results(pair(3, 120, flag="c")).to_dict("records")
    assert np.isnan(row["value"]) and np.isnan(row["numerator"]) and row["flag"] == "c"


def test_flags_of_all_metrics_stand_together_in_one_order() -> None:
    rows = pair(30, 120)
    rows[0]["flag"], rows[1]["flag"] = "e p", "p low"
    assert results(rows)["flag"].tolist() == ["low p e"]


def test_a_zero_denominator_is_not_applicable() -> None:
    [row] = results(pair(0, 0)).to_dict("records")
    assert np.isnan(row["value"]) and row["flag"] == "z"


def test_the_smaller_base_is_carried() -> None:
    rows = pair(30, 120)
    rows[0]["base"], rows[1]["base"] = 90, 100
    assert results(rows)["base"].tolist() == [90]
    assert results(rows)["value"].tolist() == [25], "and enters no formula"


def test_published_limits_are_carried() -> None:
    indicator = Indicator(Id("score"), "Score", "out of 10", "up", Published())
    [row] = results(
        [{"metric": "score", "period": "2024", "value": 7, "lower": 6.5, "upper": 7.5}],
        indicator,
        metrics=(metric("score", "scores"),),
    ).to_dict("records")
    assert (row["lower"], row["upper"], row["confidence"]) == (6.5, 7.5, 0.95)
    assert row["method"] == "published"


def test_frequencies_are_kept_apart() -> None:
    rows = pair(30, 120) + pair(10, 50, period="2024-06") + pair(5, 50, period="2024/25")
    assert results(rows)["frequency"].tolist() == ["month", "year-01", "year-04"]


def test_the_order_of_rows_changes_nothing() -> None:
    rows = [
        row
        for year in (2022, 2023, 2024)
        for area in (MAIN, ENGLAND)
        for row in pair(year - 2000, 200, period=str(year), area=area)
    ]
    pd.testing.assert_frame_equal(
        results(rows).astype(str), results(rows[::-1]).astype(str), check_like=False
    )


def test_the_main_area_comes_first_and_time_runs_on() -> None:
    found = results(
        pair(1, 2, period="2023", area=ENGLAND)
        + pair(1, 2, period="2024")
        + pair(1, 2, period="2023")
    )
    assert found["area"].tolist() == [MAIN, MAIN, ENGLAND]
    assert found["period"].tolist() == ["2023", "2024", "2023"]


def test_of_two_equal_rows_the_first_stands() -> None:
    rows = [*pair(30, 120), {"metric": "part", "value": 60, "period": "2024"}]
    assert results(rows)["value"].tolist() == [25.0]


VISITS = Indicator(Id("visits"), "Visits", "visits", "up", Count(Id("seen")))


def visits(start: str, *periods: str) -> list[str]:
    found = results(
        [{"metric": "seen", "value": 5, "period": period} for period in periods],
        VISITS,
        metrics=(metric("seen", "events", breaks=(Break(parse(start), "New form"),)),),
    )
    return [str(flag) for flag in found["flag"]]


def test_a_break_marks_the_first_period_from_it_on() -> None:
    assert visits("2024 Q2", "2024 Q1", "2024 Q2", "2024 Q3") == ["", "b", ""]


def test_a_break_in_the_middle_of_a_year_marks_that_year() -> None:
    assert visits("2023 Q3", "2022", "2023", "2024") == ["", "b", ""]


def test_a_series_that_starts_after_a_break_is_whole() -> None:
    assert visits("2020 Q1", "2022", "2023") == ["", ""]


def test_a_break_in_a_gap_marks_what_comes_after_it() -> None:
    assert visits("2021", "2019", "2024") == ["", "b"]


def refusals(rows: list[dict[str, Any]], indicator: Indicator = SHARE) -> list[str]:
    found, problems = compute(inputs([indicator], METRICS, metric_rows(rows)), SETTINGS)
    assert found["value"].isna().all()
    return [str(problem) for problem in problems]


def test_a_part_over_its_whole_is_an_error_at_its_row() -> None:
    assert refusals(pair(121, 120)) == [
        "datapackages/aldermoor/data/metrics.csv row 2, value: the numerator is larger than the "
        f"denominator for share (2024, {MAIN})\n"
        "    A part is at most as large as its whole. Correct one of the two numbers."
    ]


def test_a_negative_count_is_an_error() -> None:
    [message] = refusals(pair(-1, 120))
    assert "a count is below zero for share" in message
    assert "Type 0 or more, or leave the value blank with a flag such as x." in message


def test_a_fault_of_every_row_is_told_twenty_times_and_counted() -> None:
    rows = [row for year in range(1990, 2020) for row in pair(3, 2, period=str(year))]
    _, problems = compute(inputs([SHARE], METRICS, metric_rows(rows)), SETTINGS)
    assert len(problems) == SHOWN_OF_A_KIND + 1
    assert sum(problem.times for problem in problems) == 30
    assert "in 10 more rows" in problems[-1].what


def test_an_indicator_without_any_result_is_warned_about() -> None:
    assert refusals([{"metric": "part", "value": 3, "period": "2024"}]) == [
        "datapackages/hubs/indicators.yml, indicators.share: warning: 'share' has no result\n"
        "    No period, area and group has a row for each of part, whole. Add the missing rows."
    ]


def test_no_exception_where_a_ratio_has_nothing_below_it() -> None:
    ratio = Indicator(Id("r"), "R", "", "none", Ratio(Id("part"), Id("whole")))
    found = results(pair(3, 0), ratio)
    assert found["value"].isna().all() and found["flag"].tolist() == ["z"]


def test_no_indicators_and_no_values_give_an_empty_frame() -> None:
    found, problems = compute(inputs([], [], metric_rows([])), SETTINGS)
    assert found.empty and not problems and list(found.columns) == list(RESULTS)
    found, problems = compute(inputs([SHARE], METRICS, metric_rows([])), SETTINGS)
    assert found.empty and len(problems) == 1


def test_the_example_has_no_problems() -> None:
    found, problems = compute(aldermoor(), SETTINGS)
    assert not problems
    assert set(found["indicator"]) == set(aldermoor().indicators)


@pytest.mark.parametrize("column", ["indicator", "area", "period", "group"])
def test_words_are_plain_text(column: str) -> None:
    found, _ = compute(aldermoor(), SETTINGS)
    assert all(isinstance(word, str) for word in found[column].cat.categories)
