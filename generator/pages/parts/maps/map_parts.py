"""A map as it stands on a page, beside its table, and as the file that redraws one in place."""

from __future__ import annotations

from markupsafe import Markup

from generator import charts
from generator.charts.marks import Patch
from generator.model.page import File

from .. import address as at
from .. import downloads
from ..choosable import Map, Swatch
from ..environment import block
from ..figures import PLOTLY
from ..known.cells import years
from ..known.sources import cited
from ..shapes import verdict
from ..tables import table
from ..worded import Cell, Column, Download, Figure, Link, Reasoned, Row, Table, Text
from .mapped import SHARED, Mapped


def on_page(made: Mapped, page: str) -> Map:
    """The map as it stands on the page at that address."""
    stills = charts.draw(made.chart)
    return _map(made, page, Markup(stills.wide), Markup(stills.narrow))


def _map(made: Mapped, page: str, wide: Markup, narrow: Markup) -> Map:
    lookup, chart = made.lookup, made.chart
    indicator = made.choice.indicator
    figure = Figure(
        id=chart.id,
        title=chart.title,
        subtitle=chart.subtitle,
        wide=wide,
        narrow=narrow,
        notes=chart.notes,
        sources=cited(lookup, indicator, years(made.choice.results)),
        explore=at.link(page, made.figure.path),
        plotly=at.link(page, PLOTLY),
        download=Download(
            "Download these numbers",
            at.link(page, made.numbers.path),
            f"CSV, {downloads.size(made.numbers)}",
        ),
        table=_table(made, page),
        illustrative=lookup.is_marked(indicator.id),
    )
    swatches = (Swatch(Markup(charts.swatch(chart.id, k.filling)), k.words) for k in chart.keys)
    return Map(figure, tuple(swatches))


def _table(made: Mapped, page: str) -> Table:
    """The chart's table with links to the places, an interval under its value."""
    drawn = made.chart.table
    bounded = len(drawn.columns) == 5
    judged = drawn.columns[-1].title.startswith("Against ")
    codes = (*(row.code for row in made.rows), "")
    rows = []
    for row, code in zip(drawn.rows, codes, strict=False):
        name, value, *ends, last = (cell.text for cell in row.cells)
        note = f"{ends[0]} to {ends[1]}" if bounded and ends[0][:1] != "[" else ""
        href = at.link(page, at.place(code)) if code in made.lookup.place_codes else ""
        rows.append(
            Row(
                Link(name, href),
                (Text(value, note), _last(last, judged)),
                me=row.subject,
                number="" if row.number is None else f"{row.number}",
            )
        )
    value_title = drawn.columns[1].title + (", with 95% interval" if bounded else "")
    columns = (drawn.columns[0].title, value_title, drawn.columns[-1].title)
    titled_columns = (Column(title, n == 1) for n, title in enumerate(columns))
    return table(f"{made.chart.id}-table", drawn.caption, titled_columns, rows)


def _last(text: str, judged: bool) -> Cell:
    """The class of a row: a verdict with its shape, or the limits."""
    word = text.split(" ")[0].lower()
    if judged and word in ("better", "worse", "similar"):
        return Reasoned(verdict(word))
    if judged and text.lower() == "cannot say":
        return Reasoned(verdict("cannot say"))
    return Text(text)


def shared(made: Mapped) -> File:
    """What a map needs to show this choice in place: its fillings and numbers by place, its words
    and its table, ready made. The outlines stay where they are."""
    here = _map(made, SHARED, Markup(), Markup())
    patches = [mark for mark in made.chart.marks if isinstance(mark, Patch)]
    return downloads.json_file(
        made.address,
        {
            "title": here.figure.title,
            "subtitle": here.figure.subtitle,
            "kind": made.chart.kind,
            "description": made.chart.description,
            "places": {str(p.order): [p.filling, p.number] for p in patches},
            "explore": here.figure.explore,
            "key": block("map_key", here),
            "table": block("table", here.figure.table),
            "under": block("map_under", here),
            "download": block("download", here.figure.download),
        },
    )
