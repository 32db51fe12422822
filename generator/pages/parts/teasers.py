"""A story beside the number that it goes with."""

from __future__ import annotations

from generator.model.metric import Id
from generator.model.story import Story

from . import address as at
from . import facts
from .known.lookup import Lookup
from .known.standing import Standing
from .worded import Link, Teaser

MOST_WORDS = 40
"""A longer quotation stands on the story's own page alone."""


def teaser(lookup: Lookup, story: Story, page: str, beside: str = "") -> Teaser:
    """The story as it is shown on the page at address `page`.

    `beside` names the indicator whose number it stands at, where the page is about that one.
    """
    own = lookup.indicators.get(Id(beside))
    standing = Standing(lookup, own, lookup.main_area) if own else number_beside(lookup, story)
    number = facts.number(standing) if standing else None
    words = "A story shows what a number can mean. It does not prove why the number moved."
    if standing and number:
        words = f"{facts.what(standing)} {words}"
    return Teaser(
        title=Link(f"Read “{story.title}”", at.link(page, at.story(story.id))),
        quote=quotation(story),
        by=told_by(lookup, story),
        number=number,
        words=words,
        illustrative=lookup.is_marked(story.id),
    )


def number_beside(lookup: Lookup, story: Story) -> Standing | None:
    """The indicator that a story goes with: the first that it is about, else its outcome's."""
    named = (lookup.indicators.get(id) for id in story.about)
    headlines = (lookup.headline(id) for id in story.about)
    first = next((indicator for indicator in (*named, *headlines) if indicator), None)
    return Standing(lookup, first, lookup.main_area) if first else None


def about(lookup: Lookup, *ids: str) -> tuple[Story, ...]:
    """The stories about any of these indicators and outcomes, the newest first."""
    wanted = set(ids)
    found = [s for s in lookup.report.inputs.stories.values() if wanted.intersection(s.about)]
    return tuple(sorted(found, key=lambda s: (s.date, s.id), reverse=True))


def quotation(story: Story) -> str:
    """The story's own words: its first quotation, else its first paragraph if told in the first
    person; "" where that is too long to stand large."""
    kinds = ("quote", "paragraph") if story.told_by == "first" else ("quote",)
    for kind in kinds:
        for block in story.text:
            if block.kind == kind:
                text = "".join(run for _, run in block.runs).strip().strip('“”"')
                if text and len(text.split()) <= MOST_WORDS:
                    return text
    return ""


def told_by(lookup: Lookup, story: Story) -> str:
    """Who told it, where, and whether names are changed."""
    how = {
        "first": "Told in the person’s own words",
        "third": "Told by someone who knows the person",
        "composite": "Put together from several people’s stories",
    }[story.told_by]
    where = f", {lookup.area_name(story.area)}" if story.area else ""
    changed = " Names and details are changed." if story.names_changed else ""
    return f"{how}{where}.{changed}"
