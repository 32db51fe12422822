"""Year-to-date figures: results are what each month or quarter added.

The numbers are sums and differences done by hand; they stand in the tests.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from generator.errors import Problem
from generator.indicators import compute
from generator.indicators.methods import Count, Proportion
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric
from generator.model.words import Counts
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

QUARTERS = ("2024 Q2", "2024 Q3", "2024 Q4", "2025 Q1", "2025 Q2")
"""April to June 2024, the first of a financial year, to the first of the next."""
DIFFERENCE = "difference of year-to-date figures"


def computed(
    rows: list[dict[str, Any]], counts: Counts = "events", every: Any = None
) -> tuple[pd.DataFrame, list[Problem]]:
    """The results of all rows of the metric `seen`, and the problems."""
    indicator = Indicator(Id("seen"), "Seen", "", "up", Count(Id("seen")), every=every)
    metric = Metric(Id("seen"), "Seen", counts, cumulative="financial_year")
    table = metric_rows({"metric": "seen", **row} for row in rows)
    return compute(inputs([indicator], [metric], table), SETTINGS)


def quarters(*values: float | None, **rest: Any) -> list[dict[str, Any]]:
    """A row for each quarter in turn; None leaves the row out."""
    pairs = zip(QUARTERS, values, strict=False)
    return [{"period": p, "value": v, **rest} for p, v in pairs if v is not None]


def shown(found: pd.DataFrame, frequency: str = "quarter") -> dict[str, float | str]:
    """By period the value of everyone, or the flags where there is none."""
    rows = found[(found["frequency"] == frequency) & (found["organisation"] == "")]
    flags = rows["flag"].astype(str)
    both = zip(rows["period"].astype(str), rows["value"], flags, strict=True)
    return {period: flag if np.isnan(value) else value for period, value, flag in both}


def test_each_quarter_is_its_figure_less_the_one_before_in_the_year() -> None:
    found, problems = computed(quarters(10, 25, 25, 60, 12))
    # 10; 25 - 10; 25 - 25; 60 - 25; and the next year starts anew
    assert shown(found) == dict(zip(QUARTERS, (10, 15, 0, 35, 12), strict=True))
    assert found["computed"].tolist() == ["", DIFFERENCE, DIFFERENCE, DIFFERENCE, ""]
    assert not problems


def test_months_are_told_apart_like_quarters() -> None:
    months = {"2025-03": 90, "2025-04": 4, "2025-05": 9, "2025-02": 70}
    found, _ = computed([{"period": p, "value": v} for p, v in months.items()])
    # February has no January before it; March is 90 - 70; April starts a year; May is 9 - 4
    assert shown(found, "month") == {"2025-02": "x", "2025-03": 20, "2025-04": 4, "2025-05": 5}


def test_a_whole_year_stands_as_it_is() -> None:
    found, _ = computed([{"period": "2023/24", "value": 50}, {"period": "2024/25", "value": 60}])
    assert shown(found, "year-04") == {"2023/24": 50, "2024/25": 60}
    assert set(found["computed"]) == {""}


def test_a_difference_is_never_taken_over_a_gap() -> None:
    found, [problem] = computed(quarters(10, None, 25, 60))
    assert shown(found) == {"2024 Q2": 10, "2024 Q4": "x", "2025 Q1": 35}
    assert str(problem) == (
        "datapackages/aldermoor/data/metrics.csv row 3, value: warning: seen has no figure for "
        "the year up to the period before, so what October to December 2024 added is not known "
        f"(2024 Q4, {MAIN})\n    Add the row of the period before, with 0 if there was nothing yet."
    )


def test_what_either_figure_hides_is_hidden() -> None:
    rows = quarters(10, 25, 31, 60)
    rows[1] |= {"value": np.nan, "flag": "c"}
    found, problems = computed(rows)
    assert shown(found) == {"2024 Q2": 10, "2024 Q3": "c", "2024 Q4": "c", "2025 Q1": 29}
    rows[1]["flag"] = "z"  # a difference from what does not apply is one that we do not have
    assert shown(computed(rows)[0])["2024 Q4"] == "x"
    assert not problems


def test_flags_of_either_figure_travel() -> None:
    rows = quarters(10, 25, 31)
    rows[0]["flag"], rows[1]["flag"] = "low p r", "e"
    assert computed(rows)[0]["flag"].tolist() == ["low p r", "p r e", "e"]


def test_intervals_and_bases_are_left_out_of_differences() -> None:
    rows = quarters(10, 25, base=40)
    assert computed(rows)[0]["base"].fillna(0).tolist() == [40, 0]


def test_a_count_that_falls_is_an_error() -> None:
    found, [problem] = computed(quarters(10, 8, 20))
    assert str(problem) == (
        "datapackages/aldermoor/data/metrics.csv row 3, value: seen is 8 for the year so far, "
        f"less than the 10 of April to June 2024 (2024 Q3, {MAIN})\n"
        "    A count of the year so far cannot fall. Correct one of the two (a corrected one "
        "takes the flag r), or leave one blank with the flag x."
    )
    assert problem.level == "error"
    assert shown(found) == {"2024 Q2": 10, "2024 Q3": "x", "2024 Q4": 12}


def test_money_may_fall_and_is_asked_about() -> None:
    found, [problem] = computed(quarters(10, 8), counts="money")
    assert shown(found) == {"2024 Q2": 10, "2024 Q3": -2}
    assert problem.level == "warning"
    assert problem.hint == (
        "That may be right (a refund, a correction). If it is not, correct one of the two."
    )


def test_money_leaves_no_dust() -> None:
    """2.3 less 2.2 is 0.09999999999999964 as machines keep numbers."""
    assert shown(computed(quarters(2.2, 2.3), counts="money")[0])["2024 Q3"] == 0.1


def test_partners_are_summed_after_their_figures_are_told_apart() -> None:
    rows = quarters(10, 25, organisation="a") + quarters(None, 7, organisation="b")
    # b has no first quarter: what it added in the second is not known, so neither is the sum
    assert shown(computed(rows)[0]) == {"2024 Q2": 10, "2024 Q3": "x"}
    rows = quarters(10, 25, organisation="a") + quarters(5, 7, organisation="b")
    found, _ = computed(rows)
    assert shown(found) == {"2024 Q2": 15, "2024 Q3": 17}
    summed = found[found["organisation"] == ""]["computed"].tolist()
    assert summed == ["summed over organisation", f"summed over organisation; {DIFFERENCE}"]


def test_the_figure_at_the_end_of_a_quarter_is_the_quarters_own() -> None:
    """June's 9 is the first quarter although May is missing; September's 30 less 9 the second."""
    months = {"2024-04": 4, "2024-06": 9, "2024-09": 30}
    found, _ = computed([{"period": p, "value": v} for p, v in months.items()], every="quarter")
    assert shown(found, "month") == {"2024-04": 4, "2024-06": "x", "2024-09": "x"}
    assert shown(found) == {"2024 Q2": 9, "2024 Q3": 21}


def test_the_figure_at_the_end_of_a_year_is_the_years_own() -> None:
    found, _ = computed(quarters(10, None, 25, 60, 12), every="year")
    assert shown(found, "year-04") == {"2024/25": 60}
    rows = [*quarters(10, 20, 25, 60), {"period": "2024/25", "value": 61}]
    assert shown(computed(rows, every="year")[0], "year-04") == {"2024/25": 61}, "published wins"


def test_a_part_of_the_year_so_far_goes_beside_a_quarter() -> None:
    """5 of 20 in the first quarter; 12 - 5 = 7 of 28 in the second: 25% each."""
    share = Indicator(Id("share"), "Share", "%", "up", Proportion(Id("met"), Id("seen")))
    metrics = [
        Metric(Id("seen"), "Seen", "events"),
        Metric(Id("met"), "Met", "events", cumulative="financial_year"),
    ]
    rows = [{"metric": "seen", **row} for row in quarters(20, 28)]
    rows += [{"metric": "met", **row} for row in quarters(5, 12)]
    found, problems = compute(inputs([share], metrics, metric_rows(rows)), SETTINGS)
    assert found["value"].tolist() == [25, 25] and not problems
