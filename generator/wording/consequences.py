"""What a forecast means in people, against the target or against now."""

from __future__ import annotations

import math


def people(difference: float, lower: float, upper: float, against_target: bool, now: str) -> str:
    """ "About 340 people more than the target asks for, between 120 and 560 more"; `now` says when
    the latest value was ("in 2025/26"), for forecasts that end before a target's date.

    The middle is told no more finely than the ends: "About 90 people more, between 2,800 fewer and
    3,000 more" would claim to know it to ten.
    """
    other = "the target asks for" if against_target else now
    middle = _about(difference, _fineness(max(abs(lower), abs(upper))))
    if middle == "0":
        told = f"About as many people as {other}"
    else:
        told = f"About {middle} people {_more(difference)} than {other}"
    if lower >= 0 or upper <= 0:
        least, most = sorted((lower, upper), key=abs)
        return f"{told}, between {_about(least)} and {_about(most)} {_more(upper + lower)}."
    return f"{told}, between {_about(lower)} fewer and {_about(upper)} more."


def held(denominator: float) -> str:
    """What is supposed beside it."""
    if math.isnan(denominator):
        return ""
    return f"This supposes as many people in all as now ({denominator:,.0f})."


def _more(difference: float) -> str:
    return "more" if difference > 0 else "fewer"


def _about(number: float, fineness: int = 1) -> str:
    """To two figures, or more coarsely to whole steps of `fineness`: "3,400", "56", "8"."""
    step = max(_fineness(number), fineness)
    return f"{round(abs(number) / step) * step:,}"


def _fineness(number: float) -> int:
    """How large a step two figures of a number leave: 100 for 3,400, 1 for 56 and 8."""
    size = abs(number)
    return 10 ** max(math.floor(math.log10(size)) - 1, 0) if size >= 1 else 1
