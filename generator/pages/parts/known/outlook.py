"""What comes next for everyone in a place if the recent pattern of a series continues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from generator.model.period import Period, parse
from generator.model.report import Worked

from . import cells


@dataclass(frozen=True)
class Step:
    """A period to come; the ends of the bands are lower and upper of 80%, then of 95%, all four
    NaN where the values so far do not vary."""

    period: Period
    value: float
    ends: tuple[float, float, float, float]


@dataclass(frozen=True)
class Outlook:
    """The steps ahead, how they were made and what they mean in people.

    `made` is a row of `frames.FORECAST_CHOICES`, `people` one of `frames.CONSEQUENCES` or None.
    """

    steps: tuple[Step, ...]
    made: Any
    people: Any = None


def outlooks(worked: Worked, area: str) -> Mapping[tuple[str, str], Outlook]:
    """By indicator and frequency, of everyone in the area; only what has a forecast."""
    tables = (worked.forecasts, worked.forecast_choices, worked.consequences)
    points, made, people = (_whole(table, area) for table in tables)
    steps: dict[tuple[str, str], list[Step]] = {}
    for row in points.itertuples():
        item: Any = row
        ends = (item.lower80, item.upper80, item.lower95, item.upper95)
        step = Step(parse(str(item.period), months=True), item.value, ends)
        steps.setdefault((str(row.indicator), str(row.frequency)), []).append(step)
    counted = {(str(row.indicator), str(row.frequency)): row for row in people.itertuples()}
    return {
        key: Outlook(tuple(steps[key]), row, counted.get(key))
        for row in made.itertuples()
        if (key := (str(row.indicator), str(row.frequency))) in steps
    }


def _whole(table: pd.DataFrame, area: str) -> pd.DataFrame:
    return table[(table["area"] == area) & cells.of_everyone(table)]
