"""An outcome's page: is it moving, for whom, and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.model.page import File, Page
from generator.model.pathway import Outcome

from .indicator import WORKED, trust
from .parts import address as at
from .parts import facts, groups_side_by_side, rows, sentences, side_by_side
from .parts.cards import NOT_MEASURED
from .parts.change.outcome_parts import outcome_part
from .parts.charted import over_time
from .parts.figures import Drawn
from .parts.improve import gap_words
from .parts.indicator.indicator_tables import Part
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.learned.beside import beside
from .parts.pathway import assumptions
from .parts.pathway.being_done import being_done
from .parts.shapes import verdict
from .parts.tables import MOST_ROWS, table
from .parts.teasers import about, teaser
from .parts.worded import Definition, Head, Link, Table

_HORIZON = {
    "direct": "Direct: the work can change it",
    "indirect": "Indirect: the work can help to change it",
    "systemic": "Systemic: it changes slowly, and much else bears on it",
}


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page an outcome, with the files of its figures."""
    return tuple(part for outcome in lookup.outcomes for part in _one(lookup, outcome))


def _one(lookup: Lookup, outcome: Outcome) -> Iterator[Page | File]:
    address = at.outcome(outcome.id)
    headline = lookup.headline(outcome.id)
    standing = Standing(lookup, headline, lookup.main_area) if headline else None
    own = lookup.by_outcome.get(outcome.id, ())
    trend = over_time(standing, address) if standing else None
    found = [] if standing is None else list(_sections(standing, address))
    if people := outcome_part(lookup, outcome, address):
        found.insert(0, people)
    falls = standing is not None and standing.verdict == "Getting worse"
    told = about(lookup, outcome.id, *(i.id for i in own))
    stories = tuple(teaser(lookup, story, address) for story in told)
    yield page(
        "outcome",
        address,
        _head(lookup, outcome, standing, address),
        data_period=lookup.span(own),
        illustrative=lookup.is_illustrative(outcome.id, *(i.id for i in own)),
        value=facts.number(standing) if standing else None,
        what=facts.what(standing) if standing else "",
        under_number=facts.under_number(standing) if standing else (),
        facts=facts.facts(standing) if standing else (),
        working_link=_working(standing, address),
        headline=_headline(standing, address),
        over_time=trend.figure if trend else None,
        notes=trust(standing) if standing else (),
        parts=tuple(part for part, _ in found),
        beside=beside(lookup, address, outcome.id, *(i.id for i in own)),
        has_steps=bool(lookup.report.inputs.pathway.steps),
        done=being_done(lookup, outcome.id, address),
        where_to_act=Link("Where to act", at.link(address, at.IMPROVE)),
        indicators_title=f"Its {len(own):,} indicators" if len(own) > 1 else "Its indicator",
        indicators_lead=_getting_worse(lookup, outcome),
        worse=_worse(lookup, outcome, address),
        worse_lead="Also getting worse" if falls else "Getting worse in this outcome",
        intervals=rows.intervals(Standing(lookup, i, lookup.main_area) for i in own),
        table=_table(lookup, outcome, address) if own else None,
        stories=stories,
        stories_title=f"{'A story' if len(stories) == 1 else 'Stories'} beside the number",
        about=tuple(_about(lookup, outcome)),
        about_caption=f"What “{outcome.title}” means and what we assume",
    )
    for drawn in (trend, *(drawn for _, drawn in found)):
        if drawn:
            yield from drawn.files


def _head(lookup: Lookup, outcome: Outcome, standing: Standing | None, address: str) -> Head:
    if standing is None:
        shown = (verdict("Not published"),)
        return Head(outcome.title, NOT_MEASURED, crumbs(address), "prove", shown)
    return Head(
        title=outcome.title,
        finding=sentences.finding(standing),
        crumbs=crumbs(address),
        half="prove",
        verdicts=facts.verdicts(standing),
    )


def _working(standing: Standing | None, address: str) -> Link | None:
    if standing is None:
        return None
    indicator = at.indicator(standing.indicator.id)
    return Link(WORKED, at.link(address, f"{indicator}#working"))


def _headline(standing: Standing | None, address: str) -> Link | None:
    if standing is None:
        return None
    link = at.link(address, at.indicator(standing.indicator.id))
    return Link(standing.indicator.title, link)


def _sections(standing: Standing, address: str) -> Iterator[tuple[Part, Drawn]]:
    gaps = standing.lookup.worked.gaps(standing.indicator.id, standing.area)
    for breakdown in standing.lookup.report.inputs.breakdowns.values():
        drawn = groups_side_by_side.by_group(standing, address, breakdown)
        if drawn and breakdown.of == "people":
            title = f"For whom? By {breakdown.title[:1].lower()}{breakdown.title[1:]}"
            part = Part(f"group-{breakdown.id}", title, figure=drawn.figure)
            own = [gap for gap in gaps if gap.chosen and gap.breakdown == breakdown.id]
            if own and not any(gap.verdict == "clear gap" for gap in own):
                part = replace(part, lead=gap_words.lead(standing, own), folded="Show the chart")
            yield part, drawn
    places = side_by_side.against_places(standing, address)
    if places:
        similar = places.kind.startswith("similar")
        title = f"Against places like {standing.place}" if similar else "Where?"
        yield Part("places", title, figure=places.drawn.figure), places.drawn


def _getting_worse(lookup: Lookup, outcome: Outcome) -> str:
    own = lookup.by_outcome.get(outcome.id, ())
    verdicts = [Standing(lookup, i, lookup.main_area).verdict for i in own]
    n = verdicts.count("Getting worse")
    if len(own) == 1:
        return "It is getting worse." if n else "It is not getting worse."
    if not n:
        return f"None of {len(own):,} indicators is getting worse."
    return f"{n:,} of {len(own):,} indicators {'is' if n == 1 else 'are'} getting worse."


def _worse(lookup: Lookup, outcome: Outcome, address: str) -> tuple[Link, ...]:
    """The other indicators that are getting worse: the headline must not hide them."""
    headline = lookup.headline(outcome.id)
    others = (i for i in lookup.by_outcome.get(outcome.id, ()) if i is not headline)
    return tuple(
        Link(indicator.title, at.link(address, at.indicator(indicator.id)))
        for indicator in others
        if Standing(lookup, indicator, lookup.main_area).verdict == "Getting worse"
    )


def _table(lookup: Lookup, outcome: Outcome, address: str) -> Table:
    own = [Standing(lookup, i, lookup.main_area) for i in lookup.by_outcome[outcome.id]]
    own.sort(key=lambda s: s.verdict != "Getting worse")
    made = (rows.prove(standing, address) for standing in own[:MOST_ROWS])
    caption = f"Indicators of “{outcome.title}”, what is getting worse first"
    return table("indicators-table", caption, rows.PROVE, made, ledger=True, hide_caption=True)


def _about(lookup: Lookup, outcome: Outcome) -> Iterator[Definition]:
    if outcome.description:
        yield Definition("What it means", (outcome.description,))
    if outcome.good_looks_like:
        said = f"Said by: {outcome.said_by}" if outcome.said_by else ""
        quoted = f"“{outcome.good_looks_like}”"
        yield Definition("What good looks like", tuple(t for t in (quoted, said) if t))
    domain = lookup.report.inputs.pathway.domains.get(outcome.domain)
    if domain and domain.title:
        yield Definition("Field of life", (domain.title,))
    yield Definition("Horizon", (_HORIZON[outcome.horizon],))
    links = lookup.report.inputs.pathway.links
    if assumed := [link for link in links if link.end == outcome.id]:
        told = tuple(
            Link(
                f"{link.because.rstrip('.')} ({assumptions.STATUS[link.status].lower()})",
                at.link(at.outcome(outcome.id), f"{at.PATHWAY}#{assumptions.fragment(link)}"),
            )
            for link in assumed
        )
        yield Definition("What we assume", links=told)
