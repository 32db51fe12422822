"""A rule over whole columns, and the problems of the rows that break it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd

from ...errors import Level, Problem
from .. import places
from ..places import Bools

Said = Callable[[int], str]
"""What is wrong with the row at a place of the whole table."""


class Rule(NamedTuple):
    """Which rows are wrong, in which column, and what is said of each of them."""

    field: str
    wrong: Bools
    what: Said
    hint: str
    level: Level = "error"


def told(rows: pd.DataFrame, rules: Iterable[Rule]) -> list[Problem]:
    """The problems of the rows (with `file` and `row`) that break a rule, with their values."""
    return [problem for rule in rules if rule.wrong.any() for problem in _broken(rows, rule)]


def _broken(rows: pd.DataFrame, rule: Rule) -> list[Problem]:
    at = np.flatnonzero(rule.wrong)
    own = rows.iloc[at]

    def fault(place: int) -> places.Fault:
        return f"{rule.what(int(at[place]))} ({_whose(own, place)})", rule.hint

    def value(place: int) -> str:
        return f"{own[rule.field].iloc[place]:.15g}"

    return places.told(own, rule.field, fault, rule.level, value)


def _whose(rows: pd.DataFrame, place: int) -> str:
    item = f"{rows['scale'].iloc[place]}, {rows['item'].iloc[place]}"
    return f"{item}, {places.cell(rows, place)}"
