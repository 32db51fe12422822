"""Quarters, fifths and tenths of places, in words: never a rank."""

from __future__ import annotations

from generator.model.words import Direction

_NAMES = {4: "quarter", 5: "fifth", 10: "tenth"}
_PLACES = ("", "second ", "third ", "fourth ", "fifth ")
CHANCE = "Places in neighbouring parts may differ by chance alone."


def name(of: int) -> str:
    """What one of so many parts is called: "fifth"."""
    return _NAMES[of]


def word(part: int, of: int, direction: Direction) -> str:
    """ "worst fifth", "second worst fifth", "middle fifth"; lowest and highest where neither way
    is better."""
    first, last = ("lowest", "highest") if direction == "none" else ("worst", "best")
    if 2 * part == of + 1:
        return f"middle {name(of)}"
    from_first = 2 * part <= of
    place = part - 1 if from_first else of - part
    return f"{_PLACES[place]}{first if from_first else last} {name(of)}"


def explained(of: int, direction: Direction) -> str:
    """What the column says, and what it does not."""
    first = "lowest" if direction == "none" else "worst"
    return (
        f"Places of one kind with a value are parted into {name(of)}s of about as many each, the "
        f"{first} first. {CHANCE}"
    )
