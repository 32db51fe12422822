"""The header row of a CSV: split off, and its names held against the columns of the role."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..errors import Problem, Where, did_you_mean, error
from . import cells, schema
from .contents import encoding_problem

MOST_COLUMNS = 500
LONGEST_HEADER = 100_000
HEADED = (
    " Or head each column of values by the id of its metric, and one of groups by the id of its "
    "breakdown, as in indicators.yml."
)
"""What to type where a table may have one column a metric."""


@dataclass(frozen=True)
class Header:
    """The names of the columns, and the bytes of the rows after them (with \\n at the end)."""

    names: tuple[str, ...]
    body: bytes


def read(raw: bytes, file: str) -> tuple[Header | None, list[Problem]]:
    """Split the header row off; refuses what is not a CSV in UTF-8 with commas."""
    if problem := encoding_problem(raw, file):
        return None, [problem]
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if raw.count(b"\r") != raw.count(b"\r\n"):
        number = raw.replace(b"\r\n", b"\n").split(b"\r", 1)[0].count(b"\n") + 1
        hint = "Save the file as CSV UTF-8 again, with line ends of Windows or Unix."
        return None, [
            error(Where(file, line=number), "a line ends in a way that is not read", hint)
        ]
    head, _, body = raw.partition(b"\n")
    line = head.removesuffix(b"\r").decode("utf-8")
    if not line.strip():
        return None, [
            error(
                Where(file, row=1), "the header row is empty", "Put the names of the columns there."
            )
        ]
    if problem := _separator_problem(line, file):
        return None, [problem]
    try:
        (names,) = csv.reader([line[:LONGEST_HEADER]], strict=True)
    except (csv.Error, ValueError):
        hint = "Type plain names of columns, parted by commas."
        return None, [error(Where(file, row=1), "the header row cannot be read", hint)]
    if body and not body.endswith(b"\n"):
        body += b"\n"
    return Header(tuple(names), body), []


def _separator_problem(line: str, file: str) -> Problem | None:
    if "," in line:
        return None
    for mark, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")):
        if mark in line:
            hint = "Save it as CSV with commas (in a spreadsheet: CSV UTF-8, comma delimited)."
            return error(Where(file, row=1), f"the columns are parted by {name}", hint)
    return None


def problems_of(
    names: tuple[str, ...],
    known: Mapping[str, schema.Column],
    file: str,
    meant: Iterable[str] | None = None,
) -> list[Problem]:
    """Names that are missing, unknown, blank, doubled or too many.

    `meant` are, where a column may be headed by the id of a metric, the ids of all metrics.
    """
    where = Where(file, row=1)
    headed = "" if meant is None else HEADED
    if len(names) > MOST_COLUMNS:
        return [
            error(
                where, f"the header has {len(names):,} columns", f"At most {MOST_COLUMNS} are read."
            )
        ]
    if not set(names) & set(known) and len([name for name in names if name]) <= max(
        1, len(names) // 2
    ):
        hint = "Delete the rows above the header: row 1 holds the names of the columns."
        return [error(where, f"row 1 is not the header: {cells.quoted(names[0])}", hint, names[0])]
    problems = []
    for position, name in enumerate(names, 1):
        if not name.strip():
            hint = "Give every column a name of its own: unmerge cells, delete empty columns."
            problems.append(error(where, f"column {position} has no name", hint))
        elif name in names[: position - 1]:
            hint = "Keep one of the two, or name them apart."
            what = f"two columns are named {cells.quoted(name)}"
            problems.append(error(Where(file, row=1, field=name), what, hint, name))
        elif name not in known:
            stripped = name.strip()
            hint = f"Type {stripped}."
            if stripped not in known:
                hint = f"{did_you_mean(name, {*known, *(meant or ())})}{headed}"
            what = f"there is no column {cells.quoted(name)}"
            problems.append(error(where, what, hint, name))
    for name, column in known.items():
        if column.required and name not in names:
            about = str(column.descriptor["description"])
            hint = f"Add it: {about[0].lower()}{about[1:]}{headed if name == 'metric' else ''}"
            problems.append(error(where, f"the column '{name}' is missing", hint))
    return problems
