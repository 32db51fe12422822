"""From the top of a page and its parts to the page itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.model.page import Dataset, Page

from . import address as at
from .environment import render
from .worded import Head, Link

TRAILS: dict[str, tuple[str, str]] = {
    at.INDICATORS: ("Indicators", at.INDICATORS),
    at.PLACES: ("Places", at.PLACES),
    at.STORIES: ("Stories", at.STORIES),
    at.PARTNERS: ("Partners", at.PARTNERS),
    "programmes/": ("Partners", at.PARTNERS),
    "outcomes/": ("Prove", at.PROVE),
    at.PROVE: ("Prove", at.PROVE),
    at.IMPROVE: ("Improve", at.IMPROVE),
}
"""What stands over a page in a folder: the name and address of the page that lists it."""


def crumbs(address: str) -> tuple[Link, ...]:
    """The way from the home page to the page at `address`, which is not in it."""
    trail = [Link("Home", at.link(address, at.HOME))]
    folder = address.split("/")[0] + "/"
    if folder in TRAILS and folder != address:
        name, index = TRAILS[folder]
        trail.append(Link(name, at.link(address, index)))
    return tuple(trail) if address else ()


def page(
    template: str,
    address: str,
    head: Head,
    *,
    data_period: str = "",
    illustrative: bool = False,
    in_navigation: str = "",
    section: str = "",
    title: str = "",
    dataset: Dataset | None = None,
    **values: Any,
) -> Page:
    """The page at `address`, made by `templates/<template>.html` from `head` and `values`.

    The finding is its description; the title is the head's unless another is given.
    """
    return Page(
        path=at.file(address),
        title=title or head.title,
        description=head.finding,
        body=render(template, head=head, **values),
        half=head.half,
        data_period=data_period,
        illustrative=illustrative,
        in_navigation=in_navigation,
        section=section,
        dataset=dataset,
    )


def joined(names: Iterable[str], word: str = "and") -> str:
    """ "a, b and c"."""
    *first, last = names
    return f"{', '.join(first)} {word} {last}" if first else last
