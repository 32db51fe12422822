"""Numbers as people read them: fixed decimals, thousands commas, a real minus, their unit."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from generator.model.indicator import Indicator

MINUS = "\u2212"
MOST_DECIMALS = 4

Direction = Literal["up", "down", ""]


@dataclass(frozen=True)
class Manner:
    """How the numbers of one indicator are said, wherever they stand."""

    unit: str
    decimals: int

    def bare(self, value: float) -> str:
        """The value without its unit: "21.0", "1,234"."""
        return number(value, self.decimals)

    def all(self, values: Iterable[float]) -> list[str]:
        """All of these without their unit, "[x]" for NaN."""
        form = f",.{self.decimals}f"
        return [
            format(value, form) if value > 0 else "[x]" if value != value else self.bare(value)
            for value in values
        ]

    def said(self, value: float) -> str:
        """The value with its unit: "21.0%", "7.2 out of 10", "£1,234"."""
        return with_unit(self.bare(value), self.unit)

    def brief(self, value: float) -> str:
        """The value with its unit only where that is a sign: "18.1%", "7.4"."""
        return with_unit(self.bare(value), self.sign)

    def change(self, difference: float) -> str:
        """The size of a difference, without its sign: "8.6 points", "£12", "0.6 tonnes"."""
        return with_unit(self.bare(abs(difference)), self.unit_of_difference)

    def signed(self, difference: float) -> str:
        """A difference with its sign and unit: "+8.6 points", "−£12"."""
        if self.same(difference):
            return self.change(0)
        return (MINUS if difference < 0 else "+") + self.change(difference)

    def way(self, difference: float) -> Direction:
        """Whether a difference is a rise or a fall as shown; "" where it rounds to none."""
        if self.same(difference):
            return ""
        return "up" if difference > 0 else "down"

    def same(self, difference: float) -> bool:
        """Whether a difference cannot be seen at the shown decimals."""
        return float(f"{abs(difference):.{self.decimals}f}") == 0

    @property
    def sign(self) -> str:
        """The unit where it is a sign that stands at the number, % or £, else ""."""
        return self.unit if self.unit in ("%", "£") else ""

    @property
    def unit_of_difference(self) -> str:
        """A difference of percentages or of scores is in points."""
        if self.unit.startswith("%") or self.unit.startswith("out of"):
            return "points"
        return self.unit


def manner(indicator: Indicator, values: Iterable[float]) -> Manner:
    """How an indicator's numbers are said: with its `decimals`, else as its values need."""
    given = indicator.decimals
    return Manner(indicator.unit, by_size(values) if given is None else given)


def by_size(values: Iterable[float]) -> int:
    """One number of decimals for all values: none for whole numbers and from 1,000 on, one for
    most, more where the largest is below 1."""
    sizes = np.abs(np.asarray(values if isinstance(values, pd.Series) else [*values], dtype=float))
    sizes = sizes[np.isfinite(sizes)]
    largest = float(sizes.max(initial=0.0))
    if largest >= 1000 or (sizes == np.floor(sizes)).all():
        return 0
    if largest >= 1:
        return 1
    return min(1 - math.floor(math.log10(largest)), MOST_DECIMALS)


def number(value: float, decimals: int) -> str:
    """ "1,234.5"; a value that rounds to zero has no minus."""
    text = f"{abs(value):,.{decimals}f}"
    below_zero = value < 0 and any(digit not in "0.," for digit in text)
    return MINUS + text if below_zero else text


def with_unit(text: str, unit: str) -> str:
    """A worded number with its unit: £ before it, % at it, words after it.

    One visit is "1 visit": a plural is undone where the unit is one plain word.
    """
    if unit == "£" or unit.startswith("£ "):
        minus = text.startswith(MINUS)
        return (MINUS if minus else "") + "£" + text.removeprefix(MINUS) + unit[1:]
    if unit.startswith("%"):
        return text + unit
    if text == "1" and unit.endswith("s") and unit.isalpha() and not unit.endswith("ss"):
        unit = unit[:-1]
    return f"{text} {unit}" if unit else text


def in_every(percent: float) -> str:
    """A percentage as people picture it: "about 1 in 5", "about 6 in every 10".

    The nearest picture within 1.5 points, else "about 34 in every 100"; "" at 0, 100 and beyond.
    """
    if not 0 < percent < 100:
        return ""
    if percent < 0.5:
        return "fewer than 1 in every 100"
    if percent >= 99.5:
        return "more than 99 in every 100"
    pictures = [(100 / n, f"about 1 in {n}") for n in (2, 3, 4, 5, 10)]
    pictures += [(10.0 * n, f"about {n} in every 10") for n in range(3, 10) if n != 5]
    off, words = min((abs(percent - share), words) for share, words in pictures)
    return words if off <= 1.5 else f"about {round(percent)} in every 100"


def more_in_every(points: float) -> str:
    """A difference of percentages in people: "about 9 more in every 100"; "" below 1."""
    people = round(abs(points))
    if people < 1:
        return ""
    return f"about {people} {'more' if points > 0 else 'fewer'} in every 100"


def manners(indicators: Iterable[Indicator], results: pd.DataFrame) -> dict[str, Manner]:
    """The manner of each indicator, chosen once over all its `frames.RESULTS`."""
    values = dict(iter(results.groupby("indicator", observed=True)["value"]))
    return {
        indicator.id: manner(indicator, values.get(indicator.id, ())) for indicator in indicators
    }
