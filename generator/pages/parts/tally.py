"""How many stand how: counts of verdicts as shapes, and as one or two sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.wording.findings import LONGEST

from .layout import joined
from .shapes import ON_A_CARD, verdict
from .worded import Count

MOST_SHAPES = 24
"""More than so many are not drawn one by one."""

_SAID = {
    "Getting worse": ("is getting worse", "are getting worse"),
    "Not published": ("has no published value", "have no published value"),
    "No clear change": ("shows no clear change", "show no clear change"),
    "Too early to say": ("is too early to judge", "are too early to judge"),
    "Higher": ("is higher", "are higher"),
    "Lower": ("is lower", "are lower"),
    "Improving but not on track": (
        "is improving but not on track",
        "are improving but not on track",
    ),
    "Improving": ("is improving", "are improving"),
    "On track": ("is on track", "are on track"),
    "Target met": ("has met its target", "have met their target"),
}


def counted(verdicts: Iterable[str]) -> dict[str, int]:
    """How often each verdict of a card stands, what is getting worse or missing first."""
    counts = Counter(verdicts)
    return {verdict: counts[verdict] for verdict in ON_A_CARD if counts[verdict]}


def shapes(verdicts: Iterable[str]) -> tuple[Count, ...]:
    """One entry a verdict, with a shape for each time where they are not too many."""
    counts = counted(verdicts)
    singly = sum(counts.values()) <= MOST_SHAPES
    looks = {word: verdict(word) for word in counts}
    return tuple(
        Count(looks[word].shape, looks[word].tone, n if singly else 1, f"{n:,} {word.lower()}")
        for word, n in counts.items()
    )


def sentence(verdicts: Iterable[str], one: str, many: str) -> str:
    """ "Of 8 outcomes, 2 are getting worse, 3 show no clear change and 3 are improving."

    Where that would be too long for a sentence it is two.
    """
    counts = counted(verdicts)
    total = sum(counts.values())
    if not total:
        return f"There are no {many} yet."
    if len(counts) == 1:
        [(verdict, n)] = counts.items()
        who = f"The {one}" if n == 1 else f"All {n:,} {many}"
        return f"{who} {_said(verdict, n)}."
    start = f"Of {total:,} {many},"
    sentences: list[list[str]] = [[]]
    for verdict, n in counts.items():
        text = f"{n:,} {_said(verdict, n)}"
        if len(" ".join([*sentences[-1], text]).split()) > LONGEST - len(start.split()):
            sentences.append([])
        sentences[-1].append(text)
    opened = [start, *["Another"] * (len(sentences) - 1)]
    return " ".join(f"{o} {joined(said)}." for o, said in zip(opened, sentences, strict=True))


def _said(verdict: str, n: int) -> str:
    return _SAID[verdict][n > 1]
