"""The stages of an indicator in one place, over all groups: now, and a year before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from generator.indicators.stages import parts_of_first
from generator.model.metric import Id
from generator.wording import stages as wording
from generator.wording.numbers import by_size, number

from . import cells
from .cells import Staged
from .standing import Standing

Found = Mapping[str, Staged]
"""The stages of everyone in one period, by metric."""


@dataclass(frozen=True)
class InStages:
    """The stages of an indicator: `now` in the last period that tells of two of them, and `then`
    in the one that began a year before it (empty where there is none)."""

    standing: Standing
    rows: pd.DataFrame
    """The rows of the place and of no group, columns of `change_frames.STAGES`."""
    now: Found
    then: Found

    @property
    def names(self) -> tuple[Id, ...]:
        """The metrics, in the order written."""
        return self.standing.indicator.stages

    @property
    def first(self) -> Id:
        """The stage that the others are held against."""
        return self.names[0]

    @property
    def last(self) -> Id:
        """The last stage that has a value."""
        return [name for name in self.names if _value(self.now, name) is not None][-1]

    @property
    def period(self) -> str:
        """The period of `now`, as written in the data."""
        return self.now[self.first].period

    @cached_property
    def shared(self) -> bool:
        """Whether any stage after the first has a share of it."""
        later = (self.now.get(name) for name in self.names[1:])
        return any(stage.share is not None for stage in later if stage)

    @cached_property
    def _decimals(self) -> int:
        return by_size(self.rows["value"])

    def title(self, name: str) -> str:
        """What a stage is called."""
        known = self.standing.lookup.report.inputs.metrics
        return known[name].title if name in known else name

    def lower_title(self, name: str) -> str:
        """The same within a phrase: "referrals made"."""
        title = self.title(name)
        return title if title[:2].isupper() else title[:1].lower() + title[1:]

    def shown(self, value: float) -> str:
        """A count in words."""
        return number(value, self._decimals)

    def share(self, stage: Staged | None) -> str:
        """The share of the first stage in words, "" where there is none."""
        return "" if stage is None or stage.share is None else f"{stage.share:.0f}"

    @property
    def why_no_shares(self) -> str:
        """Why not all stages have a share of the first; "" where they have."""
        inputs = self.standing.lookup.report.inputs
        parts = parts_of_first(self.names, inputs.metrics)
        frequency = self.now[self.first].frequency
        if said := wording.why_no_shares(self.names, parts, inputs, frequency):
            return said
        lost = (
            name
            for name in self.names
            if _value(self.now, name)
            and (_value(self.now, self.first) or 0) > 0
            and self.now[name].share is None
        )
        return wording.OTHER_PARTNERS if any(lost) else ""

    @property
    def finding(self) -> str:
        """How the last stage stands, now and a year before."""
        now, then = self.now[self.last], self.then.get(self.last)
        told = (self._told(now), self._told(then) if then else "")
        when = self.standing.within(self.period)
        shared = now.share is not None
        return wording.finding(self.title(self.last), self.title(self.first), when, *told, shared)

    def _told(self, stage: Staged) -> str:
        if self.now[self.last].share is not None:
            return f"{self.share(stage)}%" if stage.share is not None else ""
        return self.shown(stage.value) if stage.value is not None else ""

    @property
    def basis(self) -> str:
        """On how many partners the last stage rests, now and a year before."""
        then = self.then.get(self.last)
        return wording.rests_on(self.now[self.last].partners, then.partners if then else None)


def in_stages(standing: Standing) -> InStages | None:
    """None where the indicator has no stages, or no period that has the first and a later one."""
    rows = standing.lookup.worked.stages(standing.indicator.id)
    own = rows[(rows["area"] == standing.area) & (rows["group"] == "")]
    periods = _by_period(standing, own)
    told = [found for found in periods if _is_told(standing, found)]
    if not told:
        return None
    now = told[-1]
    then = _a_year_before(periods, now[standing.indicator.stages[0]])
    return InStages(standing, own, now, then)


def _by_period(standing: Standing, rows: pd.DataFrame) -> list[Found]:
    """The periods of the frequency that the page reads, else of each, in order of time."""
    found: dict[tuple[date, date], dict[str, Staged]] = {}
    frequency = standing.series[-1].frequency if standing.series else ""
    everyone = list(cells.staged(rows[cells.of_everyone(rows)]))
    same = [stage for stage in everyone if stage.frequency == frequency]
    for stage in sorted(same or everyone, key=lambda s: (s.end, s.start)):
        found.setdefault((stage.end, stage.start), {})[stage.metric] = stage
    return list(found.values())


def _is_told(standing: Standing, found: Found) -> bool:
    first, *later = (_value(found, name) for name in standing.indicator.stages)
    return first is not None and any(value is not None for value in later)


def _a_year_before(periods: Iterable[Found], now: Staged) -> Found:
    for found in periods:
        for stage in found.values():
            same = (stage.start.month, stage.start.day) == (now.start.month, now.start.day)
            if same and stage.start.year == now.start.year - 1 and stage.frequency == now.frequency:
                return found
    return {}


def _value(found: Found, name: str) -> float | None:
    return found[name].value if name in found else None
