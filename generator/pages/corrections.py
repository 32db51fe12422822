"""Corrections and revisions: what we do when a number changes, and each time that one did."""

from __future__ import annotations

from generator.model.correction import Correction
from generator.model.page import Page
from generator.wording import names, periods

from .parts import address as at
from .parts import contact, tables
from .parts.known.lookup import Lookup
from .parts.layout import crumbs, page
from .parts.worded import Column, Head, Link, Linked, Row, Table, Text

COLUMNS = ("Published", "Number", "Was", "Is now", "Why", "What it means")


def lay_out(lookup: Lookup) -> tuple[Page, ...]:
    """The page `corrections/`."""
    settings, all = lookup.report.settings, lookup.report.inputs.corrections
    return (
        page(
            "corrections",
            at.CORRECTIONS,
            Head(title="Corrections", finding=_finding(len(all)), crumbs=crumbs(at.CORRECTIONS)),
            publisher=settings.publisher,
            contact=contact.link(settings),
            table=_table(lookup) if all else None,
        ),
    )


def _finding(number: int) -> str:
    if not number:
        return "No number in this edition has changed since it was published."
    if number == 1:
        return "One number has been corrected or revised."
    return f"{names.in_words(number).capitalize()} numbers have been corrected or revised."


def _table(lookup: Lookup) -> Table:
    newest = sorted(
        lookup.report.inputs.corrections,
        key=lambda c: (-c.published.toordinal(), c.indicator, c.period, c.area, c.organisation),
    )
    return tables.table(
        "all-corrections",
        "What was changed, the newest first",
        (Column(title) for title in COLUMNS),
        (_row(lookup, correction) for correction in newest),
        ledger=True,
        hide_caption=True,
    )


def _row(lookup: Lookup, changed: Correction) -> Row:
    inputs = lookup.report.inputs
    indicator = lookup.indicators.get(changed.indicator)
    title = indicator.title if indicator else changed.indicator
    to = at.link(at.CORRECTIONS, at.indicator(changed.indicator)) if indicator else ""
    area = changed.area or lookup.main_area
    partner = inputs.organisations.get(changed.organisation)
    whose = [lookup.area_name(area), *([partner.name] if partner else [])]
    return Row(
        Link(periods.day(changed.published)),
        (
            Linked(Link(title, to), f"{', '.join(whose)}, {periods.words(changed.period)}"),
            Text(changed.old or "[x]"),
            Text(changed.new or "[x]"),
            Text(changed.reason, changed.kind.capitalize()),
            Text(changed.effect or "Not stated"),
        ),
    )
