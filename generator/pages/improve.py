"""The improve overview: what is getting worse, for whom, where, and what is being done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.page import Page
from generator.model.words import AGAINST_COMPARATOR

from .parts import address as at
from .parts import rows
from .parts.cards import worst_first
from .parts.furthest import DISTINCT, OVERLAP, Furthest, furthest
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.pathway.being_done import Done, being_done
from .parts.shapes import ON_A_CARD, verdict
from .parts.tables import table
from .parts.worded import Column, Head, Link, Row, Table, Text, Verdict

CONCERN = ("Getting worse", "Improving but not on track")
"""The verdicts that ask for something to be done."""

WELL = ("Improving", "On track", "Target met")
"""The verdicts that ask for nothing: what is done about these stands on the pathway."""

MOST_GAPS = 12
"""So many pairs of groups, the widest apart; the page of each indicator shows all its groups."""

NOW = (Column("Indicator"), *rows.PROVE[1:6], Column("Verdict"))
APART = (
    *(Column("Indicator"), Column("Furthest behind"), Column("Best placed")),
    *(Column("Apart", numeric=True, big=True), Column("Margins of error")),
)
WHERE = (
    *(Column("Place"), Column("Worse", numeric=True, big=True), Column("Similar", numeric=True)),
    *(Column("Better", numeric=True), Column("Cannot say", numeric=True)),
)


@dataclass(frozen=True)
class Acted:
    """An outcome, how it stands, and the steps that lead to it."""

    id: str
    title: Link
    verdict: Verdict
    done: tuple[Done, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `improve/`."""
    every = [Standing(lookup, indicator, lookup.main_area) for indicator in lookup.ordered]
    worse = [s for s in every if s.verdict in CONCERN]
    apart = widest(every)
    where = _where(lookup)
    place = lookup.area_name(lookup.main_area)
    head = Head(
        title=f"Where to act in {place}",
        finding=_finding(worse, apart, len(every)),
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
            now=_now(worse) if worse else None,
            intervals=rows.intervals(worse),
            apart=_apart(apart) if apart else None,
            where=where,
            acted=tuple(acted(lookup)) if lookup.report.inputs.pathway.steps else (),
            unseen=tuple(_unseen(lookup, every)),
            how_we_judge=Link("How we judge", at.link(at.IMPROVE, at.JUDGING)),
        ),
    )


def widest(standings: Iterable[Standing]) -> list[Furthest]:
    """The groups furthest apart, an indicator at most once, the widest share first.

    Those whose margins of error overlap are left out: they may not differ at all.
    """
    found = [pair for pair in map(furthest, standings) if pair and pair.margins != OVERLAP]
    found.sort(key=lambda pair: (-pair.share, pair.standing.indicator.id))
    return found[:MOST_GAPS]


def acted(lookup: Lookup) -> Iterable[Acted]:
    """The outcomes that are not well, worst first, with what is being done about each."""
    for outcome, word in worst_first(lookup):
        if word not in WELL:
            link = Link(outcome.title, at.link(at.IMPROVE, at.outcome(outcome.id)))
            done = being_done(lookup, outcome.id, at.IMPROVE)
            yield Acted(f"done-{outcome.id}", link, verdict(word), done)


def _finding(worse: list[Standing], apart: list[Furthest], total: int) -> str:
    falling = sum(s.verdict == "Getting worse" for s in worse)
    slow = len(worse) - falling
    said = f"{falling:,} of {total:,} indicators {'is' if falling == 1 else 'are'} getting worse."
    if not falling:
        said = f"None of {total:,} indicators is getting worse."
    if slow:
        said += f" {slow:,} {'improves' if slow == 1 else 'improve'} too slowly for the target."
    if apart and apart[0].margins == DISTINCT:
        title = apart[0].standing.indicator.title
        said += f" Groups stand furthest apart in “{title}”."
    return said


def _now(worse: list[Standing]) -> Table:
    order = {word: n for n, word in enumerate(ON_A_CARD)}
    listed = sorted(worse, key=lambda s: order[s.verdict])
    made = []
    for standing in listed:
        row = rows.prove(standing, at.IMPROVE)
        made.append(Row(row.head, row.cells[:6], note=row.note))
    caption = "Indicators that are getting worse or not on track, by outcome"
    return table("now-table", caption, NOW, made, dense=True, hide_caption=True)


def _apart(apart: list[Furthest]) -> Table:
    caption = "Groups furthest apart, the widest first, as a share of the higher value"
    made = (_pair(found) for found in apart)
    return table("apart-table", caption, APART, made, dense=True, hide_caption=True)


def _pair(found: Furthest) -> Row:
    standing = found.standing
    fragment = f"{at.indicator(standing.indicator.id)}#group-{found.breakdown.id}"
    parts = (found.breakdown.title, standing.unit_words, standing.short_period(found.behind.period))
    return Row(
        head=Link(standing.indicator.title, at.link(at.IMPROVE, fragment)),
        note=", ".join(part for part in parts if part),
        cells=(
            Text(standing.shown(found.behind.value or 0.0), found.name(found.behind)),
            Text(standing.shown(found.ahead.value or 0.0), found.name(found.ahead)),
            Text(found.apart),
            Text(found.margins),
        ),
    )


def _where(lookup: Lookup) -> Table | None:
    """How many indicators of each place in the main area are worse than their comparator."""
    made = []
    inside = lookup.within.get(lookup.main_area, ())
    for area in (area for area in lookup.places if area.area in inside):
        found = (lookup.reading(i, area.area, AGAINST_COMPARATOR) for i in lookup.indicators)
        counts = Counter(reading.verdict for reading in found if reading)
        judged = [counts[word] for word in ("worse", "similar", "better")]
        if not any(judged):
            continue
        link = Link(lookup.area_name(area.area), at.link(at.IMPROVE, at.place(area.area)))
        shown = (*judged, counts["cannot say"])
        made.append((-judged[0], Row(link, tuple(Text(f"{n:,}") for n in shown), area.kind)))
    if not made:
        return None
    made.sort(key=lambda pair: pair[0])
    kept = len(WHERE)
    if all(row.cells[-1] == Text("0") for _, row in made):  # a phone has no room to say nothing
        kept -= 1
    cut = [Row(row.head, row.cells[: kept - 1], row.note) for _, row in made]
    caption = "Places by the number of indicators worse than their comparator, most first"
    return table("where-table", caption, WHERE[:kept], cut, hide_caption=True)


def _unseen(lookup: Lookup, every: Iterable[Standing]) -> Iterable[str]:
    """What is not measured or not published: nobody can act on it yet."""
    unmeasured = [o.title for o in lookup.outcomes if lookup.headline(o.id) is None]
    if unmeasured:
        yield f"Nothing is measured yet for: {'; '.join(unmeasured)}."
    silent = [s.indicator.title for s in every if s.verdict == "Not published"]
    if silent:
        place = lookup.area_name(lookup.main_area)
        yield f"No value is published for {place} on: {'; '.join(silent)}."
    coming = [i.title for i in lookup.indicators.values() if i.status == "in_development"]
    if coming:
        yield f"Still being worked out: {'; '.join(coming)}."
