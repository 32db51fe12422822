"""Markdown that people write, as HTML that holds nothing but text and a few forms of it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from markdown import Markdown  # type: ignore[import-untyped]
from markdown.extensions.toc import slugify  # type: ignore[import-untyped]

from generator.errors import Problem, Where, error

from .calls import END, HOLDER
from .clean import HEADINGS, Piece, Start, pieces, refused
from .forms import OurForms

LONGEST, DEEPEST, CROWDED = 100_000, 10, 500
"""Characters in a page, levels in lists, and brackets in a paragraph: Markdown takes minutes
for a few thousand that stay open."""

_DEEP = f"Use at most {DEEPEST} levels."
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
ALLOWED = (
    "Headings from ##, paragraphs, lists, quotations, links, tables, *emphasis* and **strong** "
    "can be used."
)


@dataclass(frozen=True)
class Source:
    """A text as written, to say where in it something is wrong."""

    text: str
    file: str
    before: int

    def problem(self, what: str, hint: str, near: str = "") -> Problem:
        """At the first line that holds `near`: what Markdown made of a line has lost its number."""
        lines = enumerate(self.text.split("\n"), 1)
        line = next(
            (n for n, each in lines if near and (near in each or near in _read_as(each))), None
        )
        where = Where(self.file, line=line + self.before if line else None)
        return error(where, what, hint, _short(near))


@dataclass(frozen=True)
class Prose:
    """The pieces of a page's HTML, and the ids in it that a link may lead to."""

    pieces: tuple[Piece, ...]
    ids: frozenset[str]
    source: Source


def read(text: str, file: str, before: int = 0) -> tuple[Prose, list[Problem]]:
    """`text` as pieces, and what of it a page may not hold.

    `before` is how many lines of the file stand before `text`. Only three extensions of
    Python-Markdown are used: with `attr_list` or `md_in_html` a page could run a script without
    holding a tag.
    """
    source = Source(text, file, before)
    if problems := _too_much(source):
        return Prose((), frozenset(), source), problems
    reader = Markdown(
        output_format="html",
        extensions=["tables", "toc", "sane_lists", OurForms()],
        extension_configs={
            "tables": {"use_align_attribute": True},
            "toc": {"marker": "", "slugify": _id},
        },
    )
    try:
        written = reader.convert(text)
    except RecursionError:
        wrong = source.problem("lists or quotations stand too deep in one another", _DEEP)
        return Prose((), frozenset(), source), [wrong]
    parts = pieces(written)
    problems += [source.problem(what, hint, near) for what, hint, near in reader.wrong]
    problems += _raw(reader.htmlStash.rawHtmlBlocks, source)
    problems += _pictures(parts, source)
    problems += _headings(parts, source)
    if not problems and (found := refused(written)):
        # Links are judged one by one, with their words, where it is known what they lead to.
        near = found[1:-1].split(" ")[0]
        if near != "a":
            problems.append(source.problem(f"{found} is not allowed in a page", ALLOWED, near))
    ids = [piece.get("id") for piece in parts if isinstance(piece, Start) and piece.get("id")]
    problems += [
        source.problem(f"two parts of the page have the id '{id}'", "Give each its own.", id)
        for id in sorted({id for id in ids if id and ids.count(id) > 1})
    ]
    return Prose(parts, frozenset(id for id in ids if id), source), problems


def _id(title: str, separator: str) -> str:
    """The id of a heading, without the signs that stand for its calls."""
    plain: str = slugify(END.sub("", HOLDER.sub("", title)), separator)
    return plain


def _too_much(source: Source) -> list[Problem]:
    """What would take Markdown minutes to read."""
    if len(source.text) > LONGEST:
        what = f"the page has {len(source.text):,} characters"
        return [source.problem(what, f"Write at most {LONGEST:,} in one page.")]
    if deep := re.search(rf"^[ \t]{{{DEEPEST * 4}}}[^\n]*", source.text, re.MULTILINE):
        what = "a line starts with too much white space"
        return [source.problem(what, _DEEP, deep[0])]
    paragraphs = re.split(r"\n[ \t]*\n", source.text)
    if crowded := next(
        (each for each in paragraphs if each.count("[") + each.count("<") >= CROWDED), ""
    ):
        what = f"a paragraph holds {CROWDED} brackets [ and < or more"
        return [source.problem(what, "Part it into several.", crowded.strip().split("\n")[0])]
    return []


def _raw(stash: Iterable[Any], source: Source) -> list[Problem]:
    """HTML in the text, whatever it is; entities such as `&amp;` are text."""
    problems = []
    for each in stash:
        held = str(each).strip()
        if held and not _ENTITY.fullmatch(held):
            shown = held.split("\n")[0]
            what = f"HTML is not allowed in a page: {_short(shown)}"
            problems.append(source.problem(what, ALLOWED, shown))
    return problems


def _pictures(parts: Iterable[Piece], source: Source) -> list[Problem]:
    return [
        source.problem(
            "a picture is not read yet in a page written by hand",
            "Take it out.",
            each.get("src") or "",
        )
        for each in parts
        if isinstance(each, Start) and each.tag == "img"
    ]


def _headings(parts: Iterable[Piece], source: Source) -> list[Problem]:
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
        last = max(level, 2)
    return problems


def _read_as(line: str) -> str:
    """A line as Markdown and HTML read it: `&#58;` a colon, a tab four spaces."""
    return html.unescape(line).expandtabs(4)


def _short(text: str, length: int = 60) -> str:
    return text if len(text) <= length else f"{text[: length - 1]}…"
