"""Makes the tables of the repository's own small site: Aldermoor, a borough that does not exist.

Run from the root of the repository: `python examples/aldermoor.py`. The numbers come from a seeded
generator, so the same script gives the same bytes. People are drawn one by one and counted, so
that wards, groups and totals agree.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

DATA = Path(__file__).resolve().parents[1] / "datapackages" / "hubs" / "data"
Row = dict[str, object]

BOROUGH, COUNTY = "A0000000", "A0000090"
WARDS = {
    "A0000001": ("Castle", 11200),
    "A0000002": ("Millbrook", 13900),
    "A0000003": ("Quayside", 9800),
    "A0000004": ("Heathfield", 15400),
    "A0000005": ("St Wilfrid's", 12700),
}
NEIGHBOURS = {
    "A0000011": ("Brackenford", 0.235),
    "A0000012": ("Cresswell Bay", 0.245),
    "A0000013": ("Dunmere", 0.215),
    "A0000014": ("Eastry Vale", 0.26),
    "A0000015": ("Fallow Hill", 0.23),
}
YEARS = ("2021/22", "2022/23", "2023/24", "2024/25", "2025/26")
SEXES = {"female": 0.53, "male": 0.45, "not_stated": 0.02}
ETHNIC_GROUPS = {
    "asian": 0.17,
    "black": 0.08,
    "mixed": 0.035,
    "white": 0.66,
    "other": 0.02,
    "not_stated": 0.035,
}
HUBS = {"alder_together": 900, "moorside_trust": 620, "st_wilfrids_hall": 410}


def main() -> None:
    random = Random(1862)
    DATA.mkdir(parents=True, exist_ok=True)
    write("areas", areas())
    write("area-links", area_links())
    (DATA / "areas.geojson").write_text(boundaries())
    write("organisations", organisations())
    write("programmes", programmes())
    write("metrics-survey", survey(random))
    returns, visits = hub_returns(random)
    write("metrics-returns", returns)
    write("metrics-referrals", referrals(random))
    write("metrics-befriending", befriending(random))
    write("metrics-members", members(random))
    write("metrics-confidence", confidence(random))
    write("metrics-money", money(random, visits))
    write("metrics-published", life_satisfaction())
    write("targets", targets())
    write("corrections", corrections())


def write(name: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    columns = list(dict.fromkeys(column for row in listed for column in row))
    with (DATA / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def table(columns: str, *rows: Sequence[object]) -> list[Row]:
    return [dict(zip(columns.split(), row, strict=True)) for row in rows]


def areas() -> list[Row]:
    boroughs: list[tuple[object, ...]] = [
        (BOROUGH, "Aldermoor", "borough", sum(n for _, n in WARDS.values()), "yes")
    ]
    boroughs += [(code, name, "borough", "", "no") for code, (name, _) in NEIGHBOURS.items()]
    wards = [(code, name, "ward", people, "yes") for code, (name, people) in WARDS.items()]
    county = (COUNTY, "Elmshire", "county", "", "no")
    return table("area name kind population page", *boroughs, *wards, county)


def area_links() -> list[Row]:
    rows = [(code, "in", BOROUGH, "Made up") for code in WARDS]
    rows += [(code, "in", COUNTY, "Made up") for code in (BOROUGH, *NEIGHBOURS)]
    rows += [(BOROUGH, "similar", code, "Made up") for code in NEIGHBOURS]
    return table("area kind other source", *rows)


def boundaries() -> str:
    """Four wards around a fifth, in the North Sea."""
    edge = [(0, 1), (2, 0), (6, 0.5), (8, 3), (7, 6), (4, 7), (1, 6), (-0.5, 3.5)]
    heart = [(2.2, 2.2), (5.2, 1.9), (5.6, 4.6), (2.5, 5)]
    shapes = {BOROUGH: edge, "A0000001": heart}
    for number in range(4):
        outer = [edge[(2 * number + step) % 8] for step in range(3)]
        inner = [heart[(number + 1) % 4], heart[number]]
        shapes[f"A000000{number + 2}"] = outer + inner
    features = []
    for code, points in sorted(shapes.items()):
        ring = [[round(2 + x / 50, 4), round(55 + y / 80, 4)] for x, y in [*points, points[0]]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        properties = {"area": code}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    collection = {"type": "FeatureCollection", "features": features}
    text = json.dumps(collection, separators=(",", ":"))
    return text.replace('{"type":"Feature",', '\n{"type":"Feature",') + "\n"


def organisations() -> list[Row]:
    return table(
        "organisation name kind role area reports_to comment",
        ("council", "Aldermoor Council", "council", "funder", BOROUGH, "", ""),
        ("alder_together", "Alder Together", "charity", "provider", "A0000002", "council", ""),
        ("moorside_trust", "Moorside Trust", "charity", "provider", "A0000004", "council", ""),
        (
            *("st_wilfrids_hall", "St Wilfrid's Hall", "community group", "provider", "A0000005"),
            *("council", "The hall was shut for repairs in August 2024."),
        ),
        ("carers_link", "Carers Link", "charity", "provider", BOROUGH, "council", ""),
    )


def programmes() -> list[Row]:
    return table(
        "programme name description",
        ("hubs", "Neighbourhood hubs", "Places to meet, eat and get help, open five days a week."),
        ("befriending", "Befriending", "Weekly calls and home visits by trained volunteers."),
    )


def survey(random: Random) -> list[Row]:
    """Answers of people one by one, counted by ward, sex, ethnic group and both."""
    rows = []
    for number, year in enumerate(YEARS):
        asked: Counter[tuple[str, str, str]] = Counter()
        lonely: Counter[tuple[str, str, str]] = Counter()
        for _ in range(random.randint(2350, 2450)):
            weights = [people for _, people in WARDS.values()]
            ward = random.choices(list(WARDS), weights)[0]
            sex = random.choices(list(SEXES), list(SEXES.values()))[0]
            group = random.choices(list(ETHNIC_GROUPS), list(ETHNIC_GROUPS.values()))[0]
            risk = 0.262 - 0.0125 * number
            risk += {"A0000003": 0.06, "A0000001": -0.03}.get(ward, 0)
            risk += {"black": 0.07 - 0.01 * number, "other": 0.05}.get(group, 0)
            asked[ward, sex, group] += 1
            lonely[ward, sex, group] += random.random() < risk
        for metric, counts in (("asked", asked), ("often_lonely", lonely)):
            rows += counted(metric, year, counts, with_both=number >= 3)
        county = Counter(asked=asked.total(), often_lonely=lonely.total())
        for code, (_, share) in NEIGHBOURS.items():
            people = random.randint(1900, 2600)
            often = sum(random.random() < share - 0.003 * number for _ in range(people))
            county += Counter(asked=people, often_lonely=often)
            rows += table("metric period area value", ("asked", year, code, people))
            rows += table("metric period area value", ("often_lonely", year, code, often))
        for metric, people in sorted(county.items()):
            rows += table("metric period area value", (metric, year, COUNTY, people))
    return rows


def counted(
    metric: str, year: str, counts: Counter[tuple[str, str, str]], with_both: bool
) -> list[Row]:
    cells: Counter[tuple[str, str, str]] = Counter()
    for (ward, sex, group), people in counts.items():
        cells[BOROUGH, "", ""] += people
        cells[ward, "", ""] += people
        cells[BOROUGH, sex, ""] += people
        cells[BOROUGH, "", group] += people
        if with_both and "not_stated" not in (sex, group):
            cells[BOROUGH, sex, group] += people
    rows: list[Row] = []
    for (area, sex, group), people in sorted(cells.items()):
        row: Row = {
            "metric": metric,
            "period": year,
            "area": area,
            "sex": sex,
            "ethnic_group": group,
        }
        # Two groups at least are hidden for either sex, so that neither can be worked out.
        if sex and group in ("mixed", "other") and metric == "often_lonely":
            rows.append(row | {"value": "", "flag": "c"})
        else:
            rows.append(row | {"value": people, "flag": "p" if year == YEARS[-1] else ""})
    return rows


def hub_returns(random: Random) -> tuple[list[Row], Counter[str]]:
    """One column a metric, as a provider's return is; visits of each year beside it."""
    rows = []
    visits: Counter[str] = Counter()
    for month in range(36):
        year, in_year = 2023 + (month + 3) // 12, (month + 3) % 12 + 1
        quiet = {8: 0.7, 12: 0.8}.get(in_year, 1)
        for hub, usual in HUBS.items():
            seen = round(usual * (1 + 0.006 * month) * quiet * random.uniform(0.93, 1.07))
            first = round(seen * random.uniform(0.08, 0.13))
            row: Row = {
                "period": f"{year}-{in_year:02}",
                "area": BOROUGH,
                "organisation": hub,
                "programme": "hubs",
            }
            if (hub, year, in_year) == ("st_wilfrids_hall", 2024, 8):
                row |= {"hub_visits": 0, "first_visits": 0, "comment": "Shut for repairs"}
            elif (hub, year, in_year) == ("moorside_trust", 2025, 11):
                row |= {"flag": "x", "comment": "Return lost"}
            elif (hub, year, in_year) == ("st_wilfrids_hall", 2024, 5):
                continue  # no return, so the total comes from two of three
            else:
                row |= {"hub_visits": seen, "first_visits": first}
                visits[financial_year(2023 + month // 12)] += seen
            rows.append(row)
    columns = ("hub_visits", "first_visits", "flag", "comment")
    blank: Row = dict.fromkeys(columns, "")
    return [{k: (blank | row)[k] for k in (*list(row)[:4], *columns)} for row in rows], visits


def financial_year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02}"


def quarters() -> list[str]:
    return [f"{financial_year(year)} Q{q}" for year in (2023, 2024, 2025) for q in (1, 2, 3, 4)]


def referrals(random: Random) -> list[Row]:
    """Needs that people brought and needs met; a new definition from 2025/26 Q1."""
    rows = []
    for number, quarter in enumerate(quarters()):
        for hub, usual in HUBS.items():
            needs = round(usual / 9 * random.uniform(0.85, 1.15))
            share = 0.58 + 0.008 * number - (0.07 if number >= 8 else 0)
            met = sum(random.random() < share for _ in range(needs))
            flag, comment = "", ""
            if (hub, quarter) == ("st_wilfrids_hall", "2023/24 Q1"):
                flag, comment = "z", "The hall took no referrals yet"
            elif (hub, quarter) == ("moorside_trust", "2024/25 Q3"):
                flag, comment = "x", "Return not received"
            elif (hub, quarter) == ("alder_together", "2024/25 Q1"):
                flag, comment = "r", "Counted again after a check of the case files"
            hidden = flag in ("x", "z")
            key = {"period": quarter, "area": BOROUGH, "organisation": hub, "programme": "hubs"}
            for metric, value in (("needs", needs), ("needs_met", met)):
                said: Row = {"value": "" if hidden else value, "flag": flag, "comment": comment}
                rows.append({"metric": metric, **key, **said})
    return rows


def befriending(random: Random) -> list[Row]:
    rows = []
    for number, quarter in enumerate(quarters()):
        calls = 640 + 17 * number + random.randint(-25, 25)
        visits = 10 * round((4 * number + random.randint(0, 8)) / 10)
        key = {
            "period": quarter,
            "area": BOROUGH,
            "organisation": "carers_link",
            "programme": "befriending",
        }
        rows.append({"metric": "calls_made", **key, "value": calls, "flag": "", "comment": ""})
        said = {"flag": "", "comment": ""}
        if visits == 0:
            said = {"flag": "low", "comment": "Rounded to the nearest ten"}
        rows.append({"metric": "home_visits", **key, "value": visits, **said})
    return rows


def members(random: Random) -> list[Row]:
    rows = []
    for number, year in enumerate(YEARS[2:]):
        people: Counter[str] = Counter()
        joined: Counter[str] = Counter()
        for ward, (_, residents) in WARDS.items():
            rate = {"A0000003": 0.012, "A0000002": 0.03}.get(ward, 0.02) + 0.003 * number
            people[ward] = round(residents * (1 + 0.004 * number))
            joined[ward] = round(people[ward] * rate * random.uniform(0.95, 1.05))
        if number == 0:
            joined["A0000001"] = 0  # no hub was open in the ward yet
        for metric, counts in (("residents", people), ("hub_members", joined)):
            flag = "e" if metric == "residents" else ""
            # Members of the borough are left to be summed from its wards.
            borough = [(BOROUGH, sum(counts.values()))] if metric == "residents" else []
            for area, value in [*borough, *counts.items()]:
                rows += table("metric period area value flag", (metric, year, area, value, flag))
    return rows


def confidence(random: Random) -> list[Row]:
    """Answers from 0 to 10 to one question, as their sum, number and sum of squares."""
    rows = []
    for number, year in enumerate(YEARS[2:]):
        answers = [
            min(10, max(0, round(random.gauss(6.4 - 0.3 * number, 2.1))))
            for _ in range(300 + 40 * number)
        ]
        rows += table(
            "period area score_sum answers score_squares base",
            (
                year,
                BOROUGH,
                sum(answers),
                len(answers),
                sum(answer**2 for answer in answers),
                len(answers),
            ),
        )
    return rows


def money(random: Random, visits: Counter[str]) -> list[Row]:
    rows = []
    for year in sorted(visits):
        spent = round(visits[year] * random.uniform(4.9, 5.6), -2)
        flag = "p" if year == YEARS[-1] else ""
        for metric, value in (("hub_spend", int(spent)), ("visits_in_year", visits[year])):
            row = (metric, year, BOROUGH, "hubs", value, flag)
            rows += table("metric period area programme value flag", row)
    return rows


def life_satisfaction() -> list[Row]:
    """As a survey's publisher would give it: rounded, with limits, the last year provisional."""
    ours = dict(zip(YEARS, (7.21, 7.24, 7.32, 7.35, 7.41), strict=True))
    theirs = dict(zip(YEARS, (7.33, 7.36, 7.38, 7.40, 7.39), strict=True))
    rows = []
    for year in YEARS:
        last = "p" if year == YEARS[-1] else ""
        for area, value, wide in ((BOROUGH, ours[year], 0.13), (COUNTY, theirs[year], 0.04)):
            flag = "r" if (area, year) == (BOROUGH, "2023/24") else last
            limits = (round(value - wide, 2), round(value + wide, 2))
            row = ("life_satisfaction", year, area, value, *limits, flag)
            rows += table("metric period area value lower upper flag", row)
        if year == YEARS[-1]:
            row = ("life_satisfaction", year, "A0000003", 7.02, 6.41, 7.63, "p u")
            rows += table("metric period area value lower upper flag", row)
    return rows


def targets() -> list[Row]:
    return table(
        "indicator period area programme value value_to kind basis",
        ("loneliness", "2027/28", "A0000003", "", 20, "", "reach", "Quayside ward plan 2024"),
        *[
            ("member_rate", "2027/28", ward, "", 10, "", "change_from_baseline", "Hubs plan 2024")
            for ward in ("A0000002", "A0000003")
        ],
    )


def corrections() -> list[Row]:
    return [
        {
            "published": "2026-02-10",
            "indicator": "life_satisfaction",
            "period": "2023/24",
            "area": BOROUGH,
            "organisation": "",
            "old": 7.29,
            "new": 7.32,
            "kind": "revised",
            "reason": "The survey's publisher weighted its answers again.",
            "effect": "No verdict changed.",
        },
        {
            "published": "2025-09-16",
            "indicator": "needs_met_share",
            "period": "2024/25 Q1",
            "area": BOROUGH,
            "organisation": "alder_together",
            "kind": "corrected",
            "reason": "Some needs had been counted twice.",
            "effect": "No verdict changed.",
        },
    ]


if __name__ == "__main__":
    main()
