"""A yearly survey of residents: people answer one by one and are counted, so that all adds up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .places import (
    BOROUGH,
    COUNTRY,
    DEPRIVED,
    LOCALITY_OF,
    MOST_TO_LEAST,
    PEOPLE,
    REGION,
    SIMILAR,
    WARDS,
    fifths,
)
from .tables import YEARS, Row, provisional

SEXES = {"female": 0.51, "male": 0.47, "not_stated": 0.02}
AGES = {
    "18_34": 0.27,
    "35_49": 0.24,
    "50_64": 0.25,
    "65_79": 0.16,
    "80_over": 0.06,
    "not_stated": 0.02,
}
ETHNIC_GROUPS = {
    "asian": 0.12,
    "black_african": 0.05,
    "black_caribbean": 0.025,
    "black_other": 0.01,
    "mixed": 0.035,
    "white": 0.71,
    "other": 0.02,
    "not_stated": 0.03,
}
DISABILITY = {"yes": 0.19, "no": 0.77, "not_stated": 0.04}
WITHIN_BLACK = ("black_african", "black_caribbean")
BREAKDOWNS = ("sex", "age_band", "ethnic_group", "disability", "deprivation")


@dataclass(frozen=True)
class Question:
    """The chance that someone says yes: `start` in the first year, changed by `each_year`, by how
    deprived the ward is, and by the person's groups; `country` is the country's in two years.

    `paces` say how much of a group's difference there is in the first year, and how much more in
    each year after."""

    start: float
    each_year: float
    deprived: float
    groups: dict[str, float] = field(default_factory=dict)
    country: tuple[float, float] | None = None
    paces: dict[str, tuple[float, float]] = field(default_factory=dict)


QUESTIONS = {
    "often_lonely": Question(
        0.212,
        -0.0105,
        0.06,
        {"18_34": 0.05, "80_over": 0.06, "disability yes": 0.1, "black": 0.06, "other": 0.05},
        (0.232, 0.222),
        {"disability yes": (1.45, -0.16)},
    ),
    "someone_to_turn_to": Question(
        0.845, 0.003, -0.03, {"male": -0.05, "disability yes": -0.08}, (0.834, 0.829)
    ),
    "volunteers": Question(0.265, -0.0115, -0.04, {"65_79": 0.08, "18_34": -0.04}, (0.262, 0.231)),
    "belonging": Question(
        0.585, 0.0135, -0.03, {"65_79": 0.07, "80_over": 0.1, "18_34": -0.07}, (0.611, 0.615)
    ),
    "safe_after_dark": Question(
        0.65,
        -0.009,
        -0.07,
        {"female": -0.14, "80_over": -0.08},
        (0.634, 0.622),
        {"female": (0.85, 0.12)},
    ),
    "have_a_say": Question(0.275, 0.001, -0.03, {"disability yes": -0.04}),
    "active": Question(
        0.648, 0.0095, -0.055, {"disability yes": -0.19, "80_over": -0.22}, (0.631, 0.652)
    ),
}


def survey(rng: np.random.Generator) -> Iterator[Row]:
    """Rows of the people asked and of those who say yes, by place, group and both."""
    for number, year in enumerate(YEARS):
        people = _people(rng, round(rng.uniform(5850, 6150)))
        for name, question in QUESTIONS.items():
            people[name] = rng.random(len(people)) < _chance(people, question, number)
        yield from _counted(people, year)
        yield from _elsewhere(rng, year, number / (len(YEARS) - 1))


def _people(rng: np.random.Generator, size: int) -> pd.DataFrame:
    ward = rng.choice(len(WARDS), size, p=PEOPLE / PEOPLE.sum())
    edges = fifths(DEPRIVED).cumsum(axis=1)[ward]
    fifth = (rng.random((size, 1)) > edges).sum(axis=1).clip(0, 4)
    groups = {
        name: rng.choice(list(known), size, p=np.array(list(known.values())) / sum(known.values()))
        for name, known in (
            ("sex", SEXES),
            ("age_band", AGES),
            ("ethnic_group", ETHNIC_GROUPS),
            ("disability", DISABILITY),
        )
    }
    codes, localities = np.array(list(WARDS)), np.array(LOCALITY_OF)
    return pd.DataFrame(
        {
            "ward": codes[ward],
            "locality": localities[ward],
            "deprived": DEPRIVED[ward],
            "deprivation": np.array(MOST_TO_LEAST)[fifth],
            **groups,
        }
    )


def _chance(people: pd.DataFrame, question: Question, year: int) -> pd.Series:
    chance = question.start + question.each_year * year + question.deprived * people["deprived"]
    for group, more in question.groups.items():
        breakdown, _, category = group.rpartition(" ")
        if breakdown:
            belongs = people[breakdown] == category
        else:
            belongs = people[["sex", "age_band", "ethnic_group"]].isin([category]).any(axis=1)
            belongs |= people["ethnic_group"].str.startswith(f"{category}_")
        # The first year was the hardest for those who had it hardest.
        first, each_year = question.paces.get(group, (1.2, -0.08))
        chance = chance + more * belongs * (first + each_year * year)
    return chance.clip(0.02, 0.98)


def _counted(people: pd.DataFrame, year: str) -> Iterator[Row]:
    """The counts of one year's answers."""
    said = ["asked", *QUESTIONS]
    people = people.assign(
        asked=1,
        borough=BOROUGH,
        ethnic_group=people["ethnic_group"].where(
            ~people["ethnic_group"].str.startswith("black"), "black"
        ),
        nested=people["ethnic_group"].where(people["ethnic_group"].isin(WITHIN_BLACK)),
    )
    stated = people[(people["sex"] != "not_stated") & (people["ethnic_group"] != "not_stated")]
    young_and_old = people[people["age_band"] != "not_stated"]
    tables: list[tuple[str, tuple[str, ...], pd.DataFrame]]
    tables = [(area, (), people) for area in ("borough", "locality", "ward")]
    tables += [("borough", (name,), people) for name in (*BREAKDOWNS, "nested")]
    tables += [("borough", ("sex", "ethnic_group"), stated)]
    tables += [("locality", ("age_band",), young_and_old)]
    for area, groups, answers in tables:
        sums = answers.groupby([area, *groups])[said].sum()
        for cell, row in sums.iterrows():
            code, *categories = cell if isinstance(cell, tuple) else (cell,)
            names = ["ethnic_group" if name == "nested" else name for name in groups]
            for metric in said:
                yield _row(metric, year, str(code), dict(zip(names, categories, strict=True)), row)


def _row(metric: str, year: str, code: str, group: dict[str, str], counts: pd.Series) -> Row:
    row: Row = {"metric": metric, "period": year, "area": code}
    row |= {name: group.get(name, "") for name in BREAKDOWNS}
    value, flag = int(counts[metric]), provisional(year)
    # Two groups at least are hidden for either sex, so that neither can be worked out.
    if len(group) == 2 and group["ethnic_group"] in ("mixed", "other") and metric != "asked":
        return row | {"value": "", "flag": "c"}
    if metric != "asked" and counts["asked"] < 60:
        flag = f"{flag} u".strip()
    return row | {"value": value, "flag": flag}


def _elsewhere(rng: np.random.Generator, year: str, gone: float) -> Iterator[Row]:
    """The same questions asked in similar boroughs, the region and the country."""
    boroughs = SIMILAR.items()
    places = [(code, int(rng.integers(1900, 2600)), offset) for code, (_, _, offset) in boroughs]
    places += [(REGION, 23800, 0.12), (COUNTRY, 64200, 0.0)]
    for code, asked, offset in places:
        counts = {"asked": asked}
        for metric, question in QUESTIONS.items():
            if question.country:
                first, last = question.country
                bad = 1 if metric == "often_lonely" else -1
                chance = first + (last - first) * gone + bad * 0.05 * offset
                counts[metric] = int(rng.binomial(asked, chance))
        for metric, value in counts.items():
            flag = provisional(year)
            yield {"metric": metric, "period": year, "area": code, "value": value, "flag": flag}
