"""A frame as the bytes of a CSV file, by whole columns.

UTF-8 without a byte-order mark, commas, RFC 4180: CRLF ends a line, quotes only where they are
needed. A number is the shortest text that reads back as the same double. A text that a
spreadsheet would take for a formula gets a leading apostrophe; numbers never do.
"""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_QUOTED = re.compile('[",\r\n]')


def csv(frame: pd.DataFrame) -> bytes:
    """The CSV file of `frame`: text, float64 and datetime columns, no index."""
    header = ",".join(cell(str(name)) for name in frame.columns)
    rows = zip(*(_column(frame.iloc[:, i]) for i in range(frame.shape[1])), strict=True)
    return "\r\n".join((header, *map(",".join, rows), "")).encode()


def _column(values: pd.Series) -> list[str]:
    """The cells of a column. Each distinct value is looked at once."""
    if pd.api.types.is_numeric_dtype(values):
        codes, numbers = pd.factorize(values.to_numpy(dtype=float, na_value=np.nan))
        written = [number(value) for value in numbers.tolist()]
    else:
        codes, distinct = pd.factorize(values)
        if pd.api.types.is_datetime64_any_dtype(values):
            distinct = pd.DatetimeIndex(distinct).strftime("%Y-%m-%d")
        written = [cell(str(text)) for text in distinct]
    cells = np.array([*written, ""], dtype=object)
    found: list[str] = cells[codes].tolist()  # -1, a missing value, is the last: blank
    return found


def number(value: float) -> str:
    """The shortest text that reads back as the same double."""
    return repr(value).removesuffix(".0") if value else "0"


def cell(text: str) -> str:
    """A text as a cell: no formula, and in quotes where it needs them."""
    if text.startswith(_FORMULA):
        text = f"'{text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text
