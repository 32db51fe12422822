"""What is counted or measured, and the groups and details by which it is broken down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NewType

from .period import Period
from .source import Source
from .words import BreakdownOf, Counts, Cumulative, Dimension, Ordered

Id = NewType("Id", str)
"""A name that people give to a thing and refer to it by: lower-case letters, digits and _."""

COUNTED: tuple[Counts, ...] = ("people", "events", "things")
"""What is never less than nothing: an amount of money or a score may be."""

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
    """Id of the whole."""
    same_period: bool = True
    """no: the part may be counted in a later period than its whole."""

    shorthand: ClassVar[str] = "metric"


@dataclass(frozen=True)
class Break:
    """From `start` on (written `from`) the series is not comparable with what stands before."""

    start: Period = field(metadata={"key": "from"})
    """The first period that is counted the new way."""
    because: str
    """What changed. Readers see it."""


@dataclass(frozen=True)
class Metric:
    """Something counted or measured and aggregated. `adds_up` None: by what it counts."""

    id: Id
    title: str
    """Its name as readers see it."""
    counts: Counts
    """What one of it is. It says over what its values may be summed."""
    source: Source | None = None
    """Where its values come from."""
    description: str = ""
    """What exactly is counted."""
    part_of: PartOf | None = None
    """The metric that this one is a part of: a part larger than its whole is refused."""
    adds_up: tuple[Dimension, ...] | None = None
    """Over what its values may be summed, where that is not what `counts` says; [] for nothing."""
    total_from: Id | None = None
    """Id of the breakdown whose categories, summed, are the total, where several could be."""
    breaks: tuple[Break, ...] = ()
    """Where the series is not comparable with what stands before."""
    cumulative: Cumulative | None = None
    """From when on its values are counted together: each is of the year so far, and results are
    what each month or quarter added."""

    @property
    def sums_over(self) -> tuple[Dimension, ...]:
        """The dimensions over which values of this metric may be summed."""
        return ADDS_UP[self.counts] if self.adds_up is None else self.adds_up


@dataclass(frozen=True)
class Category:
    """One group or detail; `within` names the category that it is a part of."""

    id: Id
    title: str
    """Its name as readers see it."""
    within: Id | None = None
    """Id of the category that it is a part of."""

    shorthand: ClassVar[str] = "title"


@dataclass(frozen=True)
class Breakdown:
    """A way to tell groups (`of: people`) or details apart.

    `categories` empty: the words found in the tables. `not_stated` are categories too.
    """

    id: Id
    title: str
    """Its name as readers see it."""
    of: BreakdownOf
    """What it tells apart."""
    protected: str = ""
    """The protected characteristic of the Equality Act that it speaks of, such as race."""
    reference: Id | None = None
    """Id of the category that others are held against."""
    categories: Mapping[Id, Category] = field(default_factory=dict)
    """Each category under its id. Without them, the words found in the tables."""
    not_stated: tuple[Id, ...] = ()
    """Ids of the categories of people who did not say: no group of their own, but part of a sum."""
    overlap: bool = False
    """yes: one person may be in several categories, so that they give no total."""
    ordered: Ordered = "no"
    """Whether the categories stand in an order that means something."""

    @property
    def in_order(self) -> bool:
        """Whether they are shown in the order in which they are written."""
        return self.ordered != "no"
