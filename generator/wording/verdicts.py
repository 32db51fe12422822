"""Verdicts as words with a tone and a shape: the word is never left out (look: Components)."""

from __future__ import annotations

from typing import Literal

Tone = Literal["good", "bad", "flat", "wait"]
Shape = Literal[
    "tick",
    "at-bar",
    "short-of-bar",
    "forward",
    "facing",
    "level",
    "either",
    "back",
    "back-open",
    "parting",
    "apart",
    "above",
    "below",
    "clock",
    "ring",
]

_LOOKS: dict[str, tuple[Shape, Tone]] = {
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
    "no target": ("ring", "wait"),
    "no comparator": ("ring", "wait"),
    "not published": ("ring", "wait"),
    "special-cause improvement": ("forward", "good"),
    "special-cause concern": ("back", "bad"),
    "special-cause higher": ("above", "flat"),
    "special-cause lower": ("below", "flat"),
    "common cause": ("level", "flat"),
    "not enough data": ("ring", "wait"),
    "consistently meets target": ("tick", "good"),
    "hit and miss": ("level", "flat"),
    "consistently misses target": ("back", "bad"),
    "increasing and getting better": ("forward", "good"),
    "increasing and getting worse": ("back", "bad"),
    "decreasing and getting better": ("forward", "good"),
    "decreasing and getting worse": ("back", "bad"),
    "increasing": ("above", "flat"),
    "decreasing": ("below", "flat"),
    "no significant change": ("level", "flat"),
    "cannot be calculated": ("ring", "wait"),
    "clear gap": ("apart", "bad"),
    "no clear gap": ("level", "flat"),
    "too small to say": ("ring", "wait"),
    "narrowing": ("facing", "good"),
    "widening": ("parting", "bad"),
    "under-represented": ("below", "flat"),
    "over-represented": ("above", "flat"),
    "better than expected": ("forward", "good"),
    "as expected": ("level", "flat"),
    "worse than expected": ("back", "bad"),
    "higher than expected": ("above", "flat"),
    "lower than expected": ("below", "flat"),
    "likely to meet target": ("at-bar", "good"),
    "could go either way": ("either", "flat"),
    "unlikely to meet target": ("back-open", "bad"),
}

VERDICTS: tuple[str, ...] = tuple(_LOOKS)
"""Every verdict that can be worded, in lower case."""


def tone(verdict: str) -> Tone:
    """The tone of a verdict, in any case. KeyError for a word that is none."""
    return _LOOKS[verdict.lower()][1]


def shape(verdict: str) -> Shape:
    """The silhouette of a verdict, in any case. KeyError for a word that is none."""
    return _LOOKS[verdict.lower()][0]


def capitalised(verdict: str) -> str:
    """As it stands at the start of a line: "No clear change"."""
    return verdict[:1].upper() + verdict[1:]


def against(verdict: str, comparator: str) -> str:
    """With the comparator's name: "worse than England", "similar to England"."""
    if verdict in ("better", "worse", "higher", "lower"):
        return f"{verdict} than {comparator}"
    return f"{verdict} to {comparator}" if verdict == "similar" else verdict
