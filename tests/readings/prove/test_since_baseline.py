"""Every branch of the rule (methods, section 7), with the arithmetic of the worked cases."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from generator.indicators.methods import Change, Mean, Proportion, Rate, made_as
from generator.model.metric import Break, Id, Metric
from generator.model.period import parse
from generator.model.words import SINCE_BASELINE
from tests.readings.worked import baseline, indicator, reading, series


def since(*args: Any, **rest: Any) -> pd.Series:
    return reading(SINCE_BASELINE, *args, **rest)


def limited(**values: tuple[float, float, float]) -> list[dict[str, Any]]:
    return [
        {"metric": "m", "period": name[1:], "value": v, "lower": low, "upper": high}
        for name, (v, low, high) in values.items()
    ]


@pytest.mark.parametrize(
    ("direction", "up", "down"),
    [("up", "improved", "worsened"), ("down", "worsened", "improved"), ("none", "higher", "lower")],
)
def test_the_direction_names_the_change(direction: str, up: str, down: str) -> None:
    assert since(indicator(direction), series(y2022=5, y2024=6))["verdict"] == up
    assert since(indicator(direction), series(y2022=6, y2024=5))["verdict"] == down


def test_intervals_that_overlap_are_no_clear_change() -> None:
    apart = since(indicator(), limited(y2022=(5, 4.8, 5.2), y2024=(5.5, 5.3, 5.7)))
    assert apart["verdict"] == "improved" and np.isnan(apart["lower"])
    touching = since(indicator(), limited(y2022=(5, 4.8, 5.2), y2024=(5.4, 5.2, 5.6)))
    assert touching["verdict"] == "no clear change"


def test_one_side_without_an_interval_leaves_the_sign_to_decide() -> None:
    rows = limited(y2022=(5, 4, 6)) + series(y2024=5.1)
    found = since(indicator(), rows)
    assert found["verdict"] == "improved"
    assert found["finding"].endswith("The source gives no margin of error.")


def test_numbers_that_look_the_same_are_no_clear_change() -> None:
    found = since(indicator(decimals=1), series(y2022=5.01, y2024=5.04))
    assert found["verdict"] == "no clear change"
    assert "about the same as in 2022" in found["finding"]
    assert since(indicator(decimals=2), series(y2022=5.01, y2024=5.04))["verdict"] == "improved"


def counted(*pairs: tuple[float, float]) -> list[dict[str, Any]]:
    return [
        {"metric": name, "period": str(2022 + 2 * number), "value": value}
        for number, both in enumerate(pairs)
        for name, value in zip(("x", "n"), both, strict=True)
    ]


SHARE = indicator("up", Proportion(Id("x"), Id("n")), "%")


def test_proportions_change_when_newcombes_interval_leaves_out_zero() -> None:
    """20 of 100 (Wilson 13.34 to 28.88), then 33 of 100 (24.56 to 42.69): the intervals overlap,
    and yet 13 - sqrt((33-24.56)^2 + (28.88-20)^2) = 13 - 12.25 = 0.75 is above 0."""
    found = since(SHARE, counted((20, 100), (33, 100)))
    assert found["verdict"] == "improved"
    assert found["difference"] == pytest.approx(13)
    assert found["lower"] == pytest.approx(0.75, abs=0.01)
    # 13 + sqrt((42.69-33)^2 + (20-13.34)^2) = 13 + 11.76
    assert found["upper"] == pytest.approx(24.76, abs=0.01)
    assert since(SHARE, counted((20, 100), (30, 100)))["verdict"] == "no clear change"


def test_shares_of_pairs_are_shares_like_others() -> None:
    """The same counts as of proportions above; mean changes go by Welch's t, as means do."""
    moved = indicator("up", Change(Id("star"), Id("money")), "%")
    rows = counted((20, 100), (33, 100))
    names = dict(zip(("x", "n"), moved.method.metrics, strict=True))
    found = since(moved, [{**row, "metric": names[row["metric"]]} for row in rows])
    assert (found["verdict"], found["lower"]) == ("improved", pytest.approx(0.75, abs=0.01))
    assert made_as(Change(Id("star"), Id("money"), "mean_change")) == "mean"


def test_rates_change_when_the_interval_of_their_difference_leaves_out_zero() -> None:
    """30 then 50 events for 1,000 (Byar 20.24 to 42.83, 37.11 to 65.92):
    20 - sqrt((50-37.11)^2 + (42.83-30)^2) = 20 - 18.19 = 1.81."""
    rate = indicator("down", Rate(Id("x"), Id("n"), 1000), "per 1,000")
    found = since(rate, counted((30, 1000), (50, 1000)))
    assert found["verdict"] == "worsened"
    assert found["lower"] == pytest.approx(1.81, abs=0.01)
    assert since(rate, counted((30, 1000), (45, 1000)))["verdict"] == "no clear change"


def test_rates_without_an_event_are_held_apart_by_their_limits() -> None:
    """0 of 1,000 (up to 3.689), then 20 of 1,000 (Byar from 12.21):
    20 - sqrt((20-12.21)^2 + 3.689^2) = 20 - 8.62 = 11.38."""
    rate = indicator("down", Rate(Id("x"), Id("n"), 1000), "per 1,000")
    found = since(rate, counted((0, 1000), (20, 1000)))
    assert found["verdict"] == "worsened"
    assert found["lower"] == pytest.approx(11.38, abs=0.01)


def scored(*triples: tuple[float, float, float]) -> list[dict[str, Any]]:
    return [
        {"metric": name, "period": str(2022 + 2 * number), "value": value}
        for number, each in enumerate(triples)
        for name, value in zip(("s", "n", "q"), each, strict=True)
    ]


MEAN = indicator("up", Mean(Id("s"), Id("n"), Id("q")))


def test_means_change_when_welchs_interval_leaves_out_zero() -> None:
    """Ten scores each, variance 4: se = sqrt(0.4 + 0.4) = 0.8944, 18 degrees, t = 2.10092,
    half = 1.8791. From 5 to 7 is 2 - 1.8791 = 0.1209 at least; from 5 to 6.8 is not clear.
    Squares: 9 * 4 + 10 * mean^2."""
    found = since(MEAN, scored((50, 10, 286), (70, 10, 526)))
    assert found["verdict"] == "improved"
    assert found["lower"] == pytest.approx(0.1209, abs=1e-4)
    assert since(MEAN, scored((50, 10, 286), (68, 10, 498.4)))["verdict"] == "no clear change"


def test_means_of_equal_scores_have_a_clear_change() -> None:
    found = since(MEAN, scored((50, 10, 250), (60, 10, 360)))
    assert found["verdict"] == "improved" and found["lower"] == found["upper"] == 1


def test_no_change_of_a_constant_series() -> None:
    assert since(indicator(), series(y2020=5, y2022=5, y2024=5))["verdict"] == "no clear change"
    assert since(SHARE, counted((20, 100), (20, 100)))["verdict"] == "no clear change"


# What the baseline is ------------------------------------------------------------------------


def test_without_a_baseline_it_is_the_first_result_with_a_value() -> None:
    rows = series(y2020=np.nan, y2021=5, y2024=6)
    found = since(indicator(), rows)
    assert (found["reference_period"], found["reference_value"]) == ("2021", 5)


def test_a_period_of_the_results() -> None:
    found = since(indicator(baseline=baseline("2022")), series(y2020=9, y2022=5, y2024=6))
    assert (found["reference_period"], found["verdict"]) == ("2022", "improved")


def test_a_value_of_its_own_holds_for_the_whole_main_area() -> None:
    found = since(indicator(baseline=baseline("2015", 7)), series(y2020=9, y2024=6))
    assert (found["reference_value"], found["verdict"]) == (7, "worsened")


def test_a_value_of_its_own_does_not_hold_for_groups() -> None:
    from tests.readings.worked import read

    rows = [{**row, "group": "sex=female"} for row in series(y2015=3, y2024=6)]
    found = read(indicator(baseline=baseline("2015", 7)), rows)
    found = found[(found["reading"] == SINCE_BASELINE) & (found["group"] != "")]
    assert found["reference_value"].tolist() == [3]


# What cannot be said -------------------------------------------------------------------------


def cannot(indicator: Any, rows: list[dict[str, Any]], **rest: Any) -> str:
    found = since(indicator, rows, **rest)
    assert found["verdict"] == "cannot say"
    assert np.isnan(found["difference"]) and np.isnan(found["lower"])
    return str(found["reason"])


def test_one_period() -> None:
    assert (
        cannot(indicator(), series(y2024=5))
        == "There is only one period so far, with nothing before it to compare."
    )


def test_no_value_now() -> None:
    rows = [*series(y2022=5), {"metric": "m", "period": "2024", "value": np.nan, "flag": "c"}]
    assert cannot(indicator(), rows) == "We cannot show the latest value: it is confidential."


def test_no_value_then() -> None:
    rows = [{"metric": "m", "period": "2022", "value": np.nan, "flag": "x"}, *series(y2024=5)]
    reason = cannot(indicator(baseline=baseline("2022")), rows)
    assert reason == "We cannot show the value for 2022: it is not available."
    reason = cannot(indicator(baseline=baseline("2020")), rows)
    assert reason == "There is no value for 2020."


def test_another_frequency() -> None:
    reason = cannot(indicator(baseline=baseline("2022/23")), series(y2022=5, y2024=6))
    assert reason == "The baseline, 2022/23, covers another length of time."


def test_nothing_after_the_baseline() -> None:
    reason = cannot(indicator(baseline=baseline("2024")), series(y2022=5, y2024=6))
    assert reason == "There is no value after the baseline, 2024."


def test_periods_that_overlap() -> None:
    rows = [
        {"metric": "m", "period": f"{year} to {year + 2}", "value": year} for year in (2020, 2022)
    ]
    assert cannot(indicator(), rows) == "The two periods overlap, so we cannot compare them."


@pytest.mark.parametrize("at", ["2023", "2024"])
def test_a_break_between(at: str) -> None:
    broken = Metric(Id("m"), "M", "scores", breaks=(Break(parse(at), "New form."),))
    rows = series(y2022=5, y2023=5, y2024=6)
    reason = cannot(indicator(), rows, metrics=[broken])
    assert reason == "We cannot compare the two periods: new form."


def test_a_break_before_the_baseline_or_at_it_does_not_matter() -> None:
    broken = Metric(Id("m"), "M", "scores", breaks=(Break(parse("2022"), "New form"),))
    rows = series(y2020=1, y2022=5, y2024=6)
    found = since(indicator(baseline=baseline("2022")), rows, metrics=[broken])
    assert found["verdict"] == "improved"


def test_a_published_break_counts_too() -> None:
    rows = series(y2022=5, y2024=6)
    rows[1]["flag"] = "b"
    assert cannot(indicator(), rows) == "We cannot compare the two periods: the series has a break."
