"""The steps of a working, as a reader would follow them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pandas as pd

from generator import indicators, readings
from generator.model.words import AGAINST_COMPARATOR, ON_A_CARD, SINCE_BASELINE, TOWARDS_TARGET
from generator.wording.numbers import Manner
from generator.wording.working import DIFFERENCE, MODERATE, NO_WAY, SIGN, Working, result
from tests.report_examples import MAIN, SETTINGS, aldermoor

INPUTS = aldermoor()
RESULTS, _ = indicators.compute(INPUTS, SETTINGS)
READINGS = readings.read(INPUTS, SETTINGS, RESULTS)[0]


def rows(frame: pd.DataFrame, indicator: str) -> list[SimpleNamespace]:
    cell = ["organisation", "programme", "group"]
    whole = (frame[cell] == "").all(axis=1) & (frame["area"] == MAIN)
    chosen = frame[whole & (frame["indicator"] == indicator)].astype(object)
    chosen = chosen.where(chosen.notna(), None)
    if "flag" in chosen:
        chosen["flags"] = [tuple(flag.split()) for flag in chosen["flag"]]
    return [SimpleNamespace(**row) for row in chosen.to_dict("records")]


def steps(indicator: str, name: str) -> dict[str, str]:
    found: dict[str, Any] = {row.reading: row for row in rows(READINGS, indicator)}
    series = {row.period: row for row in rows(RESULTS, indicator)}
    since = found[SINCE_BASELINE]
    made = Working(
        INPUTS.indicators[indicator],  # type: ignore[index]
        INPUTS,
        Manner(INPUTS.indicators[indicator].unit, 1),  # type: ignore[index]
        series[since.period],
        series.get(since.reference_period),
        since,
    )
    return dict(made.steps(found[name]))


def test_since_the_baseline() -> None:
    """Newcombe: 5.7 +/- as in the readings; the counts stand beside the percentages."""
    found = steps("loneliness", SINCE_BASELINE)
    assert found == {
        "Rule": DIFFERENCE,
        "2025/26": "19.9%, 398 out of 2,000, 95% interval 18.2 to 21.7",
        "Baseline, 2021/22": "25.6%, 512 out of 2,000, 95% interval 23.7 to 27.6",
        "Change": "−5.7 points, 95% interval −8.3 points to −3.1 points",
        "Verdict": "Improved",
    }


def test_towards_the_target() -> None:
    """5.7 of 7.6 points in 1,461 of 1,826 days: 0.75 / 0.80 = 0.94."""
    found = steps("loneliness", TOWARDS_TARGET)
    assert found["Target for 2026/27"] == "18.0% or less"
    assert found["Way made"] == "−5.7 points of −7.6 points: 0.75 of the way"
    assert found["Time gone"] == "1,461 of 1,826 days: 0.80 of the time"
    assert found["Way made over time gone"] == f"0.94. {MODERATE}"
    assert found["Verdict"] == "Improving but not on track"


def test_against_a_comparator() -> None:
    found = steps("early_death_rate", AGAINST_COMPARATOR)
    assert found["The middle of similar places"] == "51.1 per 100,000"
    interval = "95% interval −10.0 per 100,000 to +1.3 per 100,000"
    assert found["Difference"] == f"−4.6 per 100,000, {interval}"


def test_without_intervals_and_with_a_reason() -> None:
    assert steps("density", SINCE_BASELINE)["Rule"] == SIGN
    found = steps("hub_visits", SINCE_BASELINE)
    assert found["Why"] == "We cannot compare the two periods: new way of counting visits."
    assert "from 2 of 2 partners" in found["January to March 2026"]
    assert steps("hub_visits", TOWARDS_TARGET)["Verdict"] == "No target"


def test_the_card_points_to_the_reading_that_it_shows() -> None:
    assert list(steps("loneliness", ON_A_CARD)) == ["Rule", "Verdict"]


def test_a_missing_result_shows_its_flag() -> None:
    missing = SimpleNamespace(value=None, flags=("c",))
    assert result(missing, Manner("%", 1)) == "[c]"  # type: ignore[arg-type]


def test_a_mean_and_a_rate_are_no_share_of_what_they_are_divided_by() -> None:
    """3,328 points of 487 carers were said to be "3,328 out of 487"."""

    def worded(method: str) -> str:
        given = {"lower": None, "upper": None, "flags": (), "computed": "", "reported_by": ""}
        row = SimpleNamespace(
            value=6.8, numerator=3328.0, denominator=487.0, method=method, **given
        )
        return result(row, Manner("", 1))  # type: ignore[arg-type]

    assert worded("mean, t interval") == "6.8, 3,328 divided by 487"
    assert worded("rate, Byar's interval") == "6.8, 3,328 divided by 487"
    assert worded("proportion, Wilson interval") == "6.8, 3,328 out of 487"


def way(then: float, now: float, goal: float) -> dict[str, str]:
    """The steps towards `goal` or less, from `then` in 2021/22 to `now` in 2025/26."""
    indicator = INPUTS.indicators["loneliness"]  # type: ignore[index]
    cell = {"area": MAIN, "organisation": "", "programme": "", "group": ""}
    without = dict.fromkeys(("lower", "upper", "numerator", "denominator"))
    none = {**without, "method": "", "flags": (), "computed": "", "reported_by": ""}
    latest = SimpleNamespace(period="2025/26", value=now, **none)
    since = SimpleNamespace(reference_period="2021/22", reference_value=then)
    reading = {"reading": TOWARDS_TARGET, "reference_value": goal, "reference_period": "2026/27"}
    made = Working(indicator, INPUTS, Manner("%", 1), latest, None, since)  # type: ignore[arg-type]
    asked = SimpleNamespace(verdict="getting worse", reason="", **reading, **cell)
    return dict(made.steps(asked))  # type: ignore[arg-type]


def test_a_way_in_the_wrong_direction_has_a_real_minus() -> None:
    """From 20 to 22 where 16 is aimed at: 2 of −4 is −0.50."""
    assert way(20, 22, 16)["Way made"] == "+2.0 points of −4.0 points: −0.50 of the way"


def test_there_is_no_way_to_make_where_the_baseline_met_the_target() -> None:
    """From 1.91 to 3.24 where 2.00 or less is aimed at was said to be 14.97 of the way."""
    found = way(1.91, 3.24, 2.0)
    assert found["Way made"] == NO_WAY
    assert "Way made over time gone" not in found


def test_a_standardised_result_is_no_number_out_of_another() -> None:
    def worded(method: str) -> str:
        given = {"lower": None, "upper": None, "flags": (), "computed": "", "reported_by": ""}
        row = SimpleNamespace(
            value=93.6, numerator=895.0, denominator=835.9, method=method, **given
        )
        return result(row, Manner("", 1))  # type: ignore[arg-type]

    expected = "93.6, 895 observed, 835.9 expected"
    assert worded("indirectly standardised ratio, Byar's interval") == expected
    assert worded("indirectly standardised rate, exact Poisson interval") == expected
    among = "93.6, 895 among 835.9, weighed"
    assert worded("directly standardised rate, Dobson's interval") == among
