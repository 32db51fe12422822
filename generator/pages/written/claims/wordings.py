"""How the verdict of each reading is written as a claim, and what a written claim says."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from generator.model import verdicts, words
from generator.wording.verdicts import against

GAPS: tuple[str, ...] = (words.GAP, words.GAP_OVER_TIME)
"""Readings of which a breakdown has one a group."""
_CLEAR = get_args(verdicts.Gap)[:2]
# Each reading with its verdicts, and what is written after one of them.
_FORMS: tuple[tuple[str, object, str], ...] = (
    (words.SINCE_BASELINE, verdicts.SinceBaseline, " since baseline"),
    (words.TOWARDS_TARGET, verdicts.TowardsTarget, ""),
    (words.ON_A_CARD, verdicts.OnACard, ""),
    (words.RECENT_TREND, verdicts.RecentTrend, " recently"),
    (words.VARIATION, verdicts.Variation, ""),
    (words.ASSURANCE, verdicts.Assurance, ""),
    (words.FORECAST, verdicts.Forecast, ""),
    (words.SPREAD, verdicts.Spread, ""),
    (words.REACH, verdicts.Reach, ""),
)
_AFTER = {reading: after for reading, _, after in _FORMS}
_THAN = re.compile(
    r"(better|worse|higher|lower) than (.+)|(similar) (?:to|than) (.+)", re.IGNORECASE
)
_BETWEEN = re.compile(
    rf"({'|'.join(_CLEAR)}) between (.+)|gap between (.+?) (?:is )?"
    rf"({'|'.join((*_CLEAR, *get_args(verdicts.GapOverTime)))})",
    re.IGNORECASE,
)
FORMS: tuple[tuple[str, str, str], ...] = (
    *((name, f"VERDICT{after}", f"{get_args(of)[0].lower()}{after}") for name, of, after in _FORMS),
    (words.RECENT_TREND, "getting better recently, decreasing recently", "getting worse recently"),
    (words.AGAINST_COMPARATOR, "better than PLACE, worse than PLACE", "worse than England"),
    (words.AGAINST_COMPARATOR, "similar to PLACE", "similar to similar places"),
    (words.GAP, "VERDICT between BREAKDOWN", "clear gap between ethnic groups"),
    (words.GAP_OVER_TIME, "gap between BREAKDOWN VERDICT", "gap between sexes narrowing"),
)
"""Each reading, how a claim of it is written, and an example."""
EXAMPLES = (
    *("improved since baseline", "on track", "worse than England", "getting better recently"),
    *("special-cause improvement", "likely to meet target", "gap between ethnic group narrowing"),
)
"""One of each kind, for a hint."""


@dataclass(frozen=True)
class Says:
    """What a claim says: one of these readings has one of these verdicts.

    `other` is the name of the place that it is compared with, or of the breakdown, as written.
    """

    readings: tuple[str, ...]
    verdicts: frozenset[str]
    other: str = ""


def written(reading: str, verdict: str, other: str = "") -> str:
    """A verdict as it is claimed: "worse than England", "gap between sex narrowing"."""
    if reading == words.AGAINST_COMPARATOR:
        return against(verdict, other)
    if reading in GAPS:
        clear = verdict in _CLEAR
        return f"{verdict} between {other}" if clear else f"gap between {other} {verdict}"
    return f"{verdict.lower()}{_AFTER[reading]}"


def _said() -> Iterator[tuple[str, str, str]]:
    for reading, listed, after in _FORMS:
        for verdict in get_args(listed):
            yield f"{verdict.lower()}{after}", reading, verdict
    for verdict in get_args(verdicts.RecentTrend):
        # "getting better recently" holds of what falls and of what rises.
        way, _, good = verdict.partition(" and ")
        if good:
            yield f"{way} recently", words.RECENT_TREND, verdict
            yield f"{good} recently", words.RECENT_TREND, verdict


def _fixed() -> Mapping[str, Says]:
    found: dict[str, tuple[list[str], set[str]]] = {}
    for text, reading, verdict in _said():
        readings, held = found.setdefault(text, ([], set()))
        held.add(verdict)
        readings += [reading] if reading not in readings else []
    return {text: Says(tuple(names), frozenset(held)) for text, (names, held) in found.items()}


FIXED: Mapping[str, Says] = _fixed()
"""Every wording that names no other place and no breakdown."""


def says(typed: str) -> Says | None:
    """What a claim says that is worded so; None where nothing is claimed so."""
    text = " ".join(typed.split())
    if text.lower() in FIXED:
        return FIXED[text.lower()]
    if found := _THAN.fullmatch(text):
        verdict, other = (found[1] or found[3]).lower(), found[2] or found[4]
        return Says((words.AGAINST_COMPARATOR,), frozenset((verdict,)), other)
    if found := _BETWEEN.fullmatch(text):
        verdict, other = (found[1] or found[4]).lower(), found[2] or found[3]
        reading = words.GAP if verdict in _CLEAR else words.GAP_OVER_TIME
        return Says((reading,), frozenset((verdict,)), other)
    return None


def guess(typed: str) -> str:
    """ "Did you mean 'improved since baseline'? " for what is no claim, else some that are."""
    such = ", ".join(f"'{each}'" for each in EXAMPLES)
    near = difflib.get_close_matches(" ".join(typed.lower().split()), (*FIXED, *EXAMPLES), n=1)
    return f"Did you mean '{near[0]}'? " if near else f"Type one such as {such}. "
