"""What a method reads: the columns of its metrics, row beside row, and the cells they stand at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import CELL

from .cells import Cells, Codes, key
from .methods.columns import ByCategory, Values


@dataclass(frozen=True)
class Read:
    """`rows` are those of the first metric: CELL as codes, `file`, `row` and `value`. `given` is
    what the method is called with; `flags` and `computed` are the bits of all that was read."""

    rows: pd.DataFrame
    given: tuple[Values | ByCategory, ...]
    base: NDArray[np.float64]
    flags: Codes
    computed: Codes


def by_metric(everything: Cells) -> dict[str, pd.DataFrame]:
    """Each metric's cells with their `key`, sorted by it."""
    frame = everything.frame.assign(key=key(everything.frame, CELL))
    frame = frame.sort_values(["metric", "key"], kind="stable").reset_index(drop=True)
    codes = frame["metric"].to_numpy()
    edges = np.searchsorted(codes, np.arange(len(everything.words["metric"]) + 1))
    return {
        name: frame.iloc[edges[code] : edges[code + 1]]
        for code, name in enumerate(everything.words["metric"])
    }


def read(metrics: tuple[str, ...], everything: Cells, tables: Mapping[str, pd.DataFrame]) -> Read:
    """The cells that all of the metrics have; `tables` are those of `by_metric`."""
    nothing = everything.frame[:0].assign(key=0)
    parts = _aligned([tables.get(name, nothing) for name in metrics])
    given = (
        Values(*(part[column].to_numpy(dtype=float) for column in ("value", "lower", "upper")))
        for part in parts
    )
    bases = np.array([part["base"].to_numpy(dtype=float) for part in parts])
    return Read(
        rows=parts[0],
        given=tuple(given),
        base=smallest(bases),
        flags=np.bitwise_or.reduce([part["flags"].to_numpy() for part in parts], axis=0),
        computed=np.bitwise_or.reduce([part["computed"].to_numpy() for part in parts], axis=0),
    )


def smallest(bases: NDArray[np.float64]) -> NDArray[np.float64]:
    """On how many people a result rests: the smallest base that its metrics (a row each) give."""
    found: NDArray[np.float64] = np.fmin.reduce(bases, axis=0)
    return found


def _aligned(tables: list[pd.DataFrame]) -> list[pd.DataFrame]:
    """The rows of each metric's table whose cell all of them have, in the same order."""
    shared = tables[0]["key"].to_numpy()
    for table in tables[1:]:
        shared = np.intersect1d(shared, table["key"].to_numpy(), assume_unique=True)
    return [
        table.iloc[np.searchsorted(table["key"].to_numpy(), shared)].reset_index(drop=True)
        for table in tables
    ]
