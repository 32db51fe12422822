"""Causes that a page written by hand gives beside a number that cannot bear them.

Beside a number stand the words of its paragraph, item or cell, and the heading right above; beside
a block such as a chart, what stands right before and after it. Quotations are people's own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.errors import Problem, Where, error
from generator.model.indicator import Indicator
from generator.wording.causal import Cause, cause

from ...parts.gaps import COMPARED
from ..answer import Answer
from ..calls import Call
from ..clean import HEADINGS
from ..draft import Draft
from ..texts import Said, texts

_DESIGN = "A cause takes an indicator with design: comparison or trial."
FRONT = ("title", "description")


def refused(
    one: Draft, answers: Sequence[Answer | Problem], indicators: Mapping[str, Indicator]
) -> list[Problem]:
    """A problem for each text that gives a cause beside an indicator without a comparison."""
    about = [each.about if isinstance(each, Answer) else () for each in answers]
    names = ["5" if call.name == "number" else "" for call in one.calls]
    found = []
    for said, beside in _beside(one):
        near = [(n, id) for n in beside if n < len(about) for id in about[n]]
        weak = [e for e in near if e[1] in indicators and indicators[e[1]].design not in COMPARED]
        if weak and (given := cause(said.with_calls_as(names))):
            number, id = weak[0]
            what = f"“{given.words}” gives a cause, and {id} has no comparison that could bear it"
            hint = f"Write “{given.instead}”, which says no more than is known. {_DESIGN}"
            where = _where(one, said, given, one.calls[number])
            found.append(error(where, what, hint, given.words))
    return found


def _beside(one: Draft) -> Iterator[tuple[Said, Sequence[int]]]:
    """Each text that is our own, with the calls by number that it stands beside."""
    # The name of the page and what it says are headings above its first text.
    front = [Said(getattr(one.front, name), "", name) for name in FRONT]
    body = [*texts(one.prose.pieces)]
    blocks = [_only_blocks(each, one.calls) for each in body]
    for said in front:
        yield said, body[0].calls if body else ()
    for index, said in enumerate(body):
        above, below = body[index - 1 : index], body[index + 1 : index + 2]
        beside = list(said.calls)
        if said.tag in HEADINGS:
            beside += below[0].calls if below else ()
        elif not said.quoted:
            beside += above[0].calls if above and blocks[index - 1] else ()
            beside += below[0].calls if below and blocks[index + 1] else ()
        yield said, beside


def _only_blocks(said: Said, calls: Sequence[Call]) -> bool:
    own = [calls[n] for n in said.calls if n < len(calls)]
    return bool(own) and all(call.block for call in own)


def _where(one: Draft, said: Said, given: Cause, call: Call) -> Where:
    """The line with the words that is nearest to the call, the call's own where none has them."""
    if said.tag in FRONT:
        return Where(call.where.file, field=said.tag)
    source, at = one.prose.source, call.where.line or 0
    plain = re.sub(r"[*_]", "", source.text)
    lines = list(enumerate(plain.split("\n"), source.before + 1))
    for wanted in (given.words, given.words.split()[0]):
        if found := [number for number, line in lines if wanted in line]:
            return Where(call.where.file, line=min(found, key=lambda number: abs(number - at)))
    return call.where
