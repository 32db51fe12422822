"""The period texts of all tables read once, and written canonically."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from ..model.period import Period
from . import columns, rows, scalars
from .rows import Fault

AMBIGUOUS = re.compile(r"[12][0-9]{3}-[0-9]{2}")


def canonical(
    frame: pd.DataFrame, by: str, months_of: frozenset[str] | None = None
) -> tuple[pd.DataFrame, dict[str, Period], list[Problem], frozenset[str]]:
    """The frame with canonical periods, the `Period` of each, and those that cannot be read.

    `by` is the column (metric, indicator) whose other periods say whether `2011-12` is a month;
    `months_of` names further ids whose periods are months. The last of the answer are the ids of
    `by` all of whose periods are months. Rows with an unreadable period are left out.
    """
    typed = frame["period"].array
    read: dict[str, Period] = {}
    faults: dict[int, Fault] = {}
    plain, as_month = [], []
    for code, text in enumerate(typed.categories):
        found, fault = _read(str(text), months=False)
        month = _read(str(text), months=True)[0] if AMBIGUOUS.fullmatch(str(text)) else None
        if fault is not None:
            faults[code] = fault
        plain.append(found)
        as_month.append(month)
        read |= {str(period): period for period in (found, month) if period is not None}
    unclear = np.array(
        [f is None and m is not None for f, m in zip(plain, as_month, strict=True)], dtype=bool
    )
    monthly = _monthly(frame, by, plain, unclear) | (months_of or frozenset())
    texts = [str(a or b or "") for a, b in zip(plain, as_month, strict=True)]
    clear = columns.recoded(typed, texts)
    if not faults:
        return frame.assign(period=clear), _used(read, clear), [], monthly
    unreadable = np.isin(typed.codes, list(faults))
    ids = frame[by].array
    in_months = np.isin(ids.codes, [c for c, n in enumerate(ids.categories) if str(n) in monthly])
    unreadable &= ~(in_months & unclear[typed.codes])
    problems = _told(frame[unreadable], faults)
    kept = frame.assign(period=clear)[~unreadable].reset_index(drop=True)
    return kept, _used(read, kept["period"].array), problems, monthly


def _read(text: str, months: bool) -> tuple[Period | None, Fault | None]:
    try:
        return scalars.period(text, months), None
    except scalars.UnreadableError as problem:
        if not text or text != text.strip():
            return None, None  # told with the column's other cells
        return None, (str(problem), problem.hint)


def _used(read: Mapping[str, Period], column: pd.Categorical) -> dict[str, Period]:
    return {str(text): read[str(text)] for text in sorted(column.categories) if text in read}


def _monthly(
    frame: pd.DataFrame, by: str, read: list[Period | None], unclear: npt.NDArray[np.bool_]
) -> frozenset[str]:
    """Ids whose clearly typed periods are all months, and that have some."""
    is_month = np.array([p is not None and p.frequency == "month" for p in read], dtype=bool)
    ids, codes = frame[by].array, frame["period"].array.codes
    clear = ~unclear[codes]
    pairs = set(np.unique(ids.codes[clear].astype(np.int64) * 2 + is_month[codes[clear]]).tolist())
    return frozenset(
        str(name)
        for code, name in enumerate(ids.categories)
        if code * 2 + 1 in pairs and code * 2 not in pairs
    )


def _told(frame: pd.DataFrame, faults: Mapping[int, Fault]) -> list[Problem]:
    """By file, so that each names its own first rows; of one row with many cells, once."""
    problems = []
    if "file" not in frame:
        places = frame["where"].astype(str).str.rsplit(" row ", n=1, expand=True)
        frame = frame.assign(file=places[0], row=places[1].astype("int64"))
    for file, part in frame.groupby("file", observed=True):
        part = part.drop_duplicates("row")
        numbered = part["row"].to_numpy()
        problems += rows.in_column(str(file), "period", part["period"].array, faults, numbered)
    return problems
