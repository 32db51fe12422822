"""A story's page: the person's words, the number beside them, and what was agreed to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.page import File, Page
from generator.model.period import MONTHS
from generator.model.story import Block, Story
from generator.wording import periods

from .parts import address as at
from .parts import contact, facts, teasers
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, joined, page
from .parts.worded import Definition, Entry, Head, Link

MOST_OTHERS = 5
_TYPICAL = {
    "yes": "Yes. Those who chose this story say that it is like most that they know of.",
    "no": "No. Those who chose this story say that most people’s experience is different.",
    "unknown": "Not known. We cannot say how many people have had an experience like this one.",
}
_AGREED = {
    "written": "The person agreed in writing that we show this story",
    "verbal_recorded": "The person agreed aloud, and it was recorded, that we show this story",
    "guardian": "A parent or guardian agreed that we show this story",
    "composite": "This story is made of several people’s stories. They agreed that we show it",
}
_SCOPE = {"web": "on the web", "print": "in print"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, quotation or list: its items are runs of (style, text)."""

    kind: str
    items: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class Part:
    """What stands under one heading of a story; the first part may have none."""

    heading: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Picture:
    """The picture beside a story; its measures keep its place while it loads."""

    src: str
    alt: str
    width: int
    height: int


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page for each story, in the order of their ids, each with its picture."""
    stories = lookup.report.inputs.stories
    found: list[Page | File] = []
    for id in sorted(stories):
        found.append(_page(lookup, stories[id]))
        found += _files(stories[id])
    return tuple(found)


def _files(story: Story) -> Iterator[File]:
    """Its picture as a file of the site, named after the story: a name may say who is on it."""
    if story.image and story.image.content:
        ending = story.image.file.rpartition(".")[2]
        yield File(f"assets/stories/{story.id}.{ending}", story.image.content)


def _picture(story: Story, page: str) -> Picture | None:
    for file in _files(story):
        image = story.image
        assert image is not None
        return Picture(at.link(page, file.path), image.alt, image.width, image.height)
    return None


def _page(lookup: Lookup, story: Story) -> Page:
    address = at.story(story.id)
    standing = teasers.number_beside(lookup, story)
    quote = _large(story)
    others = alike(lookup, story)[:MOST_OTHERS]
    return page(
        "story",
        address,
        Head(title=story.title, finding=_finding(lookup, story), crumbs=crumbs(address)),
        illustrative=lookup.is_illustrative(story.id),
        data_period=standing.span if standing else "",
        picture=_picture(story, address),
        quote=teasers.quotation(story) if quote else "",
        by=teasers.told_by(lookup, story),
        through=_through(lookup, story, address),
        made_up="Illustrative story: not a real person" if lookup.is_marked(story.id) else "",
        number=facts.number(standing) if standing else None,
        what=facts.what(standing) if standing else "",
        verdict=facts.card(standing) if standing else None,
        beside=_working(standing, address) if standing else None,
        parts=tuple(_parts(block for block in story.text if block is not quote)),
        own_words=story.told_by == "first",
        notes=_notes(lookup, story, address),
        others_title=_others_title(lookup, story),
        others=tuple(listed(lookup, other, address) for other in others),
    )


def _finding(lookup: Lookup, story: Story) -> str:
    standing = teasers.number_beside(lookup, story)
    where = f" in {lookup.area_name(story.area)}" if story.area else ""
    which = f" It goes with the number “{standing.indicator.title}”." if standing else ""
    return f"One experience{where}, told in {month(story)}.{which}"


def month(story: Story) -> str:
    """When it was told: "March 2026"."""
    return f"{MONTHS[story.date.month - 1]} {story.date.year}"


def _through(lookup: Lookup, story: Story, page: str) -> Link | None:
    """The partner that collected it."""
    through = lookup.report.inputs.organisations.get(story.organisation)
    return Link(through.name, at.link(page, at.partner(story.organisation))) if through else None


def _large(story: Story) -> Block | None:
    """The quotation that stands large, where the story has one that is short enough."""
    quotes = (block for block in story.text if block.kind == "quote")
    large = teasers.quotation(story)
    return next((q for q in quotes if large and large in "".join(t for _, t in q.runs)), None)


def _more(lookup: Lookup, story: Story, page: str) -> tuple[Link, ...]:
    """The outcomes that it is about, and its place."""
    own = outcomes(lookup, story)
    found = [Link(o.title, at.link(page, at.outcome(o.id))) for o in lookup.outcomes if o.id in own]
    if story.area in lookup.place_codes:
        found.append(Link(lookup.area_name(story.area), at.link(page, at.place(story.area))))
    return tuple(found)


def outcomes(lookup: Lookup, story: Story) -> tuple[str, ...]:
    """The ids of the outcomes that it is about, in the order of the pathway."""
    named = {*story.about}
    for id in story.about:
        if id in lookup.indicators:
            named.add(lookup.indicators[id].outcome or id)
    return tuple(outcome.id for outcome in lookup.outcomes if outcome.id in named)


def alike(lookup: Lookup, story: Story) -> tuple[Story, ...]:
    """The other stories about the same outcomes, the newest first."""
    own = set(outcomes(lookup, story))
    found = [
        other
        for other in lookup.report.inputs.stories.values()
        if other.id != story.id and own.intersection(outcomes(lookup, other))
    ]
    return tuple(sorted(found, key=lambda other: (other.date, other.id), reverse=True))


def _others_title(lookup: Lookup, story: Story) -> str:
    own = outcomes(lookup, story)
    titles = [outcome.title for outcome in lookup.outcomes if outcome.id in own]
    return f"More stories about “{titles[0]}”" if len(titles) == 1 else "More stories like this"


def listed(lookup: Lookup, story: Story, page: str) -> Entry:
    """A story in a list: its title, its own words, and who told it, where and when."""
    made_up = " Illustrative: not a real person." if lookup.is_marked(story.id) else ""
    line = f"{teasers.told_by(lookup, story)} {month(story)}.{made_up}"
    return Entry(
        Link(story.title, at.link(page, at.story(story.id))), line, teasers.quotation(story)
    )


def _parts(blocks: Iterable[Block]) -> Iterator[Part]:
    heading, passages = "", list[Passage]()
    for block in blocks:
        if block.kind == "heading":
            if heading or passages:
                yield Part(heading, tuple(passages))
            heading, passages = "".join(text for _, text in block.runs), []
        elif block.kind == "item" and passages and passages[-1].kind == "item":
            passages[-1] = Passage("item", (*passages[-1].items, block.runs))
        else:
            passages.append(Passage(block.kind, (block.runs,)))
    if heading or passages:
        yield Part(heading, tuple(passages))


def _working(standing: Standing, page: str) -> Link:
    return Link(standing.indicator.title, at.link(page, at.indicator(standing.indicator.id)))


def _notes(lookup: Lookup, story: Story, page: str) -> tuple[Definition, ...]:
    notes = [
        Definition("Is this typical?", (_TYPICAL[story.typical],)),
        Definition("How stories are chosen", (story.chosen,)),
    ]
    if story.names_changed:
        notes.append(Definition("Names", ("Names and details are changed.",)))
    ask = contact.link(lookup.report.settings, "Ask us to take this story down")
    notes.append(Definition("Consent", _consent(lookup, story), (ask,)))
    if more := _more(lookup, story, page):
        notes.append(Definition("What it is about", links=more))
    return tuple(notes)


def _consent(lookup: Lookup, story: Story) -> tuple[str, ...]:
    agreed = story.consent
    until = f", until {periods.day(agreed.expires)}" if agreed.expires else ""
    where = joined(_SCOPE[scope] for scope in agreed.scope)
    said = f"{_AGREED.get(agreed.kind, _AGREED['written'])} {where}{until}."
    if lookup.is_illustrative(story.id):
        return ("This person is made up. Beside a real story it would say:", f"“{said}”")
    return (said, "Anyone who is in a story can ask us at any time to take it down.")
