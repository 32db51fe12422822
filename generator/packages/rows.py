"""Faults of a column told by row, in full for the first of them and then as a count."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from ..errors import SHOWN_OF_A_KIND, Level, Problem, Where
from .columns import Column

LONGEST_VALUE = 200
Fault = tuple[str, str]
"""What is wrong, and what to type instead."""


def told(
    file: str,
    field: str,
    first: Iterable[tuple[int, str, Fault]],
    times: int,
    level: Level = "error",
) -> list[Problem]:
    """Problems for the first (row, value, fault) of `times` of one kind, the rest as a count."""
    problems = [
        Problem(level, Where(file, row=row, field=field), what, hint, value[:LONGEST_VALUE])
        for row, value, (what, hint) in itertools.islice(first, SHOWN_OF_A_KIND)
    ]
    if (rest := times - SHOWN_OF_A_KIND) > 0:
        what = f"{rest:,} more {'row has' if rest == 1 else 'rows have'} such a problem"
        hint = "Mend them in the same way."
        problems.append(Problem(level, Where(file, field=field), what, hint, "", rest))
    return problems


def in_column(
    file: str,
    field: str,
    column: Column,
    faults: Mapping[int, Fault],
    rows: npt.NDArray[np.int64],
    is_shown: bool = True,
) -> list[Problem]:
    """Problems of the cells whose category code has a fault; `is_shown`: with their text."""
    if not faults:
        return []
    hit = np.flatnonzero(np.isin(column.codes, list(faults)))
    codes = column.codes[hit[:SHOWN_OF_A_KIND]].tolist()
    shown = [str(column.categories[code]) if is_shown else "" for code in codes]
    first = zip(rows[hit[:SHOWN_OF_A_KIND]].tolist(), shown, map(faults.get, codes), strict=True)
    return told(file, field, first, len(hit))  # type: ignore[arg-type]


def at_rows(
    file: str,
    field: str,
    rows: npt.NDArray[np.int64],
    what: str,
    hint: str,
    level: Level = "error",
) -> list[Problem]:
    """The same fault at each of these rows."""
    return told(file, field, ((int(row), "", (what, hint)) for row in rows), len(rows), level)
