"""The improve overview: what needs attention first, why, and what is being done about it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.page import Page

from . import equity
from .parts import address as at
from .parts.attention.apart import by_place, worse
from .parts.attention.asking import GETTING_WORSE, Asking, asking
from .parts.attention.first import first
from .parts.attention.items import item
from .parts.attention.widest import told
from .parts.equity.found import found
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.learned.actions import still_open
from .parts.worded import Head, Link

MOST_OPEN = 6
"""So many of those that ask for action stand open; the others are folded."""


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `improve/`."""
    every = [Standing(lookup, indicator, lookup.main_area) for indicator in lookup.ordered]
    asks = asking(lookup, at.IMPROVE)
    behind = worse(lookup)
    items = tuple(item(one, behind, at.IMPROVE) for one in asks)
    groups = found(lookup)
    place = lookup.area_name(lookup.main_area)
    records = lookup.report.inputs.learning
    head = Head(
        title=f"Where to act in {place}",
        finding=_finding(asks, lookup, len(every)),
        crumbs=crumbs(at.IMPROVE),
        half="improve",
    )
    return (
        page(
            "improve",
            at.IMPROVE,
            head,
            data_period=lookup.span(lookup.indicators.values()),
            illustrative=lookup.is_illustrative(*lookup.indicators),
            in_navigation="Overview",
            section="Improve",
            title="Improve: where to act",
            first=first(lookup, asks, at.IMPROVE),
            asks=items[:MOST_OPEN],
            others=items[MOST_OPEN:],
            fold=f"Show {len(items) - MOST_OPEN:,} more",
            gaps=told(lookup, at.IMPROVE),
            for_whom=equity.finding(groups) if groups else "",
            to_equity=Link("All gaps, and who is reached", at.link(at.IMPROVE, at.EQUITY)),
            where=by_place(lookup, at.IMPROVE),
            actions=any(record.action for record in records.values()),
            to_actions=Link("All actions, and last year’s list", at.link(at.IMPROVE, at.ACTIONS)),
            unseen=tuple(_unseen(lookup, every)),
            how_we_judge=Link("How we judge", at.link(at.IMPROVE, at.JUDGING)),
        ),
    )


def _finding(asks: list[Asking], lookup: Lookup, total: int) -> str:
    """ "12 of 42 indicators ask for action. Two actions are overdue." """
    said = (
        f"{len(asks):,} of {total:,} indicators {'asks' if len(asks) == 1 else 'ask'} for action."
    )
    if not asks:
        said = f"None of {total:,} indicators asks for action."
    falling = sum(one.standing.verdict == GETTING_WORSE for one in asks)
    if falling:
        said += f" {falling:,} {'is' if falling == 1 else 'are'} getting worse."
    today = lookup.report.settings.report_date
    late = sum(record.days_overdue(today) > 0 for record in still_open(lookup))
    if late:
        said += f" {late:,} {'action is' if late == 1 else 'actions are'} overdue."
    return said


def _unseen(lookup: Lookup, every: Iterable[Standing]) -> Iterable[Link]:
    """What is not measured or not published: nobody can act on it yet."""
    unmeasured = [o.title for o in lookup.outcomes if lookup.headline(o.id) is None]
    if unmeasured:
        yield Link(f"Nothing is measured yet for: {'; '.join(unmeasured)}.")
    silent = [s.indicator.title for s in every if s.verdict == "Not published"]
    if silent:
        place = lookup.area_name(lookup.main_area)
        yield Link(f"No value is published for {place} on: {'; '.join(silent)}.")
    coming = [i.title for i in lookup.indicators.values() if i.status == "in_development"]
    if coming:
        yield Link(f"Still being worked out: {'; '.join(coming)}.")
    for record in still_open(lookup):
        if record.kind == "data_gap":
            yield Link(record.what, at.link(at.IMPROVE, at.record(record.id)))
