"""Variation and assurance as readings: when there is a verdict, and what is said."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from generator.indicators.methods import Count, Proportion
from generator.model.indicator import FixedLimits, Rebase
from generator.model.metric import Break, Id, Metric
from generator.model.period import parse
from generator.model.words import ASSURANCE, VARIATION
from tests.readings.worked import baseline, indicator, read, reading, series, target
from tests.report_examples import MAIN

WAVE = [5.0, 6, 7, 5, 6, 4, 5, 6, 7, 5, 6, 4]  # edge case of the reference: mean 5.5, no signal


def months(values: list[float | None], **rest: Any) -> list[dict[str, Any]]:
    """A value a month from January 2022; None leaves the month out."""
    return [
        {"metric": "m", "period": f"{2022 + n // 12}-{n % 12 + 1:02}", "value": value, **rest}
        for n, value in enumerate(values)
        if value is not None
    ]


def said(values: list[float | None], **rest: Any) -> pd.Series:
    return reading(VARIATION, indicator(**rest), months(values))


@pytest.mark.parametrize(
    ("values", "verdict", "text"),
    [
        (4, "not enough data", "There are 4 values; 8 are needed to tell a change from"),
        (7, "not enough data", "There are 7 values; 8 are needed to tell a change from"),
        (8, "common cause", "With 8 values the range may still move."),
        (11, "common cause", "With 11 values the range may still move."),
        (12, "common cause", "so this may be chance."),
    ],
)
def test_few_values_are_told_or_not_judged(values: int, verdict: str, text: str) -> None:
    """Methods, section 0: 5 to 7 no verdict, 8 to 11 a note, from 12 on none."""
    found = said(WAVE[:values])
    assert found["verdict"] == verdict and text in found["finding"]
    assert ("may still move" in found["finding"]) == (8 <= values < 12)


def test_one_value_alone() -> None:
    assert said([5.0])["reason"].startswith("There is 1 value; 8 are needed")


def test_limits_stand_beside_a_verdict_only() -> None:
    """The mean of the wave is 5.5, its average step 15 / 11 (one of three, three of two and so
    on): 5.5 ± 2.66 × 15 / 11 is 1.87 to 9.13."""
    found = said(WAVE)
    assert found["reference_value"] == pytest.approx(5.5)
    assert (found["lower"], found["upper"]) == pytest.approx((1.8727272727, 9.1272727273))
    assert found["difference"] == pytest.approx(4 - 5.5)
    short = said(WAVE[:7])
    assert short[["reference_value", "difference", "lower", "upper"]].isna().all()


def test_trial_limits_are_drawn_from_five_values_on_without_any_signal() -> None:
    drawn = []
    for count in (4, 5, 7):
        made = read(indicator(), months([1, 2, 1, 2, 1, 2, 90][:count]))
        drawn.append((made["working"] == "indicators/i/#variation").any())
    assert drawn == [False, True, True]


@pytest.mark.parametrize(
    ("direction", "last", "verdict"),
    [
        ("up", 20, "special-cause improvement"),
        ("up", -9, "special-cause concern"),
        ("down", 20, "special-cause concern"),
        ("down", -9, "special-cause improvement"),
        ("none", 20, "special-cause higher"),
        ("none", -9, "special-cause lower"),
    ],
)
def test_what_a_signal_is_called(direction: str, last: float, verdict: str) -> None:
    found = said([*WAVE, last], direction=direction)
    assert found["verdict"] == verdict
    assert f"{'above' if last > 5 else 'below'} the usual range" in found["finding"]


def test_a_run_and_a_trend_are_told_by_their_length() -> None:
    shifted = said([*WAVE, *WAVE, *[6.6, 6.8] * 4])
    assert "The last 8 months were all above the usual level, 5.8." in shifted["finding"]
    rising = said([*WAVE, *WAVE, 3.0, 3.5, 4, 4.5, 5, 5.5, 6, 6.5], direction="down")
    assert "It has gone up 7 months in a row." in rising["finding"]
    assert rising["finding"].endswith("more than the usual ups and downs, and for the worse.")


def test_two_of_three_near_a_limit() -> None:
    found = said([*WAVE, *WAVE, 8.6, 6, 8.6], direction="up")
    near = "Of the last three months, at least two were near the top of the usual range"
    assert near in found["finding"]


def test_a_latest_value_within_chance_tells_that_others_were_not() -> None:
    found = said([30.0, *WAVE, *WAVE])
    assert found["verdict"] == "common cause"
    assert "Of all 25 values, 1 stood out from chance." in found["finding"]


def test_values_that_do_not_vary_are_not_judged() -> None:
    alike, nearly = said([5.0] * 12), said([1.0] * 11 + [2.0])
    assert alike["verdict"] == nearly["verdict"] == "not enough data"
    assert alike["reason"].startswith("All values are the same")
    assert nearly["reason"].startswith("Nearly all values are the same")


def test_a_missing_month_ends_a_run() -> None:
    """Eight high months, the fourth of them missing: four and then four, and no shift."""
    high: list[float | None] = [6.6, 6.8, 6.7, None, 6.8, 6.6, 6.7, 6.8]
    assert said([*WAVE, *WAVE, *high])["verdict"] == "common cause"
    whole = [6.6, 6.8, 6.7, 6.7, 6.8, 6.6, 6.7, 6.8]
    assert said([*WAVE, *WAVE, *whole])["verdict"] == "special-cause improvement"


def test_too_many_gaps_are_not_judged() -> None:
    gappy = [value if n % 2 else None for n, value in enumerate([*WAVE, *WAVE])]
    assert said(gappy)["reason"].startswith("Too many values in between are missing")


def test_a_latest_value_that_is_not_shown_is_not_judged() -> None:
    rows = [*months([*WAVE]), *months([None] * 12 + [5.0], flag="c")]
    found = reading(VARIATION, indicator(), rows)
    assert found["reason"] == "We cannot show the latest value: it is confidential."
    assert found["finding"].startswith("Scores: no value for Aldermoor.")


def test_overlapping_periods_are_refused_with_the_reason() -> None:
    rows = [
        {"metric": "m", "period": f"{2012 + n} to {2014 + n}", "value": value}
        for n, value in enumerate(WAVE)
    ]
    found = reading(VARIATION, indicator(baseline=baseline("2012 to 2014")), rows)
    assert found["verdict"] == "not enough data"
    assert found["reason"] == "The periods overlap, so each value repeats part of the one before."


def test_days_of_counting_must_lie_evenly_apart() -> None:
    even = [{"metric": "m", "period": f"{2014 + n}-03-31", "value": v} for n, v in enumerate(WAVE)]
    counted = indicator(baseline=baseline("2014-03-31"))
    assert reading(VARIATION, counted, even)["verdict"] == "common cause"
    odd = [row for row in even if row["period"] != "2019-03-31"]
    assert reading(VARIATION, counted, odd)["reason"].startswith("The days of counting lie")


def test_a_break_starts_the_limits_afresh() -> None:
    broken = Metric(Id("m"), "m", "scores", breaks=(Break(parse("2023-04"), "Counted anew."),))
    jumped = [*WAVE, 5.0, 6, 5, *(value + 20 for value in WAVE)]
    found = reading(VARIATION, indicator(), months(jumped), metrics=[broken])
    assert found["verdict"] == "common cause" and found["reference_period"] == "2023-04"
    assert found["reference_value"] == pytest.approx(25.5)
    short = reading(VARIATION, indicator(), months(jumped[:18]), metrics=[broken])
    since = "There are 3 values since April 2023, where the range starts afresh;"
    assert short["reason"].startswith(since)


def test_a_rebase_starts_them_afresh_from_the_period_that_holds_the_day() -> None:
    jumped = [*WAVE, 5.0, 6, 5, *(value + 20 for value in WAVE)]
    assert said(jumped)["verdict"] != "common cause"
    moved = (Rebase(parse("2023-04-10"), "A second team began."),)
    found = said(jumped, rebase=moved)
    assert found["verdict"] == "common cause" and found["reference_period"] == "2023-04"


def test_limits_may_be_fixed_until_a_period() -> None:
    later = [*WAVE, 7.5, 8, 7.5, 8]
    fixed = said(later, fix_limits=FixedLimits(parse("2022-12"), "Before the pilot."))
    assert fixed["reference_value"] == pytest.approx(5.5)
    assert fixed["upper"] == pytest.approx(9.1272727273)
    too_few = said(later, fix_limits=FixedLimits(parse("2022-11"), "Before the pilot."))
    assert too_few["reference_value"] == pytest.approx(sum(later) / 16), "all values are used"


def test_a_range_that_would_go_below_nothing_is_not_said_to() -> None:
    counted = indicator(method=Count(Id("m")))
    rows = months([0.0, 3, 1, 0, 4, 1, 0, 2, 5, 0, 1, 2])
    found = reading(VARIATION, counted, rows, metrics=[Metric(Id("m"), "m", "events")])
    assert found["lower"] < 0 and "the usual range, 0 to" in found["finding"]


@pytest.mark.parametrize(
    ("direction", "goal", "verdict"),
    [
        ("up", 1.8, "consistently meets target"),
        ("up", 5.0, "hit and miss"),
        ("up", 9.2, "consistently misses target"),
        ("down", 1.8, "consistently misses target"),
        ("down", 9.2, "consistently meets target"),
        ("none", 9.2, "no target"),
    ],
)
def test_a_target_against_the_limits(direction: str, goal: float, verdict: str) -> None:
    """The limits are 1.87 to 9.13, as above."""
    goals = (target("2024", goal),)
    found = reading(ASSURANCE, indicator(direction, targets=goals), months(WAVE))
    assert found["verdict"] == verdict
    if verdict == "hit and miss":
        assert found["finding"] == (
            "In Aldermoor, some values in the usual range, 2 to 9, meet the target of 5 score or "
            "more by 2024, and some miss it."
        )


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (1.0, 10.0, "consistently meets target"),
        (4.0, 6.0, "hit and miss"),
        (10.0, 12.0, "consistently misses target"),
    ],
)
def test_a_range_against_the_limits(low: float, high: float, verdict: str) -> None:
    goals = (target("2024", low, high, "within"),)
    assert reading(ASSURANCE, indicator(targets=goals), months(WAVE))["verdict"] == verdict


def test_no_limits_no_assurance() -> None:
    found = reading(ASSURANCE, indicator(targets=(target("2024", 5),)), months(WAVE[:6]))
    assert found["verdict"] == "not enough data" and found["reason"].startswith("There are 6")
    assert reading(ASSURANCE, indicator(), months(WAVE))["reason"] == "No target has been set."


def test_a_target_held_against_moving_values_says_so() -> None:
    goals = (target("2024", 100),)
    found = reading(ASSURANCE, indicator(targets=goals), months([*WAVE, 20.0]))
    assert found["finding"].endswith("The values have been moving, so the range may move too.")


def test_months_beside_years_lead_to_no_section_that_the_page_of_years_lacks() -> None:
    goals = (target("2024", 5),)
    rows = [*months(WAVE), *series(y2022=5.5, y2023=6.0)]
    found = read(indicator(targets=goals, every="year"), rows)
    found = found[found["reading"] == ASSURANCE].set_index("period")[["verdict", "working"]]
    assert found.loc["2022-12", "verdict"] == "hit and miss"
    assert found.loc["2022-12", "working"] == "indicators/i/#variation"
    assert not found["working"].str.endswith("#assurance").any()


def test_every_cell_has_both_readings() -> None:
    method = Proportion(Id("x"), Id("n"))
    rows = [
        {"metric": metric, "period": f"{2010 + n}", "value": value, "group": group}
        for n in range(9)
        for group in ("", "sex=female")
        for metric, value in (("x", 40 + n % 3), ("n", 100))
    ]
    found = read(indicator(method=method, unit="%"), rows)
    own = found[found["reading"].isin([VARIATION, ASSURANCE])]
    assert len(own) == 4 and set(own["area"]) == {MAIN}
