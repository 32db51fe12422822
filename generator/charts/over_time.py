"""The layout of a chart over time: values at the left, labels at the line ends, rules on top."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.charts.chart import Chart
from generator.charts.ends import apart
from generator.charts.geometry import Box, crossed
from generator.charts.inside import dot_boxes, inside_texts, segments_of
from generator.charts.layout import (
    Key,
    Layout,
    Size,
    Text,
    css_of,
    is_bold,
    top_texts,
    x_tick_texts,
)
from generator.charts.marks import Dot, Label, Shape
from generator.charts.text import clean, width, wrap

_OVERHANG = 30.0  # room for half a tick text beside the plot

Worded = list[tuple[Label, tuple[str, ...]]]


def lay_out_time(chart: Chart, size: Size) -> Layout:
    """The layout of a chart whose x axis is time.

    Labels stand at the line ends where the axis goes on to a target and there is room; else in a
    column right of the plot.
    """
    ends = [
        (label, wrap(clean(label.short if size.narrow else label.text), *_limit(label, size)))
        for label in chart.marks
        if isinstance(label, Label)
        and label.place == "end"
        and (label.short or not size.narrow)  # on a phone the notes say the rest
    ]
    aims = [(label, lines) for label, lines in ends if label.role == "aim"]
    bare = _bare(chart, size, aims)
    end_texts = _at_line_ends(chart, bare, ends)
    if end_texts is None:
        bare = _bare(chart, size, ends)
        end_texts = _column(bare, ends, bare.plot.right)
    plot = bare.plot
    texts = [
        Text(
            plot.left - 8, bare.at_y(tick.value) + 0.35 * size.text, "end", (tick.text,), "t", size
        )
        for tick in bare.y_ticks
    ]
    columns = [bare.at_x(tick.value) for tick in bare.x_ticks]
    texts += x_tick_texts(bare.x_ticks, columns, plot.bottom + 24, size)
    texts += _axis_title(bare)
    over, begins, used = top_texts(chart, size, chart.x, plot)
    inside, unplaced = inside_texts(chart, bare, end_texts)
    keys, key_texts = _keys(chart, unplaced, used + 4, size)
    texts += [*end_texts, *over, *inside, *key_texts]
    return _moved_down(replace(bare, texts=tuple(texts), rule_tops=begins, keys=tuple(keys)))


def _axis_title(layout: Layout) -> list[Text]:
    """What the axis along counts, under its ticks."""
    plot, size = layout.plot, layout.size
    lines = wrap(clean(layout.x.title), plot.right - plot.left, size.text)
    middle, first = (plot.left + plot.right) / 2, plot.bottom + 26 + size.pitch
    return [Text(middle, first, "middle", lines, "t", size)] if layout.x.title else []


def _limit(label: Label, size: Size) -> tuple[float, float, bool]:
    return size.width * (0.3 if size.narrow else 0.34), size.text, is_bold(css_of(label))


def _offset(size: Size) -> float:
    return 9.0 if size.narrow else 12.0


def _bare(chart: Chart, size: Size, beside: Worded) -> Layout:
    """The plot, its top at 0, with room for tick texts and for these labels at its right."""
    y_ticks = chart.y.few if size.narrow else chart.y.ticks
    left = max([_OVERHANG, *(width(tick.text, size.text) + 8 for tick in y_ticks)])
    right = max(
        (
            width(line, size.text, is_bold(css_of(label))) + _offset(size)
            for label, lines in beside
            for line in lines
        ),
        default=0.0,
    )
    height = max(size.plot_height, size.pitch * sum(len(lines) for _, lines in beside))
    plot = Box(left, 0.0, size.width - max(_OVERHANG, right), height)
    x_ticks = chart.x.few if size.narrow else chart.x.ticks
    return Layout(size, height, plot, chart.x, chart.y, x_ticks, y_ticks, (), {})


def _column(layout: Layout, ends: Worded, x: float) -> list[Text]:
    """Labels right of `x`, each level with its line's end or as near to it as the others let it."""
    size = layout.size
    centres = apart(
        [layout.at_y(label.y or 0.0) for label, _ in ends],
        [len(lines) * size.pitch for _, lines in ends],
        layout.plot.top - 8,
        layout.plot.bottom + 8,
    )
    return [
        Text(
            x + _offset(size),
            centre - (len(lines) - 1) * size.pitch / 2 + 0.35 * size.text,
            "start",
            lines,
            css_of(label),
            size,
        )
        for (label, lines), centre in zip(ends, centres, strict=True)
    ]


def _at_line_ends(chart: Chart, layout: Layout, ends: Worded) -> list[Text] | None:
    """Labels right of the last measured point, inside the plot; None where they do not fit."""
    series = [(label, lines) for label, lines in ends if label.role != "aim"]
    aims = _column(layout, [one for one in ends if one[0].role == "aim"], layout.plot.right)
    last = max((label.x or 0.0 for label, _ in series), default=chart.x.high)
    if not aims or last >= chart.x.high:
        return None
    texts = _column(layout, series, layout.at_x(last))
    segments, dots = segments_of(chart, layout), dot_boxes(chart, layout)
    for text in texts:
        box = text.box
        taken = [*dots, *(other.box for other in aims)]
        if box.right > layout.size.width or any(box.meets(other) for other in taken):
            return None
        if crossed(np.array([box]), segments, 1).any():
            return None
    return [*texts, *aims]


def _keys(
    chart: Chart, labels: list[Label], used: float, size: Size
) -> tuple[list[Key], list[Text]]:
    """Names that found no room in the plot, each behind a sample of its line, over everything."""
    keys: list[Key] = []
    texts: list[Text] = []
    foot = -used - 6
    for label in reversed(labels):
        css = css_of(label)
        lines = wrap(clean(label.name), size.width - 40, size.text, is_bold(css))
        first = foot - (len(lines) - 0.5) * size.pitch
        keys.append(Key(4.0, first, label.role, _end_shape(chart, label)))
        texts.append(Text(34.0, first + 0.35 * size.text, "start", lines, css, size))
        foot -= len(lines) * size.pitch
    return keys, texts


def _end_shape(chart: Chart, label: Label) -> Shape | None:
    """The marker of the series at its end."""
    if label.role in ("usual", "ahead"):
        return None
    return next(
        (
            mark.shape
            for mark in chart.marks
            if isinstance(mark, Dot) and (mark.series, mark.x) == (label.name, label.x)
        ),
        "square",
    )


def _moved_down(layout: Layout) -> Layout:
    """The layout with its highest text at the top of the drawing and room under its lowest."""
    down = max(12.0, 4.0 - min((text.box.top for text in layout.texts), default=0.0))
    bottom = max((text.box.bottom for text in layout.texts), default=layout.plot.bottom)
    plot = layout.plot
    return replace(
        layout,
        height=float(round(down + max(bottom, plot.bottom + 30) + 4)),
        plot=Box(plot.left, plot.top + down, plot.right, plot.bottom + down),
        texts=tuple(replace(text, y=text.y + down) for text in layout.texts),
        rule_tops={x: top + down for x, top in layout.rule_tops.items()},
        keys=tuple(replace(key, y=key.y + down) for key in layout.keys),
    )
