"""Equity: who is reached, who benefits, whether the gap is closing, and who is too few to show."""

from __future__ import annotations

from collections import Counter

from generator.model.page import Page
from generator.wording import gaps as wording

from .parts import address as at
from .parts.equity import tables
from .parts.equity.found import Groups, found
from .parts.equity.too_few import not_counted, too_few
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.worded import Head, Link


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `improve/equity/`; none where no group is held against another."""
    every = found(lookup)
    if not every:
        return ()
    compared = [groups for groups in every if groups.gaps]
    level = tables.no_one_behind(every)
    behind, more = tables.who_is_behind(compared)
    closing, still = tables.is_it_closing(compared)
    head = Head(
        title=f"Who is left behind in {lookup.area_name(lookup.main_area)}?",
        finding=finding(every),
        crumbs=crumbs(at.EQUITY),
        half="improve",
    )
    ids = [str(groups.standing.indicator.id) for groups in every]
    return (
        page(
            "equity",
            at.EQUITY,
            head,
            data_period=lookup.span(groups.standing.indicator for groups in every),
            illustrative=lookup.is_illustrative(*ids),
            in_navigation="Equity",
            section="Improve",
            title="Equity: who is left behind",
            reached=tables.who_is_reached(every),
            behind=behind,
            more=more,
            more_fold=f"Show {len(more.rows) if more else 0:,} more",
            level=tuple((groups.link("gap"), groups.title) for groups in level),
            level_fold=_fold(len(level)),
            closing=closing,
            still=still,
            still_fold=f"Show {len(still.rows) if still else 0:,} with no clear change",
            too_few=too_few(lookup),
            not_counted=tuple(not_counted(lookup, every)),
            chance=wording.CHANCE,
            how_we_judge=Link("How we judge", at.link(at.EQUITY, at.JUDGING)),
        ),
    )


def finding(every: list[Groups]) -> str:
    """ "A group is clearly behind in 9 of 14 indicators. One gap is narrowing, two widening." """
    compared = {g.standing.indicator.id for g in every if g.gaps}
    clear = {g.standing.indicator.id for g in every if g.behind and g.behind.verdict == "clear gap"}
    said = "Nobody is held against anyone else."
    if compared:
        what = "indicator" if len(compared) == 1 else "indicators"
        many = f"{len(clear):,}" if clear else "none"
        whose = f"{what} whose groups can be compared"
        said = f"A group is clearly behind in {many} of {len(compared):,} {whose}."
    moved = Counter(g.followed.over_time for g in every if g.followed)
    narrow, wide = moved["narrowing"], moved["widening"]
    if narrow or wide:
        gaps = "gap is" if narrow == 1 else "gaps are"
        said += f" {narrow or 'No'} {gaps} narrowing and {wide or 'none'} widening."
    return said


def _fold(number: int) -> str:
    return f"Show {number:,} where no group is clearly behind"
