"""A chart as the two drawings of a page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.by_column import lay_out_columns
from generator.charts.by_panel import lay_out_panels
from generator.charts.by_place import lay_out_map
from generator.charts.by_row import lay_out_rows
from generator.charts.chart import Chart
from generator.charts.layout import NARROW, WIDE, Layout, Size
from generator.charts.over_time import lay_out_time
from generator.charts.still import still


@dataclass(frozen=True)
class Drawing:
    """Two SVG elements, each one line: `wide` for 44rem and more, `narrow` for less."""

    wide: str
    narrow: str


@dataclass(frozen=True)
class Layouts:
    """Where everything of a chart goes on its two drawings."""

    wide: Layout
    narrow: Layout


def layouts(chart: Chart) -> Layouts:
    """The layouts of both drawings, for the stills and for what is explored over them."""
    return Layouts(lay_out(chart, WIDE), lay_out(chart, NARROW))


def lay_out(chart: Chart, size: Size) -> Layout:
    """Where everything goes on a drawing of this size."""
    if chart.panels:
        return lay_out_panels(chart, size)
    if chart.y.kind == "map":
        return lay_out_map(chart, size)
    if chart.x.kind == "columns":
        return lay_out_columns(chart, size)
    return (lay_out_rows if chart.y.kind == "rows" else lay_out_time)(chart, size)


def draw(chart: Chart, laid: Layouts | None = None) -> Drawing:
    """The wide and the narrow still; `laid` are the chart's layouts, if they are known."""
    laid = laid or layouts(chart)
    return Drawing(still(chart, laid.wide), still(chart, laid.narrow))
