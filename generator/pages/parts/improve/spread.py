"""Places and partners around their average: who stands apart by more than chance, in a funnel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from generator.indicators.methods import Proportion
from generator.wording import names, spreads
from generator.wording.numbers import number

from .. import address as at
from ..indicator.indicator_tables import Part
from ..known.standing import Standing
from ..layout import joined
from ..shapes import verdict
from ..tables import MOST_ROWS, table
from ..worded import Column, Definition, Link, Reasoned, Row, Table, Text
from .made import Made

APART = (
    *("worse than expected", "better than expected"),
    *("higher than expected", "lower than expected"),
)
MANY = 0.25
"""From this share of them outside the limits on, it is not chance and size alone that part them."""


def spread(standing: Standing, page: str) -> Made:
    """A section for each kind of place, and for the partners of each programme, that is judged."""
    every = standing.lookup.worked.spread
    own = every[(every["indicator"] == standing.indicator.id) & every["judged"].to_numpy()]
    frequencies = {r.frequency for r in standing.series}
    own = own[own["frequency"].isin(frequencies)]
    return Made(tuple(_parts(standing, page, own)))


def _parts(standing: Standing, page: str, judged: pd.DataFrame) -> Iterator[Part]:
    every = standing.lookup.worked.spread
    for among in judged["among"].drop_duplicates():
        of_set = (every["among"] == among) & (every["indicator"] == standing.indicator.id)
        rows = every[of_set & (every["frequency"] == judged["frequency"].iloc[0])]
        units = sorted(rows.itertuples(), key=lambda u: _named(standing, page, u).text.casefold())
        first = units[0]
        others = spreads.who(
            first.area, first.organisation, first.programme, standing.lookup.report.inputs
        )
        yield Part(
            f"spread-{among}",
            f"{others[:1].upper()}{others[1:]} around their average",
            lead=_lead(standing, page, others, units),
            table=_table(standing, page, f"spread-{among}-table", others, units),
            folded=f"Show all {names.in_words(len(units))} {others}",
            worked=tuple(_worked(standing, page, others, units)),
        )


def _named(standing: Standing, page: str, unit: Any) -> Link:
    """The place or partner, with a link where it has a page."""
    lookup = standing.lookup
    if not unit.organisation:
        shown = unit.area in lookup.place_codes
        href = at.link(page, at.place(unit.area)) if shown else ""
        return Link(lookup.area_name(unit.area), href)
    inputs = lookup.report.inputs
    known = unit.organisation in inputs.organisations
    href = at.link(page, at.partner(unit.organisation)) if known else ""
    return Link(names.part(unit.organisation, "", "", inputs), href)


def _lead(standing: Standing, page: str, others: str, units: list[Any]) -> str:
    """Who stands apart, by name; how many do not; and what to think where many do."""
    judged = [unit for unit in units if unit.judged]
    around = f"their average ({standing.said(judged[0].average)})"
    told, apart = [], 0
    for word in APART:
        who = [_named(standing, page, unit).text for unit in judged if unit.verdict == word]
        if who:
            told.append(f"{word.capitalize()}: {joined(who)}.")
            apart += len(who)
    rest = len(judged) - apart
    if not apart:
        none = f"None of the {names.in_words(rest)} {others} differs from {around} by more than"
        return f"{none} chance gives."
    if rest:
        which = "other differs" if rest == 1 else f"other {names.in_words(rest)} differ"
        told.append(f"The {which} from {around} by no more than chance gives.")
    if apart >= MANY * len(judged):
        told.append(spreads.MANY_APART)
    return " ".join(told)


def _table(standing: Standing, page: str, id: str, others: str, units: list[Any]) -> Table:
    bounds = spreads.EXPECTED
    columns = (
        *(Column("Partner" if units[0].organisation else "Place"), Column("Verdict")),
        *(Column("Value", numeric=True, big=True), Column(bounds, numeric=True)),
        Column("Out of", numeric=True),
    )
    rows = (_row(standing, page, unit) for unit in units[:MOST_ROWS])
    when = standing.period(next(unit.period for unit in units if unit.judged))
    caption = f"{standing.indicator.title}, {others} by name, {when}"
    return table(id, caption, columns, rows, dense=True, hide_caption=True)


def _row(standing: Standing, page: str, unit: Any) -> Row:
    said = unit.reason or (spreads.WATCH_SHORT if abs(unit.level) == 1 else "")
    if not unit.judged:
        value = Text("[x]" if unit.value != unit.value else standing.shown(unit.value))
        return Row(
            _named(standing, page, unit),
            (Reasoned(verdict(unit.verdict), said), value, Text("–"), Text("–")),
        )
    ends = f"{standing.manner.bare(unit.lower998)} to {standing.manner.bare(unit.upper998)}"
    cells = (
        Reasoned(verdict(unit.verdict), said),
        Text(standing.shown(unit.value)),
        Text(ends),
        Text(number(unit.size, 0)),
    )
    return Row(_named(standing, page, unit), cells)


def _worked(standing: Standing, page: str, others: str, units: list[Any]) -> Iterator[Definition]:
    judged = [unit for unit in units if unit.judged]
    x, n = (sum(getattr(u, name) for u in judged) for name in ("numerator", "size"))
    counted = f"{number(x, 0)} out of {number(n, 0)}"
    average = f"{standing.said(judged[0].average)}, {counted}"
    shares = isinstance(standing.indicator.method, Proportion)
    yield Definition("Rule", (spreads.RULE,))
    yield Definition("Limits", (spreads.LIMITS_OF_SHARES if shares else spreads.LIMITS_OF_RATES,))
    yield Definition(f"Average of {names.in_words(len(judged))} {others}", (average,))
    for unit in units:
        if not unit.judged:
            yield Definition(f"Not judged: {_named(standing, page, unit).text}", (unit.reason,))
