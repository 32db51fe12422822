"""Totals over groups, organisations and programmes."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.report import Inputs
from generator.model.words import Dimension

from ..cells import KEY, Cells
from .add_up import add_up, may_sum, missing_from
from .over_groups import over_groups

PARTNERS: tuple[Dimension, ...] = ("organisation", "programme")


def over_groups_and_partners(cells: Cells, inputs: Inputs) -> Cells:
    """The cells and the totals over one, two or all three of the dimensions.

    A cell in which more dimensions stand for all is summed from cells in which one fewer does.
    Where several ways lead to it, the one that rests on most published values is taken, so that
    a programme with one return never stands for all.
    """
    if all(len(cells.words[column]) <= 1 for column in (*PARTNERS, "group")):
        return cells  # everything is of everyone
    for blanks in (0, 1, 2):
        within = Cells(cells.frame[_blanks(cells) == blanks], cells.words)
        ways = [_over_partners(within, inputs, dimension) for dimension in PARTNERS]
        ways.append(over_groups(within, inputs))
        totals = missing_from(cells.frame, pd.concat(ways, ignore_index=True))
        best = totals.sort_values("leaves", ascending=False, kind="stable")
        cells = cells.adding(best.drop_duplicates(list(KEY)))
    return cells


def _blanks(cells: Cells) -> NDArray[np.int64]:
    """In how many of the dimensions each row stands for all."""
    blank = [
        (cells.frame[column] == cells.code(column, "")).to_numpy(dtype=np.int64)
        for column in (*PARTNERS, "group")
    ]
    summed: NDArray[np.int64] = np.sum(blank, axis=0, dtype=np.int64)
    return summed


def _over_partners(cells: Cells, inputs: Inputs, dimension: Dimension) -> pd.DataFrame:
    everyone = cells.code(dimension, "")
    filled = (cells.frame[dimension] != everyone).to_numpy()
    parts = cells.frame[filled & may_sum(cells, inputs.metrics, dimension)]
    return add_up(parts.assign(**{dimension: everyone}), dimension)
