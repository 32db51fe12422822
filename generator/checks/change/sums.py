"""Sums of scores: what people can score, and what squares can come to."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from ..places import Bools
from .rule import Rule

ROUNDED = 0.02
"""By how much sums may be off because each was rounded to two decimals."""
RELATIVE = 1e-9
"""By what share of themselves they may be off for the sake of how numbers are kept."""
SAME_PEOPLE = "All sums are over the pairs alone: leave out people without a later assessment."
UNROUNDED = "Add up the squares of each person's own number, and type the sum without rounding."


def rules(rows: pd.DataFrame) -> Iterator[Rule]:
    """Rules over the rows of tables of change."""
    before, after = rows["before_sum"].to_numpy(), rows["after_sum"].to_numpy()
    yield _possible(rows, "before_sum")
    yield _possible(rows, "after_sum")
    change = rows["change_sum"].to_numpy()
    spare = ROUNDED + RELATIVE * (np.abs(after) + np.abs(before))
    yield Rule(
        "change_sum",
        np.abs(change - (after - before)) > spare,
        lambda at: (
            f"change_sum is {change[at]:.15g}, but after_sum less before_sum is "
            f"{after[at] - before[at]:.12g}"
        ),
        f"A change is the latest score less the first. {SAME_PEOPLE}",
    )
    yield from _of_moves(rows)
    yield from _of_first_scores(rows)


def _possible(rows: pd.DataFrame, name: str) -> Rule:
    """As many people cannot score less than all the lowest, or more than all the highest."""
    n, total = rows["pairs"].to_numpy(), rows[name].to_numpy()
    least, most = rows["minimum"].to_numpy(), rows["maximum"].to_numpy()
    low, high, spare = n * least, n * most, ROUNDED + RELATIVE * np.abs(total)
    return Rule(
        name,
        (total < low - spare) | (total > high + spare),
        lambda at: (
            f"{name} is {total[at]:.15g}, but {n[at]:.15g} pairs with scores from "
            f"{least[at]:.15g} to {most[at]:.15g} come to {low[at]:.15g} to {high[at]:.15g}"
        ),
        f"{SAME_PEOPLE} Or correct minimum and maximum in the table of scales.",
    )


def _of_moves(rows: pd.DataFrame) -> Iterator[Rule]:
    """What those who moved can have moved by, at least and at most."""
    n, up, down = (rows[name].to_numpy() for name in ("pairs", "moved_up", "moved_down"))
    change, squares = rows["change_sum"].to_numpy(), rows["change_squares_sum"].to_numpy()
    reach = (rows["maximum"] - rows["minimum"]).to_numpy()
    low, high = 0.0 - down * reach, up * reach
    yield Rule(
        "change_sum",
        (change < low - ROUNDED) | (change > high + ROUNDED),
        lambda at: (
            f"change_sum is {change[at]:.15g}, but {up[at]:.15g} who moved up and "
            f"{down[at]:.15g} who moved down come to {low[at]:.15g} to {high[at]:.15g}"
        ),
        "Correct change_sum, or how many moved.",
    )
    needed = change**2 / np.where(n > 0, n, np.nan)
    too_small = squares < needed - RELATIVE * np.maximum(needed, 1)
    yield Rule(
        "change_squares_sum",
        too_small,
        lambda at: (
            f"change_squares_sum is {squares[at]:.15g}, less than change_sum² / pairs, "
            f"{needed[at]:.12g}"
        ),
        UNROUNDED,
    )
    moved = up + down
    yield Rule(
        "change_squares_sum",
        (squares > moved * reach**2 + ROUNDED) | ((squares == 0) & (moved > 0)),
        lambda at: (
            f"change_squares_sum is {squares[at]:.15g}, but {moved[at]:.15g} moved, each by "
            f"{reach[at]:.15g} at most"
        ),
        UNROUNDED,
    )
    yield Rule(
        "change_squares_sum",
        _in_whole_numbers(rows) & (squares < moved) & (squares > 0) & ~too_small,
        lambda at: (
            f"change_squares_sum is {squares[at]:.15g}, less than the {moved[at]:.15g} who moved: "
            "in whole scores each of them adds 1 at least"
        ),
        f"{UNROUNDED} If scores have decimals, nothing is wrong.",
        "warning",
    )


def _in_whole_numbers(rows: pd.DataFrame) -> Bools:
    """Rows of items none of whose sums in any row has decimals: their scores hardly have any."""
    names = ["before_sum", "after_sum", "change_sum", "change_squares_sum", "minimum", "maximum"]
    whole = (rows[names].fillna(0) % 1 == 0).all(axis=1)
    by = [rows["scale"], rows["item"]]
    found: Bools = whole.groupby(by, observed=True).transform("all").to_numpy(dtype=bool)
    return found


def _of_first_scores(rows: pd.DataFrame) -> Iterator[Rule]:
    n, total, squares = (
        rows[name].to_numpy() for name in ("pairs", "before_sum", "before_squares_sum")
    )
    least, most = rows["minimum"].to_numpy(), rows["maximum"].to_numpy()
    low = total**2 / np.where(n > 0, n, np.nan)
    high = (least + most) * total - n * least * most  # for (score − least)(most − score) ≥ 0
    spare = RELATIVE * np.maximum(np.abs(squares), 1)
    too_many = squares > high + spare + ROUNDED * np.abs(least + most)
    yield Rule(
        "before_squares_sum",
        # Where low is above high the sum itself cannot be, and that is told.
        ((squares < low - spare) | too_many) & (low <= high + spare),
        lambda at: (
            f"before_squares_sum is {squares[at]:.15g}, but first scores with this sum have "
            f"squares that come to {low[at]:.12g} to {high[at]:.12g}"
        ),
        UNROUNDED,
    )
