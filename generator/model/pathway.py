"""The pathway to impact: vision, domains, outcomes, steps and the links between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from .metric import Id
from .words import Contribution, Horizon, LinkStatus, StepKind, StepStatus


@dataclass(frozen=True)
class Case:
    """The case for change: the issue and why it is worth solving."""

    issue: str = ""
    now: tuple[Id, ...] = ()  # indicators that show where things stand
    affected: str = ""
    who_cares: str = ""
    if_solved: str = ""
    tried_before: str = ""


@dataclass(frozen=True)
class MadeWith:
    """People with whom the pathway was made."""

    who: str
    how: str = ""
    date: str = ""
    people: int | None = None


@dataclass(frozen=True)
class Domain:
    """A field of life under which outcomes stand."""

    id: Id
    title: str
    description: str = ""

    shorthand: ClassVar[str] = "title"


@dataclass(frozen=True)
class Outcome:
    """A change that matters."""

    id: Id
    title: str
    domain: Id
    horizon: Horizon
    description: str = ""
    good_looks_like: str = ""
    said_by: str = ""


@dataclass(frozen=True)
class Step:
    """An input, activity, output, outcome or impact on the pathway."""

    id: Id
    kind: StepKind
    title: str
    description: str = ""
    programmes: tuple[Id, ...] = ()
    status: StepStatus = "active"
    indicators: tuple[Id, ...] = ()


@dataclass(frozen=True)
class Link:
    """From one step or outcome to another, because of an assumption that can be tested."""

    id: Id
    start: Id = field(metadata={"key": "from"})
    end: Id = field(metadata={"key": "to"})
    because: str
    status: LinkStatus = "untested"
    contribution: Contribution = "unknown"
    tested_by: tuple[Id, ...] = ()
    after: str = ""
    reviewed: date | None = None


@dataclass(frozen=True)
class Pathway:
    """What all packages' pathway files say, as one."""

    vision: str = ""
    case: Case | None = None
    made_with: tuple[MadeWith, ...] = ()
    domains: Mapping[Id, Domain] = field(default_factory=dict)
    outcomes: tuple[Outcome, ...] = ()
    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
