"""How your data is used: what the site keeps of its visitors, of people counted and in stories."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import Page
from generator.model.source import Package
from generator.wording.names import in_words

from .parts import contact
from .parts.known import sources
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.worded import Head, Link

ADDRESS = "privacy/"
FINDING = "This website keeps nothing about its visitors. Its numbers are about groups of people."


@dataclass(frozen=True)
class Used:
    """A package in one line."""

    title: str
    status: str
    sources: tuple[Link, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `privacy/`."""
    settings, inputs = lookup.report.settings, lookup.report.inputs
    number = len(inputs.stories)
    return (
        page(
            "data_use",
            ADDRESS,
            Head(title="How your data is used", finding=FINDING, crumbs=crumbs(ADDRESS)),
            publisher=settings.publisher,
            area=lookup.area_name(lookup.main_area),
            contact=contact.link(settings),
            made_up=_made_up(inputs.packages),
            already_published=settings.disclosure == "already_published",
            packages=tuple(map(_used, inputs.packages)),
            stories=f"{in_words(number)} {'story' if number == 1 else 'stories'}" if number else "",
            stories_made_up=lookup.is_illustrative(*inputs.stories),
        ),
    )


def _used(package: Package) -> Used:
    named = tuple(Link(one.title, sources.web(one.url)) for one in package.sources)
    return Used(
        package.title, "made up" if package.status == "illustrative" else package.status, named
    )


def _made_up(packages: tuple[Package, ...]) -> str:
    """Whether "all", "some" or none ("") of the packages are illustrative."""
    found = [package.status == "illustrative" for package in packages]
    return "all" if all(found) else "some" if any(found) else ""
