"""A made-up borough in which people are assessed before and after, for tests of pages.

Two Stars and a scale on which less is better, by two partners under two programmes: Haven gives
both Stars, Anchor one of them. Every number is added up from the pairs that stand here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from generator import indicators, readings
from generator.indicators.methods import Change
from generator.model.indicator import Indicator
from generator.model.metric import Breakdown, Category, Id
from generator.model.partner import Organisation, Programme
from generator.model.pathway import Outcome, Pathway
from generator.model.report import Inputs, Report
from generator.model.scale import Item
from generator.model.source import Licence, Package, Source
from generator.pages.parts.known.lookup import Lookup
from tests import assessed
from tests.report_examples import SETTINGS

HOME = ("star", "Homelessness Star", "Homelessness Star © Triangle Consulting")
POWER = ("power", "Empowerment Star", "Empowerment Star © Triangle Consulting")
WORRY = ("worry", "Worry scale", "")
PACKAGE = Package(
    "aldermoor",
    "Aldermoor",
    "",
    "final",
    (Licence("Open Government Licence v3.0"),),
    (Source("Star returns", "Aldermoor Council", "https://example.org/stars"),),
    (),
)


def item(scale: tuple[str, str, str], name: str, **rest: Any) -> Item:
    """An item of a scale from 1 to 10 on which more is better, unless said otherwise."""
    id, title, line = scale
    given = {"scale_title": title, "licence_line": line, "title": name.capitalize(), **rest}
    return assessed.item(id, name, **given)


A_PAPER = {"reliability": 0.8, "reliability_source": "A paper"}
ITEMS = (
    item(HOME, "money"),
    item(HOME, "offending", outcome=""),
    item(POWER, "work"),
    item(WORRY, "worry", better="down", outcome="calm", **A_PAPER),
)


HAVEN, ANCHOR, GARDEN = (("haven", "hubs"), ("anchor", "hubs"), ("haven", "garden"))
"""An organisation and a programme."""


def row(
    of: Item,
    period: str,
    organisation: str,
    programme: str,
    before: Iterable[float],
    after: Iterable[float],
    unmatched: int = 0,
    group: str = "",
) -> dict[str, Any]:
    """A row of a table of change, added up from the pairs."""
    cell = {"organisation": organisation, "programme": programme, "group": group}
    sums = assessed.sums(list(before), list(after), of.best, unmatched, 3)
    return {"scale": of.scale, "item": of.item, "period": period, **cell, **sums}


MONEY, OFFENDING, WORK, WORRIED = ITEMS
ROWS = (
    row(MONEY, "2024/25", *HAVEN, (2, 3, 4, 5), (4, 3, 3, 6), 1),
    row(MONEY, "2025/26", *HAVEN, (2, 3, 3, 4, 10, 5), (6, 5, 3, 3, 10, 6), 2),
    row(MONEY, "2025/26", *ANCHOR, (1, 2, 3, 4), (2, 4, 3, 9), 0),
    row(OFFENDING, "2025/26", *HAVEN, (9, 8, 10, 10, 7, 10), (9, 7, 10, 10, 8, 10), 2),
    row(OFFENDING, "2025/26", *ANCHOR, (9, 8, 3, 3), (9, 7, 5, 3), 0),
    row(WORK, "2025/26", *GARDEN, (2, 2, 3), (3, 3, 2), 4),
    row(WORRIED, "2025/26", *GARDEN, (9, 8, 7, 1), (4, 6, 7, 2), 1),
)
MOVED_UP = Change(Id("star"), Id("money"))
WORRIES = Change(Id("worry"), Id("worry"), "mean_change")
INDICATORS = (
    Indicator(Id("money"), "People who moved up with money", "%", "up", MOVED_UP),
    Indicator(Id("worry"), "Mean change of worry", "points", "down", WORRIES),
)
Rows = Iterable[dict[str, Any]]


def inputs(rows: Rows = ROWS, items: Iterable[Item] = ITEMS, **rest: Any) -> Inputs:
    """What the packages hold, with these rows."""
    made = assessed.report(items, rows)
    outcomes = (
        Outcome(Id("settled"), "People are settled", None, "direct"),
        Outcome(Id("calm"), "People worry less", None, "direct"),
        Outcome(Id("bare"), "Nothing speaks of this", None, "direct"),
    )
    given: dict[str, Any] = {
        "indicators": {one.id: replace(one, package="aldermoor") for one in INDICATORS},
        "pathway": Pathway(outcomes=outcomes),
        "packages": (PACKAGE,),
        "organisations": {
            Id("haven"): Organisation(Id("haven"), "Haven", "charity"),
            Id("anchor"): Organisation(Id("anchor"), "Anchor Trust", "charity"),
        },
        "programmes": {
            Id("hubs"): Programme(Id("hubs"), "Neighbourhood hubs", ""),
            Id("garden"): Programme(Id("garden"), "Garden", ""),
        },
        "breakdowns": {
            Id("sex"): Breakdown(
                Id("sex"),
                "Sex",
                "people",
                categories={
                    Id("female"): Category(Id("female"), "Women"),
                    Id("male"): Category(Id("male"), "Men"),
                },
            )
        },
        **rest,
    }
    return replace(made, **given)


def of(made: Inputs) -> Lookup:
    """The report of these, ready for page types."""
    results, _ = indicators.compute(made, SETTINGS)
    summed = indicators.summed(made, SETTINGS)
    found = readings.read(made, SETTINGS, results, summed)
    return Lookup(Report(SETTINGS, made, results, *found, summed))


def lookup(*rows: dict[str, Any]) -> Lookup:
    """The report of these rows (of `ROWS` where none is given)."""
    return of(inputs(rows or ROWS))


@cache
def whole() -> Lookup:
    """The report as it stands."""
    return lookup()
