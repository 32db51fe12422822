"""Baselines that cannot be meant, of another frequency say; and shares of 1 taken for percent."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..errors import Problem, warning
from ..model.indicator import Indicator
from ..model.period import Period
from ..model.report import Inputs
from ..model.words import Every
from . import places

EVERY: dict[Every, str] = {
    "month": "month",
    "quarter": "quarter",
    "year": "year-",
    "years_3": "years_3-",
    "years_5": "years_5-",
    "point": "point",
}
PERCENT = "%"


def check(inputs: Inputs) -> list[Problem]:
    """Problems of every indicator's baseline and unit."""
    problems: list[Problem] = []
    for indicator in inputs.indicators.values():
        problems += _baseline(inputs, indicator, periods_of(inputs, indicator))
        problems += _shares(inputs, indicator)
    return problems


def periods_of(inputs: Inputs, indicator: Indicator) -> list[Period]:
    """The periods in which the indicator's metrics have rows."""
    column = inputs.values["metric"].cat
    wanted = [
        code for code, name in enumerate(column.categories) if name in indicator.method.metrics
    ]
    rows = inputs.values["period"][np.isin(column.codes.to_numpy(), wanted)]
    return sorted(inputs.periods[text] for text in rows.unique() if text in inputs.periods)


def _baseline(inputs: Inputs, indicator: Indicator, periods: list[Period]) -> Iterator[Problem]:
    if indicator.baseline is None or not periods:
        return
    path, period = f"indicators.{indicator.id}.baseline.period", indicator.baseline.period
    known = {p.frequency for p in periods}
    fits = period.frequency in known
    if indicator.every is not None:
        fits = period.frequency.startswith(EVERY[indicator.every])
    if not fits:
        same = [
            p
            for p in periods
            if indicator.every is None or p.frequency.startswith(EVERY[indicator.every])
        ]
        what = f"the baseline's period {period} is not of the frequency of the results"
        hint = (
            f"Type a period such as {(same or periods)[-1]}."
            if same
            else "Type a period of the length that `every` says."
        )
        yield places.at(inputs, path, what, hint, str(period))
        return
    there = period in periods or any(
        period.start <= p.start and p.end <= period.end for p in periods
    )
    if indicator.baseline.value is None and not there:
        what = f"there is no value for the baseline's period {period}"
        hint = (
            f"The values go from {periods[0]} to {periods[-1]}: name one of them, or give the "
            "baseline a value of its own."
        )
        yield places.at(inputs, path, what, hint, str(period))


def _shares(inputs: Inputs, indicator: Indicator) -> Iterator[Problem]:
    """Published percentages that look like shares of 1."""
    if indicator.unit != PERCENT:
        return
    path = f"indicators.{indicator.id}"
    if len(indicator.method.metrics) == 1:
        rows = inputs.values[inputs.values["metric"] == indicator.method.metrics[0]][
            "value"
        ].dropna()
        is_published = type(indicator.method).__name__ == "Published"
        if is_published and len(rows) >= 3 and rows.between(0, 1).all() and rows.gt(0).any():
            what = f"all values of {indicator.method.metrics[0]} are from 0 to 1, and its unit is %"
            hint = "Type percentages (45 for 45%), or correct the unit."
            yield warning(places.where(inputs, f"{path}.unit"), what, hint)
