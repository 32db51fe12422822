"""A partner's page: what it reports beside the whole of its programme, and what it says itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.page import File, Page
from generator.model.partner import Organisation

from .parts import address as at
from .parts import remarks, tally
from .parts.change.people import people
from .parts.improve.beside_others import TITLE as BESIDE
from .parts.improve.beside_others import beside_others
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.partners import partner_page, partner_rows
from .parts.partners.arrivals import Arrivals
from .parts.partners.returns import Reported, Returns
from .parts.tables import table
from .parts.worded import Column, Definition, Head, Link, Row, Table, Text
from .story import listed

NOTHING = "It reports no numbers of its own in this edition."
MOST_PERIODS = 4


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page a partner, by name, with the file of its values."""
    arrivals = Arrivals(Returns(lookup))
    partners = arrivals.returns.partners
    return tuple(part for partner in partners for part in _one(arrivals, partner))


def _one(arrivals: Arrivals, partner: Organisation) -> Iterator[Page | File]:
    returns, id = arrivals.returns, partner.organisation
    lookup = returns.lookup
    address = at.partner(id)
    reported = returns.of_partner(id)
    found = tuple(one.own for one in reported)
    behind = _behind_a_total(reported)
    stories = partner_page.stories(lookup, organisation=id)
    file = partner_page.values(f"partners-{id}", found)
    verdicts = _verdicts(reported)
    own = people(lookup, address, partner.name, organisation=id)
    said = ("number that it reports", "numbers that it reports")
    yield page(
        "partner",
        address,
        Head(partner.name, tally.sentence(verdicts, *said) if found else NOTHING, crumbs(address)),
        data_period=partner_page.span(found),
        illustrative=partner_page.illustrative(lookup, found, stories),
        comment=partner.comment,
        parts=tuple(
            partner_rows.parts(
                partner.name,
                partner_rows.OF_PARTNER,
                (
                    (o.own.indicator.kind, partner_rows.of_partner(o, address), o in behind)
                    for o in reported
                ),
            )
        ),
        download=partner_page.download(address, file) if found else None,
        people=own,
        beside=beside_others(lookup, address, lookup.main_area, id),
        beside_title=BESIDE,
        missing=_missing(arrivals, reported, partner.name),
        remarks=remarks.of_partner(lookup, id),
        remarks_title=remarks.TITLE,
        stories=tuple(listed(lookup, story, address) for story in stories),
        about=tuple(_about(returns, partner, address)),
        about_caption=f"{partner.name}: what it is and what it takes part in",
    )
    if found:
        yield file
    if own:
        yield from own.files


def _verdicts(found: Iterable[Reported]) -> list[str]:
    """One a number: that of all its programmes where they add up, else one for each."""
    found = tuple(found)
    behind = _behind_a_total(found)
    return [one.own.verdict for one in found if one not in behind]


def _behind_a_total(found: Iterable[Reported]) -> list[Reported]:
    """The numbers of one programme of several that add up."""
    found = tuple(found)
    whole = {one.own.indicator.id for one in found if not one.programme}
    return [one for one in found if one.programme and one.own.indicator.id in whole]


def _missing(arrivals: Arrivals, found: Iterable[Reported], name: str) -> Table | None:
    """The periods for which its programme has values of others and none of it."""
    made = []
    for reported in found:
        standing = reported.own
        if missing := arrivals.missing(reported):
            words = [standing.period(period) for period in missing[-MOST_PERIODS:]]
            earlier = len(missing) - len(words)
            which = ", ".join(words) + (f", and {earlier:,} earlier" if earlier else "")
            due = len(missing) + sum(r.value is not None for r in standing.series)
            counted = Text(f"{len(missing):,} of {due:,}")
            made.append(Row(Link(standing.indicator.title), (counted, Text(which))))
    if not made:
        return None
    columns = (Column("Indicator"), Column("Periods missing", numeric=True), Column("Which"))
    return table("missing-table", f"Periods that {name} gave no value for", columns, made)


def _about(returns: Returns, partner: Organisation, address: str) -> Iterator[Definition]:
    lookup = returns.lookup
    if partner.kind:
        yield Definition("Kind", (_capital(partner.kind),))
    if partner.role:
        yield Definition("Role", (_capital(partner.role),))
    if partner.area:
        there = at.link(address, at.place(partner.area))
        href = there if partner.area in lookup.place_codes else ""
        yield Definition("Place", links=(Link(lookup.area_name(partner.area), href),))
    if under := returns.programmes_of(partner.organisation):
        links = (Link(p.name, at.link(address, at.programme(p.programme))) for p in under)
        yield Definition("Programmes", links=tuple(links))
    if above := [o for o in returns.partners if o.organisation == partner.reports_to]:
        yield Definition("Reports to", links=_links(above, address))
    if below := [o for o in returns.partners if o.reports_to == partner.organisation]:
        yield Definition("Who reports to it", links=_links(below, address))


def _links(partners: Iterable[Organisation], address: str) -> tuple[Link, ...]:
    return tuple(Link(o.name, at.link(address, at.partner(o.organisation))) for o in partners)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
