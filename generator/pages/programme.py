"""A programme's page: what it adds up to, who takes part in it, and who reported."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.page import File, Page
from generator.model.partner import Programme
from generator.wording import names

from .parts import address as at
from .parts import tally
from .parts.change.people import people
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.partners import partner_page, partner_rows
from .parts.partners.arrivals import Arrivals
from .parts.partners.returns import Returns
from .parts.tables import MOST_ROWS, table
from .parts.worded import Column, Head, Link, Row, Table, Text
from .story import listed

STEPS = {
    "input": "What is put in",
    "activity": "What is done",
    "output": "What comes of it at once",
    "outcome": "What changes",
    "impact": "What changes in the long run",
}


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page a programme, by name, with the file of its values."""
    arrivals = Arrivals(Returns(lookup))
    return tuple(part for one in arrivals.returns.programmes for part in _one(arrivals, one))


def _one(arrivals: Arrivals, programme: Programme) -> Iterator[Page | File]:
    returns, id = arrivals.returns, programme.programme
    lookup = returns.lookup
    address = at.programme(id)
    found = returns.of_programme(id)
    stories = partner_page.stories(lookup, programme=id)
    file = partner_page.values(f"programmes-{id}", found)
    own = people(lookup, address, programme.name, programme=id)
    yield page(
        "programme",
        address,
        Head(programme.name, _finding(returns, programme), crumbs(address)),
        data_period=partner_page.span(found),
        illustrative=partner_page.illustrative(lookup, found, stories),
        description=programme.description,
        parts=tuple(
            partner_rows.parts(
                programme.name,
                partner_rows.OF_PROGRAMME,
                (
                    (s.indicator.kind, partner_rows.of_programme(arrivals, s, address), False)
                    for s in found
                ),
            )
        ),
        download=partner_page.download(address, file) if found else None,
        people=own,
        alone=_alone(returns, programme, address),
        partners=_partners(returns, programme, address),
        steps=_steps(lookup, programme),
        stories=tuple(listed(lookup, story, address) for story in stories),
    )
    if found:
        yield file
    if own:
        yield from own.files


def _finding(returns: Returns, programme: Programme) -> str:
    found = returns.of_programme(programme.programme)
    many = len(returns.partners_in(programme.programme))
    counted = f"{names.in_words(many).capitalize()} partner{'s' * (many != 1)} take part."
    if many == 1:
        counted = "One partner takes part."
    verdicts = (standing.verdict for standing in found)
    said = tally.sentence(verdicts, "programme total", "programme totals") if found else ""
    return " ".join(filter(None, (counted if many else "", said))) or "It has no numbers yet."


def _alone(returns: Returns, programme: Programme, address: str) -> tuple[Link, ...]:
    """The indicators that partners report, and that have no total for the programme."""
    totals = {standing.indicator.id for standing in returns.of_programme(programme.programme)}
    reported = {
        standing.indicator.id
        for partner in returns.partners_in(programme.programme)
        for standing in returns.of_programme(programme.programme, partner.organisation)
    }
    return tuple(
        Link(indicator.title, at.link(address, at.indicator(indicator.id)))
        for indicator in returns.lookup.ordered
        if indicator.id in reported - totals
    )


def _partners(returns: Returns, programme: Programme, address: str) -> Table | None:
    """Who takes part, by name, and how far its numbers have come in."""
    made = []
    for partner in returns.partners_in(programme.programme)[:MOST_ROWS]:
        found = returns.of_programme(programme.programme, partner.organisation)
        ends = [(r.end, s.period(r.period)) for s in found for r in s.series if r.value is not None]
        link = Link(partner.name, at.link(address, at.partner(partner.organisation)))
        count = Text(f"{len({s.indicator.id for s in found}):,}")
        last = Text(max(ends)[1] if ends else "[x]")
        made.append(Row(link, (count, last), note=partner.kind))
    if not made:
        return None
    columns = (Column("Partner"), Column("Indicators", numeric=True), Column("Latest value for"))
    return table("partners-table", f"Partners in {programme.name}, by name", columns, made)


def _steps(lookup: Lookup, programme: Programme) -> tuple[tuple[str, str], ...]:
    """Its steps of the pathway: what kind, and the step."""
    return tuple(
        (STEPS[step.kind], step.title)
        for step in lookup.report.inputs.pathway.steps
        if programme.programme in step.programmes
    )
