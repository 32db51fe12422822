"""When limits of process-control charts start afresh, and until when they are worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..errors import Problem
from ..model.indicator import Indicator
from ..model.period import Period
from ..model.report import Inputs
from . import places
from .baselines import periods_of

FEWEST = 12
"""Periods that fixed limits need."""


def check(inputs: Inputs) -> list[Problem]:
    """Dates at which no series could start afresh, and too few values to fix limits on."""
    problems: list[Problem] = []
    for indicator in inputs.indicators.values():
        periods = periods_of(inputs, indicator) if indicator.rebase or indicator.fix_limits else []
        if periods:
            problems += _rebase(inputs, indicator, periods)
            problems += _fixed(inputs, indicator, periods)
    return problems


def _rebase(inputs: Inputs, indicator: Indicator, periods: list[Period]) -> Iterator[Problem]:
    seen: set[Period] = set()
    for number, item in enumerate(indicator.rebase, 1):
        path = f"indicators.{indicator.id}.rebase.{number}.from"
        if item.start in seen:
            what = f"limits start afresh from {item.start} already"
            yield places.at(inputs, path, what, "Keep one of the two.", str(item.start))
        seen.add(item.start)
        before = any(period.end < item.start.start for period in periods)
        after = any(period.end >= item.start.start for period in periods)
        if not (before and after):
            what = f"there is no value before {item.start}, so nothing can start afresh"
            if before:
                what = f"there is no value from {item.start} on"
            hint = f"The values go from {periods[0]} to {periods[-1]}: name one after the first."
            yield places.at(inputs, path, what, hint, str(item.start))


def _fixed(inputs: Inputs, indicator: Indicator, periods: list[Period]) -> Iterator[Problem]:
    if indicator.fix_limits is None:
        return
    until = indicator.fix_limits.until
    counts = Counter(period.frequency for period in periods if period.end <= until.end)
    most = max(counts.values(), default=0)
    if most < FEWEST:
        path = f"indicators.{indicator.id}.fix_limits.until"
        what = f"values stand for {most} {'period' if most == 1 else 'periods'} up to {until}"
        hint = f"Limits can be fixed on {FEWEST} or more: name a later period, or take this out."
        yield places.at(inputs, path, what, hint, str(until))
