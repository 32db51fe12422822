"""Verdicts as parts of a page, and the order in which cards are grouped."""

from __future__ import annotations

from generator.wording import verdicts

from .worded import Verdict

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
"""What is getting worse or missing comes first."""


def verdict(word: str, rest: str = "") -> Verdict:
    """The verdict with its shape and tone. KeyError for a word that is none."""
    return Verdict(verdicts.capitalised(word), verdicts.shape(word), verdicts.tone(word), rest)
