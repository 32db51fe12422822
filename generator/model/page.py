"""A page of the site before it is a file, and a file that stands beside the pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Half = Literal["", "prove", "improve"]


@dataclass(frozen=True)
class Page:
    """`path` is where its Markdown goes in the docs folder: `indicators/loneliness.md`.

    `body` is one block of our own HTML (or, for a hand-written page, Markdown); `in_navigation`
    is the title of its entry at the top level of the navigation, "" where it stands in none.
    """

    path: str
    title: str
    description: str
    body: str
    half: Half = ""
    data_period: str = ""
    illustrative: bool = False
    in_navigation: str = ""


@dataclass(frozen=True)
class File:
    """A download or a figure: `path` in the docs folder, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class Site:
    """Everything that is laid out, in the order in which navigation and files are written."""

    pages: tuple[Page, ...]
    files: tuple[File, ...]
