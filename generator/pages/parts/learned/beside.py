"""What was learned and is being done about one thing: short, on the thing's own page."""

from __future__ import annotations

from dataclasses import dataclass

from .. import address as at
from ..known.lookup import Lookup
from ..worded import Link
from . import actions, records

MOST = 3
"""So many records stand on another page; the rest is one link away."""


@dataclass(frozen=True)
class Beside:
    """The open actions about a thing, and the latest records; `more` leads to the others."""

    done: tuple[actions.Action, ...]
    learned: tuple[records.Short, ...]
    more: Link | None


def beside(lookup: Lookup, page: str, *ids: str) -> Beside | None:
    """What is recorded about any of these ids, as the page at address `page` tells it.

    None where nothing is recorded. A record whose action is open stands as that action.
    """
    found = {one.id: one for id in ids for one in lookup.learning_about.get(id, ())}
    if not found:
        return None
    done = [record for record in actions.still_open(lookup) if record.id in found]
    rest = records.newest(one for one in found.values() if not one.is_open)
    more = len(rest) - MOST
    return Beside(
        tuple(actions.worded(lookup, record, page) for record in done),
        tuple(records.short(one, page) for one in rest[:MOST]),
        Link(f"{more:,} more in what we learned", at.link(page, at.LEARNING)) if more > 0 else None,
    )
