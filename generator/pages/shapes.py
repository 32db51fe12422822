"""Which shape and tone a verdict has. The word is never left out; the colour only repeats it."""

from __future__ import annotations

from .parts import Verdict

# word, in lower case: (shape, tone)
SHAPES: dict[str, tuple[str, str]] = {
    "target met": ("tick", "good"),
    "on track": ("at-bar", "good"),
    "improving but not on track": ("short-of-bar", "good"),
    "improving": ("forward", "good"),
    "improved": ("forward", "good"),
    "better": ("forward", "good"),
    "no clear change": ("level", "flat"),
    "similar": ("level", "flat"),
    "getting worse": ("back", "bad"),
    "worsened": ("back", "bad"),
    "worse": ("back", "bad"),
    "higher": ("above", "flat"),
    "lower": ("below", "flat"),
    "too early to say": ("clock", "wait"),
    "cannot say": ("ring", "wait"),
    "cannot be judged": ("ring", "wait"),
    "not published": ("ring", "wait"),
    "no comparator": ("ring", "wait"),
    "no target": ("ring", "wait"),
}

ON_A_CARD = (
    "Getting worse",
    "Not published",
    "No clear change",
    "Too early to say",
    "Higher",
    "Lower",
    "Improving but not on track",
    "Improving",
    "On track",
    "Target met",
)
"""The order in which cards are grouped: what is getting worse or missing comes first."""


def verdict(word: str, rest: str = "") -> Verdict:
    """The verdict with its shape; its first letter is a capital. KeyError for an unknown word."""
    shape, tone = SHAPES[word.lower()]
    return Verdict(word[:1].upper() + word[1:], shape, tone, rest)
