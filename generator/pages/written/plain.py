"""Which paragraphs of a page written by hand are hard to read: told, and stopping nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.wording import plain

from .calls import HOLDER, Call
from .clean import End, Piece, Start, Text
from .prose import Prose

_GRADE = f"Grade {plain.HIGHEST_GRADE:.0f} or lower is plain: try shorter sentences and words."


def warnings(prose: Prose, calls: Sequence[Call]) -> list[Problem]:
    """A warning for each long sentence or paragraph, and one for the grade of the whole page."""
    found = list(_paragraphs(prose.pieces, calls))
    problems = [
        prose.source.problem(what, plain.HINT, near)
        for text, near in found
        if (what := plain.hard(text))
    ]
    if high := plain.too_high([text for text, _ in found]):
        problems.append(prose.source.problem(high, _GRADE))
    return [replace(each, level="warning") for each in problems]


def _paragraphs(parts: Sequence[Piece], calls: Sequence[Call]) -> Iterator[tuple[str, str]]:
    """The text of each paragraph and item, and its first words as they were written.

    Quotations are someone's own words, and tables hold no sentences.
    """
    quoted, text, near = 0, "", ""
    for piece in parts:
        if isinstance(piece, Text):
            near = near or piece.text.strip().split("\n")[0]
            text += HOLDER.sub(lambda held: _stands_for(int(held[1]), calls), piece.text)
        elif piece.tag in ("p", "li", "h2", "h3", "h4", "ul", "ol", "blockquote", "div"):
            if isinstance(piece, End) and piece.tag in ("p", "li") and not quoted and text.strip():
                yield " ".join(text.split()), near
            text = near = ""
        if isinstance(piece, Start | End) and piece.tag in ("blockquote", "div", "pre"):
            quoted += 1 if isinstance(piece, Start) else -1


def _stands_for(number: int, calls: Sequence[Call]) -> str:
    """A number is a word; a finding is a sentence of ours, which is plain."""
    return "5" if number < len(calls) and calls[number].name == "number" else ""
