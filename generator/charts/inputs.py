"""What a chart is called with: plain rows, every number already worded by the caller.

Texts of values are bare (`21.0`, `1,204`, `−3.5`): the chart adds its unit. Values that are not
published are None, with the flags that say why; they are never left out.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from generator.model.words import FLAG_MEANINGS

CARE = ("p", "e", "u")
"""The flags that make a drawn point hollow."""


@dataclass(frozen=True)
class About:
    """The words of a chart.

    `id` is unique on its page; `title` is the finding (at most 15 words, no full stop); `subtitle`
    holds measure, place and period; `measure` names what is shown (for the SVG's title and the
    table's caption); `notes` are whole sentences; `description` replaces the generated one.
    """

    id: str
    title: str
    subtitle: str
    measure: str
    notes: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True)
class Value:
    """A number with its words and its interval; all numbers finite or None."""

    value: float | None
    text: str = ""
    lower: float | None = None
    upper: float | None = None
    lower_text: str = ""
    upper_text: str = ""
    flags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for number, text in (
            (self.value, self.text),
            (self.lower, self.lower_text),
            (self.upper, self.upper_text),
        ):
            if number is None:
                continue
            if not math.isfinite(number):
                raise ValueError(f"{number} cannot be drawn; a missing value is None")
            if not text:
                raise ValueError(f"{number!r} has no words")
        unknown = self.flags and [flag for flag in self.flags if flag not in FLAG_MEANINGS]
        if unknown:
            raise ValueError(f"unknown flags {unknown}; known: {', '.join(FLAG_MEANINGS)}")

    @property
    def has_interval(self) -> bool:
        """Whether there is a value with both ends of its interval."""
        return None not in (self.value, self.lower, self.upper)


@dataclass(frozen=True)
class Point:
    """The value of a period from `start` to `end` (both included).

    `label` is the period in words (`2022 to 2024`), `short` the form for ticks (`2022–24`).
    """

    start: date
    end: date
    label: str
    value: Value
    short: str = ""


@dataclass(frozen=True)
class Series:
    """One line: whose values, and the points in order of time."""

    name: str
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        ends = [point.end for point in self.points]
        if ends != sorted(set(ends)):
            raise ValueError(f"series {self.name!r}: its periods are not in order, or repeated")


@dataclass(frozen=True)
class Baseline:
    """Where the story starts; `at` is the last day of its period."""

    label: str
    at: date
    value: float
    text: str


@dataclass(frozen=True)
class Target:
    """What is aimed for by `at`, the last day of its `period` (None: at all times).

    `label` names it (`Target for 2026/27`), `period` is the tick's text; `upper` makes it a range,
    and `text` holds both ends (`10 to 12`).
    """

    label: str
    at: date | None
    value: float
    text: str
    upper: float | None = None
    period: str = ""


@dataclass(frozen=True)
class Break:
    """From `at` on, values are not comparable with those before; `because` is a short reason."""

    at: date
    label: str
    because: str


@dataclass(frozen=True)
class Row:
    """One area or group; `code` is its id in the download, `verdict` what a map shows of it.

    `earlier` is its value at the start of a range from then to now.
    """

    name: str
    value: Value
    code: str = ""
    subject: bool = False
    verdict: str = ""
    earlier: Value | None = None


@dataclass(frozen=True)
class Comparator:
    """An upright line over all rows."""

    name: str
    value: float
    text: str
    code: str = ""
