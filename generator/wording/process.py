"""What is usual in a series and what is not, as a service manager reads it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.words import OUTSIDE_LIMITS, SHIFT, TREND, TWO_IN_THREE

from .findings import Latest, number
from .numbers import Manner

WIDTH = 2.66
"""Limits stand so many average moving ranges from the mean: 3 / 1.128, three sigma."""
TAILS = {
    "special-cause improvement": "This is more than the usual ups and downs, and for the better.",
    "special-cause concern": "This is more than the usual ups and downs, and for the worse.",
    "special-cause higher": "This is more than the usual ups and downs.",
    "special-cause lower": "This is more than the usual ups and downs.",
}
TRIAL = "With {n} values the range may still move."
MOVING = "The values have been moving, so the range may move too."
PROVISIONAL = "The latest value is provisional."


@dataclass(frozen=True)
class Usual:
    """What is usual in a series: its mean and its process limits, within what is possible."""

    mean: float
    lower: float
    upper: float

    def words(self, manner: Manner) -> str:
        """ "25.1% to 33.4%", or "about 5" where readers see one number."""
        low, high = manner.bare(self.lower), manner.bare(self.upper)
        if low == high:
            return f"about {manner.said(self.lower)}"
        return f"{manner.brief(self.lower)} to {manner.brief(self.upper)}"


@dataclass(frozen=True)
class Signal:
    """Why a latest value is no chance: which of `words.SPECIAL_CAUSE` ("" for chance), above or
    rising (1) or below or falling (-1), and over how many values in a row; `steps` is what they
    are values of: months."""

    rule: str
    side: int
    run: int
    steps: str


def variation(latest: Latest, verdict: str, usual: Usual, signal: Signal, *notes: str) -> str:
    """The finding where there is a verdict; `notes` are whole sentences, or ""."""
    said = [f"{number(latest)}.", _seen(latest, usual, signal), TAILS.get(verdict, ""), *notes]
    return " ".join(filter(None, said))


def _seen(latest: Latest, usual: Usual, signal: Signal) -> str:
    """What was seen, in one sentence."""
    manner, up = latest.manner, signal.side > 0
    match signal.rule:
        case rule if rule == OUTSIDE_LIMITS:
            bound = usual.upper if up else usual.lower
            if manner.bare(bound) == manner.bare(latest.value):  # or readers see no difference
                manner = replace(manner, decimals=manner.decimals + 1)
            return f"That is {_way(up)} the usual range, {usual.words(manner)}."
        case rule if rule == TREND:
            way = "gone up" if up else "gone down"
            return f"It has {way} {signal.run - 1} {signal.steps} in a row."
        case rule if rule == TWO_IN_THREE:
            end = "top" if up else "bottom"
            return (
                f"Of the last three {signal.steps}, at least two were near the {end} of the usual "
                f"range, {usual.words(manner)}."
            )
        case rule if rule == SHIFT:
            last = f"The last {signal.run} {signal.steps}"
            return f"{last} were all {_way(up)} the usual level, {manner.brief(usual.mean)}."
    return f"That is within the usual range, {usual.words(manner)}, so this may be chance."


def assurance(latest: Latest, verdict: str, usual: Usual, target: str, due: str, note: str) -> str:
    """The finding on a target, worded ("95.0% or more"), due by a period in words."""
    span = f"the usual range, {usual.words(latest.manner)},"
    goal = f"the target of {target} by {due}"
    where = f"In {latest.place}, "
    match verdict:
        case "consistently meets target":
            said = f"{where}all values in {span} meet {goal}."
        case "consistently misses target":
            said = f"{where}all values in {span} miss {goal}."
        case _:
            said = f"{where}some values in {span} meet {goal}, and some miss it."
    return " ".join(filter(None, (said, note)))


def trial(values: int, settled: int) -> str:
    """That limits rest on few values; "" from `settled` on."""
    return TRIAL.format(n=values) if values < settled else ""


def _way(up: bool) -> str:
    return "above" if up else "below"


# How it was worked out ---------------------------------------------------------------------------

RULE = (
    "A value is more than chance when it lies outside the limits. So are seven in a row, or more, "
    "that rise or that fall. So are two of three in a row near one limit. So are seven in a row, "
    "or more, on one side of the usual level. The first that holds counts (NHS England, Making "
    "Data Count)."
)
OUTLIERS = (
    "Steps 3.267 times as large as the average, or larger, are left out once. NHS England's "
    "spreadsheet tool keeps them."
)
EARLIER = "Of all {known} values, {signals} stood out from chance."
SEASONS = "Seasons are not allowed for: what is usual for the time of year may stand out."
OF_TARGETS = (
    "A target beyond the limits is met, or missed, by all values in the usual range. One at a "
    "limit or between them is met now and then (NHS England, Making Data Count)."
)
_POINTS = {
    (OUTSIDE_LIMITS, 1): "above the usual range",
    (OUTSIDE_LIMITS, -1): "below the usual range",
    (TREND, 1): "one of seven or more in a row going up",
    (TREND, -1): "one of seven or more in a row going down",
    (TWO_IN_THREE, 1): "one of two in three near the top of the usual range",
    (TWO_IN_THREE, -1): "one of two in three near the bottom of the usual range",
    (SHIFT, 1): "one of seven or more in a row above the usual level",
    (SHIFT, -1): "one of seven or more in a row below the usual level",
}


def point(rule: str, side: int) -> str:
    """Why one point stands out, as it stands after a colon; "" for chance."""
    return _POINTS.get((rule, side), "")


def limits_from(manner: Manner, mean: float, lower: float, upper: float) -> str:
    """How limits come about, to check with a pencil: "29.2 ± 2.66 × 1.6, so 25.1 to 33.4"."""
    step = (upper - mean) / WIDTH
    fine = replace(manner, decimals=manner.decimals + 1)
    low, high = manner.bare(lower), manner.bare(upper)
    first = f"{manner.bare(mean)} ± {WIDTH} × {fine.bare(step)}"
    return f"{first}, the average step from one value to the next: {low} to {high}. {OUTLIERS}"
