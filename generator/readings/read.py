"""Results → readings: every reading of every cell, worded."""

from __future__ import annotations

import pandas as pd

from generator.model.frames import READINGS as COLUMNS
from generator.model.indicator import Indicator
from generator.model.report import Inputs
from generator.model.settings import Settings
from generator.model.words import AGAINST_COMPARATOR, ON_A_CARD, SINCE_BASELINE, TOWARDS_TARGET
from generator.wording.numbers import Manner, manners

from .cases import cases
from .frequency import frequencies
from .groups import cards_of_groups
from .prove.against_comparator import against_comparator
from .prove.since_baseline import since_baseline
from .prove.towards_target import towards_target
from .said import Said
from .verdict import on_a_card

WORKING = {
    SINCE_BASELINE: "working-since-baseline",
    TOWARDS_TARGET: "working-towards-target",
    AGAINST_COMPARATOR: "working-against-comparator",
    ON_A_CARD: "working-on-a-card",
}
"""The fragments under which an indicator's page shows each working."""


def read(inputs: Inputs, settings: Settings, results: pd.DataFrame) -> pd.DataFrame:
    """The `frames.READINGS` of every cell's latest period, for each frequency that it has.

    Rows come in the order of the results; within a cell, the frequency that cards show first.
    """
    worded = manners(inputs.indicators.values(), results)
    by_indicator = dict(iter(results.groupby("indicator", observed=True, sort=False)))
    tables = [
        _readings(indicator, by_indicator[indicator.id], inputs, settings, worded[indicator.id])
        for indicator in inputs.indicators.values()
        if indicator.id in by_indicator
    ]
    if not tables:
        return pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS)
    return pd.concat(tables, ignore_index=True)[list(COLUMNS)].astype(COLUMNS)


def _readings(
    indicator: Indicator, rows: pd.DataFrame, inputs: Inputs, settings: Settings, manner: Manner
) -> pd.DataFrame:
    order = frequencies(rows, indicator, settings.main_area)
    rows = rows.assign(frequency=rows["frequency"].cat.set_categories(order, ordered=True))
    found = cases(rows, indicator, inputs, settings.main_area)
    since = since_baseline(found, indicator, inputs, manner)
    towards = towards_target(found, since, indicator, inputs)
    against = against_comparator(found, rows, indicator, inputs)
    card = _card(found, since, towards)
    said = Said(indicator, inputs, manner, found, since, towards, against)
    cell = found[["area", "organisation", "programme", "group", "period", "value"]]
    tables = []
    for reading, table, findings in (
        (ON_A_CARD, card, said.card(card)),
        (SINCE_BASELINE, since, said.since_baseline()),
        (TOWARDS_TARGET, towards, said.towards_target()),
        (AGAINST_COMPARATOR, against, said.against_comparator()),
    ):
        tables.append(
            pd.concat([cell, table], axis=1).assign(
                indicator=indicator.id,
                reading=reading,
                finding=findings,
                working=f"indicators/{indicator.id}/#{WORKING[reading]}",
            )
        )
    tables[0] = cards_of_groups(tables[0], inputs, indicator.direction)
    return pd.concat(tables).sort_index(kind="stable")


def _card(found: pd.DataFrame, since: pd.DataFrame, towards: pd.DataFrame) -> pd.DataFrame:
    """The card's verdict, with what the reading that it is taken from says."""
    verdict = on_a_card(
        found["value"].to_numpy(dtype=float),
        since["verdict"].to_numpy(),
        towards["verdict"].to_numpy(),
    )
    source = since.drop(columns="no_margin").copy()
    judged = (towards["verdict"] != "no target").to_numpy()
    source.loc[judged] = towards[source.columns][judged]
    return source.assign(verdict=verdict)
