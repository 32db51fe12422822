"""An indicator's page: may I trust this number, and what do I need to reuse it?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from generator.model.frames import RESULTS
from generator.model.indicator import Indicator
from generator.model.page import File, Page

from . import address as at
from . import cells, downloads, facts, side_by_side
from .charted import over_time
from .definitions import definitions
from .evidence import CAN_CLAIM, CANNOT_CLAIM
from .layout import crumbs, page
from .lookup import Lookup
from .parts import Column, Definition, Download, Figure, Head, Link, Row, Table, Text
from .short import in_short
from .standing import Standing
from .tables import MOST_ROWS, table
from .teasers import about, teaser
from .workings import workings

WORKED = "How we worked this out"


@dataclass(frozen=True)
class Part:
    """A section of the page: a figure or a table under a heading."""

    id: str
    title: str
    lead: str = ""
    figure: Figure | None = None
    table: Table | None = None
    download: Download | None = None
    notes: tuple[Definition, ...] = ()


def lay_out(lookup: Lookup) -> tuple[Page | File, ...]:
    """A page an indicator, with the files of its figures."""
    return tuple(part for i in lookup.indicators.values() for part in _one(lookup, i))


def _one(lookup: Lookup, indicator: Indicator) -> Iterator[Page | File]:
    address = at.indicator(indicator.id)
    standing = Standing(lookup, indicator, lookup.main_area)
    trend = over_time(standing, address)
    places = side_by_side.against_places(standing, address)
    groups = [
        (breakdown, side_by_side.by_group(standing, address, breakdown))
        for breakdown in lookup.report.inputs.breakdowns.values()
    ]
    every = _every_value(lookup, indicator)
    parts: list[Part] = []
    if places:
        title = f"Against {places.kind}" if places.kind.startswith("similar") else "By place"
        parts.append(Part("places", title, figure=places.drawn.figure))
    for breakdown, made in groups:
        if made:
            title = f"By {breakdown.title[:1].lower()}{breakdown.title[1:]}"
            parts.append(Part(f"group-{breakdown.id}", title, figure=made.figure))
    parts += _partners(standing)
    parts += _every_place(standing, address, every)
    yield page(
        "indicator",
        address,
        _head(standing, address),
        half="prove",
        data_period=standing.span,
        illustrative=lookup.is_illustrative(indicator.id),
        value=facts.number(standing),
        what=facts.what(standing),
        under_number=facts.under_number(standing),
        facts=facts.facts(standing),
        working_link=Link(WORKED, "#working"),
        over_time=trend.figure if trend else None,
        notes=trust(standing),
        parts=tuple(parts),
        stories=tuple(teaser(lookup, story, address) for story in about(lookup, indicator.id)),
        workings=workings(standing),
        how_we_judge=Link("How we judge", at.link(address, at.JUDGING)),
        definitions=definitions(standing, address),
        definitions_caption=f"Definition of the indicator “{indicator.title}”",
        downloads=tuple(_downloads(indicator, address, every)),
        cite=_cite(lookup, indicator, address),
    )
    yield every
    for made in (trend, places.drawn if places else None, *(made for _, made in groups)):
        if made:
            yield from made.files


def _head(standing: Standing, address: str) -> Head:
    return Head(
        title=standing.indicator.title,
        finding=standing.finding,
        crumbs=crumbs(address),
        half="prove",
        verdicts=facts.verdicts(standing),
        short=in_short(standing),
    )


def trust(standing: Standing) -> tuple[Definition, ...]:
    """What the number lets one claim and what not: the margin column."""
    indicator = standing.indicator
    cannot = [CANNOT_CLAIM[indicator.design]]
    if standing.latest is not None and standing.latest.lower is None:
        cannot.append("How sure small moves are: the source gives no margin of error.")
    found = [
        Definition("What we can claim", (CAN_CLAIM[indicator.design],)),
        Definition("What we cannot claim", tuple(cannot)),
    ]
    if indicator.limits:
        found.append(Definition("Limits", (indicator.limits,)))
    return tuple(found)


def _partners(standing: Standing) -> Iterator[Part]:
    """The latest value of each partner, by name: no league table."""
    rows = standing.lookup.results(standing.indicator.id)
    rows = rows[(rows["area"] == standing.area) & (rows["organisation"] != "")]
    rows = rows[(rows["programme"] == "") & (rows["group"] == "")]
    latest = rows.sort_values("period_end").drop_duplicates("organisation", keep="last")
    known = standing.lookup.report.inputs.organisations

    def name(id: str) -> str:
        return known[id].name if id in known else id

    found = sorted(cells.results(latest), key=lambda r: (name(r.organisation), r.organisation))
    if found:
        made = (
            Row(
                Link(name(r.organisation)),
                (side_by_side.numbers(standing, r)[0], Text(standing.period(r.period))),
            )
            for r in found[:MOST_ROWS]
        )
        columns = (Column("Partner"), Column(_value_column(standing), True), Column("Period"))
        caption = f"{standing.indicator.title}, latest value of each partner, by name"
        yield Part("partners", "By partner", table=table("partners-table", caption, columns, made))


def _every_place(standing: Standing, address: str, every: File) -> Iterator[Part]:
    """A row a place for the period of the latest value: the own place first, then highest first."""
    latest = standing.latest
    if latest is None:
        return
    lookup = standing.lookup
    rows = side_by_side.at_period(lookup.results(standing.indicator.id), latest.period)
    if len(rows) < 2:
        return
    total = len(rows)
    own = rows[rows["area"] == standing.area]
    rest = rows[rows["area"] != standing.area].sort_values(
        ["value", "area"], ascending=[False, True]
    )
    bounded = bool(rows["lower"].notna().any())
    shown = pd.concat([own, rest]).head(MOST_ROWS)
    made = []
    for result in cells.results(shown):
        href = at.link(address, at.place(result.area)) if result.area in lookup.place_codes else ""
        value, *ends = side_by_side.numbers(standing, result)
        me = result.area == standing.area
        head = Link(lookup.area_name(result.area), href)
        made.append(Row(head, (value, *(ends if bounded else ())), me=me))
    columns = [Column("Place"), Column(_value_column(standing), numeric=True)]
    columns += [Column("Lower", True), Column("Upper", True)] * bounded
    more = f" The table shows {MOST_ROWS} of {total:,} places." if total > MOST_ROWS else ""
    when = standing.period(latest.period)
    yield Part(
        "every-place",
        "Every place",
        lead=f"{standing.place} first, then highest first.{more}",
        table=table("every-place-table", f"{standing.indicator.title}, {when}", columns, made),
        download=_all_values(address, every),
    )


def _value_column(standing: Standing) -> str:
    unit = standing.manner.unit
    return f"Value, {unit}" if unit and not standing.manner.sign else "Value"


COLUMNS = tuple(name for name in RESULTS if name != "indicator")
"""What the file of an indicator's values holds."""


def _every_value(lookup: Lookup, indicator: Indicator) -> File:
    rows = lookup.results(indicator.id)
    columns = [
        rows[name].dt.strftime("%Y-%m-%d") if name.startswith("period_") else rows[name]
        for name in COLUMNS
    ]
    values = (column.astype(object).where(column.notna(), None).tolist() for column in columns)
    path = f"data/charts/indicators-{indicator.id}--all-values.csv"
    return downloads.csv_file(path, COLUMNS, zip(*values, strict=True))


def _all_values(address: str, every: File) -> Download:
    size = f"CSV, {downloads.size(every)}"
    return Download("All values of this indicator", at.link(address, every.path), size)


def _downloads(indicator: Indicator, address: str, every: File) -> Iterator[Download]:
    yield _all_values(address, every)
    about = at.link(address, f"data/indicators/{indicator.id}.json")
    yield Download("Definition, latest values and readings", about, "JSON")
    whole = at.link(address, "data/datapackage.json")
    yield Download("Description of all data of this site", whole, "Data Package, JSON")


def _cite(lookup: Lookup, indicator: Indicator, address: str) -> str:
    settings = lookup.report.settings
    url = f" {settings.site_url.rstrip('/')}/{address}" if settings.site_url else ""
    return (
        f"{settings.publisher} ({settings.report_date.year}). {indicator.title}. "
        f"{settings.site_name or 'Impact report'}, edition {settings.edition}.{url}"
    )
