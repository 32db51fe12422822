"""What to do first: chase what is overdue, and decide on what has no action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from generator.wording.verdicts import capitalised

from .. import address as at
from ..known.lookup import Lookup
from ..layout import joined
from ..learned.actions import still_open, worded
from ..worded import Link, Verdict
from .asking import Asking, acted_on
from .items import NO_ACTION

EACH = 2
"""So many overdue actions, and so many indicators without one, are named."""
SOON = timedelta(days=30)


@dataclass(frozen=True)
class First:
    """One thing to do: why in a word or two, what, and more about it."""

    why: str
    what: Link
    rest: str = ""


def first(lookup: Lookup, asks: list[Asking], page: str) -> tuple[First, ...]:
    """The first things to do, on the page at address `page`; none where no action was recorded."""
    if not any(record.action for record in lookup.report.inputs.learning.values()):
        return ()
    return (*_overdue(lookup, page), *_bare(asks, page), *_soon(lookup, page))


def _overdue(lookup: Lookup, page: str) -> Iterator[First]:
    today = lookup.report.settings.report_date
    late = [record for record in still_open(lookup) if record.days_overdue(today)]
    for record in late[:EACH]:
        action = worded(lookup, record, page)
        yield First(action.late, action.title, action.owner)
    if (more := len(late) - EACH) > 0:
        said = f"{more:,} more {'action' if more == 1 else 'actions'}"
        yield First("Overdue too", Link(said, at.link(page, at.ACTIONS)))


def _bare(asks: list[Asking], page: str) -> Iterator[First]:
    bare = [one for one in asks if not acted_on(one.standing)]
    for one in bare[:EACH]:
        indicator = one.standing.indicator
        link = Link(indicator.title, at.link(page, at.indicator(indicator.id)))
        yield First(NO_ACTION, link, capitalised(joined([_why(r.verdict) for r in one.reasons])))
    if (more := len(bare) - EACH) > 0:
        said = f"{more:,} more {'indicator' if more == 1 else 'indicators'}"
        yield First(NO_ACTION, Link(said, at.link(page, f"{at.ACTIONS}#without")))


def _why(it: Verdict) -> str:
    """A verdict among words: "getting worse since 2021/22"."""
    return f"{it.word[:1].lower()}{it.word[1:]} {it.rest}".strip()


def _soon(lookup: Lookup, page: str) -> Iterator[First]:
    today = lookup.report.settings.report_date
    due = [r for r in still_open(lookup) if r.due and today <= r.due <= today + SOON]
    if due:
        said = f"{len(due):,} {'action' if len(due) == 1 else 'actions'}"
        yield First("Due within 30 days", Link(said, at.link(page, f"{at.ACTIONS}#open")))
