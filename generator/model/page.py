"""A page of the site before it is a file, and a file that stands beside the pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from .source import Source

Half = Literal["", "prove", "improve"]


@dataclass(frozen=True)
class Measured:
    """What one variable of a data set is: its name, unit, definition and method, in words."""

    name: str
    unit: str = ""
    description: str = ""
    method: str = ""


@dataclass(frozen=True)
class Dataset:
    """The data that a page offers, for machines that look for data sets.

    `areas` are codes and names; `start` and `end` the first and last day that has a value;
    `files` name and path of each download.
    """

    name: str
    description: str
    measured: tuple[Measured, ...]
    areas: tuple[tuple[str, str], ...]
    start: date | None
    end: date | None
    sources: tuple[Source, ...]
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Page:
    """`path` is where its Markdown goes in the docs folder: `indicators/loneliness.md`.

    `body` is one block of our own HTML (or, for a hand-written page, Markdown); `in_navigation`
    is the title of its entry in the navigation, "" where it stands in none; `section` that of the
    entry under which it stands, "" at the top level.
    """

    path: str
    title: str
    description: str
    body: str
    half: Half = ""
    data_period: str = ""
    illustrative: bool = False
    in_navigation: str = ""
    section: str = ""
    dataset: Dataset | None = None


@dataclass(frozen=True)
class Table:
    """What a CSV file holds: each column with its type, as a Table Schema names it (string,
    number, date), how many rows, and the statuses that are in them."""

    columns: Mapping[str, str]
    rows: int
    statuses: frozenset[str]


@dataclass(frozen=True)
class File:
    """A download or a figure: `path` in the docs folder, and its bytes; of a CSV file also what
    it holds."""

    path: str
    content: bytes
    table: Table | None = None


@dataclass(frozen=True)
class Site:
    """Everything that is laid out, in the order in which navigation and files are written."""

    pages: tuple[Page, ...]
    files: tuple[File, ...]
