"""The tables of an indicator's page: a row a partner, a row a place, and the file of all values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.frames import RESULTS
from generator.model.indicator import Indicator
from generator.model.page import File
from generator.wording import names

from .. import adding_up, downloads, side_by_side
from .. import address as at
from ..columns_file import frame_file
from ..known import cells
from ..known.cells import Result
from ..known.lookup import Lookup
from ..known.standing import Standing
from ..tables import MOST_ROWS, table
from ..worded import Column, Definition, Download, Figure, Link, Row, Table, Text, Verdict
from .quantiles import quantiles

MOST_OPEN = 12
"""A longer table of places is folded: maps and charts above it show the same values."""


@dataclass(frozen=True)
class Part:
    """A section of the page: a verdict, a figure or a table under a heading, and its working."""

    id: str
    title: str
    verdict: Verdict | None = None
    lead: str = ""
    figure: Figure | None = None
    table: Table | None = None
    download: Download | None = None
    notes: tuple[Definition, ...] = ()
    folded: str = ""
    """What to open it with; "" where it stands open."""
    folded_table: str = ""
    """What to open the table alone with; "" where it is folded with all else, or stands open."""
    wide: bool = False
    """Whether its tables need the whole width of the page; it then stands open."""
    more: tuple[tuple[str, Table], ...] = ()
    """Further tables, each folded, with what to open it with."""
    under: tuple[str, ...] = ()
    """Lines under it all: those that the owners of scales ask for."""
    worked: tuple[Definition, ...] = ()
    """The rule, the inputs and the numbers behind the verdict, folded away under it all."""


def partners(standing: Standing, address: str) -> Iterator[Part]:
    """The latest value of each partner, by name: no league table.

    Where a partner's programmes do not add up, it has a row for each. A partner with both months
    and quarters is shown by the one that the card reads, so that like stands beside like.
    """
    rows = standing.lookup.results(standing.indicator.id)
    theirs = (rows["area"] == standing.area) & (rows["organisation"] != "") & (rows["group"] == "")
    if not theirs.any():
        return
    rows = rows[theirs]
    added_up = rows.loc[rows["programme"] == "", "organisation"].unique()
    rows = rows[(rows["programme"] == "") | ~rows["organisation"].isin(added_up)]
    read = standing.series[-1].frequency if standing.series else ""
    latest = (
        rows.assign(alike=rows["frequency"] == read)
        .sort_values(["alike", "period_end"], kind="stable")
        .drop_duplicates(["organisation", "programme"], keep="last")
        .drop(columns="alike")
    )
    inputs = standing.lookup.report.inputs
    pages = {str(id) for id in inputs.organisations}

    def named(result: Result) -> Link:
        id = result.organisation
        href = at.link(address, at.partner(id)) if id in pages else ""
        return Link(names.part(id, "", "", inputs), href)

    found = sorted(cells.results(latest), key=lambda r: (named(r).text.casefold(), *r.by))
    made = (
        Row(
            named(r),
            (side_by_side.numbers(standing, r)[0], Text(standing.period(r.period))),
            note=names.part("", r.programme, "", inputs),
        )
        for r in found[:MOST_ROWS]
    )
    columns = (Column("Partner"), Column(_value_column(standing), True), Column("Period"))
    caption = f"{standing.indicator.title}, latest value of each partner, by name"
    note = adding_up.of_parts(standing, found)
    yield Part(
        "partners",
        "By partner",
        lead=note,
        table=table("partners-table", caption, columns, made),
    )


def every_place(standing: Standing, address: str, every: File) -> Iterator[Part]:
    """A row a place for the period of the latest value: the own place first, then highest first."""
    lookup, found = standing.lookup, standing.everywhere
    has_own = standing.latest is not None
    if len(found) < (2 if has_own else 1):
        return
    title, order = (
        ("Every place", f"{standing.place} first, then highest first.")
        if has_own
        else ("Places that have a value", "Highest first.")
    )
    ordered = sorted(
        found, key=lambda r: (r.area != standing.area, r.value is None, -(r.value or 0), r.area)
    )
    bounded = any(r.lower is not None for r in found)
    stands = quantiles(standing)
    made = []
    for result in ordered[:MOST_ROWS]:
        href = at.link(address, at.place(result.area)) if result.area in lookup.place_codes else ""
        value, *ends = side_by_side.numbers(standing, result)
        me = result.area == standing.area
        head = Link(lookup.area_name(result.area), href)
        which = [Text(stands.words.get((result.area, result.period), "–"))] if stands else []
        made.append(Row(head, (*which, value, *(ends if bounded else ())), me=me))
    columns = [Column("Place"), *([Column(stands.heading)] if stands else [])]
    columns += [Column(_value_column(standing), numeric=True)]
    columns += [Column("Lower", True), Column("Upper", True)] * bounded
    total = len(found)
    more = f" {note}" if (note := adding_up.of_places(standing, found)) else ""
    more += f" The table shows {MOST_ROWS} of {total:,} places." if total > MOST_ROWS else ""
    more += f" {stands.note}" if stands else ""
    when = standing.period(found[0].period)
    yield Part(
        "every-place",
        title,
        lead=f"{order}{more}",
        table=table("every-place-table", f"{standing.indicator.title}, {when}", columns, made),
        download=all_values(address, every),
        folded=f"Show all {len(made):,} places" if len(made) > MOST_OPEN else "",
    )


def _value_column(standing: Standing) -> str:
    unit = standing.manner.unit
    return f"Value, {unit}" if unit and not standing.manner.sign else "Value"


COLUMNS = tuple(name for name in RESULTS if name != "indicator")
"""What the file of an indicator's values holds, before the status of what they rest on."""


def every_value(lookup: Lookup, indicator: Indicator) -> File:
    path = f"data/charts/indicators-{indicator.id}--all-values.csv"
    rows = lookup.results(indicator.id)[list(COLUMNS)]
    return frame_file(path, rows, status=lookup.status(indicator.id))


def all_values(address: str, every: File) -> Download:
    size = f"CSV, {downloads.size(every)}"
    return Download("All values of this indicator", at.link(address, every.path), size)
