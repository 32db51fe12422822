"""The report, grouped once: what every page asks of it, found without another pass over it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from generator.model.indicator import Indicator
from generator.model.learning import Learning
from generator.model.pathway import Outcome
from generator.model.place import Area
from generator.model.report import Report
from generator.model.words import ON_A_CARD, PackageStatus
from generator.wording.numbers import Manner, manners

from . import areas, cells, grouped
from .cells import EVERY_PARTNER, By, Reading, Result
from .choices import Choice, choices
from .kinds import Kind, kinds
from .worked_out import WorkedOut


@dataclass(frozen=True)
class Lookup:
    """A report with its tables grouped; made once, given to every page type."""

    report: Report

    # Places -----------------------------------------------------------------------------------

    @property
    def main_area(self) -> str:
        """The code of the area that the report is about."""
        return self.report.settings.main_area

    def area_name(self, code: str) -> str:
        """What people call the area; "similar" is the median of some."""
        return "similar places" if code == "similar" else self._area_names.get(code, code)

    @cached_property
    def _area_names(self) -> Mapping[str, str]:
        return areas.names(self.report.inputs.areas)

    @cached_property
    def places(self) -> tuple[Area, ...]:
        """The areas that have a page: the main one first, then by name."""
        known = frozenset(self.report.results["area"].unique())
        inputs = self.report.inputs
        return areas.with_page(inputs.areas, inputs.area_links, self.main_area, known)

    @cached_property
    def place_codes(self) -> frozenset[str]:
        """The codes of the areas that have a page."""
        return frozenset(area.area for area in self.places)

    @cached_property
    def commented(self) -> pd.DataFrame:
        """The values that somebody wrote a comment beside: columns of `frames.METRICS`."""
        values = self.report.inputs.values
        return values[(values["comment"] != "").to_numpy()]

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of places that can be drawn on a map of their own."""
        inside = frozenset(self.within.get(self.main_area, ()))
        boundaries = self.report.inputs.boundaries
        return kinds(self.places, boundaries, inside, self.report.settings.report_date)

    @cached_property
    def choices(self) -> Mapping[tuple[str, str], tuple[Choice, ...]]:
        """What a map of a kind of places (by its id) can show of an indicator; maybe nothing."""
        breakdowns = tuple(self.report.inputs.breakdowns.values())
        return {
            (kind.id, id): choices(kind, indicator, self.results(id), breakdowns)
            for kind in self.kinds
            for id, indicator in self.indicators.items()
        }

    @cached_property
    def similar(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the areas similar to each area, in the order written."""
        return areas.similar(self.report.inputs.area_links)

    @cached_property
    def within(self) -> Mapping[str, tuple[str, ...]]:
        """The codes of the areas in each area, by name."""
        return areas.within(self.report.inputs.area_links, self.area_name)

    # Results and readings ---------------------------------------------------------------------

    @cached_property
    def _results(self) -> Mapping[str, pd.DataFrame]:
        return grouped.by_indicator(self.report.results)

    def results(self, indicator: str) -> pd.DataFrame:
        """All results of an indicator, columns as in `frames.RESULTS`; maybe no row."""
        return self._results.get(indicator, self.report.results.iloc[:0])

    @cached_property
    def _all_readings(self) -> Mapping[str, pd.DataFrame]:
        return grouped.by_indicator(self.report.readings)

    def readings(self, indicator: str) -> pd.DataFrame:
        """All readings of an indicator, columns as in `frames.READINGS`; maybe no row."""
        return self._all_readings.get(indicator, self.report.readings.iloc[:0])

    @cached_property
    def worked(self) -> WorkedOut:
        """What readings rest on beyond a row each."""
        return WorkedOut(self.report, self.main_area, self.place_codes)

    @cached_property
    def _followed(self) -> frozenset[str]:
        """The areas whose values pages follow over time: those with a page and comparators."""
        named = {code for i in self.indicators.values() for code in i.compare_with}
        compared = named | set(self.similar.get(self.main_area, ()))
        return areas.followed(self.report.inputs.area_links, self.place_codes, compared)

    @cached_property
    def _series(self) -> Mapping[tuple[str, str], tuple[Result, ...]]:
        return grouped.series(self.report.results, self._followed)

    @cached_property
    def partners_series(self) -> Mapping[grouped.Part, tuple[Result, ...]]:
        """The results of each organisation and programme for everyone, in order of time."""
        return grouped.partners_series(self.report.results)

    def series(
        self, indicator: str, area: str, frequency: str = "", by: By = EVERY_PARTNER
    ) -> tuple[Result, ...]:
        """The results of everyone in an area, in order of time, of one frequency if named.

        Over all partners only for areas that have a page or are compared with.
        """
        if by == EVERY_PARTNER:
            found = self._series.get((indicator, area), ())
        else:
            found = self.partners_series.get((indicator, area, by), ())
        return tuple(r for r in found if not frequency or r.frequency == frequency)

    @cached_property
    def _parted(self) -> frozenset[str]:
        """The main area, and the areas with a page where a group stands for everyone."""
        said = self._readings.items()
        return frozenset(
            {self.main_area}
            | {area for (_, area), own in said if any(r.group for r in own.values())}
        )

    @cached_property
    def _groups(self) -> Mapping[tuple[str, str, str], tuple[Result, ...]]:
        return grouped.single_groups(self.report.results, self._parted)

    def groups(self, indicator: str, breakdown: str, area: str = "") -> tuple[Result, ...]:
        """The results of single groups of a breakdown in an area that has a page (the main one),
        in order of time."""
        area = area or self.main_area
        known = self._groups
        if area not in self._parted:  # hardly ever asked for
            known = grouped.single_groups(self.results(indicator), (area,))
        return known.get((indicator, breakdown, area), ())

    @cached_property
    def _readings(self) -> Mapping[tuple[str, str], Mapping[str, Reading]]:
        return grouped.readings(self.report.readings, self.place_codes)

    @cached_property
    def _partners_readings(self) -> Mapping[grouped.Part, Mapping[str, Reading]]:
        return grouped.partners_readings(self.report.readings)

    def reading(
        self, indicator: str, area: str, reading: str = ON_A_CARD, by: By = EVERY_PARTNER
    ) -> Reading | None:
        """What is said of everyone in an area (over all partners: one that has a page).

        Where there is no total it is said of a part of them, as the card's reason tells.
        """
        if by == EVERY_PARTNER:
            return self._readings.get((indicator, area), {}).get(reading)
        return self._partners_readings.get((indicator, area, by), {}).get(reading)

    @cached_property
    def _manners(self) -> Mapping[str, Manner]:
        return manners(self.indicators.values(), self.report.results)

    def manner(self, indicator: Indicator) -> Manner:
        """How the numbers of an indicator are said, wherever they stand."""
        return self._manners[indicator.id]

    def span(self, indicators: Iterable[Indicator], area: str = "") -> str:
        """From the first year to the last that these have values for in an area (the main one)."""
        ids = {indicator.id for indicator in indicators}
        every = (r for id in ids for r in self.series(id, area or self.main_area))
        return cells.years(r for r in every if r.value is not None)

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
        return grouped.by_outcome(self.indicators.values(), self.outcomes)

    @cached_property
    def ordered(self) -> tuple[Indicator, ...]:
        """All indicators, by outcome in the order of the pathway."""
        ids = (*(str(outcome.id) for outcome in self.outcomes), "")
        return tuple(indicator for id in ids for indicator in self.by_outcome.get(id, ()))

    def headline(self, outcome: str) -> Indicator | None:
        """The indicator whose verdict an outcome shows: `headline`, else the first with a
        direction, else the first."""
        own = self.by_outcome.get(outcome, ())
        marked = [i for i in own if i.headline]
        directed = [i for i in own if i.direction != "none"]
        return next(iter((*marked, *directed, *own)), None)

    @cached_property
    def learning_about(self) -> Mapping[str, tuple[Learning, ...]]:
        """The records of learning about each thing, by its id, in the order written."""
        return grouped.learning_about(self.report.inputs.learning.values())

    # What is made up --------------------------------------------------------------------------

    @cached_property
    def all_made_up(self) -> bool:
        """Whether every package is illustrative: then each page says so once, at its top."""
        packages = self.report.inputs.packages
        return bool(packages) and all(p.status == "illustrative" for p in packages)

    def is_marked(self, *ids: str) -> bool:
        """Whether what rests on any of these is marked as made up where it stands."""
        return self.is_illustrative(*ids) and not self.all_made_up

    def status(self, id: str) -> PackageStatus:
        """How far this indicator, outcome or story may be relied on."""
        return self.report.inputs.status(id)

    def is_illustrative(self, *ids: str) -> bool:
        """Whether any of these indicators, outcomes or stories rests on an illustrative package."""
        return not self.report.inputs.illustrative.isdisjoint(ids)
