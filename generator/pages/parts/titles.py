"""No two pages have one title: where they would, the kind of thing is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.model.page import Page

_KINDS = {
    "indicators": "indicator",
    "outcomes": "outcome",
    "partners": "partner",
    "places": "place",
    "programmes": "programme",
    "stories": "story",
}


def unique(pages: Iterable[Page], kinds: dict[str, str]) -> tuple[Page, ...]:
    """The pages with distinct titles.

    `kinds` gives the kind of a page by its path where it says more than the folder does
    (`places/E12000005.md`: "region"). A title that is still shared gets the name of its file.
    """
    pages = tuple(pages)
    for suffix in (lambda path: kinds.get(path, _kind(path)), _name):
        shared = {title for title, n in Counter(page.title for page in pages).items() if n > 1}
        pages = tuple(
            replace(page, title=f"{page.title} ({suffix(page.path)})")
            if page.title in shared and suffix(page.path)
            else page
            for page in pages
        )
    return pages


def _kind(path: str) -> str:
    return _KINDS.get(path.split("/")[0], "") if "/" in path else ""


def _name(path: str) -> str:
    return path.removesuffix(".md").removesuffix("/index").rsplit("/", 1)[-1]
