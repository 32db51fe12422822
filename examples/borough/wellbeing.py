"""Answers to the seven questions of SWEMWBS before and after, converted person by person."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .assessed import Assessed, added_up
from .contracts import BEFRIENDING, CARERS
from .places import BOROUGH, Numbers
from .scales import MENTAL_WELLBEING, RELIABILITY, WELLBEING
from .tables import QUARTERS, YEARS, Row, provisional

# fmt: off
CONVERTED = np.array([
    7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59,
    19.25, 19.98, 20.73, 21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31,
    30.7, 32.55, 35,
])
# fmt: on
"""The score for a sum of answers of 7, 8, ... 35: Stewart-Brown and others (2009), Health and
Quality of Life Outcomes 7:15. Without it, a point is not worth the same everywhere."""

EASE = np.array([-0.15, 0.1, -0.35, -0.05, 0.1, 0.2, 0.35])
"""How readily each of the seven questions is agreed to."""


@dataclass(frozen=True)
class Use:
    """A partner that asks, how many it asks in a quarter, and the gain at first and at last."""

    organisation: str
    programme: str
    size: int
    gains: tuple[float, float]
    second: float


USES = (
    Use("good_company", BEFRIENDING, 26, (0.14, 0.36), 0.77),
    Use("ring_round", BEFRIENDING, 20, (0.1, 0.24), 0.73),
    Use("carers_link", CARERS, 32, (0.26, -0.08), 0.76),
)

SEXES = {"female": 0.64, "male": 0.33, "not_stated": 0.03}


def wellbeing(rng: np.random.Generator) -> tuple[list[Row], list[Row]]:
    """Rows of change by quarter, for each partner and sex; rows of scores by year."""
    changes: list[Row] = []
    scores: list[Row] = []
    asked = {
        (use, quarter): _people(rng, use, number / (len(QUARTERS) - 1))
        for use in USES
        for number, quarter in enumerate(QUARTERS)
    }
    for (use, quarter), people in asked.items():
        in_year = [of for (_, when), of in asked.items() if quarter[:7] in when]
        reliable = _reliable(_together(in_year))
        changes += (_change(people, quarter, use, sex, reliable) for sex in SEXES)
    for use in USES:
        for year in YEARS:
            in_year = [people for (of, when), people in asked.items() if of == use and year in when]
            scores += _scores(in_year, year, use)
    return changes, scores


def _people(rng: np.random.Generator, use: Use, gone: float) -> Assessed:
    size = int(rng.poisson(use.size * (0.8 + 0.4 * gone)))
    stands = rng.normal(0, 0.75, size)
    before = stands - 0.15 + rng.normal(0, 0.3, size)
    first, last = use.gains
    after = stands + first + (last - first) * gone + rng.normal(0, 0.5, size)
    return Assessed(
        _asked(rng, before)[:, None],
        _asked(rng, after)[:, None],
        rng.random(size) < use.second + 0.08 * stands,
        rng.choice(list(SEXES), size, p=list(SEXES.values())),
    )


def _asked(rng: np.random.Generator, feels: Numbers) -> Numbers:
    """Each person's seven answers, from 1 to 5, added up and converted."""
    answers = 2.75 + feels[:, None] + EASE + rng.normal(0, 0.55, (len(feels), len(EASE)))
    raw = np.clip(np.rint(answers), 1, 5).sum(axis=1).astype(int)
    return np.asarray(CONVERTED[raw - 7])


def _reliable(people: Assessed) -> float:
    """By how many points a score must move to be more than the scale's own error: Jacobson and
    Truax (1991), from the first scores of all pairs of a year, as all partners count it."""
    sd = people.before[people.paired].std(ddof=1)
    return float(1.96 * np.sqrt(2) * sd * np.sqrt(1 - RELIABILITY))


def _change(people: Assessed, quarter: str, use: Use, sex: str, reliable: float) -> Row:
    only = people.group == sex
    sums = added_up(people, CONVERTED[-1], only)
    moved = (people.after - people.before)[people.paired & only]
    row: Row = {"scale": WELLBEING, "item": MENTAL_WELLBEING, "period": quarter, "area": BOROUGH}
    row |= {"organisation": use.organisation, "programme": use.programme, "sex": sex}
    row |= {name: round(float(column[0]), 4) for name, column in sums.items()}
    row |= {"reliably_up": (moved > reliable).sum(), "reliably_down": (moved < -reliable).sum()}
    return {name: _plain(value) for name, value in row.items()} | {"flag": provisional(quarter)}


def _together(parts: list[Assessed]) -> Assessed:
    return Assessed(
        np.concatenate([part.before for part in parts]),
        np.concatenate([part.after for part in parts]),
        np.concatenate([part.paired for part in parts]),
        np.concatenate([part.group for part in parts]),
    )


def _plain(value: object) -> object:
    """A number without a needless fraction."""
    return int(value) if isinstance(value, float) and value == int(value) else value


def _scores(parts: list[Assessed], year: str, use: Use) -> list[Row]:
    people = _together(parts)
    rows: list[Row] = []
    for score in CONVERTED.tolist():
        row: Row = {"scale": WELLBEING, "item": MENTAL_WELLBEING, "score": _plain(score)}
        row |= {"period": year, "area": BOROUGH, "organisation": use.organisation}
        row["programme"] = use.programme
        for when, scores in (("before", people.before), ("after", people.after)):
            row[when] = int((scores[people.paired, 0] == score).sum())
        rows.append(row | {"flag": provisional(year)})
    return rows
