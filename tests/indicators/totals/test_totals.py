"""Which totals are summed, and which are not (design: Sums)."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from generator.indicators import compute
from generator.indicators.methods import Count
from generator.model.indicator import Baseline, Indicator, ReportedBy
from generator.model.metric import Breakdown, Category, Id, Metric
from generator.model.period import parse
from generator.model.place import Area, AreaLink
from generator.model.words import Counts
from tests.report_examples import ENGLAND, MAIN, SETTINGS, inputs, metric_rows

WARDS = ("W1", "W2")
IN_MAIN = tuple(AreaLink(ward, "in", MAIN) for ward in WARDS)


def breakdown(name: str, *categories: str, **rest: Any) -> Breakdown:
    return Breakdown(
        Id(name),
        name,
        "people",
        categories={Id(word): Category(Id(word), word) for word in categories},
        **rest,
    )


SEX = breakdown("sex", "female", "male", not_stated=(Id("not_stated"),))
AGE = breakdown("age", "young", "old", not_stated=(Id("unknown"),))


def total(
    rows: list[dict[str, Any]],
    counts: Counts = "events",
    *,
    breakdowns: tuple[Breakdown, ...] = (SEX, AGE),
    every: Any = None,
    baseline: Baseline | None = None,
    reported_by: ReportedBy | None = None,
    metric: dict[str, Any] | None = None,
    **rest: Any,
) -> pd.DataFrame:
    """The results for the whole of the main area."""
    indicator = Indicator(
        Id("seen"),
        "Seen",
        "",
        "up",
        Count(Id("seen")),
        every=every,
        baseline=baseline,
        reported_by=reported_by,
    )
    made = inputs(
        [indicator],
        [Metric(Id("seen"), "Seen", counts, **(metric or {}))],
        metric_rows({"metric": "seen", "period": "2024", **row} for row in rows),
        breakdowns={item.id: item for item in breakdowns},
        **rest,
    )
    found, problems = compute(made, SETTINGS)
    assert not problems
    whole = (found[["organisation", "programme", "group"]] == "").all(axis=1)
    return found[whole & (found["area"] == MAIN)]


def values(*args: Any, **rest: Any) -> list[float]:
    return [float(value) for value in total(*args, **rest)["value"]]


def by_sex(**numbers: float) -> list[dict[str, Any]]:
    return [{"group": f"sex={name}", "value": value} for name, value in numbers.items()]


# Groups --------------------------------------------------------------------------------------


def test_groups_with_their_not_stated_make_everyone() -> None:
    found = total(by_sex(female=10, male=12, not_stated=3))
    assert found["value"].tolist() == [25]
    assert found["computed"].tolist() == ["summed over group"]


def test_a_published_total_wins() -> None:
    found = total([*by_sex(female=10, male=12, not_stated=3), {"value": 27}])
    assert found["value"].tolist() == [27] and found["computed"].tolist() == [""]


def test_a_missing_group_gives_no_total() -> None:
    assert values(by_sex(female=10, not_stated=3)) == []
    assert values(by_sex(female=10, male=12)) == [], "the not-stated ones are missing"


def test_a_breakdown_without_a_category_for_those_not_stated_gives_no_total() -> None:
    bare = breakdown("sex", "female", "male")
    rows = by_sex(female=10, male=12)
    assert values(rows, breakdowns=(bare,)) == []
    assert values(rows, breakdowns=(bare,), metric={"total_from": Id("sex")}) == [22]


def test_categories_that_overlap_give_no_total() -> None:
    overlapping = breakdown("sex", "female", "male", not_stated=(Id("not_stated"),), overlap=True)
    assert values(by_sex(female=10, male=12, not_stated=3), breakdowns=(overlapping,)) == []


def test_a_suppressed_group_leaves_its_total_without_a_value() -> None:
    rows = [*by_sex(female=10, male=12), {"group": "sex=not_stated", "value": 3, "flag": "c"}]
    found = total(rows)
    assert np.isnan(found["value"].iloc[0]) and found["flag"].tolist() == ["c"]


def test_flags_of_the_parts_are_carried() -> None:
    rows = by_sex(female=10, male=12, not_stated=3)
    rows[0]["flag"], rows[2]["flag"] = "r", "p"
    assert total(rows)["flag"].tolist() == ["p r"]


def test_two_breakdowns_give_no_total_unless_one_is_named() -> None:
    rows = by_sex(female=10, male=12, not_stated=3) + [
        {"group": f"age={name}", "value": value}
        for name, value in (("young", 9), ("old", 15), ("unknown", 2))
    ]
    assert values(rows) == []
    assert values(rows, metric={"total_from": Id("age")}) == [26]


def test_nested_categories_are_not_counted_twice() -> None:
    ethnic = Breakdown(
        Id("ethnic"),
        "Ethnic group",
        "people",
        categories={
            Id("white"): Category(Id("white"), "White"),
            Id("black"): Category(Id("black"), "Black"),
            Id("caribbean"): Category(Id("caribbean"), "Caribbean", within=Id("black")),
        },
        not_stated=(Id("not_stated"),),
    )
    rows = [
        {"group": f"ethnic={name}", "value": value}
        for name, value in (("white", 50), ("black", 20), ("caribbean", 8), ("not_stated", 1))
    ]
    assert values(rows, breakdowns=(ethnic,)) == [71]
    assert values([rows[0], rows[2], rows[3]], breakdowns=(ethnic,)) == [], "black is missing"


def test_intersections_are_not_summed() -> None:
    rows = [
        {"group": f"sex={sex};age={age}", "value": 5}
        for sex in ("female", "male", "not_stated")
        for age in ("young", "old", "unknown")
    ]
    assert values(rows) == []


def test_where_no_categories_are_written_those_found_make_everyone() -> None:
    open_ended = Breakdown(Id("need"), "Need", "detail", not_stated=(Id("not_known"),))
    rows = [
        {"group": f"need={name}", "value": 4, "period": period}
        for period in ("2023", "2024")
        for name in ("food", "heat", "not_known")
    ]
    assert values(rows, breakdowns=(open_ended,)) == [12, 12]
    assert values(rows[1:], breakdowns=(open_ended,)) == [12], "2023 has no row for food"


def test_scores_are_never_summed() -> None:
    assert values(by_sex(female=7, male=6, not_stated=5), "scores") == []


# Partners ------------------------------------------------------------------------------------


def test_events_are_summed_over_organisations_people_are_not() -> None:
    rows = [{"organisation": name, "value": 10} for name in ("haven", "anchor")]
    found = total(rows)
    assert found["value"].tolist() == [20]
    assert found["computed"].tolist() == ["summed over organisation"]
    assert values(rows, "people") == [], "someone seen by both is one person"
    assert values(rows, "people", metric={"adds_up": ("organisation",)}) == [20]


def test_organisations_and_programmes_are_summed_in_any_shape() -> None:
    rows = [
        {"organisation": "haven", "programme": "hubs", "value": 10},
        {"organisation": "anchor", "programme": "hubs", "value": 7},
        {"organisation": "haven", "programme": "visits", "value": 3},
    ]
    found = total(rows)
    assert found["value"].tolist() == [20]
    assert found["computed"].tolist() == ["summed over organisation and programme"]


def test_one_programmes_return_never_stands_for_all() -> None:
    """haven gives its whole, anchor only one programme: 10 + 7, not the programme's 7."""
    rows = [
        {"organisation": "haven", "value": 10},
        {"organisation": "anchor", "programme": "hubs", "value": 7},
    ]
    assert values(rows) == [17]
    assert values(rows[::-1]) == [17]


def test_a_total_says_from_how_many_organisations_it_comes() -> None:
    rows = [
        {"organisation": name, "programme": "hubs", "period": period, "value": 10}
        for period in ("2023", "2024")
        for name in ("haven", "anchor", "bridge")
    ]
    found = total(rows[:-1], reported_by=ReportedBy(programmes=(Id("hubs"),)))
    assert found["reported_by"].tolist() == ["3 of 3", "2 of 3"]
    assert found["value"].tolist() == [30, 20]
    named = ReportedBy(organisations=(Id("haven"), Id("anchor"), Id("bridge"), Id("silent")))
    assert total(rows, reported_by=named)["reported_by"].tolist() == ["3 of 4", "3 of 4"]


def test_a_published_total_says_nothing_of_who_reported() -> None:
    rows = [{"organisation": "haven", "programme": "hubs", "value": 10}, {"value": 12}]
    found = total(rows, reported_by=ReportedBy(programmes=(Id("hubs"),)))
    assert found["reported_by"].tolist() == [""]


# Areas ---------------------------------------------------------------------------------------


def by_ward(*numbers: float, **rest: Any) -> list[dict[str, Any]]:
    return [
        {"area": ward, "value": value, **rest} for ward, value in zip(WARDS, numbers, strict=False)
    ]


def test_wards_make_the_borough_if_all_are_there() -> None:
    found = total(by_ward(5, 6), "people", area_links=IN_MAIN)
    assert found["value"].tolist() == [11]
    assert found["computed"].tolist() == ["summed over area"]
    assert values(by_ward(5), "people", area_links=IN_MAIN) == []


def test_areas_above_the_main_one_are_never_summed() -> None:
    links = (*IN_MAIN, AreaLink(MAIN, "in", ENGLAND))
    made = inputs(
        [Indicator(Id("seen"), "Seen", "", "up", Count(Id("seen")))],
        [Metric(Id("seen"), "Seen", "people")],
        metric_rows({"metric": "seen", "period": "2024", **row} for row in by_ward(5, 6)),
        area_links=links,
    )
    found, _ = compute(made, SETTINGS)
    assert sorted(found["area"]) == [MAIN, *WARDS]


def test_two_ways_to_divide_an_area_are_not_added_together() -> None:
    schools = ("S1", "S2")
    links = (*IN_MAIN, *(AreaLink(area, "in", MAIN) for area in schools))
    areas = {area: Area(area, area, "ward") for area in WARDS}
    areas |= {area: Area(area, area, "school district") for area in schools}
    rows = by_ward(5, 6) + [{"area": area, "value": 4} for area in schools]
    assert values(rows, "people", area_links=links, areas=areas) == [11]
    assert values(rows[1:], "people", area_links=links, areas=areas) == [8]


def test_similar_areas_are_not_summed() -> None:
    links = tuple(AreaLink(MAIN, "similar", ward) for ward in WARDS)
    assert values(by_ward(5, 6), "people", area_links=links) == []


def test_areas_are_summed_level_by_level() -> None:
    links = (AreaLink("D", "in", MAIN), *(AreaLink(ward, "in", "D") for ward in WARDS))
    assert values(by_ward(5, 6), "people", area_links=links) == [11]


def test_a_ward_that_did_not_exist_yet_is_not_missed() -> None:
    areas = {
        "W1": Area("W1", "W1", "ward"),
        "W2": Area("W2", "W2", "ward", valid_from=date(2024, 5, 1)),
    }
    rows = by_ward(5, period="2023") + by_ward(5, 6, period="2024") + by_ward(5, period="2025")
    assert values(rows, "people", area_links=IN_MAIN, areas=areas) == [5, 11]


def test_a_circle_of_links_ends() -> None:
    links = (AreaLink("W1", "in", MAIN), AreaLink(MAIN, "in", "W1"))
    assert values(by_ward(5), "people", area_links=links) == [5]


# Periods -------------------------------------------------------------------------------------


def quarters(*numbers: float) -> list[dict[str, Any]]:
    return [
        {"period": f"2024/25 Q{quarter}", "value": value}
        for quarter, value in enumerate(numbers, 1)
    ]


def canonical(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "period": str(parse(row["period"], months=True))} for row in rows]


def years(rows: list[dict[str, Any]], counts: Counts = "events", **rest: Any) -> dict[str, float]:
    found = total(canonical(rows), counts, every="year", **rest)
    found = found[found["frequency"].astype(str).str.startswith("year")]
    return {
        str(period): value for period, value in zip(found["period"], found["value"], strict=True)
    }


def test_four_quarters_make_the_year_that_the_indicator_asks_for() -> None:
    assert years(quarters(1, 2, 3, 4)) == {"2024/25": 10}
    assert years(quarters(1, 2, 3)) == {}, "a quarter is missing"
    assert years(quarters(1, 2, 3, 4), "people") == {}, "someone may come in two quarters"
    assert len(total(canonical(quarters(1, 2, 3, 4)))) == 4, "no year was asked for"


def test_a_year_starts_where_the_baseline_has_it() -> None:
    rows = [{"period": f"2024-{month:02}", "value": month} for month in range(1, 13)]
    assert years(rows, baseline=Baseline(parse("2023"))) == {"2024": 78}
    assert years(rows) == {}, "from April on, three months are missing"


def test_published_years_win() -> None:
    rows = [*quarters(1, 2, 3, 4), {"period": "2024/25", "value": 11}]
    assert years(rows) == {"2024/25": 11}


def test_what_was_summed_over_says_so() -> None:
    rows = [{**row, "organisation": "haven"} for row in quarters(1, 2, 3, 4)]
    found = total(canonical(rows), every="year")
    assert found["computed"].astype(str).iloc[-1] == "summed over organisation and period"
