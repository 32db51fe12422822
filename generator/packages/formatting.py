"""A story's text: headings, paragraphs, quotes, items, *em* and **strong**; nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import Problem, Where, error
from ..model.story import Block
from .scalars import UNSEEN

ALLOWED = "Allowed are paragraphs, ## headings, > quotes, - items, *em* and **strong**."
_IN_A_LINE: tuple[tuple[str, str], ...] = (
    (r"<\s*[A-Za-z/!?]", "HTML"),
    (r"!\[", "an image"),
    (r"\]\s?\(|\]\s?\[|^\s*\[[^\]]*\]:|\[\^", "a link or a footnote"),
    (r"`|~~~", "code"),
    (r"\{\s*[:#.%{]|[%}]\s*\}", "an attribute list or a call"),
    (r"--8<--", "a snippet"),
    (r"&(?:#?[A-Za-z0-9]+);", "an HTML entity (type the character itself)"),
    (r"\\[\\`*_{}\[\]()#+\-.!<>|]", "an escape with \\"),
)  # fmt: skip
_AT_ITS_START: tuple[tuple[str, str], ...] = (
    (r"(?:\t| {4,})\S", "an indented line (code)"),
    (r"#(?!# )|### ?", "a heading other than ##"),
    (r"[*+] ", "an item with * or + (type - instead)"),
    (r"\d+[.)] ", "a numbered list"),
    (r"\|", "a table"),
    (r"(?:[-*_=] ?){3,}$", "a line drawn across"),
    (r"(?:!!!|\?\?\?|///)", "a box"),
)
_OPENS = re.compile(r"(?:^|\s)_{1,2}(?=\S)")
_CLOSES = re.compile(r"(?<=\S)_{1,2}(?=$|[\s.,;:!?])")
_RUNS = re.compile(r"\*\*(?P<strong>[^\s*](?:[^*]*[^\s*])?)\*\*|\*(?P<em>[^\s*](?:[^*]*[^\s*])?)\*")


def blocks(text: str, file: str, first_line: int) -> tuple[tuple[Block, ...], list[Problem]]:
    """The blocks of a story whose text starts in line `first_line` of its file."""
    problems = []
    for number, line in enumerate(text.split("\n"), first_line):
        if kind := _refused(line):
            what = f"the text holds {kind}"
            problems.append(error(Where(file, line=number), what, ALLOWED))
    read = []
    for number, kind, content in _pieces(text, first_line):
        runs = _runs(content)
        if any(style == "" and "*" in part for style, part in runs):
            hint = "Type *em* or **strong** with a star on both sides, without spaces within."
            problems.append(
                error(Where(file, line=number), "a star stands without its partner", hint)
            )
        read.append(Block(kind, runs))
    return tuple(read), problems


def _refused(line: str) -> str | None:
    if UNSEEN.search(line):
        return "a character that cannot be seen"
    within = re.sub(r"^(> ?|- |## )", "", line)
    for starts in (line, within):
        for pattern, kind in _AT_ITS_START:
            if re.match(pattern, starts):
                return kind
    if (opens := _OPENS.search(line)) and _CLOSES.search(line, opens.end()):
        return "emphasis with _ (type * instead)"
    return next((kind for pattern, kind in _IN_A_LINE if re.search(pattern, line)), None)


def _pieces(text: str, first_line: int) -> Iterator[tuple[int, str, str]]:
    """(line, kind, text) of each block, its lines joined."""
    kind, started, held = "", 0, list[str]()
    for number, line in enumerate([*text.split("\n"), ""], first_line):
        here, content = _kind(line)
        goes_on = here == kind and kind in ("paragraph", "quote")
        if kind == "item" and here == "paragraph":
            goes_on, here = True, "item"  # a long item goes on in the next line
        if not goes_on or not content:
            if held:
                yield started, kind, " ".join(held)
            kind, started, held = here, number, []
        if content:
            held.append(content)


def _kind(line: str) -> tuple[str, str]:
    for mark, kind in (("## ", "heading"), ("> ", "quote"), ("- ", "item")):
        if line.startswith(mark):
            return kind, line.removeprefix(mark).strip()
    if line.strip() == ">":
        return "quote", ""
    return ("paragraph", line.strip()) if line.strip() else ("", "")


def _runs(text: str) -> tuple[tuple[str, str], ...]:
    runs, at = [], 0
    for found in _RUNS.finditer(text):
        runs.append(("", text[at : found.start()]))
        style = "strong" if found["strong"] is not None else "em"
        runs.append((style, found[style]))
        at = found.end()
    runs.append(("", text[at:]))
    return tuple((style, part) for style, part in runs if part)
