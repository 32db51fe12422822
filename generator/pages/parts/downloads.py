"""Files beside the pages: CSV that a spreadsheet opens without running any of it, and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from generator.model.page import File

_ACTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""A text that starts so is a formula to a spreadsheet; an apostrophe before it keeps it a text."""


def csv_file(path: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> File:
    """A CSV file: UTF-8, comma, one header row, quoted as RFC 4180 says.

    Numbers are written unrounded and None as blank.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return File(path, text.getvalue().encode("utf-8"))


def json_file(path: str, content: Any) -> File:
    """A JSON file, the same bytes for the same content."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return File(path, text.encode("utf-8"))


def size(file: File) -> str:
    """ "12 kB", at least 1."""
    return f"{max(1, round(len(file.content) / 1000)):,} kB"


def _written(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return repr(float(cell)).removesuffix(".0")
    text = str(cell)
    return f"'{text}" if text.startswith(_ACTS) else text
