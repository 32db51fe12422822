"""Records of learning as pages tell them, by kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.learning import Learning
from generator.model.words import LearningKind
from generator.wording import periods

from .. import address as at
from ..known.lookup import Lookup
from ..worded import Link
from .about import Thing, things
from .actions import Action, worded

KINDS: dict[LearningKind, tuple[str, str]] = {
    "assumption": ("What we assumed, and now know better", "Assumption"),
    "unintended_consequence": ("What nobody meant to happen", "Unintended consequence"),
    "people_said": ("What people said, and what was done", "People said"),
    "decision": ("What was decided", "Decision"),
    "data_gap": ("What we cannot see yet", "Gap in the data"),
}
"""The kinds of records in the order of the page: the heading over them, and the name of one."""


@dataclass(frozen=True)
class Record:
    """One record, worded. `said` are further terms, each with its text."""

    id: str
    day: str
    kind: str
    what: str
    said: tuple[tuple[str, str], ...]
    about: tuple[Thing, ...]
    action: Action | None
    illustrative: bool = False


@dataclass(frozen=True)
class Short:
    """One record in a line, with the way to the whole of it."""

    kind: str
    day: str
    title: Link


def record(lookup: Lookup, one: Learning, page: str) -> Record:
    """The whole record, as the page at address `page` tells it."""
    said = (("So what", one.so_what), ("Effect", one.effect), ("Used since in", one.used))
    return Record(
        id=at.record(one.id).partition("#")[2],
        day=periods.day(one.date),
        kind=KINDS[one.kind][1],
        what=one.what,
        said=tuple((term, text.rstrip(".")) for term, text in said if text),
        about=things(lookup, one, page),
        action=worded(lookup, one, page) if one.action else None,
        illustrative=lookup.is_marked(one.id),
    )


def newest(records: Iterable[Learning]) -> list[Learning]:
    """The records, the latest first."""
    return sorted(records, key=lambda one: (-one.date.toordinal(), one.id))


def short(one: Learning, page: str) -> Short:
    """The record in a line, for the page at address `page`."""
    to = Link(one.what, at.link(page, at.record(one.id)))
    return Short(KINDS[one.kind][1], periods.day(one.date), to)
