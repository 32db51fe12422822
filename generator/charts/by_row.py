"""The layout of a chart by area or group: a row each, its value in a column at the right edge."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from generator.charts.chart import Chart
from generator.charts.geometry import Box
from generator.charts.layout import Layout, Size, Text, css_of, is_bold, top_texts, x_tick_texts
from generator.charts.marks import Bar, Label
from generator.charts.text import clean, width, wrap

_FROM_EDGE = 6.0
_THICKER = {"w": 10.0, "nw": 15.0}  # what a row with a thick bar needs more


def lay_out_rows(chart: Chart, size: Size) -> Layout:
    """The layout of a chart whose y axis is rows.

    Wide: names at the left of the plot. Narrow: each name over its own mark, on a plate.
    """
    named = [mark for mark in chart.marks if isinstance(mark, Label) and mark.place == "row"]
    valued = [mark for mark in chart.marks if isinstance(mark, Label) and mark.place == "value"]
    under = [mark for mark in chart.marks if isinstance(mark, Label) and mark.place == "under"]
    names = _wrapped(named, size, size.width * (0.95 if size.narrow else 0.42))
    values, shares = (_wrapped(labels, size, size.width * 0.3) for labels in (valued, under))
    most = max([1, *(len(lines) for _, lines in names)])
    above, below = _lines_at(values), _lines_at(shares)
    tall = max([1, *(lines + below[y] for y, lines in above.items())])
    thick = any(isinstance(mark, Bar) and mark.thick for mark in chart.marks)
    mark = size.row + _THICKER[size.name] * thick
    if size.narrow:
        row = most * size.pitch + max(mark, tall * size.pitch)
    else:
        row = max(mark, most * size.pitch + 7, tall * size.pitch + 7)
    rows = int(chart.y.high - chart.y.low)
    left = _FROM_EDGE if size.narrow else max(30.0, _widest(names, size) + 14)
    right = max(30.0, _widest([*values, *shares], size) + _FROM_EDGE + 16)
    plot = Box(left, 0.0, size.width - right, row * rows)
    x_ticks = chart.x.few if size.narrow else chart.x.ticks
    over = (row + most * size.pitch) / 2 / row if size.narrow else 0.5  # of a row, above its mark
    y = replace(chart.y, low=-over, high=rows - over)
    bare = Layout(size, plot.bottom, plot, chart.x, y, x_ticks, (), (), {})
    texts, begins, used = top_texts(chart, size, chart.x, plot)
    texts += x_tick_texts(
        x_ticks, [bare.at_x(tick.value) for tick in x_ticks], plot.bottom + 22, size
    )
    for label, lines in names:
        if size.narrow:
            first = row * (label.y or 0.0) + 0.93 * size.text + 3
            texts.append(
                Text(_FROM_EDGE + 5, first, "start", lines, css_of(label), size, plate=True)
            )
        else:
            texts.append(_beside(label, lines, plot.left - 14, bare))
    edge = size.width - _FROM_EDGE
    texts += [_beside(own, text, edge, bare, -0.5 * below[own.y]) for own, text in values]
    texts += [_beside(own, text, edge, bare, 0.5 * above[own.y]) for own, text in shares]
    down = max(8.0, used + 4)
    return replace(
        bare,
        height=float(round(plot.bottom + down + 34)),
        plot=Box(plot.left, down, plot.right, plot.bottom + down),
        texts=tuple(replace(text, y=text.y + down) for text in texts),
        rule_tops={x: top + down for x, top in begins.items()},
    )


def _wrapped(labels: list[Label], size: Size, limit: float) -> list[tuple[Label, tuple[str, ...]]]:
    return [
        (label, wrap(clean(label.text), limit, size.text, is_bold(css_of(label))))
        for label in labels
    ]


def _lines_at(wrapped: list[tuple[Label, tuple[str, ...]]]) -> Counter[float | None]:
    """How many lines stand in each row."""
    return Counter({label.y: len(lines) for label, lines in wrapped})


def _widest(wrapped: list[tuple[Label, tuple[str, ...]]], size: Size) -> float:
    return max(
        (
            width(line, size.text, is_bold(css_of(label)))
            for label, lines in wrapped
            for line in lines
        ),
        default=0.0,
    )


def _beside(
    label: Label, lines: tuple[str, ...], x: float, layout: Layout, down: float = 0.0
) -> Text:
    """A text to the left of `x`, level with its mark or `down` so many lines."""
    size = layout.size
    middle = layout.at_y(label.y or 0.0) + down * size.pitch
    first = middle - (len(lines) - 1) * size.pitch / 2 + 0.35 * size.text
    return Text(x, first, "end", lines, css_of(label), size)
