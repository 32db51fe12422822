"""The prove overview: what changed, compared with what, and what that cannot claim."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.indicator import Indicator
from generator.model.page import Page
from generator.model.pathway import Outcome
from generator.wording.change import CAVEAT

from .change import finding as of_people
from .parts import address as at
from .parts import rows, tally
from .parts.cards import NOT_MEASURED, outcome_verdict, worst_first
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.shapes import verdict
from .parts.tables import MOST_ROWS, table
from .parts.worded import Cell, Column, Head, Link, Reasoned, Row, Table, Text

_INDICATOR, *_FACTS, _VERDICT, _STRENGTH = rows.PROVE
COLUMNS = (
    Column("Outcome"),
    *(_VERDICT, *_FACTS, _STRENGTH),
    Column("Getting worse", numeric=True),
)
"""An outcome's row: how it stands first, then the same facts as in an indicator's row."""

OTHERS = f"{at.INDICATORS}#other-indicators"
LEAD = "An outcome shows its headline indicator, named under it. What is getting worse comes first."


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
    shown = [*standings.values()]
    if lookup.outcomes:
        headlines = (lookup.headline(outcome.id) for outcome in lookup.outcomes)
        shown = [standings[indicator.id] for indicator in headlines if indicator]
    intervals = rows.intervals(shown)
    listed = _outcomes(lookup, standings) if lookup.outcomes else _indicators(standings)
    every = (standing.verdict for standing in standings.values())
    of_all = tally.sentence(every, "indicator", "indicators") if lookup.outcomes else ""
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
            data_period=lookup.span(lookup.indicators.values()),
            illustrative=lookup.is_illustrative(*lookup.indicators),
            in_navigation="Overview" if lookup.worked.changed.used else "Prove",
            section="Prove" if lookup.worked.changed.used else "",
            title="Prove: what changed",
            counts=tally.shapes(verdicts),
            title_of_table="Outcomes" if lookup.outcomes else "Indicators",
            lead=" ".join(text for text in (LEAD if lookup.outcomes else "", intervals) if text),
            table=listed,
            others=_others(lookup, standings),
            others_link=Link("See the other indicators", at.link(at.PROVE, OTHERS)),
            of_all=of_all,
            people=of_people(lookup.worked.changed.scales) if lookup.worked.changed.used else "",
            people_link=Link("Change in people, scale by scale", at.link(at.PROVE, at.CHANGE)),
            all_indicators=Link("How each indicator stands", at.link(at.PROVE, at.INDICATORS)),
            cannot_claim=cannot_claim(lookup, standings.values()),
            how_we_judge=Link("How we judge", at.link(at.PROVE, at.JUDGING)),
        ),
    )


def _outcomes(lookup: Lookup, standings: dict[str, Standing]) -> Table:
    """A row an outcome, what is getting worse first, else in the order of the pathway."""
    listed = worst_first(lookup)[:MOST_ROWS]
    made = (_outcome(lookup, outcome, standings) for outcome, _ in listed)
    caption = "Outcomes and their headline indicators, getting worse first"
    return table("outcomes-table", caption, COLUMNS, made, ledger=True, hide_caption=True)


def _outcome(lookup: Lookup, outcome: Outcome, standings: dict[str, Standing]) -> Row:
    head = Link(outcome.title, at.link(at.PROVE, at.outcome(outcome.id)))
    headline = lookup.headline(outcome.id)
    if headline is None:
        missing = [Text("[x]") for _ in _FACTS]
        cells: tuple[Cell, ...] = (
            Reasoned(verdict("Not published")),
            *missing,
            Text("None"),
            Text("[z]"),
        )
        return Row(head, cells, note=NOT_MEASURED)
    standing = standings[headline.id]
    *facts, judged, strength = rows.prove(standing, at.PROVE).cells
    own = lookup.by_outcome[outcome.id]
    return Row(
        head,
        (judged, *facts, strength, Text(worse_of(own, standings), "indicators")),
        note=", ".join(text for text in (headline.title, standing.unit_words) if text),
    )


def worse_of(own: Iterable[Indicator], standings: dict[str, Standing]) -> str:
    """ "2 of 5"."""
    verdicts = [standings[indicator.id].verdict for indicator in own]
    return f"{verdicts.count('Getting worse'):,} of {len(verdicts):,}"


def _others(lookup: Lookup, standings: dict[str, Standing]) -> str:
    """How the indicators stand that belong to no outcome; "" where there are none."""
    own = lookup.by_outcome.get("", ()) if lookup.outcomes else ()
    if not own:
        return ""
    return tally.sentence((standings[i.id].verdict for i in own), "indicator", "indicators")


def _indicators(standings: dict[str, Standing]) -> Table:
    """A row an indicator, where the site has no outcomes."""
    made = (rows.prove(standing, at.PROVE) for standing in [*standings.values()][:MOST_ROWS])
    caption = "Indicators in the order written"
    return table("indicators-table", caption, rows.PROVE, made, ledger=True, hide_caption=True)


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
    if lookup.worked.changed.used:
        said.append(CAVEAT)
    unmeasured = [o.title for o in lookup.outcomes if lookup.headline(o.id) is None]
    if unmeasured:
        said.append(f"Anything on what is not measured yet: {'; '.join(unmeasured)}.")
    return tuple(said)


def _lack(n: int, total: int, what: str) -> str:
    """ "No indicator has a target", "3 of 5 indicators have no target"."""
    if n == total:
        return f"No indicator has a {what}"
    return f"{n:,} of {total:,} indicators {'has' if n == 1 else 'have'} no {what}"
