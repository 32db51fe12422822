"""The prove overview: what changed, compared with what, and what that cannot claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.indicator import Indicator
from generator.model.page import Page
from generator.model.pathway import Outcome

from .parts import address as at
from .parts import rows, tally
from .parts.cards import outcome_verdict
from .parts.layout import crumbs, page
from .parts.lookup import Lookup
from .parts.shapes import verdict
from .parts.standing import Standing
from .parts.tables import MOST_ROWS, table
from .parts.worded import Column, Head, Link, Reasoned, Row, Table, Text

OTHERS = "Other indicators"


@dataclass(frozen=True)
class _Part:
    id: str
    title: Link
    lead: str
    table: Table


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `prove/`."""
    standings = {
        id: Standing(lookup, indicator, lookup.main_area)
        for id, indicator in lookup.indicators.items()
    }
    verdicts = [outcome_verdict(lookup, outcome) for outcome in lookup.outcomes]
    things = ("outcome", "outcomes")
    if not verdicts:
        verdicts, things = [s.verdict for s in standings.values()], ("indicator", "indicators")
    head = Head(
        title=f"What changed in {lookup.area_name(lookup.main_area)}, compared with what?",
        finding=tally.sentence(verdicts, *things),
        crumbs=crumbs(at.PROVE),
        half="prove",
    )
    return (
        page(
            "prove",
            at.PROVE,
            head,
            half="prove",
            data_period=lookup.span(lookup.indicators.values()),
            illustrative=lookup.is_illustrative(*lookup.indicators),
            in_navigation="Prove",
            title="Prove: what changed",
            counts=tally.shapes(verdicts),
            outcomes=_outcomes(lookup, standings) if lookup.outcomes else None,
            outcomes_lead="An outcome shows the verdict of its headline indicator.",
            parts=tuple(_parts(lookup, standings)),
            cannot_claim=cannot_claim(lookup, standings.values()),
            how_we_judge=Link("How we judge", at.link(at.PROVE, at.JUDGING)),
        ),
    )


def _outcomes(lookup: Lookup, standings: dict[str, Standing]) -> Table:
    columns = (
        Column("Outcome"),
        Column("Verdict"),
        Column("Headline indicator"),
        Column("Latest", numeric=True, big=True),
        Column("Indicators getting worse", numeric=True),
    )
    made = tuple(_outcome(lookup, outcome, standings) for outcome in lookup.outcomes)
    caption = "Outcomes in the order of the pathway"
    return table("outcomes-table", caption, columns, made, ledger=True)


def _outcome(lookup: Lookup, outcome: Outcome, standings: dict[str, Standing]) -> Row:
    head = Link(outcome.title, at.link(at.PROVE, at.outcome(outcome.id)))
    own = lookup.by_outcome.get(outcome.id, ())
    headline = lookup.headline(outcome.id)
    if headline is None:
        nothing = (Reasoned(verdict("Not published")), Text("None yet"), Text("[x]"), Text("[z]"))
        return Row(head, nothing)
    standing = standings[headline.id]
    return Row(
        head,
        (
            Reasoned(verdict(standing.verdict), standing.card_reason),
            Text(headline.title),
            rows.latest(standing),
            Text(worse_of(own, standings)),
        ),
        note=lookup.domain(outcome),
    )


def worse_of(own: Iterable[Indicator], standings: dict[str, Standing]) -> str:
    """ "2 of 5"."""
    verdicts = [standings[indicator.id].verdict for indicator in own]
    return f"{verdicts.count('Getting worse'):,} of {len(verdicts):,}"


def _parts(lookup: Lookup, standings: dict[str, Standing]) -> Iterable[_Part]:
    """A table an outcome, then one of the indicators that belong to none."""
    headings = [(str(o.id), o.title, at.link(at.PROVE, at.outcome(o.id))) for o in lookup.outcomes]
    left = MOST_ROWS
    for id, title, href in [*headings, ("", OTHERS if headings else "Indicators", "")]:
        own = lookup.by_outcome.get(id, ())[:left]
        left -= len(own)
        if own:
            made = (rows.prove(standings[indicator.id], at.PROVE) for indicator in own)
            part = f"outcome-{id}" if id else "other-indicators"
            caption = f"{title}: its indicators" if id else "Indicators that belong to no outcome"
            yield _Part(
                part,
                Link(title, href),
                rows.intervals(standings[indicator.id] for indicator in own),
                table(f"{part}-table", caption, rows.PROVE, made, ledger=True, hide_caption=True),
            )


def cannot_claim(lookup: Lookup, standings: Iterable[Standing]) -> tuple[str, ...]:
    """What no number on the page lets anyone say, with how many it concerns."""
    all_of = tuple(standings)
    total = len(all_of)
    said = []
    weak = sum(s.indicator.design not in ("comparison", "trial") for s in all_of)
    if weak:
        said.append(
            f"That a service made a change. {_lack(weak, total, 'comparison group')}, so the "
            "numbers show what changed and not why."
        )
    bare = sum(s.latest is not None and s.latest.lower is None for s in all_of)
    if bare:
        said.append(
            f"How sure small moves are. {_lack(bare, total, 'margin of error')}. There the verdict "
            "rests on the value alone."
        )
    aimless = sum(s.towards is None or s.towards.reference_value is None for s in all_of)
    if aimless:
        said.append(f"Whether a change is enough. {_lack(aimless, total, 'target')}.")
    unmeasured = [o.title for o in lookup.outcomes if lookup.headline(o.id) is None]
    if unmeasured:
        said.append(f"Anything on what is not measured yet: {'; '.join(unmeasured)}.")
    return tuple(said)


def _lack(n: int, total: int, what: str) -> str:
    """ "No indicator has a target", "3 of 5 indicators have no target"."""
    if n == total:
        return f"No indicator has a {what}"
    return f"{n:,} of {total:,} indicators {'has' if n == 1 else 'have'} no {what}"
