"""Problems of targets, each where it is written: in a table, or with its indicator."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from ..errors import Level, Problem, Where
from ..model.metric import Id
from ..model.report import Inputs
from . import places


def told(
    inputs: Inputs,
    rows: pd.DataFrame,
    field: str,
    fault: Callable[[int], places.Fault],
    level: Level = "error",
) -> list[Problem]:
    """Problems of targets, each where it is written: a row of a table, or a line of YAML."""
    placed = places.with_places(rows)
    in_table = placed["file"].str.endswith(".csv").to_numpy()
    tabled = np.flatnonzero(in_table)
    problems = places.told(placed[in_table], field, lambda n: fault(int(tabled[n])), level)
    for n in np.flatnonzero(~in_table).tolist():
        file, line = str(placed["file"].iloc[n]), int(placed["row"].iloc[n])
        path = _path(inputs, str(placed["indicator"].iloc[n]), file, line)
        what, hint = fault(n)
        here = places.where(inputs, f"{path}.{field}") if path else Where(file, line=line)
        problems.append(Problem(level, here, what, hint))
    return problems


def _path(inputs: Inputs, name: str, file: str, line: int) -> str:
    """The dotted path of the target that stands in this line."""
    for position in range(1, len(inputs.indicators[Id(name)].targets) + 1):
        path = f"indicators.{name}.targets.{position}"
        if inputs.places.get(path) == (file, line):
            return path
    return ""
