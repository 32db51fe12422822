"""The report, grouped once: what every page asks of it, found without another pass over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from generator.model.indicator import Indicator
from generator.model.pathway import Outcome
from generator.model.place import Area
from generator.model.report import Report


def _by_indicator(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows of each indicator, in one pass; indicators without rows are not in it."""
    return {str(id): rows for id, rows in frame.groupby("indicator", observed=True, sort=False)}


@dataclass(frozen=True)
class Lookup:
    """A report with its tables grouped by indicator; made once, given to every page type."""

    report: Report
    _none: Mapping[str, pd.DataFrame] = field(default_factory=dict, repr=False)

    @cached_property
    def _results(self) -> dict[str, pd.DataFrame]:
        return _by_indicator(self.report.results)

    @cached_property
    def _readings(self) -> dict[str, pd.DataFrame]:
        return _by_indicator(self.report.readings)

    def results(self, indicator: str) -> pd.DataFrame:
        """All results of an indicator, columns as in `frames.RESULTS`; maybe no row."""
        return self._results.get(indicator, self.report.results.iloc[:0])

    def readings(self, indicator: str) -> pd.DataFrame:
        """All readings of an indicator, columns as in `frames.READINGS`; maybe no row."""
        return self._readings.get(indicator, self.report.readings.iloc[:0])

    @property
    def main_area(self) -> str:
        """The code of the area that the report is about."""
        return self.report.settings.main_area

    def area_name(self, code: str) -> str:
        """What people call the area: its name, else its code."""
        area = self.report.inputs.areas.get(code)
        return area.name if area and area.name else code

    @cached_property
    def places(self) -> tuple[Area, ...]:
        """The areas that have a page: the main one first, then those in it, by name.

        `areas.page` says yes or no for any other; comparators have none.
        """
        inputs = self.report.inputs
        inside = {
            link.area
            for link in inputs.area_links
            if link.kind == "in" and link.other == self.main_area
        }
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
    def by_outcome(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The indicators of each outcome, in the order written; "" holds those of none."""
        known = {str(outcome.id) for outcome in self.outcomes}
        found: dict[str, list[Indicator]] = {}
        for indicator in self.report.inputs.indicators.values():
            key = str(indicator.outcome or "")
            found.setdefault(key if key in known else "", []).append(indicator)
        return {key: tuple(members) for key, members in found.items()}

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """All outcomes, in the order of the pathway."""
        return self.report.inputs.pathway.outcomes

    def is_illustrative(self, *ids: str) -> bool:
        """Whether any of these indicators, outcomes or stories rests on an illustrative package."""
        return not self.report.inputs.illustrative.isdisjoint(ids)
