"""The frame of all readings; the card's one rule; cells without a total."""

from __future__ import annotations

from typing import get_args

import numpy as np
import pandas as pd
import pytest

from generator import indicators, readings
from generator.model import verdicts, words
from generator.model.frames import READINGS
from generator.model.metric import Breakdown, Category, Id
from generator.model.words import ON_A_CARD, SINCE_BASELINE, Direction
from generator.readings.verdict import FROM_BASELINE, FROM_TARGET, WORST_FIRST, on_a_card
from tests.readings.worked import indicator, read, reading, series, target
from tests.report_examples import MAIN, SETTINGS, aldermoor, inputs, metric_rows

VERDICTS = {
    words.SINCE_BASELINE: get_args(verdicts.SinceBaseline),
    words.TOWARDS_TARGET: get_args(verdicts.TowardsTarget),
    words.AGAINST_COMPARATOR: get_args(verdicts.AgainstComparator),
    words.ON_A_CARD: get_args(verdicts.OnACard),
    words.VARIATION: get_args(verdicts.Variation),
    words.ASSURANCE: get_args(verdicts.Assurance),
    words.RECENT_TREND: get_args(verdicts.RecentTrend),
    words.GAP: get_args(verdicts.Gap),
    words.GAP_OVER_TIME: get_args(verdicts.GapOverTime),
    words.REACH: get_args(verdicts.Reach),
    words.SPREAD: get_args(verdicts.Spread),
    words.FORECAST: get_args(verdicts.Forecast),
}
PROVE = [words.SINCE_BASELINE, words.TOWARDS_TARGET, words.AGAINST_COMPARATOR, words.ON_A_CARD]


def example() -> pd.DataFrame:
    results, _ = indicators.compute(aldermoor(), SETTINGS)
    return readings.read(aldermoor(), SETTINGS, results)[0]


def test_readings_have_the_columns_of_the_contract() -> None:
    assert {name: str(kind) for name, kind in example().dtypes.items()} == READINGS


def test_verdicts_are_those_of_the_closed_lists() -> None:
    found = example()
    assert set(PROVE) <= set(found["reading"]) <= set(VERDICTS) == set(readings.READINGS)
    for name, rows in found.groupby("reading", observed=True):
        assert set(rows["verdict"]) <= set(VERDICTS[str(name)])


def test_no_working_is_promised_where_the_main_area_has_no_reading() -> None:
    results, _ = indicators.compute(aldermoor(), SETTINGS)
    one = results["indicator"].iloc[0]
    elsewhere = results[(results["indicator"] != one) | (results["area"] != MAIN)]
    found, _ = readings.read(aldermoor(), SETTINGS, elsewhere.reset_index(drop=True))
    shown = ~found["reading"].isin([words.VARIATION, words.ASSURANCE, words.RECENT_TREND])
    assert (found.loc[shown & (found["indicator"] == one), "working"] == "").all()
    prove = found["reading"].isin(PROVE)
    assert (found.loc[prove & (found["indicator"] != one), "working"] != "").all()


def test_every_reading_has_a_finding_and_an_address_of_its_working() -> None:
    found = example()
    assert found["finding"].str.endswith(".").all()
    assert not found["finding"].str.contains("nan|NaN|None|  ", regex=True).any()
    prove = found["reading"].isin(PROVE)
    worked = found.loc[prove, "working"].str.match(r"indicators/[a-z0-9_]+/#working-[a-z-]+$")
    assert worked.all()
    assert found.loc[~prove, "working"].str.match(r"(indicators/[a-z0-9_]+/#[a-z0-9_-]+)?$").all()


def test_every_cell_has_each_reading_once_and_missing_verdicts_have_a_reason() -> None:
    found = example()
    cell = ["indicator", "area", "organisation", "programme", "group", "period", "reading"]
    assert not found.duplicated(cell).any()
    unsaid = found["verdict"].isin(["cannot say", "no target", "no comparator", "Not published"])
    unsaid |= found["verdict"].isin(["not enough data", "cannot be calculated"])
    assert (found.loc[unsaid, "reason"] != "").all()


def test_no_results_give_no_readings() -> None:
    made = inputs([indicator()], [], metric_rows([]))
    results, _ = indicators.compute(made, SETTINGS)
    found, _ = readings.read(made, SETTINGS, results)
    assert found.empty and list(found.columns) == list(READINGS)


def test_the_frequency_that_every_names_is_read_first() -> None:
    rows = series(y2020=5, y2024=6) + [
        {"metric": "m", "period": f"2024-{month:02}", "value": month} for month in range(1, 13)
    ]
    for every, period in (("year", "2024"), ("month", "2024-12")):
        assert reading(ON_A_CARD, indicator(every=every), rows)["period"] == period
    assert set(read(indicator(), rows)["period"]) == {"2024", "2024-12"}


# The card ------------------------------------------------------------------------------------


def card(value: float, since: str, towards: str) -> str:
    columns = (np.array([value]), np.array([since], object), np.array([towards], object))
    return str(on_a_card(*columns)[0])


def test_the_card_rule() -> None:
    assert card(np.nan, "cannot say", "cannot be judged") == "Not published"
    for towards, said in FROM_TARGET.items():
        assert card(5, "improved", towards) == said
    for since, said in FROM_BASELINE.items():
        assert card(5, since, "no target") == said


def test_the_card_has_a_word_for_every_verdict_and_a_place_for_every_word() -> None:
    said = {*FROM_TARGET.values(), *FROM_BASELINE.values(), "Not published"}
    assert said == set(get_args(verdicts.OnACard)) == set(WORST_FIRST)
    assert set(FROM_TARGET) == set(get_args(verdicts.TowardsTarget)) - {"no target"}
    assert set(FROM_BASELINE) == set(get_args(verdicts.SinceBaseline))


def test_the_card_carries_what_its_verdict_was_taken_from() -> None:
    made = indicator(targets=(target("2030", 9),))
    assert reading(ON_A_CARD, made, series(y2020=5, y2024=6))["reference_period"] == "2030"
    assert reading(ON_A_CARD, indicator(), series(y2020=5, y2024=6))["reference_period"] == "2020"


# No value for everyone -----------------------------------------------------------------------

HOME = Breakdown(
    Id("home"),
    "Home",
    "people",
    categories={Id(name): Category(Id(name), name.capitalize()) for name in ("own", "rent", "b")},
    not_stated=(Id("unknown"),),
)


def of_groups(direction: Direction, **groups: tuple[float, float]) -> pd.DataFrame:
    rows = [
        {"metric": "m", "period": period, "value": value, "group": f"home={name}"}
        for name, values in groups.items()
        for period, value in zip(("2020", "2024"), values, strict=True)
    ]
    found = read(indicator(direction), rows, breakdowns={HOME.id: HOME})
    return found[(found["group"] == "") & (found["area"] == MAIN)]


def test_the_card_takes_the_worst_group_and_names_it() -> None:
    found = of_groups("up", own=(5, 6), rent=(5, 4), unknown=(5, 1))
    assert found["reading"].tolist() == [ON_A_CARD]
    [row] = found.to_dict("records")
    assert (row["verdict"], row["value"]) == ("Getting worse", 4)
    assert row["reason"] == "There is no value for everyone: this is Rent, the worst of two groups."
    assert "4 score in Aldermoor (Rent)" in row["finding"]


def test_of_equally_bad_groups_it_is_the_one_furthest_behind() -> None:
    assert of_groups("up", own=(5, 6), rent=(3, 4))["value"].tolist() == [4]
    assert of_groups("down", own=(9, 6), rent=(7, 4))["value"].tolist() == [6]


def test_where_neither_way_is_better_it_is_the_largest_group() -> None:
    [row] = of_groups("none", own=(5, 6), rent=(5, 9)).to_dict("records")
    assert row["value"] == 9 and "the largest of two groups" in row["reason"]


def test_a_value_for_everyone_leaves_groups_to_themselves() -> None:
    rows = [
        {"metric": "m", "period": "2024", "value": value, "group": group}
        for group, value in (("", 5), ("home=own", 1))
    ]
    found = read(indicator(), rows, breakdowns={HOME.id: HOME})
    assert found.loc[found["group"] == "", "value"].unique().tolist() == [5]


@pytest.mark.parametrize("flag", ["c", "x", "z"])
def test_a_missing_value_is_not_published(flag: str) -> None:
    rows = [*series(y2020=5), {"metric": "m", "period": "2024", "value": np.nan, "flag": flag}]
    found = reading(ON_A_CARD, indicator(), rows)
    assert found["verdict"] == "Not published"
    assert words.FLAG_MEANINGS[flag] in found["finding"]
    assert np.isnan(reading(SINCE_BASELINE, indicator(), rows)["difference"])
