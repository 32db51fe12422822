"""The index of partners: all by name, and each programme with those that take part in it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.page import Page
from generator.model.partner import Organisation, Programme
from generator.wording import names

from .parts import address as at
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.partners.returns import Returns
from .parts.worded import Head, Link


@dataclass(frozen=True)
class Entry:
    """A programme with its partners; `id` is unique in the page."""

    id: str
    title: Link
    description: str
    partners: tuple[Link, ...]


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `partners/`; none where neither partners nor programmes are named."""
    returns = Returns(lookup)
    if not (returns.partners or returns.programmes):
        return ()
    return (
        page(
            "partners",
            at.PARTNERS,
            Head("Partners", _finding(returns), crumbs(at.PARTNERS)),
            in_navigation="Partners",
            partners=tuple(map(_link, returns.reporting)),
            others=tuple(_link(o) for o in returns.partners if o not in returns.reporting),
            programmes=tuple(_entry(returns, programme) for programme in returns.programmes),
        ),
    )


def _finding(returns: Returns) -> str:
    counts = (
        (len(returns.reporting), "partner", "partners"),
        (len(returns.programmes), "programme", "programmes"),
    )
    said = [f"{names.in_words(n)} {one if n == 1 else many}" for n, one, many in counts if n]
    if not said:
        return "No partner has given numbers yet."
    return f"{' and '.join(said).capitalize()}, by name: there is no ranking."


def _entry(returns: Returns, programme: Programme) -> Entry:
    id = programme.programme
    title = Link(programme.name, at.link(at.PARTNERS, at.programme(id)))
    partners = tuple(map(_link, returns.partners_in(id)))
    return Entry(f"programme-{id}", title, programme.description, partners)


def _link(partner: Organisation) -> Link:
    return Link(partner.name, at.link(at.PARTNERS, at.partner(partner.organisation)))
