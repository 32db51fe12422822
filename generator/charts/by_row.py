"""The layout of a chart by area or group: a row each, its value in a column at the right edge."""

from __future__ import annotations

from dataclasses import replace

from generator.charts.chart import Chart
from generator.charts.geometry import Box
from generator.charts.in_bars import asides, texts_in_bars
from generator.charts.keys import key_row
from generator.charts.layout import Layout, Size, top_texts, x_tick_texts
from generator.charts.marks import Bar, Label
from generator.charts.row_texts import FROM_EDGE, Columns, columns_of, lines_of, row_texts, widest

_THICKER = {"w": 10.0, "nw": 15.0}  # what a row with a thick bar needs more


def lay_out_rows(chart: Chart, size: Size) -> Layout:
    """The layout of a chart whose y axis is rows.

    Wide: names at the left of the plot. Narrow: each name over its own mark, on a plate.
    """
    bare, columns = _bare(chart, size, ())
    while (found := asides(chart, bare)) != tuple(label for label, _ in columns.asides):
        bare, columns = _bare(chart, size, found)  # narrower: no more texts fit in their bars
    plot = bare.plot
    over, begins, used = top_texts(chart, size, chart.x, plot)
    keys, named, taken = key_row(chart, size, plot.left, -used - 10.0)
    ticks = x_tick_texts(
        bare.x_ticks, [bare.at_x(tick.value) for tick in bare.x_ticks], plot.bottom + 22, size
    )
    texts = [*over, *named, *ticks, *row_texts(columns, bare), *texts_in_bars(chart, bare)]
    down = max(8.0, used + 4, taken + 4)
    return replace(
        bare,
        height=float(round(plot.bottom + down + 34)),
        plot=Box(plot.left, down, plot.right, plot.bottom + down),
        texts=tuple(replace(text, y=text.y + down) for text in texts),
        rule_tops={x: top + down for x, top in begins.items()},
        keys=tuple(replace(key, y=key.y + down) for key in keys),
    )


def _bare(chart: Chart, size: Size, aside: tuple[Label, ...]) -> tuple[Layout, Columns]:
    """The plot, its top at 0, with room for the texts of its rows, and these."""
    columns = columns_of(chart, size, aside)
    most = max([1, *lines_of(columns.names, columns.asides, size)])
    tall = max([1, *lines_of(columns.values, columns.under, size)])
    thick = any(isinstance(mark, Bar) and mark.thick for mark in chart.marks)
    mark = size.row + _THICKER[size.name] * thick
    if size.narrow:
        row = most * size.pitch + max(mark, tall * size.pitch + 4)
    else:
        row = max(mark, most * size.pitch + 7, tall * size.pitch + 7)
    rows = int(chart.y.high - chart.y.low)
    beside = widest([*columns.names, *columns.asides], size) + 14
    left = FROM_EDGE if size.narrow else max(30.0, beside)
    right = max(30.0, widest([*columns.values, *columns.under], size) + FROM_EDGE + 16)
    plot = Box(left, 0.0, size.width - right, row * rows)
    x_ticks = chart.x.few if size.narrow else chart.x.ticks
    over = (row + most * size.pitch) / 2 / row if size.narrow else 0.5  # of a row, above its mark
    y = replace(chart.y, low=-over, high=rows - over)
    layout = Layout(size, plot.bottom, plot, chart.x, y, x_ticks, (), (), {})
    return layout, columns
