"""Results of other places, to be found by the cell that they share with a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.indicators.cells import key

SIMILAR, PARENT = "similar", "parent"
SAME = ["indicator", "frequency", "period", "organisation", "programme", "group"]


@dataclass(frozen=True)
class Elsewhere:
    """Results that have a value, to be found by cell and area; and the cells of the cases."""

    areas: dict[str, int]
    keys: NDArray[np.int64]  # of the results, sorted
    rows: NDArray[np.int64]  # their places in the table
    values: NDArray[np.float64]
    cells: NDArray[np.int64]  # of the cases: the key but for the area
    case_areas: NDArray[np.int64]

    @classmethod
    def of(cls, results: pd.DataFrame, rows: NDArray[np.int64]) -> Elsewhere:
        """From `frames.RESULTS` and the rows in it that the cases are about."""
        codes = pd.DataFrame({name: results[name].cat.codes.astype(np.int64) for name in SAME})
        cell = np.unique(key(codes, SAME), return_inverse=True)[1].astype(np.int64)
        area = results["area"].cat.codes.to_numpy().astype(np.int64)
        names = {str(name): code for code, name in enumerate(results["area"].cat.categories)}
        keys = cell * len(names) + area
        valued = np.flatnonzero(results["value"].notna().to_numpy())
        valued = valued[np.argsort(keys[valued], kind="stable")]
        numbers = results["value"].to_numpy(dtype=float)
        return cls(names, keys[valued], valued, numbers[valued], cell[rows], area[rows])

    def found(
        self, cases: NDArray[np.int64], name: str, links: Sequence[tuple[str, str]]
    ) -> pd.DataFrame:
        """value, other, places and row, by the number of each case that has the comparator."""
        if name in (SIMILAR, PARENT):
            known = [
                (self.areas[a], self.areas[b], b) for a, b in links if {a, b} <= set(self.areas)
            ]
            pairs = pd.DataFrame(known, columns=["area", "code", "other"])
            asked = pd.DataFrame({"area": self.case_areas[cases], "case": cases})
            asked = asked.merge(pairs, on="area")
        else:
            asked = pd.DataFrame({"area": self.case_areas[cases], "case": cases, "other": name})
            asked = asked.assign(code=self.areas.get(name, -1))
            asked = asked[(asked["code"] >= 0) & (asked["code"] != asked["area"])]
        place = self._places(asked)
        asked = asked.assign(value=np.append(self.values, np.nan)[place], place=place)
        asked = asked.dropna(subset="value")
        if name != SIMILAR:
            asked = asked.assign(places=1, row=np.append(self.rows, -1)[asked["place"]])
            return asked.set_index("case")[["value", "other", "places", "row"]]
        by_case = asked.groupby("case")["value"]
        found = pd.DataFrame({"value": by_case.median(), "places": by_case.size()})
        return found.assign(other=SIMILAR, row=-1)

    def _places(self, asked: pd.DataFrame) -> NDArray[np.int64]:
        """Where the same cell of another area stands among the keys, -1 where nowhere."""
        cells = self.cells[asked["case"].to_numpy(dtype=np.int64)]
        wanted = cells * len(self.areas) + asked["code"].to_numpy(dtype=np.int64)
        if not len(self.keys):
            return np.full(len(wanted), -1, dtype=np.int64)
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[place] == wanted, place, -1)
