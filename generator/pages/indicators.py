"""The index of indicators: every one with its latest value and verdict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.indicator import Indicator
from generator.model.page import Page

from .parts import address as at
from .parts import rows, sentences, tally
from .parts.known import sources
from .parts.known.lookup import Lookup
from .parts.known.standing import Standing
from .parts.layout import crumbs, page
from .parts.shapes import verdict
from .parts.tables import table
from .parts.worded import Column, Head, Link, Reasoned, Row, Table, Text

COLUMNS = (
    Column("Indicator"),
    Column("Latest", numeric=True, big=True),
    Column("Verdict"),
    Column("Source"),
)


@dataclass(frozen=True)
class _Part:
    id: str
    title: Link
    lead: str
    table: Table


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `indicators/`."""
    standings = [Standing(lookup, i, lookup.main_area) for i in lookup.indicators.values()]
    verdicts = [standing.verdict for standing in standings]
    head = Head(
        title="Indicators",
        finding=tally.sentence(verdicts, "indicator", "indicators"),
        crumbs=crumbs(at.INDICATORS),
    )
    return (
        page(
            "indicators",
            at.INDICATORS,
            head,
            data_period=lookup.span(lookup.indicators.values()),
            illustrative=lookup.is_illustrative(*lookup.indicators),
            in_navigation="Indicators",
            counts=tally.shapes(verdicts),
            parts=tuple(_parts(lookup)),
        ),
    )


def _parts(lookup: Lookup) -> Iterable[_Part]:
    others = "Other indicators" if lookup.outcomes else "All indicators"
    for id, title in [*((str(o.id), o.title) for o in lookup.outcomes), ("", others)]:
        own = lookup.by_outcome.get(id, ())
        if own:
            part = f"outcome-{id}" if id else "other-indicators"
            caption = f"{title}: indicators in the order written"
            made = (_row(lookup, indicator) for indicator in own)
            listed = table(f"{part}-table", caption, COLUMNS, made, dense=True, hide_caption=True)
            yield _Part(part, Link(title), "", listed)


def _row(lookup: Lookup, indicator: Indicator) -> Row:
    standing = Standing(lookup, indicator, lookup.main_area)
    titles = dict.fromkeys(source.title for source in sources.of(lookup, indicator))
    return Row(
        head=Link(indicator.title, at.link(at.INDICATORS, at.indicator(indicator.id))),
        note=standing.unit_words,
        cells=(
            rows.latest(standing),
            Reasoned(verdict(standing.verdict), sentences.reason(standing)),
            Text("; ".join(titles) or "[x]"),
        ),
    )
