"""The report, grouped once: what every page asks of it, found without another pass over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from generator.model.indicator import Indicator
from generator.model.pathway import Link as PathwayLink
from generator.model.pathway import Outcome
from generator.model.place import Area
from generator.model.report import Report
from generator.model.words import AGAINST_COMPARATOR, ON_A_CARD
from generator.wording.numbers import Manner, manners

from . import cells
from .cells import Reading, Result


@dataclass(frozen=True)
class Lookup:
    """A report with its tables grouped; made once, given to every page type."""

    report: Report

    @property
    def main_area(self) -> str:
        """The code of the area that the report is about."""
        return self.report.settings.main_area

    def area_name(self, code: str) -> str:
        """What people call the area: its name, else its code; "similar" is the median of some.

        Where two areas have one name, the kind is added, and the code where that is one too.
        """
        if code == "similar":
            return "similar places"
        return self._area_names.get(code, code)

    @cached_property
    def _area_names(self) -> dict[str, str]:
        areas = self.report.inputs.areas
        names = {code: area.name or code for code, area in areas.items()}
        for extra in ({code: area.kind for code, area in areas.items()}, {c: c for c in areas}):
            shared = {name for name, n in Counter(names.values()).items() if n > 1}
            names = {
                code: f"{name} ({extra[code]})" if name in shared and extra[code] else name
                for code, name in names.items()
            }
        return names

    @cached_property
    def places(self) -> tuple[Area, ...]:
        """The areas that have a page: the main one first, then by name.

        These are the areas in the main area of which there is a result, for a page without a
        number answers nothing; `areas.page` says yes or no for any area.
        """
        inputs = self.report.inputs
        known = set(self.report.results["area"].unique())
        links = (a for a in inputs.area_links if (a.kind, a.other) == ("in", self.main_area))
        inside = {link.area for link in links if link.area in known}
        main = inputs.areas.get(self.main_area, Area(self.main_area, self.main_area))
        others = [
            area
            for code, area in inputs.areas.items()
            if code != self.main_area and (code in inside if area.page is None else area.page)
        ]
        return (main, *sorted(others, key=lambda area: (area.name, area.area)))

    @cached_property
    def place_codes(self) -> frozenset[str]:
        """The codes of the areas that have a page."""
        return frozenset(area.area for area in self.places)

    @cached_property
    def similar(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the areas similar to each area, in the order written."""
        found: dict[str, list[str]] = {}
        for link in self.report.inputs.area_links:
            if link.kind == "similar":
                found.setdefault(link.area, []).append(link.other)
        return {area: tuple(others) for area, others in found.items()}

    @cached_property
    def within(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the areas in each area, by name."""
        found: dict[str, list[str]] = {}
        for link in self.report.inputs.area_links:
            if link.kind == "in":
                found.setdefault(link.other, []).append(link.area)
        return {
            area: tuple(sorted(inside, key=lambda code: (self.area_name(code), code)))
            for area, inside in found.items()
        }

    # Results and readings ---------------------------------------------------------------------

    @cached_property
    def _results(self) -> dict[str, pd.DataFrame]:
        return _by_indicator(self.report.results)

    def results(self, indicator: str) -> pd.DataFrame:
        """All results of an indicator, columns as in `frames.RESULTS`; maybe no row."""
        return self._results.get(indicator, self.report.results.iloc[:0])

    @cached_property
    def _followed(self) -> frozenset[str]:
        """The areas whose values pages follow over time: those with a page and comparators."""
        named = {code for i in self.report.inputs.indicators.values() for code in i.compare_with}
        parents = {
            link.other
            for link in self.report.inputs.area_links
            if link.kind == "in" and link.area in self.place_codes
        }
        return self.place_codes | parents | named | set(self.similar.get(self.main_area, ()))

    @cached_property
    def _series(self) -> dict[tuple[str, str], tuple[Result, ...]]:
        rows = cells.whole(self.report.results)
        rows = rows[rows["area"].isin(self._followed)]
        rows = rows.sort_values("period_end", kind="stable")
        found: dict[tuple[str, str], list[Result]] = {}
        for id, result in zip(rows["indicator"], cells.results(rows), strict=True):
            found.setdefault((id, result.area), []).append(result)
        return {key: tuple(series) for key, series in found.items()}

    def series(self, indicator: str, area: str, frequency: str = "") -> tuple[Result, ...]:
        """The results of everyone in an area, in order of time, of one frequency if named.

        Only for areas that have a page or are compared with.
        """
        found = self._series.get((indicator, area), ())
        return tuple(r for r in found if not frequency or r.frequency == frequency)

    @cached_property
    def _groups(self) -> dict[tuple[str, str, str], tuple[Result, ...]]:
        rows = self.report.results
        group = rows["group"]
        single = (group != "") & ~group.astype(str).str.contains(";", regex=False)
        rows = rows[single & rows["area"].isin(self.place_codes)]
        rows = rows[(rows["organisation"] == "") & (rows["programme"] == "")]
        rows = rows.sort_values("period_end", kind="stable")
        found: dict[tuple[str, str, str], list[Result]] = {}
        for id, result in zip(rows["indicator"], cells.results(rows), strict=True):
            breakdown = result.group.partition("=")[0]
            found.setdefault((id, breakdown, result.area), []).append(result)
        return {key: tuple(groups) for key, groups in found.items()}

    def groups(self, indicator: str, breakdown: str, area: str = "") -> tuple[Result, ...]:
        """The results of single groups of a breakdown in an area that has a page (the main one),
        in order of time."""
        return self._groups.get((indicator, breakdown, area or self.main_area), ())

    @cached_property
    def _readings(self) -> dict[tuple[str, str], dict[str, Reading]]:
        rows = self.report.readings
        rows = cells.whole(rows[rows["area"].isin(self.place_codes)])
        found: dict[tuple[str, str], dict[str, Reading]] = {}
        for id, reading in zip(rows["indicator"], cells.readings(rows), strict=True):
            found.setdefault((id, reading.area), {}).setdefault(reading.reading, reading)
        for (id, area), readings in found.items():
            if readings.keys() == {ON_A_CARD}:  # no total: the card is that of a group
                readings |= self._of_group(id, area, readings[ON_A_CARD])
        return found

    def _of_group(self, indicator: str, area: str, card: Reading) -> dict[str, Reading]:
        """The other readings of the group whose card stands for all of an area."""
        rows = self._readings_by_indicator[indicator]
        of_area = list(cells.readings(rows[rows["area"] == area]))
        like = (card.value, card.verdict, card.period, card.difference)
        same = (
            r
            for r in of_area
            if r.reading == ON_A_CARD
            and not r.whole
            and (r.value, r.verdict, r.period, r.difference) == like
        )
        shown = next(same, None)
        return {r.reading: r for r in of_area if shown and r.cell == shown.cell and r != shown}

    @cached_property
    def _readings_by_indicator(self) -> dict[str, pd.DataFrame]:
        return _by_indicator(self.report.readings)

    def reading(self, indicator: str, area: str, reading: str = ON_A_CARD) -> Reading | None:
        """What is said of everyone in an area that has a page, under one heading.

        Where there is no total it is said of a part of them, as the card's reason tells.
        """
        return self._readings.get((indicator, area), {}).get(reading)

    def comparators(self, indicator: Indicator, area: str) -> tuple[str, ...]:
        """The codes of the areas that an area is compared with, the reading's own first."""
        against = self.reading(indicator.id, area, AGAINST_COMPARATOR)
        named = [code for code in indicator.compare_with if code in self.report.inputs.areas]
        first = [against.reference_area] if against and against.reference_area else []
        return tuple(dict.fromkeys([*first, *named]))

    @cached_property
    def _manners(self) -> dict[str, Manner]:
        return manners(self.indicators.values(), self.report.results)

    def manner(self, indicator: Indicator) -> Manner:
        """How the numbers of an indicator are said, wherever they stand."""
        return self._manners[indicator.id]

    # Outcomes and indicators ------------------------------------------------------------------

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """All indicators by id, in the order written."""
        return self.report.inputs.indicators

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All outcomes, in the order of the pathway."""
        return self.report.inputs.pathway.outcomes

    @cached_property
    def by_outcome(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators of each outcome, in the order written; "" holds those of none."""
        known = {str(outcome.id) for outcome in self.outcomes}
        found: dict[str, list[Indicator]] = {}
        for indicator in self.indicators.values():
            key = str(indicator.outcome or "")
            found.setdefault(key if key in known else "", []).append(indicator)
        return {key: tuple(members) for key, members in found.items()}

    def headline(self, outcome: str) -> Indicator | None:
        """The indicator whose verdict an outcome shows: `headline`, else the first with a
        direction, else the first."""
        own = self.by_outcome.get(outcome, ())
        marked = [i for i in own if i.headline]
        directed = [i for i in own if i.direction != "none"]
        return next(iter((*marked, *directed, *own)), None)

    def domain(self, outcome: Outcome) -> str:
        """The title of the field of life under which an outcome stands."""
        domain = self.report.inputs.pathway.domains.get(outcome.domain)
        return domain.title if domain else ""

    @cached_property
    def ordered(self) -> tuple[Indicator, ...]:
        """All indicators, by outcome in the order of the pathway."""
        ids = (*(str(outcome.id) for outcome in self.outcomes), "")
        return tuple(indicator for id in ids for indicator in self.by_outcome.get(id, ()))

    def links_to(self, outcome: str) -> tuple[PathwayLink, ...]:
        """The links of the pathway that end at an outcome."""
        return tuple(link for link in self.report.inputs.pathway.links if link.end == outcome)

    def similar_sources(self, area: str) -> tuple[str, ...]:
        """Who says which areas are similar to an area."""
        links = self.report.inputs.area_links
        named = (a.source for a in links if a.kind == "similar" and a.area == area and a.source)
        return tuple(dict.fromkeys(named))

    def span(self, indicators: Iterable[Indicator], area: str = "") -> str:
        """From the first year to the last that these have values for in an area (the main one)."""
        area = area or self.main_area
        ids = {indicator.id for indicator in indicators}
        found = [
            result
            for id in ids
            for result in self._series.get((id, area), ())
            if result.value is not None
        ]
        return years(found)

    @cached_property
    def all_made_up(self) -> bool:
        """Whether every package is illustrative: then each page says so once, at its top."""
        packages = self.report.inputs.packages
        return bool(packages) and all(p.status == "illustrative" for p in packages)

    def is_marked(self, *ids: str) -> bool:
        """Whether what rests on any of these is marked as made up where it stands."""
        return self.is_illustrative(*ids) and not self.all_made_up

    def is_illustrative(self, *ids: str) -> bool:
        """Whether any of these indicators, outcomes or stories rests on an illustrative package."""
        return not self.report.inputs.illustrative.isdisjoint(ids)


def years(results: Iterable[Result]) -> str:
    """ "2001 to 2024": from the year of the first day to that of the last."""
    found = [(result.start.year, result.end.year) for result in results]
    if not found:
        return ""
    first, last = min(start for start, _ in found), max(end for _, end in found)
    return f"{first}" if first == last else f"{first} to {last}"


def _by_indicator(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows of each indicator, in one pass; indicators without rows are not in it."""
    return {str(id): rows for id, rows in frame.groupby("indicator", observed=True, sort=False)}
