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
    """What is wrong, in a sentence or two."""
    now: tuple[Id, ...] = ()
    """Ids of indicators that show where things stand."""
    affected: str = ""
    """Who is affected, and how many."""
    who_cares: str = ""
    """Who wants it solved."""
    if_solved: str = ""
    """What would be different."""
    tried_before: str = ""
    """What was tried before, and what came of it."""


@dataclass(frozen=True)
class MadeWith:
    """People with whom the pathway was made."""

    who: str
    """Who they are, as a group."""
    how: str = ""
    """How they took part."""
    date: str = ""
    """When."""
    people: int | None = None
    """How many."""


@dataclass(frozen=True)
class Domain:
    """A field of life under which outcomes stand."""

    id: Id
    title: str
    """Its name as readers see it."""
    description: str = ""
    """What belongs to it."""

    shorthand: ClassVar[str] = "title"


@dataclass(frozen=True)
class Outcome:
    """A change that matters."""

    id: Id
    """Its id. Its page is outcomes/<id>/."""
    title: str
    """The change, as a sentence that would then be true."""
    domain: Id
    """Id of its domain."""
    horizon: Horizon
    """How near to the work it is."""
    description: str = ""
    """What it means."""
    good_looks_like: str = ""
    """What people would say, in their words."""
    said_by: str = ""
    """Who said so, as a group, and when."""


@dataclass(frozen=True)
class Step:
    """An input, activity, output, outcome or impact on the pathway."""

    id: Id
    """Its id."""
    kind: StepKind
    """What it is."""
    title: str
    """What is put in, done or changed."""
    description: str = ""
    """More about it."""
    programmes: tuple[Id, ...] = ()
    """Ids of the programmes that take it."""
    status: StepStatus = "active"
    """Whether it is being taken."""
    indicators: tuple[Id, ...] = ()
    """Ids of the indicators that show it."""


@dataclass(frozen=True)
class Link:
    """From one step or outcome to another, because of an assumption that can be tested."""

    id: Id
    """Its id."""
    start: Id = field(metadata={"key": "from"})
    """Id of the step or outcome that it starts from."""
    end: Id = field(metadata={"key": "to"})
    """Id of the step or outcome that it leads to."""
    because: str
    """The assumption: why the one should lead to the other."""
    status: LinkStatus = "untested"
    """What is known of the assumption."""
    contribution: Contribution = "unknown"
    """How much of the change comes through it."""
    tested_by: tuple[Id, ...] = ()
    """Ids of the indicators that would show whether it holds."""
    after: str = ""
    """How long it takes, such as 12 months."""
    reviewed: date | None = None
    """When it was last looked at."""


@dataclass(frozen=True)
class Pathway:
    """What all packages' pathway files say, as one."""

    vision: str = ""
    """What everyone works for, in a sentence."""
    case: Case | None = None
    """The case for change."""
    made_with: tuple[MadeWith, ...] = ()
    """Who made the pathway."""
    domains: Mapping[Id, Domain] = field(default_factory=dict)
    """Each domain under its id."""
    outcomes: tuple[Outcome, ...] = ()
    """The changes that matter."""
    steps: tuple[Step, ...] = ()
    """What is put in and done."""
    links: tuple[Link, ...] = ()
    """From one step or outcome to another, each because of an assumption."""
