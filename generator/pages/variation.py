"""Variation: what changed by more than chance, in the main area and in the places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.page import Page
from generator.model.words import VARIATION
from generator.wording import names

from .parts import address as at
from .parts.charted import spark
from .parts.improve.variation import CONCERN_FIRST, NOT_ENOUGH, elsewhere, subject, usual
from .parts.known import cells
from .parts.known.cells import Reading
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.shapes import verdict
from .parts.tables import MOST_ROWS, table
from .parts.worded import (
    Cell,
    Column,
    Definition,
    Head,
    Link,
    Linked,
    Reasoned,
    Row,
    Sparked,
    Table,
    Text,
)

SHOWN = (*CONCERN_FIRST, "common cause")
COLUMNS = (
    *(Column("Indicator"), Column("Latest value"), Column("Over time")),
    *(Column("Usual range", numeric=True), Column("The target")),
)
WHERE = (
    *(Column("Place"), Column("Indicator"), Column("Latest value")),
    *(Column("Latest", numeric=True, big=True), Column("Usual range", numeric=True)),
)
MEANINGS = (
    Definition(
        "Special-cause concern, special-cause improvement",
        (
            "The latest value is more than chance, for the worse or for the better. "
            "It is worth asking what changed.",
        ),
    ),
    Definition(
        "Special-cause higher, special-cause lower",
        ("The same, where neither way is better.",),
    ),
    Definition(
        "Common cause",
        ("The value moves up and down as it always has. One value alone means little.",),
    ),
    Definition(
        "Consistently meets target, consistently misses target",
        (
            "All values in the usual range are on that side of the target. It speaks of how things "
            "have been: where they rise or fall, the forecast may say otherwise.",
        ),
    ),
    Definition(
        "Hit and miss", ("Some values in the usual range meet the target, and some miss it.",)
    ),
)


@dataclass(frozen=True)
class Unjudged:
    """Why indicators cannot be judged, and which."""

    reason: str
    links: tuple[Link, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `improve/variation/`; none where no series has values enough to be judged."""
    every = lookup.report.readings
    judged = (every["reading"] == VARIATION) & every["verdict"].isin(SHOWN)
    if not judged.any():
        return ()
    standings = [
        subject(Standing(lookup, indicator, lookup.main_area)) for indicator in lookup.ordered
    ]
    known = [(s, s.variation) for s in standings if s.variation is not None]
    told = [(s, r) for s, r in known if r.verdict in SHOWN]
    told.sort(key=lambda pair: SHOWN.index(pair[1].verdict))
    place = lookup.area_name(lookup.main_area)
    head = Head(
        title=f"What changed by more than chance in {place}",
        finding=_finding([r for _, r in told]),
        crumbs=crumbs(at.VARIATION),
        half="improve",
    )
    return (
        page(
            "variation",
            at.VARIATION,
            head,
            data_period=lookup.span(s.indicator for s, _ in told),
            illustrative=lookup.is_illustrative(*(s.indicator.id for s, _ in told)),
            in_navigation="Variation",
            section="Improve",
            own=_own(told, place) if told else None,
            where=_where(lookup, standings, CONCERN_FIRST[:1], "concern"),
            others=_where(lookup, standings, CONCERN_FIRST[1:], "others"),
            unjudged=_unjudged(known),
            meanings=MEANINGS,
            how_we_judge=Link("How we judge", at.link(at.VARIATION, at.JUDGING)),
        ),
    )


def _finding(told: list[Reading]) -> str:
    """ "Three of 14 indicators changed by more than chance: two for the worse, one …"."""
    counts = Counter(reading.verdict for reading in told)
    ways = {
        "special-cause concern": "for the worse",
        "special-cause improvement": "for the better",
    }
    apart = sum(counts[word] for word in CONCERN_FIRST)
    number = names.in_words(apart)
    if not told:
        return "No indicator has values enough to tell chance from change."
    first = f"{number[:1].upper()}{number[1:]} of {names.in_words(len(told))} indicators"
    parts = [f"{names.in_words(counts[w])} {way}" for w, way in ways.items() if counts[w]]
    rest = counts["special-cause higher"] + counts["special-cause lower"]
    if rest:
        parts.append(f"{names.in_words(rest)} where neither way is better")
    split = f": {', '.join(parts)}" if parts else ""
    return f"{first} changed by more than chance{split}."


def _own(told: list[tuple[Standing, Reading]], place: str) -> Table:
    caption = f"Indicators in {place}, those that stand out for the worse first"
    rows = (_row(standing, reading) for standing, reading in told[:MOST_ROWS])
    return table("variation-table", caption, COLUMNS, rows, ledger=True, hide_caption=True)


def _row(standing: Standing, reading: Reading) -> Row:
    shown = verdict(reading.verdict)
    drawn, latest = spark(standing, shown.tone), _latest(standing, reading)
    return Row(
        Link(standing.indicator.title, _section(standing.indicator.id)),
        (
            Reasoned(shown),
            Sparked(drawn, latest.text) if drawn else latest,
            Text(usual(standing, reading)),
            _target(standing),
        ),
        note=", ".join(part for part in (standing.unit_words, _place(standing)) if part),
    )


def _place(standing: Standing) -> str:
    """The place, where it is not the main area."""
    return "" if standing.area == standing.lookup.main_area else standing.place


def _target(standing: Standing) -> Cell:
    """Whether the target is safe, "None set" where there is none to hold against the limits."""
    found = standing.assurance
    if found is None or found.reference_value is None:
        return Text("None set" if found is None or found.verdict == "no target" else "[z]")
    return Reasoned(verdict(found.verdict))


def _where(
    lookup: Lookup, subjects: Iterable[Standing], verdicts: tuple[str, ...], which: str
) -> Table | None:
    """A row a further place and indicator with one of the verdicts, in their order; None where
    there is none."""
    found = [
        (standing.indicator, reading)
        for standing in subjects
        for reading in cells.readings(
            elsewhere(lookup, standing.indicator.id, standing.area, places_only=True)
        )
        if reading.verdict in verdicts
    ]
    if not found:
        return None
    found.sort(key=lambda p: (verdicts.index(p[1].verdict), lookup.area_name(p[1].area)))
    rows = []
    for indicator, reading in found[:MOST_ROWS]:
        standing = Standing(lookup, indicator, reading.area)
        place = Link(lookup.area_name(reading.area), at.link(at.VARIATION, at.place(reading.area)))
        what = Linked(Link(indicator.title, _section(indicator.id)), standing.unit_words)
        shown = (Reasoned(verdict(reading.verdict)), _latest(standing, reading))
        rows.append(Row(place, (what, *shown, Text(usual(standing, reading)))))
    caption = f"Places and indicators that stand out: {', '.join(verdicts)}"
    return table(f"places-{which}-table", caption, WHERE, rows, dense=True, hide_caption=True)


def _latest(standing: Standing, reading: Reading) -> Text:
    value = "[x]" if reading.value is None else standing.shown(reading.value)
    return Text(value, standing.short_period(reading.period))


def _unjudged(known: Iterable[tuple[Standing, Reading]]) -> tuple[Unjudged, ...]:
    """The indicators that cannot be judged yet, by the reason, most first."""
    found: dict[str, list[Link]] = {}
    for standing, reading in known:
        if reading.verdict == NOT_ENOUGH:
            href = at.link(at.VARIATION, at.indicator(standing.indicator.id))
            link = Link(standing.indicator.title, href)
            found.setdefault(reading.reason, []).append(link)
    ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
    return tuple(Unjudged(reason, tuple(links)) for reason, links in ordered)


def _section(indicator: str) -> str:
    return at.link(at.VARIATION, f"{at.indicator(indicator)}#{VARIATION}")
