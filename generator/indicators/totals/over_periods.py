"""Quarters and years from the months or quarters in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from generator.model.indicator import Indicator
from generator.model.period import Period
from generator.model.report import Inputs
from generator.model.words import Every

from ..cells import Cells
from .add_up import add_up, missing_from

LENGTH: dict[Every, int] = {"quarter": 3, "year": 12}
"""In months, the frequencies that are summed where an indicator asks for them with `every`."""
FINANCIAL_YEAR = 4


def over_periods(cells: Cells, inputs: Inputs) -> Cells:
    """The cells and the quarters and years that indicators are read at and nobody published.

    A quarter or year is summed only from parts of one length of which none is missing.
    """
    for metrics, length, start in sorted(set(wanted(inputs))):
        for part in (3, 1):
            if part < length:
                cells = sum_to(cells, inputs, metrics, length, start, part)
    return cells


def wanted(inputs: Inputs) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Metrics with the length in months and the first month of what they are summed to."""
    for indicator in inputs.indicators.values():
        summed = tuple(
            name
            for name in dict.fromkeys((*indicator.method.metrics, *indicator.stages))
            if name in inputs.metrics and "period" in inputs.metrics[name].sums_over
        )
        if summed and indicator.every in LENGTH:
            length = LENGTH[indicator.every]
            start = _first_month(indicator, inputs) if length == 12 else 1
            yield summed, length, start


def _first_month(indicator: Indicator, inputs: Inputs) -> int:
    """In which month the indicator's years start: as its baseline, its targets or its values
    have it, else in April."""
    named = [indicator.baseline.period] if indicator.baseline else []
    named += [target.period for target in indicator.targets]
    values = inputs.values
    own = values[values["metric"].isin(indicator.method.metrics)]
    named += [inputs.periods[text] for text in sorted(set(own["period"])) if text in inputs.periods]
    starts = [period.start.month for period in named if period.months == 12]
    return starts[0] if starts else FINANCIAL_YEAR


def sum_to(
    cells: Cells, inputs: Inputs, metrics: tuple[str, ...], length: int, start: int, part: int
) -> Cells:
    """The cells of the metrics and their sums over periods of `part` months to those of `length`
    months, counted from month `start`, of which none is missing."""
    words = list(cells.words["period"])
    whole_of = np.full(len(words), -1, dtype=np.int64)
    for code, text in enumerate(cells.words["period"]):
        period = inputs.periods.get(text)
        if period is not None and period.frequency == ("quarter" if part == 3 else "month"):
            whole = str(around(period, length, start))
            if whole not in words:
                words.append(whole)
            whole_of[code] = words.index(whole)
    wanted = set(metrics)
    codes = [code for code, name in enumerate(cells.words["metric"]) if name in wanted]
    chosen = cells.frame["metric"].isin(codes).to_numpy()
    target = whole_of[cells.frame["period"].to_numpy()]
    chosen = chosen & (target >= 0)
    if not chosen.any():
        return cells
    parts = cells.frame[chosen].assign(period=target[chosen])
    total = add_up(parts, "period")
    complete = total[total["parts"] == length // part]
    return cells.adding(missing_from(cells.frame, complete), period=tuple(words))


def around(period: Period, length: int, start: int) -> Period:
    """The period of `length` months, counted from month `start`, in which this one lies."""
    month = period.start.year * 12 + period.start.month - 1
    first = month - (month - (start - 1)) % length
    after = first + length
    return Period(
        date(first // 12, first % 12 + 1, 1),
        date(after // 12, after % 12 + 1, 1) - timedelta(days=1),
    )
