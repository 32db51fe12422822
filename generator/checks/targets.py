"""Targets that cannot be meant: half a range, the wrong way, a share of more than the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Level, Problem
from ..model.indicator import Indicator
from ..model.report import Inputs
from . import places, written
from .places import Bools

CHANGES = ("change_from_baseline", "percent_change_from_baseline")
LEVELS = ("reach", "hold", "within")
"""Kinds whose value is a value of the indicator; those of CHANGES are differences."""
PERCENT = "%"
Said = Callable[[int], str]
Rule = tuple[Level, str, Bools, Said, Said]
"""A level, a field, the rows that are wrong, and by row what is wrong and what to type."""


def check(inputs: Inputs, main_area: str) -> list[Problem]:
    """Rules that hold for a target wherever it is written: with its indicator, or in a table."""
    rows = inputs.targets[inputs.targets["indicator"].isin(list(inputs.indicators))]
    rows = rows.reset_index(drop=True)
    problems: list[Problem] = []
    for level, field, wrong, what, hint in _rules(rows, inputs, main_area):
        at = np.flatnonzero(wrong)

        def fault(place: int, at: Any = at, what: Said = what, hint: Said = hint) -> places.Fault:
            return what(at[place]), hint(at[place])

        problems += written.told(inputs, rows[wrong], field, fault, level)
    return problems


def _rules(rows: pd.DataFrame, inputs: Inputs, main_area: str) -> Iterator[Rule]:
    kind = rows["kind"].astype(str).to_numpy()
    value, value_to = rows["value"].to_numpy(), rows["value_to"].to_numpy()
    blank, has_to = np.isnan(value), ~np.isnan(value_to)
    within, reach, changes = kind == "within", kind == "reach", np.isin(kind, CHANGES)
    direction = _of(rows, inputs.indicators, lambda i: i.direction)
    sign = np.select([direction == "up", direction == "down"], [1.0, -1.0], np.nan)
    own = _of(rows, inputs.indicators, _own_baseline).astype(float)
    own = np.where(_is_main(rows, main_area), own, np.nan)
    share = _of(rows, inputs.indicators, _is_share).astype(bool) & np.isin(kind, LEVELS)
    percent = _of(rows, inputs.indicators, lambda i: i.unit == PERCENT).astype(bool)
    no_way = (direction == "none") & ~within

    def fixed(text: str) -> Said:
        return lambda _: text

    yield (
        *("error", "value", blank & (kind != "hold")),
        lambda n: f"a target of the kind {kind[n]} has no value",
        fixed("Type the value, or the kind hold to hold the baseline."),
    )
    yield (
        *("error", "value_to", within & ~has_to),
        fixed("a target of the kind within has no value_to"),
        fixed("Add value_to, the upper end of the range."),
    )
    yield (
        *("error", "value_to", ~within & has_to),
        lambda n: f"value_to stands beside a target of the kind {kind[n]}",
        fixed("Take it out, or type the kind within."),
    )
    yield (
        *("error", "value_to", within & has_to & (value_to < value)),
        fixed("value_to is less than value"),
        fixed("Change them over."),
    )
    yield (
        *("error", "kind", no_way),
        lambda n: (
            f"the indicator's direction is none, so a target of the kind {kind[n]} cannot be judged"
        ),
        fixed("Type the kind within, or give the indicator a direction."),
    )
    yield (
        *("error", "value", changes & (value * sign < 0)),
        lambda n: (
            f"the target is a change of {value[n]:.15g}, but "
            f"{'more' if direction[n] == 'up' else 'less'} is better (direction: {direction[n]})"
        ),
        fixed("Correct the value's sign, or the indicator's direction."),
    )
    yield (
        *("error", "value", reach & ((value - own) * sign < 0)),
        lambda n: (
            f"the target {value[n]:.15g} is worse than the baseline {own[n]:.15g} "
            f"(direction: {direction[n]})"
        ),
        fixed("Correct the value, the direction, or type the kind hold."),
    )
    for field, number in (("value", value), ("value_to", value_to)):
        yield (
            *("error", field, share & ((number < 0) | (number > 100))),
            _not_percent(number),
            fixed("Type a percentage, such as 18 for 18%."),
        )
    yield (
        *("warning", "value", percent & (reach | within) & (value > 0) & (value < 1)),
        lambda n: f"the target {value[n]:.15g} is less than 1%",
        lambda n: f"Type {value[n] * 100:.12g} if {value[n] * 100:.12g}% is meant.",
    )


def _not_percent(number: npt.NDArray[np.float64]) -> Said:
    return lambda n: f"the target {number[n]:.15g} is not a percentage from 0 to 100"


def _of(
    rows: pd.DataFrame, indicators: Mapping[Any, Indicator], take: Callable[[Indicator], Any]
) -> npt.NDArray[Any]:
    """Something of each row's indicator, as a column of objects."""
    column = rows["indicator"].cat
    known = {str(name): indicator for name, indicator in indicators.items()}
    found = [take(known[name]) if name in known else None for name in column.categories]
    return np.array([*found, None], dtype=object)[column.codes.to_numpy()]


def _own_baseline(indicator: Indicator) -> float:
    given = indicator.baseline.value if indicator.baseline else None
    return np.nan if given is None else given


def _is_share(indicator: Indicator) -> bool:
    return type(indicator.method).__name__ == "Proportion"


def _is_main(rows: pd.DataFrame, main_area: str) -> Bools:
    """Which rows are for everyone in the main area: a baseline of its own value is, too."""
    whole = (rows[["organisation", "programme", "group"]].astype(str) == "").all(axis=1)
    return np.asarray(whole & (rows["area"] == main_area))
