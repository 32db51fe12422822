"""Results → readings: every reading of every cell, worded."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import PACE
from generator.model.frames import READINGS as COLUMNS
from generator.model.report import Inputs, Summed, Worked
from generator.model.settings import Settings
from generator.model.words import (
    AGAINST_COMPARATOR,
    ASSURANCE,
    ON_A_CARD,
    RECENT_TREND,
    SINCE_BASELINE,
    TOWARDS_TARGET,
    VARIATION,
)
from generator.wording import numbers

from .basis import Basis
from .cases import cases
from .change import moved, pooled
from .grid import grids
from .groups import cards_of_groups
from .improve import IMPROVE
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
OF_ANY_PLACE = (VARIATION, ASSURANCE, RECENT_TREND)
OWN = ["indicator", "area", "organisation", "programme", "group", "period", "value"]
OWN_TARGETS = "targets"
"""The fragment under which it shows those towards the targets of places, partners and groups."""


def read(
    inputs: Inputs, settings: Settings, results: pd.DataFrame, summed: Summed | None = None
) -> tuple[pd.DataFrame, Worked]:
    """The `frames.READINGS` of every cell's latest period, for each frequency that it has, and
    the tables that improve readings and what people's assessments show rest on.

    Rows come in the order of the results; within a cell, the frequency that cards show first.
    """
    people = _people(summed or Summed(), inputs)
    if results.empty:
        return pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS), Worked(**people)
    manners = numbers.manners(inputs.indicators.values(), results)
    found = cases(results, inputs, settings.main_area)
    since = since_baseline(found, inputs, manners)
    towards = towards_target(found, since, inputs)
    against = against_comparator(found, results, inputs)
    card = _card(found, since, towards)
    said = Said(inputs, manners, found, since, towards, against)
    tables = [
        _rows(reading, table.assign(finding=findings), found)
        for reading, table, findings in (
            (ON_A_CARD, card, said.card(card)),
            (SINCE_BASELINE, since, said.since_baseline()),
            (TOWARDS_TARGET, towards, said.towards_target()),
            (AGAINST_COMPARATOR, against, said.against_comparator()),
        )
    ]
    tables[0] = cards_of_groups(tables[0], inputs)
    series = grids(results, found)
    basis = Basis(inputs, settings, results, manners, found, series, since, towards, against, said)
    improve = [reading(basis) for reading in IMPROVE]
    tables += [_rows(*each, found) for made in improve for each in made.readings.items()]
    whole = pd.concat([table[list(COLUMNS)] for table in tables])
    # An indicator's page shows the working of the main area: without a reading there is none,
    # but for the readings whose section stands wherever one of any place has a verdict.
    worked = whole.loc[whole["area"] == settings.main_area, "indicator"].unique()
    shown = whole["indicator"].isin(worked) | whole["reading"].isin(OF_ANY_PLACE)
    whole["working"] = whole["working"].where(shown, "")
    aimed = _with_own_target(whole, settings.main_area)
    whole.loc[aimed, "working"] = _address(whole.loc[aimed, "indicator"], OWN_TARGETS)
    readings = whole.sort_index(kind="stable").reset_index(drop=True).astype(COLUMNS)
    rests_on = {name: table for made in improve for name, table in made.worked.items()}
    return readings, Worked(pace=_pace(found, towards), **people, **rests_on)


def _people(summed: Summed, inputs: Inputs) -> dict[str, pd.DataFrame]:
    """What assessments show, of every item and of those of each outcome together."""
    if summed.changes.empty:
        return {}
    of_items = moved(summed.changes, inputs)
    return {"moved": of_items, "pooled": pooled(of_items, inputs)}


def _rows(reading: str, table: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """What is said of cases, by the number of the case, as rows of `frames.READINGS`."""
    own = found.loc[table.index, OWN]
    said = own[[name for name in OWN if name not in table]].join(table)
    fragments = said["working"] if "working" in said else WORKING[reading]
    nothing = {n: np.nan if kind == "float64" else "" for n, kind in COLUMNS.items()}
    given = {name: said[name] for name in COLUMNS if name in said}
    address = _address(said["indicator"], fragments)
    made = {**nothing, **given, "reading": reading, "working": address}
    return pd.DataFrame(made, index=said.index)


def _pace(found: pd.DataFrame, towards: pd.DataFrame) -> pd.DataFrame:
    """`frames.PACE` of the cases whose target is judged."""
    judged = towards["ratio"].notna() | towards["close"]
    both = pd.concat([found, towards[[name for name in PACE if name not in found]]], axis=1)
    return both.loc[judged, list(PACE)].reset_index(drop=True).astype(PACE)


def _with_own_target(whole: pd.DataFrame, main_area: str) -> NDArray[np.bool_]:
    """Which readings are towards a target that is not for everyone in the main area."""
    parts = (whole[["organisation", "programme", "group"]] != "").any(axis=1)
    other = parts | (whole["area"] != main_area)
    towards = (whole["reading"] == TOWARDS_TARGET) & whole["reference_value"].notna()
    return np.asarray(towards & other)


def _address(indicators: pd.Series, fragments: pd.Series | str) -> pd.Series:
    """The address of a section of each indicator's page, "" where it names none."""
    if isinstance(fragments, str):
        return indicators.map({i: f"indicators/{i}/#{fragments}" for i in indicators.unique()})
    pages: pd.Series = "indicators/" + indicators.astype(object) + "/#" + fragments.astype(object)
    return pages.where(fragments != "", "")


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
