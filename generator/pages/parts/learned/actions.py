"""Actions as pages tell them: what, about what, who answers for it, by when and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.model.learning import Learning
from generator.model.words import ActionStatus
from generator.wording import names, periods

from .. import address as at
from ..known.lookup import Lookup
from ..layout import joined
from ..worded import Link
from .about import Thing, things

STATE: dict[ActionStatus, tuple[str, str]] = {
    "done": ("Done", "ended"),
    "under_way": ("Under way", "active"),
    "to_do": ("To do", "planned"),
    "dropped": ("Dropped", "dropped"),
}
"""How far an action is, in words and as a shape."""
NOBODY = "Nobody answers for it yet"


@dataclass(frozen=True)
class Action:
    """One action, worded. `late` is "" where it is in time, `why` what was learned.

    `about` are the indicators and outcomes with their verdicts; without any, all that it is about.
    """

    title: Link
    state: str
    shape: str
    about: tuple[Thing, ...]
    owner: str
    when: str
    late: str
    why: str


def worded(lookup: Lookup, record: Learning, page: str) -> Action:
    """A record's action, as the page at address `page` tells it."""
    state, shape = STATE[record.state or "to_do"]
    about = things(lookup, record, page)
    measured = tuple(thing for thing in about if thing.verdict)
    return Action(
        title=Link(record.action, at.link(page, at.record(record.id))),
        state=state,
        shape=shape,
        about=measured or about,
        owner=record.owner or (NOBODY if record.is_open else ""),
        when=_when(record),
        late=_late(record, lookup.report.settings.report_date),
        why=record.what,
    )


def _when(record: Learning) -> str:
    if record.closed:
        return f"{STATE[record.state or 'done'][0]} {periods.day(record.closed)}"
    return f"Due {periods.day(record.due)}" if record.due else "No day is set"


def _late(record: Learning, today: date) -> str:
    if days := record.days_overdue(today):
        return f"Overdue by {_days(days)}"
    if record.state == "done" and record.closed and record.due and record.closed > record.due:
        return f"{_days((record.closed - record.due).days)} late"
    return ""


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number:,} days"


def still_open(lookup: Lookup) -> list[Learning]:
    """The records whose action is still to be done: the longest overdue first, then by day."""
    found = (record for record in lookup.report.inputs.learning.values() if record.is_open)
    return sorted(found, key=lambda record: (record.due or date.max, record.date, record.id))


def a_year_ago(today: date) -> date:
    """The same day of the year before."""
    day = 28 if (today.month, today.day) == (2, 29) else today.day
    return date(today.year - 1, today.month, day)


def last_list(lookup: Lookup) -> list[Learning]:
    """The records whose action stood on the list a year before the report: what is not done first,
    then by the day on which it ended."""
    day = a_year_ago(lookup.report.settings.report_date)
    found = (record for record in lookup.report.inputs.learning.values() if record.was_open(day))
    return sorted(found, key=lambda r: (not r.is_open, r.closed or r.due or date.max, r.id))


def ended_since(lookup: Lookup, listed: Iterable[Learning]) -> list[Learning]:
    """The records whose action was done or dropped and is not `listed`, the latest first."""
    without = {record.id for record in listed}
    found = [
        record
        for record in lookup.report.inputs.learning.values()
        if record.action and not record.is_open and record.id not in without
    ]
    return sorted(found, key=lambda r: (r.closed or r.date, r.id), reverse=True)


def counted(records: Iterable[Learning]) -> str:
    """ "Three are done, one is under way and two were dropped." """
    found = Counter(record.state for record in records)
    said = []
    for state, (word, _) in STATE.items():
        if number := found[state]:
            verb = "was" if number == 1 else "were"
            if state != "dropped":
                verb = "is" if number == 1 else "are"
            still = "still to do" if state == "to_do" else word.lower()
            said.append(f"{names.in_words(number)} {verb} {still}")
    return f"{joined(said).capitalize()}." if said else ""
