"""The meanings of the words of a closed list, as they stand under it."""

from __future__ import annotations

from collections.abc import Mapping


def of_words(text: str) -> tuple[str, Mapping[str, str]]:
    """The sentence of a closed list, and the meaning of each word: `up: higher is better`."""
    about, _, lines = text.partition("\n\n")
    return about, dict(line.split(": ", 1) for line in lines.splitlines())
