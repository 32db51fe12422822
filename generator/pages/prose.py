"""Markdown that people write, as HTML that holds nothing but text and a few forms of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from generator.errors import Problem, Where, error

from .clean import HEADINGS, Piece, Start, pieces, refused

OF_THE_FRAME = frozenset({"main", "content", "menu", "search"})
"""Ids that the frame of every page has; a heading can't have them too."""

_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_ID = re.compile(r"\s*\{#([a-z][a-z0-9-]*)\}\s*$")
_CAPTION = "Table: "
_ALLOWED = (
    "Headings from ##, paragraphs, lists, quotations, links, tables, *emphasis* and **strong** "
    "can be used."
)


@dataclass(frozen=True)
class Prose:
    """The pieces of a page's HTML, and the ids in it that a link may lead to."""

    pieces: tuple[Piece, ...]
    ids: frozenset[str]


def read(text: str, file: str, before: int = 0) -> tuple[Prose, list[Problem]]:
    """`text` as pieces, and what of it a page may not hold.

    `before` is how many lines of the file stand before `text`. Only three extensions of
    Python-Markdown are used: with `attr_list` or `md_in_html` a page could run a script without
    holding a tag.
    """
    source = _Source(text, file, before)
    reader = Markdown(
        output_format="html",
        extensions=["tables", "toc", "sane_lists", _OurForms()],
        extension_configs={"tables": {"use_align_attribute": True}, "toc": {"marker": ""}},
    )
    html = reader.convert(text)
    parts = pieces(html)
    problems = [source.problem(what, hint, near) for what, hint, near in reader.wrong]  # type: ignore[attr-defined]
    problems += _raw(reader.htmlStash.rawHtmlBlocks, source)
    problems += _pictures(parts, source)
    problems += _headings(parts, source)
    if not problems and (found := refused(html)):
        # Links are judged one by one, with their words, where it is known what they lead to.
        near = found[1:-1].split(" ")[0]
        if near != "a":
            problems.append(source.problem(f"{found} is not allowed in a page", _ALLOWED, near))
    ids = [piece.get("id") for piece in parts if isinstance(piece, Start) and piece.get("id")]
    problems += [
        source.problem(f"two parts of the page have the id '{id}'", "Give each its own.", id)
        for id in sorted({id for id in ids if id and ids.count(id) > 1})
    ]
    return Prose(parts, frozenset(id for id in ids if id)), problems


@dataclass(frozen=True)
class _Source:
    text: str
    file: str
    before: int

    def problem(self, what: str, hint: str, near: str = "") -> Problem:
        """At the first line that holds `near`: what Markdown made of a line has lost its number."""
        lines = self.text.split("\n")
        line = next((i for i, each in enumerate(lines, 1) if near and near in each), None)
        where = Where(self.file, line=line + self.before if line else None)
        return error(where, what, hint, near)


def _raw(stash: Iterable[Any], source: _Source) -> list[Problem]:
    """HTML in the text, whatever it is; entities such as `&amp;` are text."""
    problems = []
    for each in stash:
        html = str(each).strip()
        if html and not _ENTITY.fullmatch(html):
            shown = html.split("\n")[0]
            what = f"HTML is not allowed in a page: {_short(shown)}"
            problems.append(source.problem(what, _ALLOWED, shown))
    return problems


def _pictures(parts: Iterable[Piece], source: _Source) -> list[Problem]:
    return [
        source.problem(
            "a picture is not read yet in a page written by hand",
            "Take it out.",
            each.get("src") or "",
        )
        for each in parts
        if isinstance(each, Start) and each.tag == "img"
    ]


def _headings(parts: Iterable[Piece], source: _Source) -> list[Problem]:
    """The page's name is its one h1, so headings start at ## and go down one level at a time."""
    problems, last = [], 1
    for each in parts:
        if not isinstance(each, Start) or not re.fullmatch(r"h[1-6]", each.tag):
            continue
        level = int(each.tag[1])
        if level == 1:
            hint = "The page's name is the title in its front matter. Start at ##."
            problems.append(source.problem("a page has one heading of level 1", hint, "# "))
        elif level > last + 1 or each.tag not in HEADINGS:
            what = f"a heading of level {level} follows one of level {last}"
            hint = f"Type {'#' * min(last + 1, 4)}."
            problems.append(source.problem(what, hint, "#" * level + " "))
        elif (id := each.get("id")) in OF_THE_FRAME:
            hint = f"Add an id of its own after the heading, such as {{#{id}-part}}."
            problems.append(source.problem(f"the id '{id}' is the page frame's", hint, "#" * level))
        last = max(level, 2)
    return problems


def _short(text: str, length: int = 60) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"


class _OurForms(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        md.wrong = []  # type: ignore[attr-defined]
        # After `inline` (20), which fills in the text, and before `toc` (5), which makes ids.
        md.treeprocessors.register(_Forms(md), "our_forms", 10)


class _Forms(Treeprocessor):
    """Ids as `## Title {#id}`, and tables that a screen reader can walk."""

    def run(self, root: Element) -> None:
        for heading in (each for each in root.iter() if each.tag in HEADINGS):
            _take_id(heading)
        tables = 0
        for parent in list(root.iter()):
            for index, child in reversed(list(enumerate(parent))):
                if child.tag == "table" and parent.get("class") != "tb":
                    tables += 1
                    self._table(parent, index, f"table-{tables}")

    def _table(self, parent: Element, index: int, id: str) -> None:
        table, said = parent[index], parent[index - 1] if index else None
        wrong = self.md.wrong  # type: ignore[attr-defined]
        near = "".join(table[0].itertext()).strip().split("\n")[0]
        if said is None or said.tag != "p" or not (said.text or "").startswith(_CAPTION):
            hint = "Write a paragraph 'Table: what it shows' above it."
            wrong.append(("a table has no caption", hint, near))
            return
        said.tag, said.text = "caption", (said.text or "")[len(_CAPTION) :]
        said.set("id", id)
        for row in table.iter("tr"):
            for number, cell in enumerate(row):
                if not "".join(cell.itertext()).strip():
                    hint = (
                        "Type [x] where there is no value, and say under the table what it means."
                    )
                    wrong.append(("a cell of a table is empty", hint, near))
                _dress(cell, number)
        parent.remove(said)
        parent.remove(table)
        box = Element("div", {"class": "tb", "role": "region", "tabindex": "0"})
        box.set("aria-labelledby", id)
        box.append(table)
        table.insert(0, said)
        said.tail = table.tail = "\n"
        parent.insert(index - 1, box)


def _dress(cell: Element, number: int) -> None:
    right = cell.attrib.pop("align", "") == "right"
    if cell.tag == "th":
        cell.set("scope", "col")
    elif number == 0:
        cell.tag = "th"
        cell.set("scope", "row")
    if right:
        cell.set("class", "r")


def _take_id(heading: Element) -> None:
    last = heading[-1] if len(heading) else None
    text = (last.tail if last is not None else heading.text) or ""
    if found := _ID.search(text):
        heading.set("id", found[1])
        rest = text[: found.start()]
        if last is None:
            heading.text = rest
        else:
            last.tail = rest
