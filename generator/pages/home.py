"""The home page: is it working, where not, and where to go from here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import Page

from .parts import address as at
from .parts import cards, tally
from .parts.attention.asking import OFF_TRACK, acted_on
from .parts.attention.widest import furthest, said
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import page
from .parts.learned.actions import worded
from .parts.partners.returns import Returns
from .parts.pathway.being_done import being_done
from .parts.shapes import ON_A_CARD
from .parts.teasers import teaser
from .parts.worded import Card, Head, Link, Teaser


@dataclass(frozen=True)
class _Group:
    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class _Acting:
    title: Link
    words: str
    done: str


@dataclass(frozen=True)
class _Way:
    link: Link
    note: str


HOW_TO_READ = (
    "The large number is the latest. On the small line the open ring is the baseline and the "
    "filled dot is the latest.",
    "A change inside the margin of error is “no clear change”, however nice it looks.",
)
NOTHING_WORSE = "Nothing that a card shows is getting worse or off track."
MOST_ACTING = 3
"""So many things to act on stand on the home page; Improve has them all."""
MOST_CARDS = 60
"""A site without outcomes shows a card an indicator, up to so many; the index has them all."""


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page at the root of the site."""
    made = _cards(lookup)
    verdicts = [card.verdict.word for card in made]
    words = ("outcome", "outcomes") if lookup.outcomes else ("indicator", "indicators")
    place = lookup.area_name(lookup.main_area)
    head = Head(f"What has changed in {place}?", tally.sentence(verdicts, *words))
    every = (Standing(lookup, i, lookup.main_area).verdict for i in lookup.indicators.values())
    of_all = tally.sentence(every, "indicator", "indicators") if lookup.outcomes else ""
    story = _story(lookup)
    return (
        page(
            "home",
            at.HOME,
            head,
            data_period=lookup.span(lookup.indicators.values()),
            illustrative=bool(lookup.report.inputs.illustrative),
            in_navigation="Home",
            counts=tally.shapes(verdicts),
            of_all=of_all,
            all_indicators=Link("How each indicator stands", at.link(at.HOME, at.INDICATORS)),
            groups=_groups(made[:MOST_CARDS], len(made)),
            how_to_read=HOW_TO_READ,
            how_we_judge=Link("How we judge", at.link(at.HOME, at.JUDGING)),
            acting=_acting(lookup),
            nothing_worse=NOTHING_WORSE,
            where_to_act=Link("All of where to act", at.link(at.HOME, at.IMPROVE)),
            story=story,
            ways_in=_ways_in(lookup),
            data_note=_data_note(lookup),
        ),
    )


def _cards(lookup: Lookup) -> tuple[Card, ...]:
    if lookup.outcomes:
        return tuple(cards.of_outcome(lookup, outcome, at.HOME) for outcome in lookup.outcomes)
    return tuple(
        cards.of_indicator(Standing(lookup, indicator, lookup.main_area), at.HOME)
        for indicator in lookup.indicators.values()
    )


def _groups(made: tuple[Card, ...], total: int) -> tuple[_Group, ...]:
    """The cards by verdict, what is getting worse or missing first."""
    found = []
    for word in ON_A_CARD:
        own = tuple(card for card in made if card.verdict.word == word)
        if own:
            id = word.lower().replace(" ", "-")
            found.append(_Group(id, f"{word}: {len(own):,} of {total:,}", own))
    return tuple(found)


def _acting(lookup: Lookup) -> tuple[_Acting, ...]:
    """What is getting worse or off track, whom most, and what is being done about it."""
    found = [(str(o.id), o.title, at.outcome(o.id), lookup.headline(o.id)) for o in lookup.outcomes]
    if not found:
        found = [("", i.title, at.indicator(i.id), i) for i in lookup.indicators.values()]
    shown = [
        (id, Link(title, at.link(at.HOME, address)), Standing(lookup, headline, lookup.main_area))
        for id, title, address, headline in found
        if headline
    ]
    worse = [each for each in shown if each[2].verdict in OFF_TRACK]
    worse.sort(key=lambda each: OFF_TRACK.index(each[2].verdict))
    return tuple(
        _Acting(title, _whom(standing), _done(standing, id))
        for id, title, standing in worse[:MOST_ACTING]
    )


def _whom(standing: Standing) -> str:
    """The group that is clearly furthest behind in it, where groups have values."""
    gap = furthest(standing)
    if gap:
        return f"{standing.verdict}. Furthest behind: {said(standing, gap)}"
    if standing.lookup.worked.gaps(standing.indicator.id, standing.area):
        return f"{standing.verdict}. No group is clearly behind."
    return f"{standing.verdict}. There are no groups of people to set side by side."


def _done(standing: Standing, outcome: str) -> str:
    """What is done about it in a line: the action that is due first, else the first step that
    leads to the outcome; "" where there is no pathway."""
    lookup = standing.lookup
    for record in acted_on(standing):
        action = worded(lookup, record, at.HOME)
        return f"{action.state}: {action.title.text}"
    done = being_done(lookup, outcome, at.HOME) if outcome else ()
    if not lookup.report.inputs.pathway.steps:
        return ""
    if not done:
        return "No step of the pathway leads to it."
    return f"{done[0].state}: {done[0].title.text}"


def _story(lookup: Lookup) -> Teaser | None:
    """The newest story that stands beside a number; else the newest."""
    stories = sorted(lookup.report.inputs.stories.values(), key=lambda s: (s.date, s.id))
    made = [teaser(lookup, story, at.HOME) for story in reversed(stories)]
    return next((t for t in made if t.number), made[0] if made else None)


def _ways_in(lookup: Lookup) -> tuple[_Way, ...]:
    def way(text: str, address: str, note: str) -> _Way:
        return _Way(Link(text, at.link(at.HOME, address)), note)

    found = [way("Prove: what changed", at.PROVE, "Every change against its baseline and target.")]
    found.append(way("Improve: where to act", at.IMPROVE, "What is worse, for whom and where."))
    if len(lookup.places) > 1:
        place = lookup.area_name(lookup.main_area)
        found.append(way("Find a place", at.PLACES, f"How {place} and the places in it compare."))
    if Returns(lookup).partners:
        found.append(way("Find a partner", at.PARTNERS, "What each reports, against its target."))
    if lookup.report.inputs.stories:
        found.append(way("Read the stories", at.STORIES, "What people told us, with consent."))
    found.append(way("Check the data and methods", at.METHODS, "Sources, rules and downloads."))
    return tuple(found)


def _data_note(lookup: Lookup) -> tuple[str, ...]:
    span = lookup.span(lookup.indicators.values())
    said = [f"The values on this site are for {span}."] if span else []
    if lookup.report.settings.about:
        said.append(lookup.report.settings.about)
    return tuple(said)
