"""What pages are put together from: worded values, ready for the macros of the same names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from generator.model.page import Half


@dataclass(frozen=True)
class Link:
    """A text that leads somewhere; `href` is as written in the page. "" makes it plain text."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Verdict:
    """A shape and a word. `shape` and `tone` are of `shapes`; `rest` follows: "than England"."""

    word: str
    shape: str
    tone: str
    rest: str = ""

    kind: ClassVar[str] = "verdict"


@dataclass(frozen=True)
class Reasoned:
    """A verdict in a table, with the reason for it under it."""

    verdict: Verdict
    note: str = ""

    kind: ClassVar[str] = "reasoned"


@dataclass(frozen=True)
class Text:
    """A text or number in a table, with a note under it."""

    text: str
    note: str = ""

    kind: ClassVar[str] = "text"


@dataclass(frozen=True)
class Linked:
    """A link in a table."""

    link: Link
    note: str = ""

    kind: ClassVar[str] = "linked"


@dataclass(frozen=True)
class Spark:
    """A sparkline, what it shows in words, and the two periods that the words speak of."""

    svg: Markup
    words: str
    when: str = ""

    kind: ClassVar[str] = "spark"


@dataclass(frozen=True)
class Sparked:
    """A series in a table: its sparkline, its last value beside it, and what both say in words."""

    spark: Spark
    value: str

    kind: ClassVar[str] = "sparked"


Cell = Text | Reasoned | Linked | Spark | Sparked


@dataclass(frozen=True)
class Column:
    """`big` marks the column of the subject; `label` stands over the value on a phone."""

    title: str
    numeric: bool = False
    big: bool = False


@dataclass(frozen=True)
class Row:
    """One row: what it is about, and a cell for each further column. `me`: the subject's own.

    `number` stands before its name, and for it on a map; `within` names the row above that it is a
    part of.
    """

    head: Link
    cells: tuple[Cell, ...]
    note: str = ""
    me: bool = False
    id: str = ""
    number: str = ""
    within: str = ""


@dataclass(frozen=True)
class Table:
    """`id` is unique in its page. `shorthand` explains each [x] that a cell uses.

    A `ledger` shows a block a row on phones; a `dense` one is for many rows, a few lines each.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    shorthand: str = ""
    ledger: bool = False
    dense: bool = False
    hide_caption: bool = False


@dataclass(frozen=True)
class Number:
    """A value and its unit as drawn: "21.0" and "%"."""

    value: str
    unit: str = ""


@dataclass(frozen=True)
class Fact:
    """One of the facts beside the headline number; `aim` draws its rule dashed."""

    term: str
    value: str
    note: str = ""
    aim: bool = False


@dataclass(frozen=True)
class Card:
    """One outcome or indicator at a glance."""

    verdict: Verdict
    title: Link
    number: Number | None
    words: str
    spark: Spark | None = None
    illustrative: bool = False
    evidence: str = ""
    """How strong the evidence is: "Evidence: monitoring only"."""


@dataclass(frozen=True)
class Count:
    """One entry of the tally: as many shapes as there are, and how many in words."""

    shape: str
    tone: str
    shapes: int
    words: str


@dataclass(frozen=True)
class Download:
    """A file to take away: its name in words, and "CSV, 1 kB"."""

    text: str
    href: str
    kind: str


@dataclass(frozen=True)
class Cited:
    """A publication, who published it, and the period that was taken from it."""

    title: Link
    publisher: str = ""
    period: str = ""


@dataclass(frozen=True)
class Figure:
    """A chart on a page: two drawings, what stands under them, and the table of its numbers."""

    id: str
    title: str
    subtitle: str
    wide: Markup
    narrow: Markup
    notes: tuple[str, ...]
    sources: tuple[Cited, ...]
    explore: str
    plotly: str
    download: Download
    table: Table
    illustrative: bool = False


@dataclass(frozen=True)
class Definition:
    """A term and what stands for it: paragraphs, or links."""

    term: str
    texts: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True)
class Teaser:
    """A story beside a number: a quotation where it has one, else its first words."""

    title: Link
    quote: str
    by: str
    number: Number | None
    words: str
    illustrative: bool = False


@dataclass(frozen=True)
class Entry:
    """A story in a list: its title, one line about it, and its own words where they are short."""

    title: Link
    line: str = ""
    quote: str = ""


@dataclass(frozen=True)
class Head:
    """The top of a page: where it stands, its name, and the finding under it."""

    title: str
    finding: str
    crumbs: tuple[Link, ...] = ()
    half: Half = ""
    verdicts: tuple[Verdict, ...] = ()
    evidence: str = ""
    short: tuple[str, ...] = ()
    illustrative: str = ""
