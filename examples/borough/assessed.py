"""People assessed on a Star when they come and again later, drawn one by one and then summed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import scales
from .contracts import CARERS, CONTRACTS, HUBS, WORK
from .places import BOROUGH, Counts, Numbers
from .scales import Star
from .survey import AGES
from .tables import YEARS, Row, provisional


@dataclass(frozen=True)
class Use:
    """A partner that uses a Star: how many people start one in a year, from which year on, and
    what share of them do a second one, in its first year and in the last."""

    star: Star
    organisation: str
    programme: str
    size: int
    second: tuple[float, float]
    since: int = 0


USES = (
    Use(scales.HOMELESSNESS, "quay_trust", HUBS, 130, (0.67, 0.72)),
    Use(scales.HOMELESSNESS, "together_town", HUBS, 88, (0.75, 0.81)),
    Use(scales.HOMELESSNESS, "marsh_end_rooms", HUBS, 64, (0.76, 0.70)),
    Use(scales.EMPOWERMENT, "quay_trust", WORK, 46, (0.68, 0.74), since=1),
    Use(scales.EMPOWERMENT, "second_shift", WORK, 38, (0.80, 0.84), since=1),
    Use(scales.CARERS, "carers_link", CARERS, 150, (0.78, 0.80)),
    Use(scales.CARERS, "time_off_coop", CARERS, 70, (0.77, 0.71)),
    Use(scales.CARERS, "young_carers_room", CARERS, 17, (0.84, 0.84), since=2),
)
"""Quay Trust uses two Stars. Only carers over 15 do theirs at the Young Carers' Room."""

SEXES = {"female": 0.35, "male": 0.61, "not_stated": 0.04}
CARERS_AGES = {**AGES, "18_34": 0.12, "35_49": 0.25, "50_64": 0.34, "65_79": 0.2, "80_over": 0.07}
GROUPS = {scales.HOMELESSNESS.id: ("sex", SEXES), scales.CARERS.id: ("age_band", CARERS_AGES)}
"""The Empowerment Star is made for women, and so few do it that it is not broken down."""

WHY = {("2024/25", "quay_trust", HUBS): "Two advisers left, and few people were asked again"}


@dataclass(frozen=True)
class Assessed:
    """People by item: their scores when they came (`before`) and later (`after`), which of them
    had a second assessment, and each one's group."""

    before: Numbers
    after: Numbers
    paired: NDArray[np.bool_]
    group: NDArray[np.str_]


def stars(rng: np.random.Generator) -> tuple[list[Row], list[Row]]:
    """Rows of change, for each partner and group, and of scores; the rest is to be summed."""
    changes: list[Row] = []
    scores: list[Row] = []
    for use in USES:
        for number, year in list(enumerate(YEARS))[use.since :]:
            people = _people(rng, use, number)
            who = (use.organisation, use.programme)
            key: Row = {
                "period": year,
                "area": BOROUGH,
                "organisation": who[0],
                "programme": who[1],
            }
            said: Row = {"flag": provisional(year), "comment": WHY.get((year, *who), "")}
            changes += (row | said for row in _changes(use.star, people, key))
            scores += (row | {"flag": provisional(year)} for row in _scores(use.star, people, key))
    return changes, scores


def _people(rng: np.random.Generator, use: Use, number: int) -> Assessed:
    """Everyone whose last assessment at a partner lies in a year.

    People come when things are at their worst: what they score on that day lies below where they
    usually stand, so some of the way up is a way back. Those who stand lowest leave soonest.
    """
    star, step = use.star, use.star.highest / 10
    size = int(rng.poisson(use.size * (0.82 + 0.06 * number)))
    who = (use.organisation, use.programme)
    good = next(c.good for c in CONTRACTS if (c.organisation, c.programme) == who)
    gone = number / (len(YEARS) - 1)
    usual = np.array([item.level for item in star.items]) + 0.6 * step
    gain = np.array(
        [first + (last - first) * gone for first, last in (i.gains for i in star.items)]
    )
    shape = (size, len(star.items))
    person = rng.normal(0, 1.1 * step, (size, 1))
    stands = usual + person + rng.normal(0, 1.2 * step, shape)
    when_low = stands - 0.6 * step + rng.normal(0, 0.8 * step, shape)
    moved = gain + 4 * step * good + rng.normal(0, 1.0 * step, shape)
    moved += rng.normal(0, 0.7 * step, (size, 1))
    later = stands - 0.6 * step + moved + rng.normal(0, 0.8 * step, shape)
    first, last = use.second
    chance = first + (last - first) * gone + 0.06 * person[:, 0] / step
    _, weights = GROUPS.get(star.id, ("", {"": 1.0}))
    share = np.array(list(weights.values()))
    return Assessed(
        np.clip(np.rint(when_low), 1, star.highest),
        np.clip(np.rint(later), 1, star.highest),
        rng.random(size) < chance,
        rng.choice(list(weights), size, p=share / share.sum()),
    )


def added_up(people: Assessed, best: float, only: NDArray[np.bool_]) -> dict[str, Numbers]:
    """The columns of a table of change, each an array with a value an item."""
    before, after = (scores[people.paired & only] for scores in (people.before, people.after))
    moved = after - before
    whole = np.full(before.shape[1], len(before))
    return {
        "pairs": whole,
        "moved_up": (moved > 0).sum(axis=0),
        "stayed": (moved == 0).sum(axis=0),
        "moved_down": (moved < 0).sum(axis=0),
        "started_at_best": (before == best).sum(axis=0),
        "unmatched": np.full(len(whole), (~people.paired & only).sum()),
        "before_sum": before.sum(axis=0),
        "after_sum": after.sum(axis=0),
        "change_sum": moved.sum(axis=0),
        "change_squares_sum": (moved**2).sum(axis=0),
        "before_squares_sum": (before**2).sum(axis=0),
    }


def _changes(star: Star, people: Assessed, key: Mapping[str, object]) -> Iterator[Row]:
    breakdown, groups = GROUPS.get(star.id, ("sex", {"": 1.0}))
    for group in groups:
        sums = added_up(people, star.highest, people.group == group)
        for number, item in enumerate(star.items):
            row: Row = {"scale": star.id, "item": item.id, **key, "sex": "", "age_band": ""}
            yield row | {breakdown: group} | {name: int(c[number]) for name, c in sums.items()}


def _scores(star: Star, people: Assessed, key: Mapping[str, object]) -> Iterator[Row]:
    """How many of the pairs stood at each score before and after; also where nobody did."""
    for number, item in enumerate(star.items):
        sides = {
            when: _at_each(scores[people.paired, number], star.highest)
            for when, scores in (("before", people.before), ("after", people.after))
        }
        for score in range(1, star.highest + 1):
            row: Row = {"scale": star.id, "item": item.id, "score": score, **key}
            yield row | {when: int(counts[score]) for when, counts in sides.items()}


def _at_each(scores: Numbers, highest: int) -> Counts:
    return np.bincount(scores.astype(int), minlength=highest + 1)
