"""Rows of the tables of `model.group_frames` as typed values; numbers are NaN for none."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

import pandas as pd


class Gap(NamedTuple):
    """A group held against its reference, everyone else, or whoever there is."""

    breakdown: str
    group: str
    period: str
    against: str
    chosen: bool
    single: bool
    furthest: bool
    followed: bool
    value: float
    people: float
    other_value: float
    difference: float
    lower: float
    upper: float
    ratio: float
    ratio_lower: float
    ratio_upper: float
    stands: str
    verdict: str
    reason: str
    then_period: str
    then_difference: float
    then_ratio: float
    change: float
    over_time: str
    over_time_reason: str


class Inequality(NamedTuple):
    """How unequal all groups of a breakdown are."""

    breakdown: str
    groups: int
    disparity: float
    slope: float
    lower: float
    upper: float
    ratio: float
    ratio_lower: float
    ratio_upper: float
    reason: str


class Reached(NamedTuple):
    """A group's share of those reached, over its share of those who could be."""

    breakdown: str
    group: str
    period: str
    reached: float
    share: float
    eligible: float
    eligible_share: float
    eligible_period: str
    expected: float
    ratio: float
    lower: float
    upper: float
    not_stated: float
    dissimilarity: float
    verdict: str
    reason: str


Key = tuple[str, str]
"""An indicator and an area."""


def gaps(frame: pd.DataFrame, areas: Collection[str]) -> dict[Key, tuple[Gap, ...]]:
    """Those of the latest period of each breakdown in these areas, over all partners."""
    return _by_cell(frame[frame["current"]], areas, Gap)


def reached(frame: pd.DataFrame, areas: Collection[str]) -> dict[Key, tuple[Reached, ...]]:
    """Those of the latest period of each breakdown in these areas, over all partners."""
    return _by_cell(frame[frame["current"]], areas, Reached)


def inequalities(frame: pd.DataFrame, areas: Collection[str]) -> dict[Key, tuple[Inequality, ...]]:
    """Those in these areas, over all partners."""
    return _by_cell(frame, areas, Inequality)


def _by_cell(frame: pd.DataFrame, areas: Collection[str], kind: Any) -> dict[Key, tuple[Any, ...]]:
    whole = (frame["organisation"] == "") & (frame["programme"] == "")
    rows = frame[whole & frame["area"].isin(areas)]
    found: dict[Key, list[Any]] = {}
    for key, made in zip(_keys(rows), map(kind._make, _values(rows, kind)), strict=True):
        found.setdefault(key, []).append(made)
    return {key: tuple(own) for key, own in found.items()}


def _keys(rows: pd.DataFrame) -> Iterator[Key]:
    return zip(rows["indicator"].astype(str), rows["area"].astype(str), strict=True)


def _values(rows: pd.DataFrame, kind: Any) -> Iterator[tuple[Any, ...]]:
    return zip(*(rows[name].tolist() for name in kind._fields), strict=True)
