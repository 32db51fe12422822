"""The maps of a page: what is shown first, what else can be shown, and the files for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.indicator import Indicator
from generator.model.page import File

from .. import address as at
from ..choosable import Choosable, Map
from ..known.choices import Choice
from ..known.lookup import Lookup
from ..worded import Link
from .map_parts import on_page, shared
from .mapped import SHARED, Mapped, mapped

SECTION = "map"
"""The part of an indicator's page that holds its maps."""


@dataclass(frozen=True)
class KindMap:
    """A kind of places on a map, under a heading."""

    id: str
    title: str
    map: Map

    @property
    def on_a_map(self) -> str:
        """The heading where it is one part of many."""
        return f"{self.title} on a map"


def of_indicator(
    lookup: Lookup, indicator: Indicator, page: str
) -> tuple[tuple[KindMap, ...], tuple[File, ...]]:
    """A map a kind of which three places or more have a value, with their files."""
    found, files = [], []
    for kind in lookup.kinds:
        made = [mapped(lookup, choice) for choice in lookup.choices[kind.id, indicator.id]]
        if made:
            several = len(made) > 1
            found.append(_shown(lookup, made[0], [m.choice for m in made] if several else [], page))
        for one in made:
            files += [one.numbers, one.figure, shared(one)]
    return tuple(found), tuple(files)


def of_places(lookup: Lookup, page: str) -> tuple[KindMap, ...]:
    """A map a kind: the first headline indicator with values, and all others to choose from.

    Their files are those of the indicators' own pages.
    """
    made = []
    for kind in lookup.kinds:
        every = [c for i in lookup.ordered for c in lookup.choices[kind.id, i.id]]
        if every:
            first = min(
                every, key=lambda choice: (not choice.indicator.headline, bool(choice.group))
            )
            made.append(_shown(lookup, mapped(lookup, first), every, page))
    return tuple(made)


def _shown(lookup: Lookup, first: Mapped, every: Iterable[Choice], page: str) -> KindMap:
    kind = first.choice.kind
    shown = replace(
        on_page(first, page),
        choices=tuple(_choosable(lookup, every, page)),
        chosen=at.link(page, first.address),
        label=f"Show {kind.plural} by",
    )
    return KindMap(f"{kind.id}-of", kind.plural[:1].upper() + kind.plural[1:], shown)


def _choosable(
    lookup: Lookup, every: Iterable[Choice], page: str
) -> Iterator[tuple[str, tuple[Choosable, ...]]]:
    """The choices by outcome; an indicator with several links its page once."""
    titles = {str(outcome.id): outcome.title for outcome in lookup.outcomes}
    linked: set[str] = set()

    def one(choice: Choice) -> Choosable:
        id = choice.indicator.id
        href = "" if id in linked else at.link(page, f"{at.indicator(id)}#{choice.kind.id}")
        linked.add(id)
        file = at.link(page, f"{SHARED}{choice.name}.json")
        return Choosable(choice.title, file, Link(choice.indicator.title, href))

    for outcome, own in groupby(every, lambda c: titles.get(str(c.indicator.outcome or ""), "")):
        yield outcome, tuple(map(one, own))
