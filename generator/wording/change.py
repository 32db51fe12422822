"""Change in people as plain sentences: who moved which way, of how many, who is left out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from generator.model.scale import Item

from . import names
from .numbers import MINUS, number

CAVEAT = (
    "Before and after without a comparison cannot show that the work made the change. People "
    "often come at their worst, and some would have moved anyway (regression to the mean). Those "
    "who left without a second assessment are not in it."
)
"""Stands on every page that shows change in people."""
CAVEAT_TITLE = "What this cannot show"
A_PAIR = "A pair is one person’s first and latest score on one item."
NOT_PEOPLE = (
    "One person can stand under several items: pairs of scores are not people, and have no margin "
    "of error together."
)
NEVER_A_MEAN = "We never average different scales: a step on one is not a step on another."
NO_TOTAL = "There is no total for everyone: not all parts can be added up."
RULE = (
    "One person’s first score is held against the latest, and counted in the period of the latest. "
    "Each person counts once."
)
SHARES = "The interval is Wilson’s (1927)."
SECOND = "Steps of a scale need not be equally large, so the shares come first and the mean second."
NO_SPREAD = "It has no margin of error: the squares of the changes are not given."
ONE_PAIR = "One person alone has no margin of error."
NOT_RELIABLE = "Not worked out: no published reliability of this item is given."


@dataclass(frozen=True)
class Ways:
    """What the three ways are called in headings, from better to worse."""

    better: str
    same: str
    worse: str


UP = Ways("Moved up", "Stayed", "Moved down")
DOWN = Ways("Moved down (better)", "Stayed", "Moved up (worse)")
MIXED = Ways("Better", "The same", "Worse")


def ways(items: tuple[Item, ...]) -> Ways:
    """The names that hold for all of these items."""
    better = {item.better for item in items}
    return MIXED if len(better) > 1 else DOWN if better == {"down"} else UP


def people(many: float) -> str:
    """ "214 people", "one person", "nobody"."""
    if many in (0, 1):
        return "one person" if many else "nobody"
    return f"{number(many, 0)} people"


def percent(share: float) -> str:
    """ "61%"; "[x]" where there is none."""
    return "[x]" if math.isnan(share) else f"{number(share, 0)}%"


def between(lower: float, upper: float, decimals: int = 0) -> str:
    """ "54 to 67"; "" where there is no interval."""
    if math.isnan(lower) or math.isnan(upper):
        return ""
    return f"{number(lower, decimals)} to {number(upper, decimals)}"


def points(change: float, decimals: int = 2) -> str:
    """A change with its sign: "+1.39", "−0.20", "0.00"."""
    text = number(abs(change), decimals)
    if not any(digit not in "0.," for digit in text):
        return text
    return f"{MINUS if change < 0 else '+'}{text}"


def finding(row: Any, item: Item, when: str) -> str:
    """Who moved which way: the first sentence of a row of `MOVED`. `when` has its preposition."""
    up, down = "moved up", "moved down"
    better, worse = (up, down) if item.better == "up" else (down, up)
    pairs = row.pairs
    if math.isnan(pairs) or pairs == 0:
        return none_twice(when, pairs == 0)
    if math.isnan(row.better_share + row.stayed + row.worse):
        return f"Of {people(pairs)} assessed twice {when}, it is not published how many {better}."
    if pairs == 1:
        moved = better if row.better else worse if row.worse else "stayed at the same score"
        return f"One person was assessed twice {when}, and {moved}."
    share = f"{percent(row.better_share)}, {between(row.better_lower, row.better_upper)}"
    here = "" if item.better == "up" else ", which is better"
    return (
        f"Of {people(pairs)} assessed twice {when}, {_many(row.better)} ({share}) {better}{here}, "
        f"{_many(row.stayed)} stayed and {_many(row.worse)} {worse}."
    )


def none_twice(when: str, nobody: bool) -> str:
    """That nobody was assessed twice, or that it is not known."""
    if nobody:
        return f"Nobody was assessed twice {when}."
    return f"How many people were assessed twice {when} is not published."


def _many(many: float) -> str:
    return number(many, 0) if many else "none"


def no_room(row: Any, item: Item) -> str:
    """Who could not do better; "" where nobody, or where it is not known."""
    started = row.started_at_best
    if math.isnan(started) or started == 0 or row.pairs == 0:
        return ""
    who = people(started)
    return f"{who[:1].upper()}{who[1:]} started at the best score and could not move {item.better}."


def matched(row: Any) -> str:
    """Who is left out because a second assessment is missing; "" where it cannot be said."""
    left = row.unmatched
    if math.isnan(row.pairs):
        return ""
    if math.isnan(left):
        return "How many were assessed once only is not published."
    if left == 0:
        return "Nobody was assessed once only." if row.pairs else ""
    was = "was" if left == 1 else "were"
    only = f"{people(left)} {was} assessed once only"
    if row.pairs == 0:
        return f"{only[:1].upper()}{only[1:]}."
    return f"{only[:1].upper()}{only[1:]}, so {percent(row.matched_share)} are matched."


def told(row: Any, item: Item, when: str) -> str:
    """All that a row says: who moved, who could not, who is left out."""
    said = (finding(row, item, when), no_room(row, item), matched(row))
    return " ".join(filter(None, said))


def together(row: Any, when: str) -> str:
    """The items of one outcome together: a row of `POOLED`, in two sentences."""
    scales = "one scale" if row.scales == 1 else f"{names.in_words(int(row.scales))} scales"
    items = names.in_words(int(row.items)).capitalize()
    many, speak = ("item", "speaks") if row.items == 1 else ("items", "speak")
    start = f"{items} {many} of {scales} {speak} of this outcome {when}."
    if math.isnan(row.pairs + row.better + row.stayed + row.worse):
        return f"{start} Not all of them can be added up: a count is not published."
    if row.pairs == 0:
        return f"{start} Nobody was assessed twice."
    each = "pair" if row.pairs == 1 else "pairs"
    return (
        f"{start} Of {number(row.pairs, 0)} {each} of scores, {percent(row.better_share)} moved "
        f"for the better, {percent(row.same_share)} stayed and {percent(row.worse_share)} moved "
        f"for the worse."
    )
