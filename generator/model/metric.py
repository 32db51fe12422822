"""What is counted or measured, and the groups and details by which it is broken down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NewType

from .period import Period
from .source import Source
from .words import BreakdownOf, Counts, Dimension

Id = NewType("Id", str)
"""A name that people give to a thing and refer to it by: lower-case letters, digits and _."""

ADDS_UP: dict[Counts, tuple[Dimension, ...]] = {
    "events": ("area", "organisation", "programme", "group", "period"),
    "money": ("area", "organisation", "programme", "group", "period"),
    "things": ("area", "organisation", "programme", "group", "period"),
    # Someone seen by two providers, or in two quarters, is one person.
    "people": ("area", "group"),
    "scores": (),
}


@dataclass(frozen=True)
class PartOf:
    """The metric that this one is a part of; not of the same period where the two run apart."""

    metric: Id
    same_period: bool = True

    shorthand: ClassVar[str] = "metric"


@dataclass(frozen=True)
class Break:
    """From `start` on (written `from`) the series is not comparable with what stands before."""

    start: Period = field(metadata={"key": "from"})
    because: str


@dataclass(frozen=True)
class Metric:
    """Something counted or measured and aggregated. `adds_up` None: by what it counts."""

    id: Id
    title: str
    counts: Counts
    source: Source | None = None
    description: str = ""
    part_of: PartOf | None = None
    adds_up: tuple[Dimension, ...] | None = None
    total_from: Id | None = None  # the breakdown whose sum stands for the total
    breaks: tuple[Break, ...] = ()

    @property
    def sums_over(self) -> tuple[Dimension, ...]:
        """The dimensions over which values of this metric may be summed."""
        return ADDS_UP[self.counts] if self.adds_up is None else self.adds_up


@dataclass(frozen=True)
class Category:
    """One group or detail; `within` names the category that it is a part of."""

    id: Id
    title: str
    within: Id | None = None

    shorthand: ClassVar[str] = "title"


@dataclass(frozen=True)
class Breakdown:
    """A way to tell groups (`of: people`) or details apart.

    `categories` empty: the words found in the tables. `not_stated` are categories too.
    """

    id: Id
    title: str
    of: BreakdownOf
    protected: str = ""
    reference: Id | None = None
    categories: Mapping[Id, Category] = field(default_factory=dict)
    not_stated: tuple[Id, ...] = ()
    overlap: bool = False
    ordered: bool = False
