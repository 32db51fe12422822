"""Files beside the pages: CSV that a spreadsheet opens without running any of it, and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import repeat
from typing import Any

from generator import charts
from generator.model.page import File, Table
from generator.model.words import PackageStatus

from .columns_file import cell, number


def csv_file(path: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> File:
    """A CSV file: UTF-8, comma, one header row, quoted as RFC 4180 says.

    Numbers are written unrounded and None as blank.
    """
    rows = tuple(rows)
    by_column = dict(zip(columns, zip(*rows, strict=True) if rows else repeat(()), strict=False))
    lines = (",".join(map(_written, row)) for row in (columns, *rows))
    return File(
        path,
        "".join(f"{line}\r\n" for line in lines).encode("utf-8"),
        Table(
            {name: _type(cells) for name, cells in by_column.items()},
            len(rows),
            frozenset(by_column.get("status", ())),
        ),
    )


def _type(cells: Iterable[Any]) -> str:
    """The type of a column, as a Table Schema names it; what is missing has none."""
    types = {type(cell) for cell in cells} - {type(None)}
    if types <= {float, int}:
        return "number"
    return "date" if types == {date} else "string"


def of_chart(path: str, behind: charts.Download, status: PackageStatus) -> File:
    """The rows behind a chart, each with the status of what they rest on as its last column."""
    rows = ((*row, status) for row in behind.rows)
    return csv_file(path, (*behind.columns, "status"), rows)


def json_file(path: str, content: Any) -> File:
    """A JSON file, the same bytes for the same content."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return File(path, text.encode("utf-8"))


def size(file: File) -> str:
    """ "12 kB", at least 1."""
    return f"{max(1, round(len(file.content) / 1000)):,} kB"


def _written(value: Any) -> str:
    if value is None:
        return ""
    return number(float(value)) if isinstance(value, float) else cell(str(value))
