"""Actions: what is being done, by whom and by when, and what became of last year's list."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.learning import Learning
from generator.model.page import Page
from generator.wording import names, periods

from .parts import address as at
from .parts.attention.asking import Asking, Reason, acted_on, asking
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.learned import actions
from .parts.worded import Head, Link


@dataclass(frozen=True)
class Bare:
    """What asks for something to be done and has no action: its verdict and where it is shown."""

    title: Link
    reasons: tuple[Reason, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `improve/actions/`; none where no action was ever recorded."""
    if not any(record.action for record in lookup.report.inputs.learning.values()):
        return ()
    open_now, last = actions.still_open(lookup), actions.last_list(lookup)
    bare = [one for one in asking(lookup, at.ACTIONS) if not acted_on(one.standing)]
    ended = actions.ended_since(lookup, last)
    about = [id for record in open_now for id in record.about]
    today = lookup.report.settings.report_date
    head = Head(
        title="What is being done",
        finding=finding(open_now, bare, lookup),
        crumbs=crumbs(at.ACTIONS),
        half="improve",
    )

    def worded(records: list[Learning]) -> tuple[actions.Action, ...]:
        return tuple(actions.worded(lookup, record, at.ACTIONS) for record in records)

    return (
        page(
            "actions",
            at.ACTIONS,
            head,
            illustrative=lookup.is_illustrative(*about, *lookup.report.inputs.learning),
            in_navigation="Actions",
            section="Improve",
            today=periods.day(today),
            open_now=worded(open_now),
            bare=tuple(_bare(one) for one in bare),
            a_year_ago=periods.day(actions.a_year_ago(today)),
            last=worded(last),
            last_said=_of_last_list(last),
            ended=worded(ended),
            ended_title=f"Show {_counted(len(ended), 'action')} that ended",
            to_learning=Link("What we learned", at.link(at.ACTIONS, at.LEARNING)),
            how_we_judge=Link("How we judge", at.link(at.ACTIONS, at.JUDGING)),
        ),
    )


def finding(open_now: list[Learning], bare: list[Asking], lookup: Lookup) -> str:
    """ "Nine actions are open, two of them overdue. One indicator asks for one and has none." """
    today = lookup.report.settings.report_date
    overdue = sum(record.days_overdue(today) > 0 for record in open_now)
    said = f"{_counted(len(open_now), 'action')} {'is' if len(open_now) == 1 else 'are'} open"
    if open_now:
        said += f", {names.in_words(overdue) if overdue else 'none'} of them overdue"
    said = f"{said[:1].upper()}{said[1:]}."
    if bare:
        ask = "asks for one and has none" if len(bare) == 1 else "ask for one and have none"
        said += f" {_counted(len(bare), 'indicator').capitalize()} {ask}."
    return said


def _of_last_list(last: list[Learning]) -> str:
    if not last:
        return ""
    were = "action stood" if len(last) == 1 else "actions stood"
    return f"{names.in_words(len(last)).capitalize()} {were} on it. {actions.counted(last)}"


def _bare(one: Asking) -> Bare:
    indicator = one.standing.indicator
    title = Link(indicator.title, at.link(at.ACTIONS, at.indicator(indicator.id)))
    return Bare(title, one.reasons)


def _counted(number: int, noun: str) -> str:
    return f"{names.in_words(number)} {noun}{'' if number == 1 else 's'}"
