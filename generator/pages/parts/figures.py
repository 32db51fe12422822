"""From a chart to a figure on a page, its table, its download and what Plotly draws of it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator import charts
from generator.model.page import File
from generator.model.words import PackageStatus

from . import address as at
from . import downloads
from .tables import of_chart
from .worded import Cited, Download, Figure

PLOTLY = "assets/javascripts/plotly.min.js"
"""Where publishing puts the Plotly script of the installed package."""


@dataclass(frozen=True)
class Drawn:
    """A figure and the two files that belong to it."""

    figure: Figure
    files: tuple[File, File]


def drawn(
    chart: charts.Chart,
    page: str,
    sources: tuple[Cited, ...],
    status: PackageStatus,
    marked: bool = False,
) -> Drawn:
    """The chart as it stands on the page at address `page`, `marked` as made up or not.

    `status` is that of what it is drawn from.
    """
    name = f"{(page.strip('/') or 'home').replace('/', '-')}--{chart.id}"
    laid = charts.layouts(chart)
    interactive = downloads.json_file(f"assets/figures/{name}.json", charts.figure(chart, laid))
    numbers = downloads.of_chart(f"data/charts/{name}.csv", chart.download, status)
    stills = charts.draw(chart, laid)
    figure = Figure(
        id=chart.id,
        title=chart.title,
        subtitle=chart.subtitle,
        wide=Markup(stills.wide),
        narrow=Markup(stills.narrow),
        notes=chart.notes,
        sources=sources,
        explore=at.link(page, interactive.path),
        plotly=at.link(page, PLOTLY),
        download=Download(
            "Download these numbers",
            at.link(page, numbers.path),
            f"CSV, {downloads.size(numbers)}",
        ),
        table=of_chart(f"{chart.id}-table", chart.table),
        illustrative=marked,
    )
    return Drawn(figure, (interactive, numbers))
