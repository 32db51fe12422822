"""What makes up a change, by hand; and when nothing may be said of it."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from generator import indicators, readings
from generator.indicators.methods import Count, Proportion, Published
from generator.model.indicator import Indicator, Method
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.place import Area, AreaLink
from tests.report_examples import MAIN, SETTINGS, inputs, metric_rows

SEX = Breakdown(
    Id("sex"),
    "Sex",
    "people",
    categories={
        Id("female"): Category(Id("female"), "Women"),
        Id("male"): Category(Id("male"), "Men"),
        Id("young"): Category(Id("young"), "Young men", within=Id("male")),
    },
)
WARDS = {code: Area(code, code, kind="ward") for code in ("W1", "W2")}
AREAS = {MAIN: Area(MAIN, "Aldermoor"), **WARDS}


def of(
    rows: list[dict[str, Any]], method: Method | None = None, sex: Breakdown = SEX, unit: str = "%"
) -> Any:
    """The contributions to the change of the main area, from the rows."""
    used = method or Count(Id("x"))
    indicator = Indicator(Id("i"), "I", unit, "up", used)
    metrics = [Metric(Id(name), name, "people", adds_up=()) for name in "xn"]
    made = inputs(
        [indicator],
        metrics,
        metric_rows(rows),
        breakdowns={Id("sex"): sex},
        areas=AREAS,
        area_links=tuple(AreaLink(code, "in", MAIN) for code in WARDS),
    )
    results, _ = indicators.compute(made, SETTINGS)
    found = readings.read(made, SETTINGS, results)[1].contributions
    return found[found["whole_area"] == MAIN]


def counts(then: float | None, now: float | None, metric: str = "x", **cell: str) -> Any:
    pairs = (("2020", then), ("2024", now))
    return [
        {"metric": metric, "period": period, "value": value, **cell}
        for period, value in pairs
        if value is not None
    ]


WOMEN, MEN, YOUNG = ({"group": f"sex={one}"} for one in ("female", "male", "young"))


def test_counts_are_made_up_of_their_parts_changes() -> None:
    rows = counts(100, 130) + counts(40, 75, **WOMEN) + counts(60, 55, **MEN)
    found = of(rows + counts(20, 10, **YOUNG))
    assert found["group"].astype(str).tolist() == ["sex=female", "sex=male"]
    assert found["contribution"].tolist() == [35, -5]
    assert set(found["difference"]) == {30}
    assert found["through_value"].isna().all()


def test_shares_are_made_up_as_kitagawa_says() -> None:
    """The numbers of `test_parts_of_change.test_by_hand`, tenfold: 40% to 45%."""
    rows = counts(800, 900) + counts(2000, 2000, "n")
    rows += counts(200, 150, **WOMEN) + counts(1000, 500, "n", **WOMEN)
    rows += counts(600, 750, **MEN) + counts(1000, 1500, "n", **MEN)
    found = of(rows, Proportion(Id("x"), Id("n")))
    assert found["contribution"].tolist() == pytest.approx([3.75 + 4.375, -6.25 + 3.125])
    assert found["through_value"].tolist() == pytest.approx([3.75, -6.25])
    assert found["contribution"].sum() == pytest.approx(5)
    assert found["weight"].tolist() == pytest.approx([1500 / 4000, 2500 / 4000])


def test_places_and_partners_make_it_up_too() -> None:
    rows = counts(100, 130) + counts(70, 90, area="W1") + counts(30, 40, area="W2")
    rows += counts(100, 90, organisation="a") + counts(None, 40, organisation="b")
    found = of(rows)
    by = found.groupby("by", observed=True)["contribution"].agg(list).to_dict()
    assert by == {"partners": [-10, 40], "places-ward": [20, 10]}


def test_what_rounding_leaves_over_is_said() -> None:
    """1,000 to 1,300 of which the parts hold 1,000 and 1,299: within 0.5%."""
    rows = counts(1000, 1300) + counts(400, 649, **WOMEN) + counts(600, 650, **MEN)
    found = of(rows)
    assert found["contribution"].tolist() == [249, 50, 1]
    assert found["group"].astype(str).tolist()[-1] == ""
    assert found["contribution"].sum() == 300


def reason(rows: list[dict[str, Any]], **rest: Any) -> str:
    found: pd.DataFrame = of(rows, **rest)
    assert len(found) == 1 and found["contribution"].isna().all()
    return str(found["reason"].iloc[0])


def test_parts_that_do_not_add_up_tell_nothing() -> None:
    rows = counts(100, 130) + counts(40, 75, **WOMEN) + counts(50, 50, **MEN)
    assert reason(rows) == "The parts do not add up to the whole."


def test_a_change_smaller_than_what_parts_leave_over_is_not_broken_down() -> None:
    """10,000 to 10,010; the parts hold 10,000 and 10,040, within 0.5% of the whole."""
    rows = counts(10_000, 10_010) + counts(4000, 4030, **WOMEN) + counts(6000, 6010, **MEN)
    assert reason(rows) == "The parts do not add up to the whole."


def test_a_part_that_is_not_published_tells_nothing() -> None:
    """What the others leave over would be its number."""
    rows = counts(100, 130) + counts(40, 75, **WOMEN)
    rows += [{**row, "flag": "c"} for row in counts(60, 55, **MEN)]
    assert reason(rows) == "A part is not published for one of the two periods."


def test_parts_of_which_one_person_may_be_in_several_tell_nothing() -> None:
    rows = counts(100, 130) + counts(40, 75, **WOMEN) + counts(60, 55, **MEN)
    several = Breakdown(SEX.id, SEX.title, "people", categories=SEX.categories, overlap=True)
    said = "One person or case can be in several of the parts, so they make up no whole."
    assert reason(rows, sex=several) == said


def test_parts_without_a_baseline_tell_nothing() -> None:
    rows = counts(100, 130) + counts(None, 75, **WOMEN) + counts(None, 55, **MEN)
    assert reason(rows) == "There are no values of the parts for the baseline."


def test_published_values_cannot_be_weighed() -> None:
    rows = counts(10, 20) + counts(8, 16, **WOMEN) + counts(12, 24, **MEN)
    said = "The values come without the counts behind them, so no part can be weighed."
    assert reason(rows, method=Published(Id("x"))) == said


def test_no_clear_change_is_made_up_of_nothing() -> None:
    """50 of 100 and 51 of 100 are within the margin of error."""
    rows = counts(50, 51) + counts(100, 100, "n")
    for group in (WOMEN, MEN):
        rows += counts(25, 25.5, **group) + counts(50, 50, "n", **group)
    assert of(rows, Proportion(Id("x"), Id("n"))).empty
