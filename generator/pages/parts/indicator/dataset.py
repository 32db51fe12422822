"""The data that a page offers, as machines that look for data sets are told of it."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from generator.model.indicator import Indicator
from generator.model.page import Dataset, File, Measured
from generator.model.source import Source

from ..known import sources
from ..known.lookup import Lookup

MOST_AREAS = 200


def of_indicator(lookup: Lookup, indicator: Indicator, finding: str, every: File) -> Dataset:
    """All values of one indicator; `every` is the file of them."""
    return _dataset(
        lookup,
        indicator.title,
        " ".join(filter(None, (indicator.definition or indicator.title, finding))),
        (indicator,),
        lookup.results(indicator.id),
        (
            ("All values of this indicator", every.path),
            ("Definition, latest values and readings", f"data/indicators/{indicator.id}.json"),
        ),
    )


def of_all(lookup: Lookup) -> Dataset:
    """All results and readings of the site."""
    settings = lookup.report.settings
    name = f"{settings.site_name}, edition {settings.edition}: data"
    return _dataset(
        lookup,
        name,
        settings.about or settings.site_description or name,
        tuple(lookup.indicators.values()),
        lookup.report.results,
        (
            ("All results", "data/results.csv"),
            ("All findings and verdicts", "data/readings.csv"),
            ("What the tables mean", "data/datapackage.json"),
        ),
    )


def _dataset(
    lookup: Lookup,
    name: str,
    description: str,
    indicators: tuple[Indicator, ...],
    results: pd.DataFrame,
    files: tuple[tuple[str, str], ...],
) -> Dataset:
    valued = results["value"].notna()
    codes = {str(code) for code in results.loc[valued, "area"].unique()}
    areas = [area.area for area in lookup.places if area.area in codes][:MOST_AREAS]
    start = results.loc[valued, "period_start"].min()
    end = results.loc[valued, "period_end"].max()
    return Dataset(
        name=name,
        description=description,
        measured=tuple(_measured(lookup, indicator) for indicator in indicators),
        areas=tuple((code, lookup.area_name(code)) for code in areas),
        start=start.date() if codes else None,
        end=end.date() if codes else None,
        sources=_sources(lookup, indicators),
        files=files,
    )


def _measured(lookup: Lookup, indicator: Indicator) -> Measured:
    methods = lookup.results(indicator.id)["method"]
    return Measured(
        indicator.title,
        indicator.unit,
        indicator.definition,
        str(methods.iloc[0]) if len(methods) else "",
    )


def _sources(lookup: Lookup, indicators: Iterable[Indicator]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys(s for i in indicators for s in sources.of(lookup, i)))
