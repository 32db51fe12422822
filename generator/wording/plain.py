"""How hard a text is to read: its sentences, its paragraphs, and the school grade that it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence

MOST_WORDS, MOST_SENTENCES, HIGHEST_GRADE = 25, 3, 8.0
FEWEST_WORDS = 100
"""Flesch took samples of a hundred words: a grade of fewer says little."""
FIRST_WORDS = 6
"""How many words of a sentence tell which one it is."""
HINT = (
    f"Plain texts have sentences of at most {MOST_WORDS} words, and at most {MOST_SENTENCES} of "
    "them in a paragraph."
)


def sentences(text: str) -> list[str]:
    """Its sentences; a colon at the end ends one too."""
    return [each for each in re.split(r"(?<=[.?!:])\s+(?=[A-Z“0-9])", text.strip()) if each]


def grade(said: Sequence[str]) -> float:
    """The grade of sentences, by J. P. Kincaid, R. P. Fishburne, R. L. Rogers and B. S. Chissom,
    "Derivation of new readability formulas" (Naval Technical Training Command, 1975); 0 for none.
    """
    words = [word for each in said for word in re.findall(r"[A-Za-z’']+", each)]
    if not words:
        return 0.0
    return 0.39 * len(words) / len(said) + 11.8 * sum(map(_syllables, words)) / len(words) - 15.59


def _syllables(word: str) -> int:
    """Groups of vowels, but for a silent e: near enough for an average."""
    return max(1, len(re.findall(r"[aeiouy]+", word.lower().removesuffix("e"))))


def hard(paragraph: str) -> str:
    """What makes it hard to read, with the first words of a long sentence; "" where nothing."""
    said = sentences(paragraph)
    longest = max((each.split() for each in said), key=len, default=[])
    if len(longest) > MOST_WORDS:
        return f'a sentence has {len(longest)} words: "{" ".join(longest[:FIRST_WORDS])} …"'
    if len(said) > MOST_SENTENCES:
        return f"a paragraph has {len(said)} sentences"
    return ""


def too_high(paragraphs: Sequence[str]) -> str:
    """What the grade of a long text is where it is too high, else ""."""
    said = [each for text in paragraphs for each in sentences(text) if " " in each]
    if sum(len(each.split()) for each in said) < FEWEST_WORDS:
        return ""
    found = grade(said)
    return f"the text reads at grade {found:.1f}" if found > HIGHEST_GRADE else ""
