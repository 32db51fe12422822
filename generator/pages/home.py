"""The home page: is it working, where not, and where to go from here."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import Page

from .parts import address as at
from .parts import cards, tally
from .parts.layout import page
from .parts.lookup import Lookup
from .parts.shapes import ON_A_CARD
from .parts.standing import Standing
from .parts.teasers import teaser
from .parts.worded import Card, Head, Link, Teaser


@dataclass(frozen=True)
class _Group:
    id: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True)
class _Way:
    link: Link
    note: str


HOW_TO_READ = (
    "The large number is the latest. On the small line the open ring is the baseline and the "
    "filled dot is the latest.",
    "A change inside the margin of error is “no clear change”, however nice it looks.",
)
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


def _story(lookup: Lookup) -> Teaser | None:
    """The newest story that stands beside a number; else the newest."""
    stories = sorted(lookup.report.inputs.stories.values(), key=lambda s: (s.date, s.id))
    made = [teaser(lookup, story, at.HOME) for story in reversed(stories)]
    return next((t for t in made if t.number), made[0] if made else None)


def _ways_in(lookup: Lookup) -> tuple[_Way, ...]:
    def way(text: str, address: str, note: str) -> _Way:
        return _Way(Link(text, at.link(at.HOME, address)), note)

    found = [way("Prove: what changed", at.PROVE, "Every change against its baseline and target.")]
    if len(lookup.places) > 1:
        place = lookup.area_name(lookup.main_area)
        found.append(way("Find a place", at.PLACES, f"How {place} and the places in it compare."))
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
