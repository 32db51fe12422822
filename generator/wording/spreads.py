"""What a funnel says of a place or partner, in a sentence."""

from __future__ import annotations

from generator.model.report import Inputs

from . import names, periods
from .findings import Latest

NO_SIZE = "This is a plain count: it shows how much was done, with no number to set it against."
NO_RULE = "How far chance alone can move a value of this kind is not known here."
NO_COUNTS = "The counts behind the value are not published."
NO_EVENTS = "There were no events, so how many people its rate stands for is not known."
WATCH = "It is outside the 95% limits, though, so it is worth watching."
WATCH_TERM = "Worth watching"
WATCH_WHY = "Outside the 95% limits, where chance puts one in 20, and inside the 99.8% limits."
MANY_APART = (
    "Where so many stand apart, it is more than chance and size: look at what else differs before "
    "you call one out."
)
RULE = (
    "A value outside the 99.8% limits around the average of all is better or worse than expected. "
    "By chance alone one in 500 lies there. The limits are wider where fewer are counted."
)
LIMITS_OF_SHARES = "For a share p of n: p ± 3.09 × √(p × (1 − p) ÷ n) (Spiegelhalter 2005)."
LIMITS_OF_RATES = (
    "The average is held against the 99.8% limits of the events counted: exact below 10, Byar’s "
    "from 10 on (Spiegelhalter 2005)."
)
EXPECTED, PEOPLE = "Events expected", "People that the rate stands for"
STANDS_FOR = "A standardised rate stands for as many people as would have its events at that rate."


def who(area: str, organisation: str, programme: str, inputs: Inputs) -> str:
    """Those that one of them is held against: "wards", "partners in Neighbourhood hubs"."""
    if organisation:
        under = names.part("", programme, "", inputs)
        return f"partners in {under}" if under else "partners"
    kind = inputs.areas[area].kind if area in inputs.areas else ""
    return names.plural(kind) if kind else "places"


def finding(
    latest: Latest, name: str, others: str, verdict: str, level: int, units: int, average: float
) -> str:
    """The reading of one of the `others`, called `name`; `average` is that of `units` of them."""
    around = f"the average of {names.in_words(units)} {others} ({latest.manner.brief(average)})"
    opening = f"At {latest.said} {latest.when}, {name} is {verdict}"
    if verdict != "as expected":
        return f"{opening}: further from {around} than chance gives one of its size."
    text = f"{opening}, within what chance gives around {around}."
    return f"{text} {WATCH}" if level else text


def unsaid(name: str, others: str, reason: str) -> str:
    """The reading of one that cannot be judged."""
    return f"We cannot say how {name} stands among the {others}. {reason}"


def too_few(have: int, others: str, fewest: int) -> str:
    """ "Only three of the wards have counts for one period; 5 are needed."""
    got = f"Only {names.in_words(have)}" if have else "None"
    verb = "have" if have > 1 else "has"
    return f"{got} of the {others} {verb} counts for one period; {fewest} are needed."


def other_period(usual: str, inputs: Inputs) -> str:
    """ "Most of the others are read for 2024/25, which this value is not."""
    if not usual:
        return NO_COUNTS
    when = periods.in_words(usual, inputs.periods)
    return f"Most of the others are read for {when}; this value is for another period."
