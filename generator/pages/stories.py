"""The index of stories: by outcome, and by place."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.page import Page
from generator.model.story import Story
from generator.wording import names

from .parts import address as at
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.worded import Entry, Head, Link
from .story import listed, month, outcomes


@dataclass(frozen=True)
class Group:
    """The stories about one outcome or one place; `id` is unique in the page."""

    id: str
    title: str
    stories: tuple[Entry, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `stories/`; none where there is no story to show."""
    stories = sorted(
        lookup.report.inputs.stories.values(), key=lambda s: (s.date, s.id), reverse=True
    )
    if not stories:
        return ()
    count = names.in_words(len(stories)).capitalize()
    finding = (
        f"{count} {'story' if len(stories) == 1 else 'stories'} of people behind the numbers. "
        "Each says how it was chosen."
    )
    made_up = lookup.is_illustrative(*(story.id for story in stories))
    return (
        page(
            "stories",
            at.STORIES,
            Head(title="Stories", finding=finding, crumbs=crumbs(at.STORIES)),
            in_navigation="Stories",
            illustrative=made_up,
            by_outcome=_by_outcome(lookup, stories),
            by_place=_by_place(lookup, stories),
            removal=Link("How your data is used", at.link(at.STORIES, "privacy/#withdraw")),
        ),
    )


def _by_outcome(lookup: Lookup, stories: list[Story]) -> tuple[Group, ...]:
    groups = [(outcome.id, outcome.title) for outcome in lookup.outcomes]
    found = [
        _group(lookup, f"outcome-{id}", title, [s for s in stories if id in outcomes(lookup, s)])
        for id, title in groups
    ]
    rest = [story for story in stories if not outcomes(lookup, story)]
    found.append(_group(lookup, "outcome-none", "Other stories", rest))
    return tuple(group for group in found if group.stories)


def _by_place(lookup: Lookup, stories: list[Story]) -> tuple[Group, ...]:
    """The same stories by their titles alone: what they say stands above."""
    places = sorted({story.area for story in stories if story.area}, key=lookup.area_name)
    return tuple(
        Group(
            f"place-{at.safe(area)}",
            lookup.area_name(area),
            tuple(
                replace(listed(lookup, story, at.STORIES), line=month(story), quote="")
                for story in stories
                if story.area == area
            ),
        )
        for area in places
    )


def _group(lookup: Lookup, id: str, title: str, stories: list[Story]) -> Group:
    return Group(id, title, tuple(listed(lookup, story, at.STORIES) for story in stories))
