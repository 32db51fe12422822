"""Where the result of another group, or of another period, of the same cell stands."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.cells import key

from ...difference import Side

Codes = NDArray[np.int64]
SAME = ["indicator", "area", "organisation", "programme"]
NOWHERE = -1


@dataclass(frozen=True)
class Cells:
    """The results by cell; made by `cells_of`."""

    results: pd.DataFrame
    of: Codes  # the number of each result's indicator, area and partner
    period: Codes
    group: Codes
    ordered: Codes  # the keys of all results, in order
    order: Codes

    def row(self, of: Codes, period: Codes, group: Codes) -> Codes:
        """Where the result of each of these stands, NOWHERE where there is none."""
        wanted = self.key(of, period, group)
        place = np.searchsorted(self.ordered, wanted)
        place = np.minimum(place, len(self.ordered) - 1)
        there = (self.ordered[place] == wanted) & (period >= 0) & (group >= 0)
        return np.where(there, self.order[place], NOWHERE)

    def key(self, of: Codes, period: Codes, group: Codes | int = 0) -> Codes:
        """One number for each cell."""
        periods, groups = (len(self.results[c].cat.categories) for c in ("period", "group"))
        return np.asarray((of * periods + period) * groups + group)

    def other(self, rows: Codes, group: Codes | int) -> Codes:
        """The results of another group beside these."""
        groups = np.broadcast_to(np.asarray(group, dtype=np.int64), rows.shape)
        return np.where(rows >= 0, self.row(self.of[rows], self.period[rows], groups), NOWHERE)

    def side(self, rows: Codes) -> Side:
        """These results as columns, NaN for those that are nowhere."""
        columns = (
            np.where(rows >= 0, self.results[name].to_numpy(dtype=float)[rows], np.nan)
            for name in ("value", "lower", "upper", "numerator", "denominator")
        )
        return Side(*columns)


def cells_of(results: pd.DataFrame) -> Cells:
    """The cells of `frames.RESULTS` (not empty)."""
    codes = pd.DataFrame({name: results[name].cat.codes.astype(np.int64) for name in SAME})
    _, of = np.unique(key(codes, SAME), return_inverse=True)
    period, group = (
        results[name].cat.codes.to_numpy().astype(np.int64) for name in ("period", "group")
    )
    made = Cells(results, of.astype(np.int64), period, group, period, group)
    keys = made.key(made.of, period, group)
    order = np.argsort(keys, kind="stable").astype(np.int64)
    return Cells(results, made.of, period, group, keys[order], order)
