"""What makes up the change since the baseline: which groups, places and partners."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from generator import charts
from generator.wording import contributions, names
from generator.wording.verdicts import capitalised

from ..charted import titled
from ..figures import Drawn, drawn
from ..indicator.indicator_tables import Part
from ..known.sources import cited
from ..known.standing import Standing
from ..layout import joined
from ..tables import MOST_ROWS, table
from ..worded import Column, Definition, Link, Row, Table, Text
from .made import Made

COLUMNS = (
    *(Column("Part"), Column("Then", numeric=True), Column("Now", numeric=True)),
    *(Column("Of the whole", numeric=True), Column("Of the change", numeric=True, big=True)),
)


def contributed(standing: Standing) -> list[tuple[str, list[Any]]]:
    """By what the change is broken down, and the parts, the largest first.

    First the breakdown whose parts differ most from what their size alone would make them.
    """
    rows = _rows(standing)
    found = []
    for by in rows.loc[rows["reason"] == "", "by"].drop_duplicates():
        own = rows[rows["by"] == by]
        uneven = (own["contribution"] - own["weight"] * own["difference"]).abs().sum()
        parts = sorted(own.itertuples(), key=lambda part: -abs(part.contribution))
        parts.sort(key=_is_rest)
        found.append((-float(uneven), str(by), parts))
    return [(by, parts) for _, by, parts in sorted(found, key=lambda each: each[:2])]


def contributions_part(standing: Standing, page: str) -> Made:
    """What makes up the change by what tells most, and a table of all that it is broken down by."""
    found = contributed(standing)
    if not found:
        return Made()
    (by, first), *more = found
    change = standing.manner.signed(first[0].difference)
    figure = _figure(standing, page, by, first)
    part = Part(
        "contributions",
        f"What makes up the change of {change}",
        lead=" ".join([*(told(standing, *each) for each in found[:2]), contributions.NOT_A_CAUSE]),
        figure=figure.figure,
        worked=tuple(_worked(standing, found)),
    )
    if not more:
        return Made((part,), figure.files)
    since = standing.since_when(first[0].reference_period)
    total = sum(len(parts) for _, parts in found)
    every = Part(
        "contributions-all",
        "The change in other ways",
        table=_table(standing, found, since),
        folded=f"Show all {total:,} parts",
    )
    return Made((part, every), figure.files)


def _figure(standing: Standing, page: str, by: str, parts: list[Any]) -> Drawn:
    """A bar for each part, the largest first, over the whole change."""
    title, first = _title(standing, by, parts), parts[0]
    since = standing.since_when(first.reference_period)
    unit = standing.manner.unit_of_difference
    about = charts.About(
        id="made-up-of",
        title=_headline(standing, parts),
        subtitle=", ".join(
            filter(None, (f"{standing.indicator.title} by {title.lower()}", unit, f"since {since}"))
        ),
        measure=f"{standing.indicator.title}, change since {since} by {title.lower()}",
    )

    def row(name: str, value: float) -> charts.Row:
        return charts.Row(name, charts.Value(value, standing.bare_change(value)))

    chart = charts.Contributions("", title, "parts")(
        about,
        tuple(row(_named(standing, part), part.contribution) for part in parts),
        row("The whole change", sum(part.contribution for part in parts)),
    )
    when = f"{standing.period(first.reference_period)} and {standing.period(first.period)}"
    sources = cited(standing.lookup, standing.indicator, when)
    return drawn(chart, page, sources, standing.status, standing.marked)


def _headline(standing: Standing, parts: list[Any]) -> str:
    """ "The largest part of the fall: White"."""
    whole = sum(part.contribution for part in parts)
    way = "rise" if whole > 0 else "fall"
    largest = max(parts, key=lambda part: part.contribution * (1 if whole > 0 else -1))
    return titled(
        f"The largest part of the {way}: {_named(standing, largest)}", f"The {way} in parts"
    )


def told(standing: Standing, by: str, parts: list[Any], start: str = "By") -> str:
    """What the change is made up of by one thing, in a sentence."""
    title = f"{start} {_title(standing, by, parts).lower()}"
    named = [(_named(standing, part), part.contribution) for part in parts]
    return contributions.parts(standing.manner, title, named)


def _rows(standing: Standing) -> pd.DataFrame:
    """The rows of the indicator in its place, for the period that the card reads."""
    every = standing.lookup.worked.contributions
    own = (every["indicator"] == standing.indicator.id) & (every["whole_area"] == standing.area)
    return every[own]


def _is_rest(part: Any) -> bool:
    return not (part.area or part.group)


def _title(standing: Standing, by: str, parts: list[Any]) -> str:
    inputs = standing.lookup.report.inputs
    what, _, name = by.partition("-")
    if what == "group":
        known = {str(id): item.title for id, item in inputs.breakdowns.items()}
        return known.get(name, name)
    if what == "partners":
        return "Partner"
    kinds = [inputs.areas[part.area].kind for part in parts if part.area in inputs.areas]
    return capitalised(next(iter(kinds), "") or "place")


def _named(standing: Standing, part: Any) -> str:
    inputs = standing.lookup.report.inputs
    if _is_rest(part):
        return contributions.OVER
    if part.group:
        return names.group(part.group, inputs)
    if part.organisation:
        rows = _rows(standing)
        twice = rows.loc[rows["organisation"] == part.organisation, "programme"].nunique() > 1
        return names.part(part.organisation, part.programme if twice else "", "", inputs)
    return standing.lookup.area_name(part.area)


def _table(standing: Standing, found: list[tuple[str, list[Any]]], since: str) -> Table:
    rows = [
        _row(standing, part, _title(standing, by, parts)) for by, parts in found for part in parts
    ]
    caption = f"{standing.indicator.title}: parts of the change since {since}, the largest first"
    return table(
        "contributions-table", caption, COLUMNS, rows[:MOST_ROWS], dense=True, hide_caption=True
    )


def _row(standing: Standing, part: Any, title: str) -> Row:
    def shown(value: float) -> Text:
        return Text("–" if value != value else standing.shown(value))

    size = "–" if part.weight != part.weight else f"{100 * part.weight:.0f}%"
    cells = (
        *(shown(part.then_value), shown(part.value), Text(size)),
        Text(standing.shown_change(part.contribution)),
    )
    return Row(Link(_named(standing, part)), cells, note=f"By {title.lower()}")


def _worked(standing: Standing, found: list[tuple[str, list[Any]]]) -> Iterator[Definition]:
    first = found[0][1][0]
    counted = first.through_value != first.through_value
    yield Definition("Rule", (contributions.OF_COUNTS if counted else contributions.OF_VALUES,))
    for by, parts in found:
        summed = joined([standing.bare_change(part.contribution) for part in parts])
        total = standing.bare_change(sum(part.contribution for part in parts))
        term = f"By {_title(standing, by, parts).lower()}"
        yield Definition(term, (f"{summed}: together {total}. {contributions.ROUNDED}",))
    rows = _rows(standing)
    for refused in rows[rows["reason"] != ""].itertuples():
        title = _title(standing, str(refused.by), []).lower()
        yield Definition(f"Not by {title}", (str(refused.reason),))
