"""What is said beside change in people: periods, and the lines that owners of scales ask for."""

from __future__ import annotations

from generator.model.scale import Scale
from generator.wording import periods

from ..known.lookup import Lookup


def licence(*scales: Scale) -> tuple[str, ...]:
    """The lines that the owners of scales ask for, each once."""
    return tuple(dict.fromkeys(scale.licence_line for scale in scales if scale.licence_line))


def period(lookup: Lookup, text: str) -> str:
    """A period in words: "2025/26"."""
    return periods.in_words(text, lookup.report.inputs.periods)


def within(lookup: Lookup, text: str) -> str:
    """With its preposition: "in 2025/26"."""
    known = lookup.report.inputs.periods
    return periods.within(known[text]) if text in known else f"in {text}"
