"""What is counted of residents: schools, health, safety, homes."""

from __future__ import annotations

import numpy as np

from .drawing import by_group, chances, compared, drawn, rolled, sized, split
from .places import BOROUGH, DEPRIVED, MOST_TO_LEAST, PEOPLE, WARDS, fifths
from .survey import AGES, ETHNIC_GROUPS, SEXES
from .tables import (
    A_NIGHT_IN_NOVEMBER,
    END_OF_MARCH,
    QUARTERS,
    SCHOOL_YEARS,
    THREE_YEARS,
    YEARS,
    Row,
    provisional,
    table,
)


def residents(rng: np.random.Generator) -> list[Row]:
    """Estimates of who lives where; for the borough by sex, age band and ethnic group too."""
    by_ward = sized(rng, 1.0, YEARS)
    quarterly = np.repeat(by_ward, 4, axis=1)
    rows = rolled("residents", YEARS, by_ward, "e") + rolled("residents", QUARTERS, quarterly, "e")
    for year, everyone in zip(YEARS, by_ward.sum(axis=0), strict=True):
        for breakdown, sizes in (
            ("sex", SEXES),
            ("age_band", AGES),
            ("ethnic_group", _black_as_one()),
        ):
            known = {name: size for name, size in sizes.items() if name != "not_stated"}
            for name, value in split(rng, int(everyone), known).items():
                row = {"metric": "residents", "period": year, "area": BOROUGH, breakdown: name}
                rows.append(row | {"value": value, "flag": "e"})
    return rows


def _black_as_one() -> dict[str, float]:
    plain = {name: size for name, size in ETHNIC_GROUPS.items() if not name.startswith("black")}
    return {"black": 0.085, **plain}


def schools(rng: np.random.Generator) -> list[Row]:
    """Five-year-olds who are ready for school, and pupils who miss much of it, by school year."""
    pupils = sized(rng, 0.0118, SCHOOL_YEARS)
    ready = drawn(rng, pupils, chances((0.712, 0.631, 0.646, 0.664, 0.671), -0.12))
    names = ("school_ready", "reception_pupils")
    rows = rolled(names[0], SCHOOL_YEARS, ready) + rolled(names[1], SCHOOL_YEARS, pupils)
    country = np.array((0.718, 0.652, 0.672, 0.677, 0.683))
    rows += compared(rng, names, SCHOOL_YEARS, country, 0.0118, -0.05)
    for number, period in enumerate(SCHOOL_YEARS):
        counts = (int(ready.sum(axis=0)[number]), int(pupils.sum(axis=0)[number]))
        shares = fifths(DEPRIVED).T @ PEOPLE
        fifth = dict(
            zip(MOST_TO_LEAST, zip(shares, (0.84, 0.92, 1, 1.06, 1.12), strict=True), strict=True)
        )
        rows += by_group(rng, names, period, counts, "deprivation", fifth)
        sexes = {"female": (0.49, 1.1), "male": (0.51, 0.9)}
        rows += by_group(rng, names, period, counts, "sex", sexes)
    pupils = sized(rng, 0.142, SCHOOL_YEARS)
    absent = drawn(rng, pupils, chances((0.108, 0.233, 0.219, 0.206, 0.187), 0.3))
    names = ("often_absent", "pupils")
    rows += rolled(names[0], SCHOOL_YEARS, absent) + rolled(names[1], SCHOOL_YEARS, pupils)
    country = np.array((0.109, 0.225, 0.212, 0.200, 0.187))
    return rows + compared(rng, names, SCHOOL_YEARS, country, 0.142, 0.1)


def health(rng: np.random.Generator) -> list[Row]:
    """Falls among older people, and deaths that could have been prevented."""
    older = sized(rng, 0.182, YEARS)
    falls = drawn(rng, older, chances((0.0214, 0.0222, 0.0219, 0.0228, 0.0226), 0.12))
    names = ("falls", "people_over_65")
    rows = rolled(names[0], YEARS, falls) + rolled(names[1], YEARS, older, "e")
    country = np.array((0.0206, 0.0208, 0.0209, 0.0207, 0.0206))
    rows += compared(rng, names, YEARS, country, 0.182, 0.12)
    for number, year in enumerate(YEARS):
        counts = (int(falls.sum(axis=0)[number]), int(older.sum(axis=0)[number]))
        rows += by_group(
            rng, names, year, counts, "sex", {"female": (0.55, 1.25), "male": (0.45, 0.7)}
        )
    living = 3 * sized(rng, 0.91, THREE_YEARS)
    level = (0.00148, 0.00147, 0.00150, 0.00158, 0.00163, 0.00160, 0.00155)
    deaths = drawn(rng, living, chances(level, 0.42))
    names = ("preventable_deaths", "people_under_75")
    for name, by_ward in zip(names, (deaths, living), strict=True):
        for row in rolled(name, THREE_YEARS, by_ward):
            small = name == names[0] and isinstance(row["value"], int) and row["value"] < 80
            rows.append(row | {"flag": f"{row['flag']} u".strip()} if small else row)
    return rows + compared(rng, names, THREE_YEARS, np.array(level) * 0.97, 2.73, 0.18)


def safety(rng: np.random.Generator) -> list[Row]:
    """Anti-social behaviour reported in each quarter: more in summer, more in the town."""
    people = np.repeat(PEOPLE[:, None], len(QUARTERS), axis=1)
    season = np.tile((1.08, 1.22, 0.94, 0.76), 5)
    trend = 0.0068 * np.linspace(1.12, 0.86, len(QUARTERS))
    town = np.where(np.arange(len(WARDS)) < 2, 1.55, 1)[:, None]
    incidents = rng.poisson(people * chances(season * trend, 0.3) * town * 0.85)
    rows = rolled("asb_incidents", QUARTERS, np.asarray(incidents))
    names = ("asb_incidents", "residents")
    return rows + compared(rng, names, QUARTERS, season * trend * 0.93, 1.0, 0.2)


def homes(rng: np.random.Generator) -> list[Row]:
    """Families in temporary homes, homelessness prevented, homes built, people sleeping rough."""
    households = sized(rng, 0.425, END_OF_MARCH)
    families = drawn(rng, households, chances((0.0019, 0.0021, 0.0025, 0.0029, 0.0031), 0.5))
    names = ("temporary_homes", "households")
    rows = rolled(names[0], END_OF_MARCH, families) + rolled(
        names[1], END_OF_MARCH, households, "e"
    )
    country = np.array((0.0040, 0.0042, 0.0044, 0.0047, 0.0048)) * 0.62
    rows += compared(rng, names, END_OF_MARCH, country, 0.425, 0.35)
    applicants = {
        "asian": (0.12, 1.1),
        "black": (0.085, 2.6),
        "mixed": (0.035, 1.7),
        "white": (0.74, 0.78),
        "other": (0.02, 1.6),
    }
    for number, day in enumerate(END_OF_MARCH):
        counts = (int(families.sum(axis=0)[number]), int(households.sum(axis=0)[number]))
        rows += by_group(rng, names, day, counts, "ethnic_group", applicants)
    names = ("homelessness_prevented", "homelessness_duties")
    for number, quarter in enumerate(QUARTERS):
        ended = round(rng.normal(205 + 3 * number, 11))
        prevented = int(rng.binomial(ended, 0.574 - 0.0035 * number))
        for metric, value in zip(names, (prevented, ended), strict=True):
            rows += table(
                "metric period area value flag",
                (metric, quarter, BOROUGH, value, provisional(quarter)),
            )
        groups = {
            "asian": (0.14, 0.92),
            "black": (0.15, 0.82),
            "mixed": (0.06, 0.95),
            "white": (0.6, 1.06),
            "other": (0.03, 0.85),
            "not_stated": (0.02, 0.9),
        }
        rows += by_group(rng, names, quarter, (prevented, ended), "ethnic_group", groups)
    for night, men, women in zip(
        A_NIGHT_IN_NOVEMBER, (11, 13, 18, 20, 19), (3, 4, 3, 6, 4), strict=True
    ):
        shared: Row = {"metric": "people_sleeping_rough", "period": night, "area": BOROUGH}
        rows.append(shared | {"value": men + women})
        # Few are women: both are hidden, so that neither can be worked out.
        rows += [shared | {"sex": sex, "value": "", "flag": "c"} for sex in ("female", "male")]
    built = {"social_rent": (61, 34, 22, 48, 57), "affordable_rent": (88, 71, 40, 66, 70)}
    built["shared_ownership"] = (63, 43, 34, 57, 61)
    for tenure, homes_built in built.items():
        for year, value in zip(YEARS, homes_built, strict=True):
            row = ("affordable_homes", year, BOROUGH, tenure, value, provisional(year))
            rows += table("metric period area tenure value flag", row)
    return rows
