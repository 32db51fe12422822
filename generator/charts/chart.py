"""One neutral chart: every decision about a picture, before anything is drawn.

`still` and `figure` obey it and decide nothing about numbers; the table and the download beside the
picture are part of it, made from the same rows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from generator.charts.marks import Filling, Line, Mark


@dataclass(frozen=True)
class Tick:
    """A value on an axis and how it is written there."""

    value: float
    text: str


@dataclass(frozen=True)
class Axis:
    """A range and its ticks; `few` are the ticks of the narrow drawing, `title` stands under them.

    A `time` axis counts days (`date.toordinal`); a `rows` axis counts rows from 0 at the top, a
    `columns` axis from 0 at the left; the two of a `map` count pixels of the wide drawing, from the
    west and from the south.
    """

    kind: Literal["value", "time", "rows", "columns", "map"]
    low: float
    high: float
    ticks: tuple[Tick, ...] = ()
    few: tuple[Tick, ...] = ()
    title: str = ""


@dataclass(frozen=True)
class Cell:
    """A table cell: its words, and the number behind them."""

    text: str
    value: float | None = None


@dataclass(frozen=True)
class Column:
    """A table column; numbers are set to the right."""

    title: str
    numeric: bool


@dataclass(frozen=True)
class TableRow:
    """A row, its first cell the row's heading; `subject` marks the one that the page is about.

    `number` stands before the heading, and for the row on a map; `within` is the heading of the
    larger row before it that this one is a part of.
    """

    cells: tuple[Cell, ...]
    subject: bool = False
    number: int | None = None
    within: str = ""


@dataclass(frozen=True)
class Table:
    """The numbers of the picture in words, no cell empty."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class Download:
    """The rows behind the picture as they are computed: unrounded, None for missing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str | float | None, ...], ...]


@dataclass(frozen=True)
class Key:
    """What a filling on a map stands for."""

    filling: Filling
    words: str


@dataclass(frozen=True)
class Panel:
    """One of several small plots on the axes of one chart; `said` is its last value in words."""

    title: str
    said: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Chart:
    """A picture with its words and numbers.

    `title` is the finding (at most 15 words, no full stop), `kind` the kind of chart and its
    subject (the SVG's <title>), `description` the trend in words (its <desc>), `notes` whole
    sentences for under the picture. A chart has marks, or panels with marks of their own on the
    same two axes. Raises ValueError where a chart could not be published.
    """

    id: str
    title: str
    subtitle: str
    kind: str
    description: str
    x: Axis
    y: Axis
    marks: tuple[Mark, ...]
    table: Table
    download: Download
    notes: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    panels: tuple[Panel, ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_-]*", self.id):
            raise ValueError(f"chart id {self.id!r}: use small letters, digits, _ and -")
        for field in ("title", "subtitle", "kind", "description"):
            if not getattr(self, field).strip():
                raise ValueError(f"chart {self.id}: it has no {field}")
        if self.title.rstrip().endswith("."):
            raise ValueError(f"chart {self.id}: its title ends with a full stop")
        if (words := len(self.title.split())) > MOST_WORDS:
            raise ValueError(f"chart {self.id}: its title has {words} words, {MOST_WORDS} at most")
        every = [self.marks, *(panel.marks for panel in self.panels)]
        lines = max(sum(_is_series(mark) for mark in marks) for marks in every)
        if lines > MOST_SERIES:
            raise ValueError(f"chart {self.id}: it has {lines} series, {MOST_SERIES} at most")


def _is_series(mark: Mark) -> bool:
    return isinstance(mark, Line) and mark.role != "limit"


MOST_WORDS = 15
MOST_SERIES = 4
