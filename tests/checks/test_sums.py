"""Totals that disagree with their parts: by more than 0.5% and more than 5 (design: Sums)."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import checks
from tests.packages import small

P = small.PACKAGE
AREAS = {
    f"{P}/data/areas.csv": "area,name,kind\nE1,Borough,borough\nE2,North,ward\nE3,South,ward\n",
    f"{P}/data/area-links.csv": "area,kind,other\nE2,in,E1\nE3,in,E1\n",
}


def said(folder: Path, table: str, **other: str) -> list[str]:
    small.write(folder, {f"{P}/data/metrics.csv": table, **other})
    settings, inputs, problems = small.read(folder)
    assert settings is not None
    assert inputs is not None, "\n".join(map(str, problems))
    return [
        str(problem).split("\n")[0].split(": ", 1)[1] for problem in checks.check(inputs, settings)
    ]


def by_sex(total: int, female: int, male: int, *more: str) -> str:
    rows = [f",{total}", f"female,{female}", f"male,{male}", *more]
    return "metric,period,area,sex,value\n" + "".join(f"asked,2024,E1,{row}\n" for row in rows)


@pytest.mark.parametrize(
    ("table", "sums_to"),
    [
        # 1,000 against 600 + 406 = 1,006: 6 is more than 5 and more than 0.5% of 1,000, which is 5
        (by_sex(1000, 600, 400, "not_stated,6"), 1006),
        (by_sex(1000, 600, 400, "not_stated,5"), None),  # 5 is not more than 5
        (by_sex(2000, 1200, 800, "not_stated,9"), None),  # 9 is not more than 0.5% of 2,000
        (by_sex(1000, 500, 400, "not_stated,0"), 900),  # all parts are there and too few
        (by_sex(1000, 500, 400), None),  # those not stated are not, so they may be the 100
        (by_sex(1000, 700, 400), 1100),  # even so, parts may not come to more
    ],
)
def test_groups(tmp_path: Path, table: str, sums_to: int | None) -> None:
    total = table.split("\n")[1].rsplit(",", 1)[1]
    expected = [
        f"the total of asked is {total}, but the groups of sex add up to {sums_to} (2024, E1)"
    ]
    assert said(tmp_path, table) == (expected if sums_to else [])


@pytest.mark.parametrize(
    ("within", "sums_to"),
    [((60, 40), None), ((40, 20), None), ((70, 40), 110)],  # of 100; the rest may stand nowhere
)
def test_a_second_level_comes_to_no_more_than_its_first(
    tmp_path: Path, within: tuple[int, int], sums_to: int | None
) -> None:
    routes = """routes: {title: Route, of: detail, categories: {statutory: Statutory,
    gp: {title: GP, within: statutory}, council: {title: Council, within: statutory}}}"""
    written = small.INDICATORS.replace("age: {title: Age, of: people}", routes)
    gp, council = within
    table = "metric,period,area,routes,value\n" + "".join(
        f"visits,2024,E1,{row}\n" for row in ("statutory,100", f"gp,{gp}", f"council,{council}")
    )
    message = (
        f"the total of visits is 100, but the groups within statutory add up to {sums_to} "
        "(2024, E1, routes=statutory)"
    )
    found = said(tmp_path, table, **{f"{P}/indicators.yml": written})
    assert found == ([message] if sums_to else [])


def test_groups_that_overlap_may_come_to_more(tmp_path: Path) -> None:
    overlap = small.INDICATORS.replace(
        "title: Sex, of: people", "title: Sex, of: people, overlap: yes"
    )
    table = by_sex(1000, 700, 400, "not_stated,0")
    assert said(tmp_path, table, **{f"{P}/indicators.yml": overlap}) == []


@pytest.mark.parametrize(
    ("values", "sums_to"),
    [((100, 60, 40), None), ((100, 60, 46), 106), ((100, 50, 40), 90)],
)
def test_areas(tmp_path: Path, values: tuple[int, ...], sums_to: int | None) -> None:
    rows = zip(("E1", "E2", "E3"), values, strict=True)
    table = "metric,period,area,value\n" + "".join(f"asked,2024,{a},{v}\n" for a, v in rows)
    expected = [f"the total of asked is 100, but the areas in E1 add up to {sums_to} (2024, E1)"]
    assert said(tmp_path, table, **AREAS) == (expected if sums_to else [])


def test_areas_of_which_some_are_missing_may_come_to_less(tmp_path: Path) -> None:
    assert (
        said(tmp_path, "metric,period,area,value\nasked,2024,E1,100\nasked,2024,E2,60\n", **AREAS)
        == []
    )


def visits(*rows: str) -> str:
    return "metric,period,area,organisation,value\n" + "".join(f"visits,{row}\n" for row in rows)


def test_organisations_are_held_to_those_that_ever_report(tmp_path: Path) -> None:
    before = ("2023,E1,,100", "2023,E1,a,60", "2023,E1,b,40")
    assert said(tmp_path, visits(*before, "2024,E1,,100", "2024,E1,a,60")) == []
    message = "the total of visits is 100, but the organisations add up to 90 (2024, E1)"
    rows = (*before, "2024,E1,,100", "2024,E1,a,60", "2024,E1,b,30")
    assert said(tmp_path, visits(*rows)) == [message]


def test_people_are_not_summed_over_organisations(tmp_path: Path) -> None:
    table = visits("2024,E1,,100", "2024,E1,a,60", "2024,E1,b,90").replace("visits", "asked")
    assert said(tmp_path, table) == []


def test_what_may_be_summed_is_as_the_metric_says(tmp_path: Path) -> None:
    text = small.INDICATORS.replace("counts: events", "counts: events, adds_up: []")
    table = visits("2024,E1,,100", "2024,E1,a,60", "2024,E1,b,90")
    assert said(tmp_path, table, **{f"{P}/indicators.yml": text}) == []


def test_a_missing_part_is_not_zero(tmp_path: Path) -> None:
    table = by_sex(1000, 600, 400, "not_stated,").replace("value\n", "value,flag\n")
    table = "\n".join(
        line
        if line.startswith("metric") or not line
        else line + (",c" if line.endswith(",") else ",")
        for line in table.split("\n")
    )
    assert said(tmp_path, table) == []


def test_nested_categories_are_not_counted_twice(tmp_path: Path) -> None:
    text = small.INDICATORS.replace(
        "male: Male}", "male: Male, young: {title: Young, within: male}}"
    )
    table = by_sex(1000, 600, 400, "not_stated,0", "young,300")
    assert said(tmp_path, table, **{f"{P}/indicators.yml": text}) == []


def test_intersections_are_no_parts_of_the_whole(tmp_path: Path) -> None:
    table = "metric,period,area,sex,age,value\nasked,2024,E1,,,100\nasked,2024,E1,female,old,300\n"
    assert said(tmp_path, table) == []


QUARTERS = ("2024/25 Q1", "2024/25 Q2", "2024/25 Q3", "2024/25 Q4")


def by_quarter(total: int, *quarters: object, year: str = "2024/25") -> str:
    rows = [(year, total), *zip(QUARTERS, quarters, strict=False)]
    return "metric,period,area,value\n" + "".join(f"visits,{p},E1,{v}\n" for p, v in rows)


@pytest.mark.parametrize(
    ("table", "sums_to"),
    [
        # 1,000 against 250 + 250 + 250 + 256 = 1,006: more than 5, and more than 0.5% of 1,000
        (by_quarter(1000, 250, 250, 250, 256), 1006),
        (by_quarter(1000, 250, 250, 250, 244), 994),
        (by_quarter(1000, 250, 250, 250, 255), None),  # 5 is not more than 5
        (by_quarter(1000, 250, 250, 250), None),  # the last quarter is not there
        (by_quarter(1000, 900, 250, 250), None),  # so nothing is compared, whatever they come to
    ],
)
def test_periods(tmp_path: Path, table: str, sums_to: int | None) -> None:
    expected = [
        f"the total of visits is 1000, but the quarters add up to {sums_to} (2024/25, E1): "
        "rows 3, 4, 5 and 6"
    ]
    assert said(tmp_path, table) == (expected if sums_to else [])


def test_periods_that_stand_in_another_table(tmp_path: Path) -> None:
    year, *quarters = by_quarter(900, 250, 250, 250, 250).split("\n")[1:]
    heading = "metric,period,area,value\n"
    other = {f"{P}/data/metrics-quarters.csv": heading + "\n".join(quarters)}
    assert said(tmp_path, f"{heading}{year}\n", **other) == [
        "the total of visits is 900, but the quarters add up to 1000 (2024/25, E1): "
        f"{P}/data/metrics-quarters.csv rows 2, 3, 4 and 5"
    ]


def test_a_year_is_held_to_the_quarters_that_lie_in_it(tmp_path: Path) -> None:
    assert said(tmp_path, by_quarter(900, 250, 250, 250, 250, year="2024")) == []


def test_people_are_not_summed_over_periods(tmp_path: Path) -> None:
    table = by_quarter(400, 250, 250, 250, 250).replace("visits", "asked")
    assert said(tmp_path, table) == []


def test_figures_of_the_year_so_far_are_no_parts_of_the_year(tmp_path: Path) -> None:
    text = small.INDICATORS.replace("counts: events", "counts: events, cumulative: financial_year")
    table = by_quarter(1000, 250, 500, 750, 1000)
    assert said(tmp_path, table, **{f"{P}/indicators.yml": text}) == []


def test_months_are_held_to_their_quarter_and_their_year(tmp_path: Path) -> None:
    months = [(f"2024-{month:02}", 100) for month in range(1, 13)]
    rows = [*months, ("2024 Q1", 200), ("2024 Q2", 300), ("2024", 1100)]
    table = "metric,period,area,value\n" + "".join(f"visits,{p},E1,{v}\n" for p, v in rows)
    listed = "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 13"
    assert said(tmp_path, table) == [
        "the total of visits is 200, but the months add up to 300 (2024 Q1, E1): rows 2, 3 and 4",
        f"the total of visits is 1100, but the months add up to 1200 (2024, E1): rows {listed}",
    ]
