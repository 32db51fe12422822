"""Where in a page the words of its claims stand, and the links put around them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.errors import Problem, error

from ..above import with_above
from ..answer import Answer, Evidence
from ..calls import END, HOLDER, Call
from ..clean import End, Piece, Start, Text

_INLINE = ("br", "em", "strong")
_MARK = re.compile(f"(?:{HOLDER.pattern}|{END.pattern})")
_CODE = "Write {% raw %} before it and {% endraw %} after it to show it as it is typed."
_ONE = "Keep it in one paragraph, item or cell, and close in it what you open in it."


@dataclass(frozen=True)
class _Mark:
    """Where a claim starts or `ends`: the tags around it, and the pieces from there on."""

    ends: bool
    above: tuple[Start, ...]
    index: int


def misplaced(parts: Sequence[Piece], calls: Sequence[Call]) -> list[Problem]:
    """The claims that are not words of one sentence around which a link can stand."""
    found: dict[int, list[_Mark]] = {n: [] for n, call in enumerate(calls) if call.around}
    parts = tuple(each for piece in parts for each in _split(piece, found))
    for index, (piece, above) in enumerate(with_above(parts)):
        if isinstance(piece, Text) and (mark := _MARK.fullmatch(piece.text)):
            own = found.get(int(mark[1] or mark[2]), [])
            own.append(_Mark(mark[1] is None, tuple(above), index))
    wrong = ((calls[n], _wrong(marks, parts)) for n, marks in found.items())
    return [error(call.where, *why) for call, why in wrong if why]


def _wrong(marks: Sequence[_Mark], parts: Sequence[Piece]) -> tuple[str, str] | None:
    around = {each.tag for mark in marks for each in mark.above}
    if around & {"code", "pre"}:
        return "a claim can't stand in code", _CODE
    if "a" in around:
        return "a claim can't stand in a link", "It is a link to its evidence: end the other first."
    match marks:
        case [_Mark(ends=False) as first, _Mark(ends=True) as last]:
            held = [e for e in parts[first.index : last.index] if not isinstance(e, Text)]
            if any(each.tag == "a" for each in held):
                return "a link can't stand in a claim", "Put it after the claim."
            same = [*map(id, first.above)] == [*map(id, last.above)]
            if same and all(each.tag in _INLINE for each in held):
                return None
    return "the words of a claim are not part of one sentence", _ONE


def linked(parts: Sequence[Piece], answers: Sequence[Answer]) -> tuple[Piece, ...]:
    """The pieces with each claim's words as a link to its evidence."""
    claims = {n: e.shown for n, e in enumerate(answers) if isinstance(e.shown, Evidence)}
    return tuple(made for piece in parts for made in _linked(piece, claims))


def _linked(piece: Piece, claims: Mapping[int, Evidence]) -> Iterator[Piece]:
    for each in _split(piece, claims):
        mark = _MARK.fullmatch(each.text) if isinstance(each, Text) else None
        if mark is None or (mark[1] and int(mark[1]) not in claims):
            yield each
        elif mark[1]:
            yield Start("a", (("href", claims[int(mark[1])].href),))
        elif int(mark[2]) in claims:
            yield End("a")
            yield from (Text(" (illustrative)"),) if claims[int(mark[2])].marked else ()


def _split(piece: Piece, claims: Container[int]) -> Iterator[Piece]:
    """A text parted at the marks of these claims, which are texts of their own.

    An end of another was typed, as a reference to its signs: it is left out.
    """
    if not isinstance(piece, Text):
        yield piece
        return
    start, text = 0, END.sub(lambda end: end[0] if int(end[1]) in claims else "", piece.text)
    for mark in (m for m in _MARK.finditer(text) if int(m[1] or m[2]) in claims):
        yield Text(text[start : mark.start()])
        yield Text(mark[0])
        start = mark.end()
    yield Text(text[start:])
