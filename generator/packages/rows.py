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
    return [*problems, *_rest(file, field, times - SHOWN_OF_A_KIND, level)]


def _rest(file: str, field: str, rest: int, level: Level = "error") -> list[Problem]:
    """One problem for those that are not shown."""
    if rest <= 0:
        return []
    what = f"{rest:,} more {'row has' if rest == 1 else 'rows have'} such a problem"
    return [Problem(level, Where(file, field=field), what, "Mend them in the same way.", "", rest)]


def in_column(
    file: str,
    field: str,
    column: Column,
    faults: Mapping[int, Fault],
    rows: npt.NDArray[np.int64],
    is_shown: bool = True,
) -> list[Problem]:
    """Problems of the cells whose category code has a fault; `is_shown`: with their text.

    Of more rows than are shown of a kind, each text is told once, with how many rows have it.
    """
    if not faults:
        return []
    hit = np.flatnonzero(np.isin(column.codes, list(faults)))
    if len(hit) > SHOWN_OF_A_KIND:
        _, first, many = np.unique(column.codes[hit], return_index=True, return_counts=True)
        order = np.argsort(first)[:SHOWN_OF_A_KIND]
        hit, times = hit[first[order]], many[order].tolist()
        rest = int(many.sum()) - sum(times)
    else:
        times, rest = [1] * len(hit), 0
    problems = []
    for place, count in zip(hit.tolist(), times, strict=True):
        code = int(column.codes[place])
        what, hint = faults[code]
        value = str(column.categories[code])[:LONGEST_VALUE] if is_shown else ""
        where = Where(file, row=int(rows[place]), field=field)
        problems.append(Problem("error", where, what + in_rows(count), hint, value, count))
    return [*problems, *_rest(file, field, rest)]


def in_rows(count: int) -> str:
    """ " (1,204 rows)" after what is wrong, where it is wrong in more than one."""
    return f" ({count:,} rows)" if count > 1 else ""


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
