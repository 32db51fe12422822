"""Quarters, fifths and tenths of places, in words: never a rank."""

from __future__ import annotations

from generator.model.words import Direction

from .names import in_words, plural

_NAMES = {4: "quarter", 5: "fifth", 10: "tenth"}
_PLACES = ("", "second ", "third ", "fourth ", "fifth ")


def name(of: int) -> str:
    """What one of so many parts is called: "fifth"."""
    return _NAMES[of]


def word(part: int, of: int, direction: Direction) -> str:
    """ "worst", "second worst", "middle", "second best", "best", to stand under "Fifth"; lowest
    and highest where neither way is better."""
    first, last = ("lowest", "highest") if direction == "none" else ("worst", "best")
    if 2 * part == of + 1:
        return "middle"
    from_first = 2 * part <= of
    place = part - 1 if from_first else of - part
    return f"{_PLACES[place]}{first if from_first else last}"


def in_the_first(of: int, direction: Direction, kind: str, places: int, named: str) -> str:
    """ "Worst fifth of nine wards: Millfields and Quayside."""
    first = word(1, of, direction).capitalize()
    return f"{first} {name(of)} of {in_words(places)} {plural(kind)}: {named}."


def explained(of: int) -> str:
    """What the parts do not say."""
    return (
        f"Each {name(of)} has about as many places of one kind. Places in neighbouring "
        f"{name(of)}s may differ by chance alone."
    )
