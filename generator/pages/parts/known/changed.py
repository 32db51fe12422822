"""Change in people, found by scale and by whom: the same rows for every page that shows them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from generator.model.report import Report
from generator.model.scale import Item, Scale
from generator.model.source import Package
from generator.model.words import PackageStatus

from . import assessed_in

By = tuple[str, str, str]
"""An organisation, a programme and a group; blank means all."""
EVERYONE: By = ("", "", "")
FINANCIAL_YEAR = "year-04"
Rows = Sequence[Any]
"""Rows of a table of change, with its columns as fields."""


@dataclass(frozen=True)
class OfScale:
    """A scale in one period, by some: a row of `change_frames.MOVED` for each item that has one.

    `before` holds those of the period before that, where all of it lies before.
    """

    scale: Scale
    by: By
    period: str
    rows: Mapping[str, Any]
    earlier: str
    before: Mapping[str, Any]

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item of the scale, also those without a row."""
        return tuple(self.scale.items.values())

    @property
    def known(self) -> list[tuple[Item, Any]]:
        """The items that somebody was assessed on twice, with their rows."""
        found = ((item, self.rows.get(item.item)) for item in self.items)
        return [(item, row) for item, row in found if row is not None and row.pairs > 0]


@dataclass(frozen=True)
class Changed:
    """What `Worked.moved`, `Worked.pooled` and `Summed.scores` hold of the main area.

    Shown is one frequency a scale: years from April, else other years, else what there is most
    of; and of it the last period in which somebody was assessed twice.
    """

    report: Report

    @cached_property
    def _moved(self) -> Mapping[tuple[str, By], Rows]:
        return self._by_cell(self.report.worked.moved, "scale")

    @cached_property
    def _pooled(self) -> Mapping[tuple[str, By], Rows]:
        return self._by_cell(self.report.worked.pooled, "outcome")

    @cached_property
    def _scores(self) -> Mapping[tuple[str, By], Rows]:
        return self._by_cell(self.report.summed.scores, "scale")

    def _by_cell(self, table: pd.DataFrame, key: str) -> Mapping[tuple[str, By], Rows]:
        """The rows of the main area by what they are of and by whom."""
        own = table[(table["area"] == self.report.settings.main_area).to_numpy()]
        found: dict[tuple[str, By], list[Any]] = {}
        for of, row in zip(own[key], own.itertuples(), strict=True):
            by = str(row.organisation), str(row.programme), str(row.group)
            found.setdefault((str(of), by), []).append(row)
        return found

    @cached_property
    def used(self) -> tuple[Scale, ...]:
        """The scales that anybody has numbers of, in the order written."""
        known = {scale for scale, _ in self._moved}
        return tuple(one for id, one in self.report.inputs.scales.items() if str(id) in known)

    @cached_property
    def scales(self) -> tuple[OfScale, ...]:
        """The scales that somebody has a number of, over everyone where that can be summed."""
        return self.of()

    def of(self, organisation: str = "", programme: str = "") -> tuple[OfScale, ...]:
        """The scales that one of these has numbers of, in the order written."""
        by = (organisation, programme, "")
        every = (self.of_scale(str(id), by) for id in self.report.inputs.scales)
        return tuple(found for found in every if found)

    def of_scale(self, scale: str, by: By = EVERYONE) -> OfScale | None:
        """A scale in the last period in which one of these has pairs; None without any row."""
        rows = self._moved.get((scale, by))
        known = self.report.inputs.scales.get(scale)  # type: ignore[call-overload]
        if rows is None or known is None:
            return None
        period, earlier = _periods(rows)
        return OfScale(known, by, period, _items(rows, period), earlier, _items(rows, earlier))

    def parts(self, scale: str, place: int) -> Iterator[OfScale]:
        """The scale by each organisation (`place` 0), programme (1) or group (2), in the order
        of the tables."""
        for of, by in self._moved:
            if of == scale and by[place] and not any(by[:place] + by[place + 1 :]):
                found = self.of_scale(scale, by)
                if found:
                    yield found

    def partners_in(self, scale: str, programme: str) -> Iterator[OfScale]:
        """The scale by each organisation under one programme."""
        for of, by in self._moved:
            if of == scale and by[0] and by[1] == programme and not by[2]:
                found = self.of_scale(scale, by)
                if found:
                    yield found

    def pooled(self, outcome: str, by: By = EVERYONE) -> Any:
        """The last row of `POOLED` with pairs of an outcome; None where there is none."""
        rows = self._pooled.get((outcome, by))
        if rows is None:
            return None
        period, _ = _periods(rows)
        return next(row for row in rows if row.period == period)

    def speaking_of(self, outcome: str, period: str) -> list[tuple[Scale, Item, Any]]:
        """The items that speak of an outcome, each with its row for that period, or None."""
        found = []
        for scale in self.report.inputs.scales.values():
            own = _items(self._moved.get((str(scale.id), EVERYONE), ()), period)
            for item in scale.items.values():
                if item.outcome == outcome:
                    found.append((scale, item, own.get(item.item)))
        return found

    def scores(self, scale: str, item: str, period: str, by: By = EVERYONE) -> list[Any]:
        """How many stood at each score before and after: rows of `SCORES` by score."""
        rows = self._scores.get((scale, by), ())
        own = (row for row in rows if row.item == item and row.period == period)
        return sorted(own, key=lambda row: row.score)

    # What they rest on --------------------------------------------------------------------------

    @cached_property
    def _packages(self) -> Mapping[str, tuple[Package, ...]]:
        return assessed_in.packages(self.report.inputs)

    def packages(self, *scales: str) -> tuple[Package, ...]:
        """The packages that hold the tables of some scales."""
        found = (package for scale in scales for package in self._packages.get(scale, ()))
        return tuple(dict.fromkeys(found))

    def status(self, *scales: str) -> PackageStatus:
        """How far the numbers of these may be relied on."""
        return assessed_in.status(self.packages(*scales))


def _periods(rows: Rows) -> tuple[str, str]:
    """The last period with pairs of the frequency that is shown, and the one before it; the last
    of all where nobody was assessed twice."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row.frequency] += not math.isnan(row.pairs)

    def rank(frequency: str) -> tuple[bool, bool, int, str]:
        years = frequency.startswith("year-")
        return frequency != FINANCIAL_YEAR, not years, -counts[frequency], frequency

    frequency = min(counts, key=rank)
    shown = [row for row in rows if row.frequency == frequency]
    ends = sorted({row.period: row for row in shown}.values(), key=lambda row: row.period_end)
    paired = {row.period for row in shown if row.pairs > 0}
    return _last_two([one for one in ends if one.period in paired] or ends)


def _last_two(ends: Rows) -> tuple[str, str]:
    """The last period, and the last before it that does not reach into it."""
    latest = ends[-1]
    earlier = [one for one in ends[:-1] if one.period_end < latest.period_start]
    return str(latest.period), str(earlier[-1].period) if earlier else ""


def _items(rows: Rows, period: str) -> dict[str, Any]:
    return {str(row.item): row for row in rows if row.period == period}
