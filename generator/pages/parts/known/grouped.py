"""The tables of a report, grouped in one pass each, so that no page goes over them again."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pandas as pd

from generator.model.indicator import Indicator
from generator.model.learning import Learning
from generator.model.pathway import Outcome
from generator.model.words import ON_A_CARD

from . import cells
from .cells import By, Reading, Result


def by_indicator(frame: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The rows of each indicator; indicators without rows are not in it."""
    return {str(id): rows for id, rows in frame.groupby("indicator", observed=True, sort=False)}


def paces(rows: pd.DataFrame) -> dict[tuple[str, ...], Any]:
    """The rows of `frames.PACE` by indicator, area, organisation, programme, group and period."""
    columns = ("indicator", "area", "organisation", "programme", "group", "period")
    cells = zip(*(rows[name].astype(str).tolist() for name in columns), strict=True)
    return dict(zip(cells, rows.itertuples(), strict=True))


def by_area(rows: pd.DataFrame, area: str = "area") -> dict[tuple[str, str], tuple[Any, ...]]:
    """The rows, with their columns as fields, by indicator and by the area in the column `area`."""
    found: dict[tuple[str, str], list[Any]] = {}
    for row in rows.itertuples():
        found.setdefault((str(row.indicator), str(getattr(row, area))), []).append(row)
    return {key: tuple(own) for key, own in found.items()}


def learning_about(records: Iterable[Learning]) -> dict[str, tuple[Learning, ...]]:
    """The records about each thing, by its id."""
    found: dict[str, list[Learning]] = {}
    for record in records:
        for id in record.about:
            found.setdefault(id, []).append(record)
    return {id: tuple(own) for id, own in found.items()}


def by_outcome(
    indicators: Iterable[Indicator], outcomes: Iterable[Outcome]
) -> dict[str, tuple[Indicator, ...]]:
    """The indicators of each outcome, in the order written; "" holds those of none."""
    known = {str(outcome.id) for outcome in outcomes}
    found: dict[str, list[Indicator]] = {}
    for indicator in indicators:
        key = str(indicator.outcome or "")
        found.setdefault(key if key in known else "", []).append(indicator)
    return {key: tuple(members) for key, members in found.items()}


def series(
    results: pd.DataFrame, areas: Collection[str]
) -> dict[tuple[str, str], tuple[Result, ...]]:
    """The results of everyone in these areas, in order of time, by indicator and area."""
    rows = cells.whole(results)
    rows = rows[rows["area"].isin(areas)].sort_values("period_end", kind="stable")
    found: dict[tuple[str, str], list[Result]] = {}
    for id, result in zip(rows["indicator"], cells.results(rows), strict=True):
        found.setdefault((id, result.area), []).append(result)
    return {key: tuple(own) for key, own in found.items()}


Part = tuple[str, str, By]
"""An indicator, an area, and by whom and under what."""


def partners_series(results: pd.DataFrame) -> dict[Part, tuple[Result, ...]]:
    """The results of each organisation and programme for everyone, in order of time."""
    rows = cells.of_partners(results).sort_values("period_end", kind="stable")
    found: dict[Part, list[Result]] = {}
    for id, result in zip(rows["indicator"], cells.results(rows), strict=True):
        found.setdefault((id, result.area, result.by), []).append(result)
    return {key: tuple(own) for key, own in found.items()}


def partners_readings(frame: pd.DataFrame) -> dict[Part, dict[str, Reading]]:
    """What is said of each organisation and programme for everyone, by reading."""
    rows = cells.of_partners(frame)
    found: dict[Part, dict[str, Reading]] = {}
    for id, reading in zip(rows["indicator"], cells.readings(rows), strict=True):
        found.setdefault((id, reading.area, reading.by), {}).setdefault(reading.reading, reading)
    return found


def single_groups(
    results: pd.DataFrame, areas: Collection[str]
) -> dict[tuple[str, str, str], tuple[Result, ...]]:
    """The results of single groups in these areas, in order of time, by indicator, breakdown and
    area; intersections are left out."""
    of_all = (results["organisation"] == "") & (results["programme"] == "")
    single = [group for group in results["group"].cat.categories if group and ";" not in group]
    known = results["group"].isin(single) & results["area"].isin(areas)
    rows = results[known & of_all]
    rows = rows.sort_values("period_end", kind="stable")
    found: dict[tuple[str, str, str], list[Result]] = {}
    for id, result in zip(rows["indicator"], cells.results(rows), strict=True):
        breakdown = result.group.partition("=")[0]
        found.setdefault((id, breakdown, result.area), []).append(result)
    return {key: tuple(own) for key, own in found.items()}


def readings(
    frame: pd.DataFrame, areas: Collection[str]
) -> dict[tuple[str, str], dict[str, Reading]]:
    """What is said of everyone in these areas, by indicator and area, then by reading.

    Where there is no total the card is that of a group, and the other readings are that group's.
    """
    frame = frame[frame["area"].isin(areas)]
    rows = cells.whole(frame)
    found: dict[tuple[str, str], dict[str, Reading]] = {}
    for id, reading in zip(rows["indicator"], cells.readings(rows), strict=True):
        found.setdefault((id, reading.area), {}).setdefault(reading.reading, reading)
    parted: dict[tuple[str, str], list[Reading]] = {
        key: [] for key, said in found.items() if said.keys() == {ON_A_CARD}
    }
    if parted:
        for id, reading in zip(frame["indicator"], cells.readings(frame), strict=True):
            if (id, reading.area) in parted:
                parted[id, reading.area].append(reading)
    for key, every in parted.items():
        found[key] |= _of_group(every, found[key][ON_A_CARD])
    return found


def _of_group(every: list[Reading], card: Reading) -> dict[str, Reading]:
    """The other readings of the group whose card stands for all of an area, of all its readings."""
    like = (card.value, card.verdict, card.period, card.difference)
    same = (
        r
        for r in every
        if r.reading == ON_A_CARD
        and not r.whole
        and (r.value, r.verdict, r.period, r.difference) == like
    )
    shown = next(same, None)
    return {r.reading: r for r in every if shown and r.cell == shown.cell and r != shown}
