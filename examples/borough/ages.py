"""Falls by age: some wards have many more very old people, and older people fall more often."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from .drawing import split
from .places import COUNTRY, WARDS
from .tables import Row

# age group: its share of people over 65, and how many of 100,000 in it stay after a fall in a year
AGES = {
    "65_69": (0.278, 560),
    "70_74": (0.257, 960),
    "75_79": (0.197, 1750),
    "80_84": (0.136, 3300),
    "85_89": (0.085, 5900),
    "90_plus": (0.047, 9200),
}
OLDER_WHERE_BETTER_OFF = 0.08
"""By how much of its share an age group is larger, for each step towards the oldest, in the least
deprived ward than in the middle."""


def falls_by_age(rng: np.random.Generator, counted: Iterable[Row]) -> list[Row]:
    """The falls and the people over 65 of wards and the country, dealt out to age groups.

    `counted` are the rows of health; parts add up to them.
    """
    whole = {
        (row["metric"], row["period"], row["area"]): row
        for row in counted
        if row["metric"] in ("falls", "people_over_65") and "sex" not in row
    }
    places = {code: -deprived for code, (*_, deprived) in WARDS.items()} | {COUNTRY: 0.0}
    rows: list[Row] = []
    for metric, period, area in whole:
        if metric != "falls" or area not in places:
            continue
        weights = _people(places[str(area)])
        people = whole["people_over_65", period, area]
        dealt = split(rng, int(str(people["value"])), weights)
        falls = whole["falls", period, area]
        risks = {age: dealt[age] * AGES[age][1] for age in AGES}
        fell = split(rng, int(str(falls["value"])), risks)
        for of, parts in ((falls, fell), (people, dealt)):
            flag = str(of["flag"]).replace("r", "").strip()
            shared: Row = {"metric": of["metric"], "period": period, "area": area}
            rows += [
                shared | {"age_group": age, "value": value, "flag": flag}
                for age, value in parts.items()
            ]
    return rows


def _people(better_off: float) -> dict[str, float]:
    """How large each age group is: older in wards that are better off."""
    steps = np.linspace(-1, 1, len(AGES)) * 3 * OLDER_WHERE_BETTER_OFF * better_off
    return {
        age: share * float(np.exp(step))
        for (age, (share, _)), step in zip(AGES.items(), steps, strict=True)
    }
