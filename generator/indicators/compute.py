"""Metrics → results, for all frequencies, periods, areas, partners and groups at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.errors import Problem
from generator.model.frames import CELL, RESULTS
from generator.model.indicator import Indicator
from generator.model.metric import Id
from generator.model.period import parse
from generator.model.report import Inputs
from generator.model.settings import Settings

from .aimless import without_result
from .breaks import with_breaks
from .by_category import read_by_category, with_rest_groups
from .cells import (
    NOT_APPLICABLE,
    NOT_AVAILABLE,
    WITHOUT_VALUE,
    Cells,
    cells,
    computed_text,
    flag_text,
)
from .long_ago import unnamed_baselines
from .methods import Standardised
from .methods.columns import IMPOSSIBLE, UNKNOWN, Columns
from .ordering import ordered_words
from .problems import impossible, no_values
from .read import by_metric, read
from .reported import reported_by
from .totals import with_totals
from .unstandardised import unstandardised
from .year_to_date import differences

ORDER = (
    "indicator",
    "area",
    "organisation",
    "programme",
    "group",
    "frequency",
    "period_end",
    "period_start",
)


def compute(inputs: Inputs, settings: Settings) -> tuple[pd.DataFrame, list[Problem]]:
    """The `frames.RESULTS` of all indicators, in the order written, and what is impossible.

    A result exists where all metrics of the indicator have a row for the same cell. Missing is
    never zero: a metric without a value leaves the result without one. Nothing is raised for
    impossible numbers; they give a result without a value and a problem.
    """
    published, problems = differences(cells(inputs.values), inputs)
    everything = with_totals(published, inputs, settings.main_area)
    everything = with_rest_groups(everything, inputs.indicators.values())
    tables_of = by_metric(everything)
    tables: list[pd.DataFrame] = []
    for indicator in inputs.indicators.values():
        table, more = _results(indicator, inputs, everything, tables_of)
        tables.append(table)
        problems.extend(more)
    results = _worded(tables, everything, inputs, settings)
    problems += without_result(results, inputs)
    problems += unnamed_baselines(results, inputs, settings.main_area)
    return results, problems


def metrics_of(indicator: Indicator) -> tuple[Id, ...]:
    """The metrics that an indicator reads: its method's, or that of its own name."""
    return indicator.method.metrics or (indicator.id,)


def _results(
    indicator: Indicator,
    inputs: Inputs,
    everything: Cells,
    tables_of: Mapping[str, pd.DataFrame],
) -> tuple[pd.DataFrame, list[Problem]]:
    """One indicator's results, with codes for words, bits for flags."""
    method = indicator.method
    if isinstance(method, Standardised):
        found = read_by_category(method, everything, inputs.breakdowns)
    else:
        found = read(metrics_of(indicator), everything, tables_of)
    columns: Columns = method(*found.given)
    table = found.rows[list(CELL)].assign(
        indicator=indicator.id,
        value=columns.value,
        lower=columns.lower,
        upper=columns.upper,
        confidence=columns.confidence,
        numerator=columns.numerator,
        denominator=columns.denominator,
        method=columns.method,
        base=found.base,
        flags=found.flags,
        computed=found.computed,
    )
    table = timed(table, everything, inputs)
    table["flags"] = _flags(table, columns)
    breaks = [
        item
        for name in metrics_of(indicator)
        if name in inputs.metrics
        for item in inputs.metrics[name].breaks
    ]
    table["flags"] = with_breaks(table, breaks)
    table["reported_by"] = reported_by(indicator, table, inputs, everything)
    problems = impossible(indicator, columns.undefined, found.rows, everything)
    problems += unstandardised(indicator, columns.undefined, found, everything, inputs)
    if table.empty and indicator.status == "in_use":
        problems = [no_values(indicator, metrics_of(indicator))]
    return table, problems


def _flags(table: pd.DataFrame, columns: Columns) -> NDArray[np.int64]:
    """The parts' flags, and why there is no value where only the method can know."""
    flags: NDArray[np.int64] = table["flags"].to_numpy()
    no_basis = (columns.undefined != "") & np.isnan(table["value"].to_numpy())
    no_basis &= ~np.isin(columns.undefined.astype(str), UNKNOWN)
    wrong = np.isin(columns.undefined.astype(str), IMPOSSIBLE)
    silent = np.isnan(table["value"].to_numpy()) & (flags & WITHOUT_VALUE == 0) & ~no_basis
    # What only an interval needs may be missing: the value stands.
    flags = np.where(np.isnan(table["value"].to_numpy()), flags, flags & ~WITHOUT_VALUE)
    flags = np.where(no_basis & ~wrong, flags | NOT_APPLICABLE, flags)
    return np.where((no_basis & wrong) | silent, flags | NOT_AVAILABLE, flags).astype(np.int64)


def timed(table: pd.DataFrame, everything: Cells, inputs: Inputs) -> pd.DataFrame:
    """The table, whose periods are codes, with the frequency, first and last day of each."""
    periods = [
        inputs.periods.get(text) or (parse(text, months=True) if text else None)
        for text in everything.words["period"]
    ]
    codes = table["period"].to_numpy()
    starts = np.array([period and period.start for period in periods], dtype="datetime64[s]")
    ends = np.array([period and period.end for period in periods], dtype="datetime64[s]")
    frequencies = np.array([period.frequency if period else "" for period in periods], dtype=object)
    return table.assign(
        frequency=frequencies[codes], period_start=starts[codes], period_end=ends[codes]
    )


def _worded(
    tables: list[pd.DataFrame], everything: Cells, inputs: Inputs, settings: Settings
) -> pd.DataFrame:
    """All indicators' results as one `frames.RESULTS`, sorted by indicator, cell and time."""
    if not tables:
        return pd.DataFrame(columns=list(RESULTS)).astype(RESULTS)
    whole = pd.concat(tables, ignore_index=True)
    for column, words in ordered_words(everything.words, inputs, settings.main_area).items():
        places = pd.Index(words)
        rank = places.get_indexer(pd.Index(everything.words[column]))
        whole[column] = pd.Categorical.from_codes(rank[whole[column].to_numpy()], places)
    whole["indicator"] = pd.Categorical(whole["indicator"], list(inputs.indicators))
    whole["flag"] = in_words(whole["flags"], flag_text)
    whole["computed"] = in_words(whole["computed"], computed_text)
    whole = whole[list(RESULTS)].astype(RESULTS)
    return whole.sort_values(list(ORDER), kind="stable", ignore_index=True)


def in_words(bits: pd.Series, word: Callable[[int], str]) -> pd.Categorical:
    """Bits as a categorical of their texts, each distinct one worded once."""
    codes, distinct = pd.factorize(bits, sort=True)
    words = pd.Index([word(int(value)) for value in distinct], dtype=object)
    categorical: pd.Categorical = pd.Categorical.from_codes(codes, words)
    return categorical
