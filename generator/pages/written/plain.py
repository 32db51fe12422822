"""Which paragraphs of a page written by hand are hard to read: told, and stopping nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.errors import Problem
from generator.wording import plain

from .calls import Call
from .prose import Prose
from .texts import texts

_GRADE = f"Grade {plain.HIGHEST_GRADE:.0f} or lower is plain: try shorter sentences and words."


def warnings(prose: Prose, calls: Sequence[Call]) -> list[Problem]:
    """A warning for each long sentence or paragraph, and one for the grade of the whole page.

    Quotations are someone's own words, and tables hold no sentences.
    """
    # A number is a word; a finding is a sentence of ours, which is plain.
    words = ["5" if call.name == "number" else "" for call in calls]
    own = [e for e in texts(prose.pieces) if e.tag in ("p", "li") and not (e.quoted or e.boxed)]
    found = [(text, each.near) for each in own if (text := each.with_calls_as(words))]
    problems = [
        prose.source.problem(what, plain.HINT, near)
        for text, near in found
        if (what := plain.hard(text))
    ]
    if high := plain.too_high([text for text, _ in found]):
        problems.append(prose.source.problem(high, _GRADE))
    return [replace(each, level="warning") for each in problems]
