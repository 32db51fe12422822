"""What readings rest on beyond a row each, grouped once for the pages that show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from generator.model.report import Report, Worked
from generator.readings.possible import possible

from . import cells, compared, grouped
from .cells import Reading
from .changed import Changed
from .outlook import Outlook, outlooks


@dataclass(frozen=True)
class WorkedOut:
    """The tables of `report.Worked`, found by indicator and area."""

    report: Report
    main_area: str
    place_codes: frozenset[str]

    @property
    def tables(self) -> Worked:
        """The tables themselves."""
        return self.report.worked

    @cached_property
    def _paces(self) -> Mapping[tuple[str, ...], Any]:
        return grouped.paces(self.tables.pace)

    def pace(self, indicator: str, towards: Reading | None) -> Any:
        """The row of `frames.PACE` behind a reading towards a target; None where there is none."""
        return self._paces.get((indicator, *towards.cell, towards.period)) if towards else None

    @cached_property
    def changed(self) -> Changed:
        """Change in people, by scale and by whom."""
        return Changed(self.report)

    @cached_property
    def _by_indicator(self) -> Mapping[str, Mapping[str, pd.DataFrame]]:
        return {
            name: grouped.by_indicator(getattr(self.tables, name))
            for name in ("spread", "funnel_limits", "quantiles")
        }

    def of(self, table: str, indicator: str) -> pd.DataFrame:
        """The rows of an indicator in one of the tables that improve readings rest on:
        spread, funnel_limits or quantiles; maybe no row."""
        every: pd.DataFrame = getattr(self.tables, table)
        return self._by_indicator[table].get(indicator, every.iloc[:0])

    @cached_property
    def _contributions(self) -> Mapping[tuple[str, str], tuple[Any, ...]]:
        return grouped.by_area(self.tables.contributions, "whole_area")

    def contributions(self, indicator: str, area: str) -> tuple[Any, ...]:
        """The parts of an indicator's change in an area: rows of `frames.CONTRIBUTIONS`."""
        return self._contributions.get((indicator, area), ())

    @cached_property
    def _targets(self) -> Mapping[tuple[str, str], tuple[Any, ...]]:
        return grouped.by_area(cells.whole(self.report.inputs.targets))

    def targets(self, indicator: str, area: str) -> tuple[Any, ...]:
        """The targets of everyone in an area: rows of `frames.TARGETS`."""
        return self._targets.get((indicator, area), ())

    @cached_property
    def _stages(self) -> Mapping[str, pd.DataFrame]:
        return grouped.by_indicator(self.report.summed.stages)

    def stages(self, indicator: str) -> pd.DataFrame:
        """The rows of an indicator in `change_frames.STAGES`; maybe no row."""
        return self._stages.get(indicator, self.report.summed.stages.iloc[:0])

    @cached_property
    def _gaps(self) -> Mapping[compared.Key, tuple[compared.Gap, ...]]:
        return compared.gaps(self.tables.gaps, self.place_codes)

    def gaps(self, indicator: str, area: str) -> tuple[compared.Gap, ...]:
        """The groups of people of an area that has a page, held against one another now."""
        return self._gaps.get((indicator, area), ())

    @cached_property
    def _reached(self) -> Mapping[compared.Key, tuple[compared.Reached, ...]]:
        return compared.reached(self.tables.reach, self.place_codes)

    def reached(self, indicator: str, area: str) -> tuple[compared.Reached, ...]:
        """The groups of people reached in an area that has a page, against who could be."""
        return self._reached.get((indicator, area), ())

    @cached_property
    def _inequalities(self) -> Mapping[compared.Key, tuple[compared.Inequality, ...]]:
        return compared.inequalities(self.tables.inequality, self.place_codes)

    def inequalities(self, indicator: str, area: str) -> tuple[compared.Inequality, ...]:
        """How unequal the groups of each breakdown are in an area that has a page."""
        return self._inequalities.get((indicator, area), ())

    @cached_property
    def limits(self) -> pd.DataFrame:
        """The process limits by the place of the result in the report's results: `of_mean`…"""
        return self.tables.limits.set_index("row").add_prefix("of_")

    @cached_property
    def trends(self) -> pd.DataFrame:
        """The tests of recent trends by the place of the latest result in the report's results."""
        return self.tables.trends.set_index("row")

    @cached_property
    def possible(self) -> Mapping[str, tuple[float, float]]:
        """Of each indicator between which numbers its values can lie."""
        return possible(self.report.inputs, self.report.results)

    @cached_property
    def outlooks(self) -> Mapping[tuple[str, str], Outlook]:
        """What comes next for everyone in the main area, by indicator and frequency."""
        return outlooks(self.tables, self.main_area)
