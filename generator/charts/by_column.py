"""The layout of a chart whose x axis is columns: a name under each, labels of rules on top."""

from __future__ import annotations

from dataclasses import replace

from generator.charts.chart import Chart, Tick
from generator.charts.geometry import Box
from generator.charts.keys import key_row
from generator.charts.layout import Layout, Size, Text, top_texts
from generator.charts.text import clean, width, wrap

_HIGH = 0.75  # of the plot of a line chart
_FROM_EDGE = 6.0
_APART = 6.0


def lay_out_columns(chart: Chart, size: Size) -> Layout:
    """The layout: values at the left, a name under each column, or under each second or third."""
    y_ticks = chart.y.few if size.narrow else chart.y.ticks
    left = max([24.0, *(width(tick.text, size.text) + 10 for tick in y_ticks)])
    plot = Box(left, 0.0, size.width - _FROM_EDGE, _HIGH * size.plot_height)
    bare = Layout(size, plot.bottom, plot, chart.x, chart.y, chart.x.ticks, y_ticks, (), {})
    over, begins, used = top_texts(chart, size, chart.x, plot)
    keys, named, taken = key_row(chart, size, plot.left, -used - 10.0)
    names = _names(bare)
    foot = max((text.box.bottom for text in names), default=plot.bottom)
    title = _title(bare, foot)
    values = [
        Text(left - 8, bare.at_y(tick.value) + 0.35 * size.text, "end", (tick.text,), "t", size)
        for tick in y_ticks
    ]
    texts = [*over, *named, *values, *names, *title]
    down = max(12.0, used + 4, taken + 4)
    bottom = max(text.box.bottom for text in (*title, *names, *values))
    return replace(
        bare,
        height=float(round(bottom + down + 6)),
        plot=Box(plot.left, down, plot.right, plot.bottom + down),
        texts=tuple(replace(text, y=text.y + down) for text in texts),
        rule_tops={x: top + down for x, top in begins.items()},
        keys=tuple(replace(key, y=key.y + down) for key in keys),
    )


def _names(layout: Layout) -> list[Text]:
    """Names in as many lines as they need, of as many columns as have room for their words."""
    size, plot = layout.size, layout.plot
    ticks = layout.x_ticks
    column = (plot.right - plot.left) / (layout.x.high - layout.x.low)
    words = [width(word, size.text) for tick in ticks for word in tick.text.split()]
    fitting = (n for n in range(1, len(ticks)) if max(words, default=0.0) <= n * column - _APART)
    stride = next(fitting, max(1, len(ticks)))
    return [_name(tick, stride * column - _APART, layout) for tick in ticks[::stride]]


def _name(tick: Tick, limit: float, layout: Layout) -> Text:
    """A name under its column, moved into the drawing where it would leave it."""
    size = layout.size
    lines = wrap(clean(tick.text), min(limit, size.width), size.text)
    half = max(width(line, size.text) for line in lines) / 2
    x = min(max(layout.at_x(tick.value), half), size.width - half)
    return Text(x, layout.plot.bottom + 24, "middle", lines, "t", size)


def _title(layout: Layout, foot: float) -> list[Text]:
    """What the columns are, under their names."""
    plot, size = layout.plot, layout.size
    lines = wrap(clean(layout.x.title), plot.right - plot.left, size.text)
    middle = (plot.left + plot.right) / 2
    first = foot + 4 + 0.93 * size.text
    return [Text(middle, first, "middle", lines, "t", size)] if layout.x.title else []
