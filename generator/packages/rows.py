"""Faults of a column told by row, in full for the first of them and then as a count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import SHOWN_OF_A_KIND, Level, Problem, Where

Fault = tuple[str, str]
"""What is wrong, and what to type instead."""


def told(
    file: str,
    field: str,
    found: Iterable[tuple[int, str, Fault]],
    level: Level = "error",
) -> list[Problem]:
    """Problems for (row, value, fault) of one kind, the rest of many as one count."""
    listed = list(found)
    problems = [
        Problem(level, Where(file, row=row, field=field), what, hint, value[:200])
        for row, value, (what, hint) in listed[:SHOWN_OF_A_KIND]
    ]
    if rest := len(listed) - SHOWN_OF_A_KIND:
        if rest > 0:
            rows = "row has" if rest == 1 else "rows have"
            what = f"{rest:,} more {rows} such a problem"
            hint = "Mend them in the same way."
            problems.append(Problem(level, Where(file, field=field), what, hint, "", rest))
    return problems


def where(
    column: pd.Categorical, faults: Mapping[int, Fault], rows: npt.NDArray[np.int64]
) -> list[tuple[int, str, Fault]]:
    """(row, text, fault) of every cell whose category code has a fault, in row order."""
    if not faults:
        return []
    hit = np.flatnonzero(np.isin(column.codes, np.fromiter(faults, dtype=np.int64)))
    texts = column.categories
    return [
        (int(rows[at]), str(texts[column.codes[at]]), faults[int(column.codes[at])]) for at in hit
    ]


def at_rows(
    file: str, field: str, rows: Iterable[int], what: str, hint: str, level: Level = "error"
) -> list[Problem]:
    """The same fault at each of these rows."""
    return told(file, field, ((int(row), "", (what, hint)) for row in rows), level)
