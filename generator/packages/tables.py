"""One CSV file → its columns, judged whole: texts as categories, numbers as numbers."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem, Where, error
from . import cells, numbers, rows, schema, strays
from .columns import Column, index
from .header import Header
from .structure import Scan, scan

MOST_ROWS = 10_000_000
_TEXT = "\x01"


@dataclass(frozen=True)
class Table:
    """The columns of a file, and each row's number as a spreadsheet counts (header = 1)."""

    file: str
    frame: pd.DataFrame
    rows: npt.NDArray[np.int64]


def read(
    header: Header, known: Mapping[str, schema.Column], file: str
) -> tuple[Table | None, list[Problem]]:
    """The columns of a table whose header is in order, and every problem of its cells.

    Texts come as categories, numbers as floats (NaN where blank or unreadable). Rows of another
    length than the header's are told and left out.
    """
    names = header.names
    numeric = tuple(at for at, name in enumerate(names) if known[name].type == "number")
    found = scan(header.body, len(names), numeric)
    if found.bad_quote is not None:
        hint = 'Put the whole cell in quotes, and type a quote within it twice: "say ""yes""".'
        row = found.bad_quote + 2
        return None, [
            error(
                Where(file, row=row),
                "a quotation mark stands in a place where it cannot be read",
                hint,
            )
        ]
    if len(found.cells) > MOST_ROWS:
        what = f"the table has {len(found.cells):,} rows"
        return None, [error(Where(file), what, f"At most {MOST_ROWS:,} are read: split it.")]
    problems = _length_problems(found, len(names), file)
    body, numbered = _whole_rows(header.body, found, len(names))
    if not len(numbered):
        if not problems:
            problems = [
                error(Where(file), "the table has no rows", "Add rows, or delete the file.")
            ]
        return None, problems
    unsure = set(numeric) if problems else found.unsure
    frame = _frame(body, names, tuple(at for at in numeric if at not in unsure))
    frame, numbered, more = strays.without(frame, numbered, file)
    problems += more
    needed = sum(known[name].required for name in names)
    frame, numbered, more = (
        strays.without_notes(frame, numbered, file) if needed > 1 else (frame, numbered, [])
    )
    problems += more
    for name in names:
        frame[name], more = _judged(frame[name], known[name], numbered, file)
        problems += more
    return Table(file, frame, numbered), problems


def _length_problems(found: Scan, width: int, file: str) -> list[Problem]:
    wrong = np.flatnonzero(found.cells != width)
    first = ((at + 2, "", _of_length(int(found.cells[at]), width)) for at in wrong.tolist())
    return rows.told(file, "", first, len(wrong))


def _of_length(many: int, width: int) -> rows.Fault:
    if many == 0:
        return "the row is empty", "Delete it."
    what = f"the row has {many} cell{'s' * (many != 1)}, the header has {width}"
    if many > width:
        return what, "Put a cell that holds a comma in quotes, or take out cells that are too many."
    return what, (
        "Add the missing cells (a comma for each blank one), or delete the row: notes below a "
        "table are not read."
    )


def _whole_rows(body: bytes, found: Scan, width: int) -> tuple[bytes, npt.NDArray[np.int64]]:
    """The rows that have as many cells as the header, with their numbers."""
    good = found.cells == width
    numbered = np.flatnonzero(good).astype(np.int64) + 2
    if good.all():
        return body, numbered
    starts = np.concatenate(([0], found.ends[:-1]))
    kept = [body[starts[at] : found.ends[at]] for at in np.flatnonzero(good)]
    return b"".join(kept), numbered


def _frame(body: bytes, names: tuple[str, ...], numeric: tuple[int, ...]) -> pd.DataFrame:
    """Categories of text, exactly as they stand, and floats.

    From pandas 3.1 on, categories that all look like numbers or truth values become those, so
    that the code 0012 is 12: a first row of texts that are neither keeps them as they are.
    """
    first = ",".join("" if at in numeric else _TEXT for at in range(len(names))) + "\n"
    frame = pd.read_csv(
        io.BytesIO(first.encode() + body),
        header=None,
        names=list(range(len(names))),
        dtype={at: "float64" if at in numeric else "category" for at in range(len(names))},
        keep_default_na=False,
        na_values={at: [""] for at in numeric},  # type: ignore[misc]
        index_col=False,
        low_memory=False,
        skip_blank_lines=False,
        encoding="utf-8",
        encoding_errors="strict",
    )
    columns = {
        name: frame[at].to_numpy()[1:] if at in numeric else _without_first(frame[at].array)
        for at, name in enumerate(names)
    }
    return pd.DataFrame(columns)


def _without_first(column: Column) -> Column:
    """The column without its first cell, nor the category that only this one has."""
    first = column.codes[0]
    codes = column.codes[1:]
    if (codes == first).any():
        return pd.Categorical.from_codes(codes, column.categories)
    return pd.Categorical.from_codes(
        codes - (codes > first), index(column.categories.delete(int(first)))
    )


def _judged(
    column: pd.Series[Any], takes: schema.Column, numbered: npt.NDArray[np.int64], file: str
) -> tuple[pd.Series[Any], list[Problem]]:
    """The column with its cells judged: numbers as floats."""
    if column.dtype == np.float64:
        if takes.required and bool(column.isna().any()):
            blank = numbered[np.flatnonzero(column.isna())]
            what, hint = f"{takes.name} is blank", cells.filling(takes)
            return column, rows.at_rows(file, takes.name, blank, what, hint)
        least = takes.constraints.get("minimum")
        if least is not None and bool((column < least).any()):
            low = numbered[np.flatnonzero(column < least)]
            what, hint = f"{takes.name} is less than {least}", f"Type a number from {least} up."
            return column, rows.at_rows(file, takes.name, low, what, hint)
        return column, []
    texts = column.array
    assert isinstance(texts, pd.Categorical)
    faults = {
        code: found
        for code, text in enumerate(texts.categories)
        if (found := cells.fault(str(text), takes)) is not None
    }
    problems = rows.in_column(file, takes.name, texts, faults, numbered)
    if takes.constraints.get("unique"):
        problems += _twice(texts, takes.name, numbered, file)
    if takes.type == "number":
        read = [numbers.read(str(text)) for text in texts.categories]
        values = np.array([np.nan if value is None else value for value in read] or [np.nan])
        column = pd.Series(values[texts.codes], index=column.index)
    return column, problems


def _twice(texts: Column, name: str, numbered: npt.NDArray[np.int64], file: str) -> list[Problem]:
    """Cells whose text a row above has; blank ones are told of elsewhere."""
    again = np.flatnonzero(pd.Series(texts.codes).duplicated())
    again = np.array([at for at in again if texts[at]], dtype=np.int64)
    first = (
        (
            int(numbered[at]),
            str(texts[at]),
            (
                f"'{texts[at]}' is defined a second time",
                f"It stands at row {numbered[np.argmax(texts.codes == texts.codes[at])]} already: "
                "keep one.",
            ),
        )
        for at in again
    )
    return rows.told(file, name, first, len(again))
