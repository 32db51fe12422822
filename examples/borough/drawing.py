"""Counts drawn by lot for wards, groups and other boroughs, so that parts add up to their whole."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .places import (
    BOROUGH,
    COUNTRY,
    DEPRIVED,
    LOCALITIES,
    LOCALITY_OF,
    PEOPLE,
    REGION,
    SIMILAR,
    WARDS,
    Counts,
    Numbers,
)
from .tables import Row, provisional, table


def rolled(
    metric: str, periods: tuple[str, ...], by_ward: Counts, flag: str = "", totals: bool = True
) -> list[Row]:
    """Rows of a metric for wards and, with `totals`, for localities and the borough.

    `by_ward` has a row a ward and a column a period.
    """
    whole: list[tuple[str, Counts]] = []
    if totals:
        whole = [(BOROUGH, by_ward.sum(axis=0))]
        for code in LOCALITIES:
            inside = np.array([of == code for of in LOCALITY_OF])
            whole.append((code, by_ward[inside].sum(axis=0)))
    whole += zip(WARDS, by_ward, strict=True)
    return [
        {
            "metric": metric,
            "period": period,
            "area": code,
            "value": int(value),
            "flag": flag or provisional(period),
        }
        for code, values in whole
        for period, value in zip(periods, values, strict=True)
    ]


def compared(
    rng: np.random.Generator,
    metrics: tuple[str, str],
    periods: tuple[str, ...],
    share: Numbers,
    people: float,
    worse: float,
) -> list[Row]:
    """A part and its whole in similar boroughs, the region and the country.

    `share` is the country's in each period, `people` how many in a resident count, `worse` by
    how much of itself the share is higher where things stand worst.
    """
    places = [(code, size, offset) for code, (_, size, offset) in SIMILAR.items()]
    places += [(REGION, 3120000, 0.12), (COUNTRY, 24300000, 0.0)]
    rows: list[Row] = []
    for code, size, offset in places:
        local = share * (1 + worse * offset) * rng.normal(1, 0.008, len(periods))
        for period, chance in zip(periods, local, strict=True):
            whole = round(size * people * rng.normal(1, 0.01))
            for metric, value in zip(metrics, (rng.binomial(whole, chance), whole), strict=True):
                row = (metric, period, code, int(value), provisional(period))
                rows += table("metric period area value flag", row)
    return rows


def split(rng: np.random.Generator, whole: int, weights: dict[str, float]) -> dict[str, int]:
    """A whole number dealt out to groups by their weights."""
    total = sum(weights.values())
    dealt = rng.multinomial(whole, [weight / total for weight in weights.values()])
    return {name: int(part) for name, part in zip(weights, dealt, strict=True)}


def chances(levels: Iterable[float], deprived: float) -> Numbers:
    """The chance in each ward and period: `deprived` is by how much of itself it is higher where
    people are most deprived."""
    return np.asarray(np.outer(1 + deprived * DEPRIVED, list(levels)))


def drawn(rng: np.random.Generator, people: Counts, chance: Numbers) -> Counts:
    """How many of the people of each ward and period, each with the same chance."""
    return np.asarray(rng.binomial(people, chance))


def sized(rng: np.random.Generator, share: float, periods: tuple[str, ...]) -> Counts:
    """How many people of an age (a share of all) live in each ward, in each period."""
    growth = 1 + 0.004 * np.arange(len(periods))
    noise = rng.normal(1, 0.01, (len(WARDS), len(periods)))
    return np.asarray(np.round(np.outer(PEOPLE * share, growth) * noise), dtype=np.int64)


def by_group(
    rng: np.random.Generator,
    metrics: tuple[str, str],
    period: str,
    counts: tuple[int, int],
    breakdown: str,
    groups: dict[str, tuple[float, float]],
) -> list[Row]:
    """A part and its whole dealt out to groups: the size of each, and how likely it is for it."""
    part, whole = counts
    people = split(rng, whole, {name: size for name, (size, _) in groups.items()})
    mean = sum(people[name] * risk for name, (_, risk) in groups.items())
    yes = {
        name: int(rng.binomial(people[name], min(0.98, part * risk / mean)))
        for name, (_, risk) in groups.items()
    }
    largest = max(people, key=lambda name: people[name])
    yes[largest] += part - sum(yes.values())  # so that the groups add up
    assert 0 <= yes[largest] <= people[largest]
    return [
        {
            "metric": metric,
            "period": period,
            "area": BOROUGH,
            breakdown: name,
            "value": dealt[name],
            "flag": provisional(period),
        }
        for metric, dealt in zip(metrics, (yes, people), strict=True)
        for name in groups
    ]
