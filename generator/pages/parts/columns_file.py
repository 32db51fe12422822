"""A frame as the bytes of a CSV file, by whole columns.

UTF-8 without a byte-order mark, commas, RFC 4180: CRLF ends a line, quotes only where they are
needed. A number is the shortest text that reads back as the same double. A text that a
spreadsheet would take for a formula gets a leading apostrophe; numbers never do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import repeat

import numpy as np
import pandas as pd

from generator.model.page import File, Table

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_QUOTED = re.compile('[",\r\n]')


def csv(frame: pd.DataFrame, **same: str) -> bytes:
    """The CSV file of `frame`: text, float64 and datetime columns, no index.

    `same` are last columns that hold one text in every row.
    """
    header = ",".join(cell(str(name)) for name in (*frame.columns, *same))
    columns: list[Iterable[str]] = [
        worded(frame[name], cell, number, blank="") for name in frame.columns
    ]
    columns += [repeat(cell(text), len(frame)) for text in same.values()]
    return "\r\n".join((header, *map(",".join, zip(*columns, strict=True)), "")).encode()


def frame_file(path: str, frame: pd.DataFrame, **same: str) -> File:
    """The same at `path`, with what it holds."""
    statuses = [same["status"]] * len(frame[:1]) if "status" in same else frame["status"].unique()
    columns = {str(name): _kind(frame[name]) for name in frame.columns}
    held = Table(columns | dict.fromkeys(same, "string"), len(frame), frozenset(statuses))
    return File(path, csv(frame, **same), held)


def _kind(values: pd.Series) -> str:
    """The type of a column, as a Table Schema names it."""
    if pd.api.types.is_datetime64_any_dtype(values):
        return "date"
    return "number" if pd.api.types.is_numeric_dtype(values) else "string"


def worded(
    values: pd.Series, text: Callable[[str], str], number: Callable[[float], str], blank: str
) -> list[str]:
    """A column as texts: a day as its ISO form, `blank` what is missing. Each distinct value is
    worded once."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        codes, used = pd.factorize(values.array.codes)
        categories = values.array.categories
        said = [text(str(categories[code])) if code >= 0 else blank for code in used.tolist()]
    elif _kind(values) == "number":
        codes, numbers = pd.factorize(values.to_numpy(dtype=float, na_value=np.nan))
        said = [number(value) for value in numbers.tolist()]
    elif _kind(values) == "date":
        codes, days = pd.factorize(values.to_numpy())
        said = [text(day) for day in np.datetime_as_string(days.astype("datetime64[D]")).tolist()]
    else:
        codes, texts = pd.factorize(values)
        said = [text(str(each)) for each in texts]
    cells = np.array([*said, blank], dtype=object)
    found: list[str] = cells[codes].tolist()  # -1, a missing value, is the last
    return found


def number(value: float) -> str:
    """The shortest text that reads back as the same double."""
    return repr(value).removesuffix(".0") if value else "0"


def cell(text: str) -> str:
    """A text as a cell: no formula, and in quotes where it needs them."""
    if text.startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
