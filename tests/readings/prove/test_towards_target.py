"""The rule's branches in their order, and each kind of target, with their arithmetic."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.model.metric import Break, Id, Metric
from generator.model.period import parse
from generator.model.words import ON_A_CARD, TOWARDS_TARGET, TargetKind
from tests.readings.worked import baseline, indicator, read, reading, series, target
from tests.report_examples import MAIN, target_rows


def towards(*args: Any, **rest: Any) -> pd.Series:
    return reading(TOWARDS_TARGET, *args, **rest)


def verdict(direction: str, goal: float, **values: float) -> str:
    made = indicator(direction, targets=(target("2030", goal),))
    return str(towards(made, series(**values))["verdict"])


def test_no_target() -> None:
    found = towards(indicator(), series(y2020=5, y2024=6))
    assert (found["verdict"], found["reason"]) == ("no target", "No target has been set.")


def test_no_verdict_without_a_direction() -> None:
    found = towards(indicator("none", targets=(target("2030", 9),)), series(y2020=5, y2024=6))
    assert found["verdict"] == "no target"
    assert found["reason"] == "Neither up nor down is better here, so no target is judged."
    assert np.isnan(found["reference_value"])


def test_no_result() -> None:
    rows = [*series(y2020=5), {"metric": "m", "period": "2024", "value": np.nan, "flag": "x"}]
    found = towards(indicator(targets=(target("2030", 9),)), rows)
    assert found["verdict"] == "cannot be judged"
    assert found["reason"] == "We cannot show the latest value: it is not available."


def test_met_comes_first_even_in_the_first_year_or_when_falling() -> None:
    assert verdict("up", 9, y2024=9) == "target met"
    assert verdict("up", 9, y2020=12, y2024=9.5) == "target met"
    assert verdict("down", 9, y2020=12, y2024=9) == "target met"
    assert verdict("down", 9, y2020=12, y2024=9.1) != "target met"


def test_under_two_years_is_too_early() -> None:
    assert verdict("up", 9, y2023=5, y2024=6) == "too early to say"
    assert verdict("up", 9, y2022=5, y2024=6) != "too early to say", "730 or 731 days"
    assert verdict("up", 9, y2024=6) == "too early to say"
    found = towards(indicator(targets=(target("2030", 9),)), series(y2023=5, y2024=6))
    assert found["reason"] == "Less than two years have passed since the baseline."


def test_getting_worse_and_no_clear_change_come_before_the_ratio() -> None:
    assert verdict("up", 9, y2020=5, y2024=4) == "getting worse"
    assert verdict("up", 9, y2020=5, y2024=5) == "no clear change"


def test_the_linear_ratio_decides_the_rest() -> None:
    """2020 to 2030, from 5 to 9, read at 2024: 1,461 of 3,652 days are 0.40005 of the time, so
    0.95 * 0.40005 * 4 = 1.520 points are due."""
    assert verdict("up", 9, y2020=5, y2024=6.53) == "on track"
    assert verdict("up", 9, y2020=5, y2024=6.51) == "improving but not on track"
    assert verdict("down", 1, y2020=5, y2024=3.47) == "on track"
    assert verdict("down", 1, y2020=5, y2024=3.49) == "improving but not on track"


def test_a_break_leaves_a_target_unjudged_unless_it_is_met() -> None:
    broken = Metric(Id("m"), "M", "scores", breaks=(Break(parse("2022"), "New form"),))
    made = indicator(targets=(target("2030", 9),))
    found = towards(made, series(y2020=5, y2024=6), metrics=[broken])
    assert found["verdict"] == "cannot be judged"
    assert found["reason"] == "We cannot compare the two periods: new form."
    met = towards(made, series(y2020=5, y2024=9), metrics=[broken])
    assert met["verdict"] == "target met"


def test_no_baseline_leaves_a_target_unjudged() -> None:
    made = indicator(targets=(target("2030", 9),), baseline=baseline("2019"))
    found = towards(made, series(y2020=5, y2024=6))
    assert found["verdict"] == "cannot be judged"
    assert found["reason"] == "There is no value for 2019."


def test_a_target_that_was_due_before_the_baseline_cannot_be_judged() -> None:
    made = indicator(targets=(target("2019", 9),))
    found = towards(made, series(y2020=5, y2024=6))
    assert found["verdict"] == "cannot be judged"
    assert found["reason"] == "The target was due before the baseline."


def of_kind(kind: TargetKind, value: float, to: float | None = None, **values: float) -> pd.Series:
    made = indicator(targets=(target("2030", value, to, kind),))
    return towards(made, series(**values))


def test_change_from_the_baseline_is_added_to_it() -> None:
    """5 + 3 = 8."""
    found = of_kind("change_from_baseline", 3, y2020=5, y2024=8)
    assert (found["verdict"], found["reference_value"]) == ("target met", 8)
    assert of_kind("change_from_baseline", 3, y2020=5, y2024=7.9)["verdict"] == "on track"


def test_percent_change_from_the_baseline() -> None:
    """5 * (1 + 60/100) = 8."""
    found = of_kind("percent_change_from_baseline", 60, y2020=5, y2024=8)
    assert (found["verdict"], found["reference_value"]) == ("target met", pytest.approx(8))
    found = of_kind("percent_change_from_baseline", 60, y2020=0, y2024=8)
    assert found["verdict"] == "cannot be judged"
    assert found["reason"] == "The target is a percentage change, and the baseline is zero or less."


def test_within_takes_both_ends_in() -> None:
    for value, met in ((4.0, True), (5.0, True), (6.0, True), (3.9, False), (6.1, False)):
        found = of_kind("within", 4, 6, y2020=1, y2024=value)
        assert (found["verdict"] == "target met") == met, value
    assert "the target of 4.0 to 6.0 score" in found["finding"]


def test_within_moves_by_the_distance_from_the_range() -> None:
    """From 1 it is 3 to the range; at 2.2 it is 1.8: 0.4 of the way in 0.40005 of the time."""
    assert of_kind("within", 4, 6, y2020=1, y2024=2.2)["verdict"] == "on track"
    assert of_kind("within", 4, 6, y2020=1, y2024=2.1)["verdict"] == "improving but not on track"
    assert of_kind("within", 4, 6, y2020=5, y2024=9)["verdict"] == "getting worse"


def test_hold_is_not_to_be_worse_than_the_value_else_the_baseline() -> None:
    assert of_kind("hold", 4, y2020=5, y2024=4)["verdict"] == "target met"
    assert of_kind("hold", 4, y2020=5, y2024=3)["verdict"] == "getting worse"
    found = of_kind("hold", np.nan, y2020=5, y2024=5)
    assert (found["verdict"], found["reference_value"]) == ("target met", 5)
    assert of_kind("hold", np.nan, y2020=5, y2024=4.9)["verdict"] == "getting worse"


def test_the_target_is_the_first_that_is_still_due_else_the_last() -> None:
    goals = (target("2026", 20), target("2022", 6), target("2024", 8))
    found = towards(indicator(targets=goals), series(y2020=5, y2024=8))
    assert (found["reference_period"], found["verdict"]) == ("2024", "target met")
    found = towards(indicator(targets=goals), series(y2020=5, y2025=8))
    assert found["reference_period"] == "2026"
    found = towards(indicator(targets=goals), series(y2020=5, y2028=8))
    assert found["reference_period"] == "2026"


def test_a_target_may_be_of_any_frequency() -> None:
    found = towards(indicator(targets=(target("2025-03-31", 6),)), series(y2020=5, y2024=6))
    assert (found["reference_period"], found["verdict"]) == ("2025-03-31", "target met")


def test_a_row_of_targets_is_for_exactly_its_cell() -> None:
    rows = [
        {**row, "group": group} for group in ("", "sex=female") for row in series(y2020=5, y2024=6)
    ]
    goals = target_rows([{"indicator": "i", "period": "2030", "value": 6, "group": "sex=female"}])
    found = read(indicator(), rows, targets=goals)
    found = found[(found["reading"] == TOWARDS_TARGET) & (found["area"] == MAIN)]
    verdicts = dict(zip(found["group"].astype(str), found["verdict"].astype(str), strict=True))
    assert verdicts == {"": "no target", "sex=female": "target met"}


CELLS: dict[str, dict[str, str]] = {
    "place": {"area": "E05000001"},
    "partner": {"organisation": "haven"},
    "programme": {"programme": "hubs"},
    "group": {"group": "sex=female"},
    "partner in a place": {"area": "E05000001", "organisation": "haven"},
}


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
@pytest.mark.parametrize(
    ("goal", "value", "to"),
    [
        # From 5 in 2020, the cell's own baseline; 8 in 2024; the main area goes from 50 to 80.
        ({"kind": "reach", "value": 8}, 8, np.nan),
        ({"kind": "hold", "value": np.nan}, 5, np.nan),
        ({"kind": "within", "value": 7, "value_to": 9}, 7, 9),
        ({"kind": "change_from_baseline", "value": 3}, 8, np.nan),  # 5 + 3
        ({"kind": "percent_change_from_baseline", "value": 60}, 8, np.nan),  # 5 * 1.6
    ],
)
def test_every_kind_of_target_is_held_against_the_cells_own_baseline(
    cell: dict[str, str], goal: dict[str, Any], value: float, to: float
) -> None:
    rows = [{**row, **cell} for row in series(y2020=5, y2024=8)] + series(y2020=50, y2024=80)
    goals = target_rows([{"indicator": "i", "period": "2030-06-30", **cell, **goal}])
    # The main area's own baseline value is no other cell's.
    found = read(indicator(baseline=baseline("2020", 40)), rows, targets=goals)
    found = found[found["reading"] == TOWARDS_TARGET]
    own = found[(found[list(cell)].astype(str) == pd.Series(cell)).all(axis=1)]
    [row] = own.to_dict("records")
    assert (row["verdict"], row["reference_value"]) == ("target met", pytest.approx(value))
    assert row["reference_period"] == "2030-06-30"
    rest = found[~found.index.isin(own.index)]
    assert set(rest["verdict"].astype(str)) == {"no target"}


def test_of_two_targets_due_on_one_day_the_one_of_the_same_length_is_taken() -> None:
    goals = [
        {"indicator": "i", "period": "2030 Q4", "value": 3},
        {"indicator": "i", "period": "2030", "value": 9},
    ]
    for order in (goals, goals[::-1]):
        table = target_rows(order)
        found = towards(indicator(), series(y2020=5, y2024=8), targets=table)
        assert found["reference_value"] == 9
        found = towards(indicator(), series(y2031=5, y2034=8), targets=table)
        assert found["reference_value"] == 9, "past ones, too"


# Two ways of measuring pace, and what is too close to call ----------------------------------------


def people(direction: str = "up", **rest: Any) -> Any:
    return reading(
        TOWARDS_TARGET,
        indicator(direction, unit="people", targets=(target("2024", 400),), **rest),
        series(y2020=100, y2022=200),
    )


def test_the_pace_by_growth_is_chosen_by_a_key() -> None:
    """From 100 to 400 in four years, at 200 after two: doubled in half of the time, which is the
    growth due (1.00); but 100 of 300 in half of the time is 0.67 in equal steps."""
    assert people()["verdict"] == "improving but not on track"
    assert people(pace="compound")["verdict"] == "on track"


def test_where_the_two_disagree_the_finding_says_so() -> None:
    said = "Judged by equal growth a year instead, it would be on track."
    assert people()["finding"].endswith(said)
    said = "Judged by equal steps a year instead, it would not be on track."
    assert people(pace="compound")["finding"].endswith(said)


def test_percentages_and_scores_are_judged_in_equal_steps() -> None:
    for unit in ("%", "out of 10", "points"):
        made = indicator("up", unit=unit, targets=(target("2024", 400),), pace="compound")
        found = reading(TOWARDS_TARGET, made, series(y2020=100, y2022=200))
        assert found["verdict"] == "improving but not on track"
        assert "Judged by" not in found["finding"]


def test_growth_from_nothing_is_judged_in_equal_steps() -> None:
    made = indicator("up", unit="people", targets=(target("2024", 400),), pace="compound")
    found = reading(TOWARDS_TARGET, made, series(y2020=0, y2022=200))
    assert found["verdict"] == "on track" and "Judged by" not in found["finding"]


CLOSE = "That is too close to call, given the margin of error."


@pytest.mark.parametrize(
    ("value", "half", "verdict", "close"),
    [
        (61, 2, "target met", True),  # 59 would not be
        (61, 0.5, "target met", False),
        (51, 2, "on track", True),  # 49 is 9/20 of the way in half of the time: 0.90
        (55, 2, "on track", False),  # 53: 13/20 over 1/2 is 1.30
        (48, 3, "improving but not on track", True),  # 51 would be on track
        (47, 1, "improving but not on track", False),
    ],
)
def test_too_close_to_call(value: float, half: float, verdict: str, close: bool) -> None:
    """From 40 at the end of 2015 to 60 at the end of 2025, read at the end of 2020."""
    rows = [
        {"metric": "m", "period": period, "value": at, "lower": at - by, "upper": at + by}
        for period, at, by in (("2015", 40, 0.1), ("2020", value, half))
    ]
    found = reading(TOWARDS_TARGET, indicator("up", targets=(target("2025", 60),)), rows)
    assert found["verdict"] == verdict
    assert found["finding"].endswith(CLOSE) == close
    card = reading(ON_A_CARD, indicator("up", targets=(target("2025", 60),)), rows)
    assert (CLOSE in card["finding"]) == close
