"""Counts of people who were assessed twice: parts of the pairs, and no more than they."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np
import pandas as pd

from ...model.scale import PEOPLE
from .rule import Rule

MOVES = ["moved_up", "stayed", "moved_down"]


def rules(rows: pd.DataFrame) -> Iterator[Rule]:
    """Rules over the rows of tables of change."""
    yield from whole(rows, PEOPLE)
    up, stayed, down = (rows[name].to_numpy() for name in MOVES)
    pairs, at_best = rows["pairs"].to_numpy(), rows["started_at_best"].to_numpy()
    moves = rows[MOVES].sum(axis=1, skipna=True).to_numpy()
    known = rows[MOVES].notna().all(axis=1).to_numpy()
    yield Rule(
        "pairs",
        np.where(known, moves != pairs, moves > pairs) & ~np.isnan(pairs),
        lambda n: (
            f"moved_up, stayed and moved_down come to {moves[n]:.15g}, but pairs is {pairs[n]:.15g}"
        ),
        "Each pair is in one of the three, and in one only: correct one of the four.",
    )
    too_many = at_best > pairs
    yield Rule(
        "started_at_best",
        too_many,
        lambda n: f"started_at_best is {at_best[n]:.15g}, more than pairs, {pairs[n]:.15g}",
        "Count only those of the pairs: people with a first and a later assessment.",
    )
    worse = np.where(rows["rises"], down, up)
    could = stayed + worse
    yield Rule(
        "started_at_best",
        (at_best > could) & ~too_many,
        lambda n: (
            f"started_at_best is {at_best[n]:.15g}, but only {could[n]:.15g} stayed or moved to "
            "the worse end"
        ),
        "Who starts at the best score cannot move to a better one: correct one of the numbers.",
    )
    yield _part(rows, "reliably_up", "moved_up")
    yield _part(rows, "reliably_down", "moved_down")


def whole(rows: pd.DataFrame, names: Iterable[str]) -> Iterator[Rule]:
    """People are counted in whole numbers, in each of these columns."""
    for name in names:
        numbers = rows[name].to_numpy()
        wrong = ~np.isnan(numbers) & (numbers % 1 != 0)
        yield Rule(
            name,
            wrong,
            lambda _: "people are counted in whole numbers",
            "Type how many people there were: a number without decimals.",
        )


def _part(rows: pd.DataFrame, reliably: str, moved: str) -> Rule:
    part, whole = rows[reliably].to_numpy(), rows[moved].to_numpy()
    return Rule(
        reliably,
        part > whole,
        lambda n: f"{reliably} is {part[n]:.15g}, more than {moved}, {whole[n]:.15g}",
        "Who moved reliably moved: correct one of the two.",
    )
