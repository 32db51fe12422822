"""How a verdict was worked out, as lines that a reader can check with a pencil."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from generator.model.indicator import Indicator
from generator.model.period import Period
from generator.model.report import Inputs
from generator.model.words import AGAINST_COMPARATOR, ON_A_CARD, SINCE_BASELINE

from . import close, names, periods, verdicts
from .findings import target_words
from .numbers import Manner, number

DIFFERENCE = "A change is clear when the 95% interval of the difference leaves out 0."
OVERLAP = "A change is clear when the two 95% intervals do not overlap."
SIGN = (
    "There is no margin of error, so the change itself decides. "
    "Numbers that look the same are no clear change."
)
COMPARATOR = "Another place is better or worse when its value lies outside our 95% interval."
TARGET = (
    "Before two years it is too early to say. A change for the worse, or none that is clear, "
    "comes first. Then the way made is divided by the time gone: 0.95 or more is on track."
)
MODERATE = "Of those not on track, 0.60 or more is often called moderate, 0 or more limited."
NO_WAY = "none to make: the baseline was on the good side of the target already"
CARD = "A card shows the reading towards the target. Without one, the change since the baseline."


_PAIR = {
    "proportion": "{} out of {}",
    "share of pairs that moved up": "{} out of {}",
    "share of pairs that moved down": "{} out of {}",
    "directly standardised rate": "{} among {}, weighed",
    "indirectly standardised ratio": "{} observed, {} expected",
    "indirectly standardised rate": "{} observed, {} expected",
}
"""How numerator and denominator stand to one another, by the method in words."""


class Result(Protocol):
    """What is looked at of a row of `frames.RESULTS`; None where there is no number."""

    @property
    def period(self) -> str: ...
    @property
    def value(self) -> float | None: ...
    @property
    def lower(self) -> float | None: ...
    @property
    def upper(self) -> float | None: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def method(self) -> str: ...
    @property
    def flags(self) -> tuple[str, ...]: ...
    @property
    def computed(self) -> str: ...
    @property
    def reported_by(self) -> str: ...


class Reading(Protocol):
    """What is looked at of a row of `frames.READINGS`; None where there is no number."""

    @property
    def area(self) -> str: ...
    @property
    def organisation(self) -> str: ...
    @property
    def programme(self) -> str: ...
    @property
    def group(self) -> str: ...
    @property
    def reading(self) -> str: ...
    @property
    def verdict(self) -> str: ...
    @property
    def reference_period(self) -> str: ...
    @property
    def reference_area(self) -> str: ...
    @property
    def reference_value(self) -> float | None: ...
    @property
    def difference(self) -> float | None: ...
    @property
    def lower(self) -> float | None: ...
    @property
    def upper(self) -> float | None: ...
    @property
    def reason(self) -> str: ...


class Pace(Protocol):
    """What is looked at of a row of `frames.PACE`; NaN where there is no number."""

    @property
    def ratio(self) -> float: ...
    @property
    def other_ratio(self) -> float: ...
    @property
    def compound(self) -> bool: ...
    @property
    def disagree(self) -> bool: ...
    @property
    def close(self) -> bool: ...


@dataclass(frozen=True)
class Working:
    """The rows that a verdict comes from.

    `latest` is the result that was read, `then` the baseline's result (None where the baseline
    has a value of its own), `since` the reading since the baseline of the same cell, `pace` the
    pace towards its target.
    """

    indicator: Indicator
    inputs: Inputs
    manner: Manner
    latest: Result
    then: Result | None = None
    since: Reading | None = None
    pace: Pace | None = None

    def steps(self, reading: Reading) -> tuple[tuple[str, str], ...]:
        """(what, worded) of one reading: the rule first, then the numbers, the verdict last."""
        match reading.reading:
            case name if name == ON_A_CARD:
                found = iter([("Rule", CARD)])
            case name if name == SINCE_BASELINE:
                found = self._since_baseline(reading)
            case name if name == AGAINST_COMPARATOR:
                found = self._against(reading)
            case _:
                found = self._towards(reading)
        why = [("Why", reading.reason)] if reading.reason else []
        return (*found, *why, ("Verdict", verdicts.capitalised(reading.verdict)))

    def _since_baseline(self, reading: Reading) -> Iterator[tuple[str, str]]:
        both = self.then is not None and None not in (self.then.lower, self.latest.lower)
        clear_by = DIFFERENCE if reading.lower is not None else OVERLAP if both else SIGN
        yield "Rule", clear_by
        yield self._named(self.latest.period), result(self.latest, self.manner)
        yield from self._baseline(reading)
        if reading.difference is not None:
            yield "Change", self._difference(reading)

    def _difference(self, reading: Reading) -> str:
        """How far apart two values are, with the interval of that where there is one."""
        text = self.manner.signed(reading.difference or 0.0)
        if reading.lower is not None and reading.upper is not None:
            lower, upper = map(self.manner.signed, (reading.lower, reading.upper))
            text += f", 95% interval {lower} to {upper}"
        return text

    def _baseline(self, since: Reading) -> Iterator[tuple[str, str]]:
        if since.reference_period and since.reference_period != self.latest.period:
            value = since.reference_value
            alone = "[x]" if value is None else self.manner.said(value)
            worded = alone if self.then is None else result(self.then, self.manner)
            yield f"Baseline, {self._named(since.reference_period)}", worded

    def _against(self, reading: Reading) -> Iterator[tuple[str, str]]:
        if reading.reference_value is None:
            return
        yield "Rule", COMPARATOR
        yield self._named(self.latest.period), result(self.latest, self.manner)
        if reading.difference is not None:
            other = names.comparator(reading.reference_area, self.inputs)
            yield verdicts.capitalised(other), self.manner.said(reading.reference_value)
            yield "Difference", self._difference(reading)
            if reading.verdict in ("better", "worse", "higher", "lower") and _holds_none(reading):
                yield "Too close to call", close.COMPARATOR

    def _towards(self, reading: Reading) -> Iterator[tuple[str, str]]:
        goal = reading.reference_value
        if goal is None:
            return
        yield "Rule", TARGET
        yield self._named(self.latest.period), result(self.latest, self.manner)
        if self.since is not None:
            yield from self._baseline(self.since)
        kind, goal_to = self.kind(reading)
        words = target_words(self.manner, kind, goal, goal_to, self.indicator.direction)
        yield f"Target for {self._named(reading.reference_period)}", words
        if kind not in ("within", "hold"):  # neither has a way to go
            yield from self._way(reading, goal)
            yield from self._growth(reading, goal)
        if self.pace is not None and self.pace.close:
            yield "Too close to call", close.RULE

    def _way(self, reading: Reading, goal: float) -> Iterator[tuple[str, str]]:
        """The way made and the time gone, where there was a way to go and time for it."""
        then = self.since.reference_value if self.since else None
        start = self._period(self.since.reference_period if self.since else "")
        now, due = self._period(self.latest.period), self._period(reading.reference_period)
        if None in (then, self.latest.value, start, now, due):
            return
        assert then is not None and self.latest.value is not None
        assert start is not None and now is not None and due is not None
        gone, time = (now.end - start.end).days, (due.end - start.end).days
        if goal == then or gone <= 0 or time <= 0:
            return
        if self._met(then, goal):
            yield "Way made", NO_WAY
            return
        made, way = self.latest.value - then, goal - then
        of = f"{self.manner.signed(made)} of {self.manner.signed(way)}"
        yield "Way made", f"{of}: {number(made / way, 2)} of the way"
        yield "Time gone", f"{gone:,} of {time:,} days: {gone / time:.2f} of the time"
        yield "Way made over time gone", f"{number(made / way / (gone / time), 2)}. {MODERATE}"

    def _met(self, then: float | None, goal: float) -> bool:
        """Whether the baseline's value lies on the good side of the target already."""
        return then is not None and (
            then > goal if self.indicator.direction == "up" else then < goal
        )

    def _growth(self, reading: Reading, goal: float) -> Iterator[tuple[str, str]]:
        """The pace by equal growth, where it has a meaning, and which of the two decides."""
        pace = self.pace
        if pace is None or pace.other_ratio != pace.other_ratio:
            return
        if self.since is not None and self._met(self.since.reference_value, goal):
            return
        growing = pace.ratio if pace.compound else pace.other_ratio
        decides = close.GROWTH_DECIDES if pace.compound else close.STEPS_DECIDE
        yield "By equal growth a year", f"{number(growing, 2)}. {decides}"
        if pace.disagree:
            yield "The two disagree", close.otherwise(reading.verdict, pace.compound)

    def kind(self, reading: Reading) -> tuple[str, float]:
        """The kind of the target that was used and the upper end of its range."""
        rows = self.inputs.targets
        cell = {"indicator": str(self.indicator.id), "period": reading.reference_period}
        cell |= {"area": reading.area, "organisation": reading.organisation}
        cell |= {"programme": reading.programme, "group": reading.group}
        alike = np.logical_and.reduce([rows[column] == word for column, word in cell.items()])
        rows = rows[alike]
        if rows.empty:
            return "reach", float("nan")
        return str(rows["kind"].iloc[0]), float(rows["value_to"].iloc[0])

    def _period(self, text: str) -> Period | None:
        return self.inputs.periods.get(text)

    def _named(self, text: str) -> str:
        return verdicts.capitalised(periods.in_words(text, self.inputs.periods))


def _holds_none(reading: Reading) -> bool:
    """Whether the interval of a difference holds 0."""
    return (
        reading.lower is not None
        and reading.upper is not None
        and (reading.lower <= 0 <= reading.upper)
    )


def result(row: Result, manner: Manner) -> str:
    """A result as counted: "19.9%, 398 out of 2,000, 95% interval 18.2 to 21.7"."""
    if row.value is None:
        return " ".join(f"[{flag}]" for flag in row.flags) or "[x]"
    parts = [manner.said(row.value)]
    if row.numerator is not None and row.denominator is not None:
        # A sum of scores, or events that one person can have twice, are not "out of" people.
        form = _PAIR.get(row.method.partition(",")[0], "{} divided by {}")
        parts.append(form.format(_counted(row.numerator), _counted(row.denominator)))
    if row.lower is not None and row.upper is not None:
        parts.append(f"95% interval {manner.bare(row.lower)} to {manner.bare(row.upper)}")
    if row.computed:
        parts.append(row.computed)
    if row.reported_by:
        parts.append(f"from {row.reported_by} partners")
    return ", ".join(parts)


def _counted(value: float) -> str:
    return number(value, 0 if value.is_integer() else 1)
