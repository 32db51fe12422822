"""Texts in the open part of a plot, and all that they must keep clear of."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from generator.charts.chart import Chart
from generator.charts.geometry import Box, Boxes, Pixel, Segment
from generator.charts.layout import Layout, Text, css_of, is_bold
from generator.charts.marks import Band, Dot, Label, Line, Rule
from generator.charts.names import candidates, free_spot
from generator.charts.placed import runs
from generator.charts.text import ASCENT, DESCENT, clean, width, wrap


def segments_of(chart: Chart, layout: Layout) -> list[Segment]:
    """Everything that a text inside the plot must not lie on."""
    found: list[Segment] = []
    plot = layout.plot
    for mark in chart.marks:
        if isinstance(mark, Line):
            for run in runs(mark, layout):
                found += pairwise(run)
        elif isinstance(mark, Band):
            for edge in (1, 2):
                points = [(point[0], point[edge]) for point in mark.points]
                found += [
                    (layout.at(x0, y0), layout.at(x1, y1))
                    for (x0, y0), (x1, y1) in pairwise(points)
                    if y0 is not None and y1 is not None
                ]
        elif isinstance(mark, Rule):
            x0 = plot.left if mark.x0 is None else layout.at_x(mark.x0)
            x1 = plot.right if mark.x1 is None else layout.at_x(mark.x1)
            y0 = plot.top if mark.y0 is None else layout.at_y(mark.y0)
            y1 = plot.bottom if mark.y1 is None else layout.at_y(mark.y1)
            found.append(((x0, y0), (x1, y1)))
    return found


def inside_texts(chart: Chart, layout: Layout, taken: list[Text]) -> tuple[list[Text], list[Label]]:
    """Texts in the open part of the plot, and the series' names that found no room there.

    Names come first (in the narrow drawing); a remark without room is left out: the notes have it.
    """
    narrow = layout.size.narrow
    names = [label for label in _labels(chart) if label.place == "end" and label.name and narrow]
    remarks = [label for label in _labels(chart) if label.place == "inside"]
    lines = _lines(chart, layout)
    subject = next(
        (m.series for m in chart.marks if isinstance(m, Line) and m.role == "subject"), ""
    )
    segments = segments_of(chart, layout)
    grid = _grid(layout)
    obstacles = [*dot_boxes(chart, layout), *(text.box for text in taken)]
    plot = layout.plot
    room = Box(plot.left + 3, plot.top + 3, plot.right - 3, plot.bottom - 4)
    texts: list[Text] = []
    unplaced: list[Label] = []
    for label in [*names, *remarks]:
        words, wide, high = _measured(label, layout)
        at_point = label.place == "inside" and label.x is not None
        own = lines.get(label.name if label.place == "end" else subject, [])
        own = own or _level(chart, label, layout)
        alone = at_point or label.role == "usual"  # it names no line among others
        others = [] if alone else [line for line in lines.values() if line is not own]
        places = _near(label, layout, wide, high) if at_point else candidates(own, wide, high)
        clear, on_grid = free_spot(places, room, obstacles, segments, grid, own, others)
        box = on_grid if label.place == "end" and clear is None else clear
        if box is None:
            unplaced += [label] if label.place == "end" else []
            continue
        obstacles.append(box)
        first = box.top + ASCENT * layout.size.text
        texts.append(Text(box.left, first, "start", words, css_of(label), layout.size))
    return texts, unplaced


def _labels(chart: Chart) -> list[Label]:
    return [mark for mark in chart.marks if isinstance(mark, Label)]


def _lines(chart: Chart, layout: Layout) -> dict[str, list[list[Pixel]]]:
    """Every series and target by name, as pieces in pixels."""
    plot = layout.plot
    levels = {
        label.name: layout.at_y(label.y)
        for label in _labels(chart)
        if label.role == "aim" and label.y is not None
    }
    return {mark.series: runs(mark, layout) for mark in chart.marks if isinstance(mark, Line)} | {
        name: [[(plot.left, y), (plot.right, y)]] for name, y in levels.items()
    }


def _level(chart: Chart, label: Label, layout: Layout) -> list[list[Pixel]]:
    """The straight pieces that a label of what is usual names, in pixels."""
    if label.role != "usual" or label.y is None:
        return []
    y, plot = layout.at_y(label.y), layout.plot
    return [
        [
            (plot.left if mark.x0 is None else layout.at_x(mark.x0), y),
            (plot.right if mark.x1 is None else layout.at_x(mark.x1), y),
        ]
        for mark in chart.marks
        if isinstance(mark, Rule) and mark.kind == "mean" and mark.y0 == label.y
    ]


def _grid(layout: Layout) -> list[Segment]:
    levels = [layout.at_y(tick.value) for tick in layout.y_ticks]
    return [((layout.plot.left, y), (layout.plot.right, y)) for y in levels]


def _measured(label: Label, layout: Layout) -> tuple[tuple[str, ...], float, float]:
    """A label's lines, and how wide and high they are; a remark at a point stands in two lines."""
    size, bold = layout.size, is_bold(css_of(label))
    text = clean(label.name if label.place == "end" else label.text)
    limit = (layout.plot.right - layout.plot.left) * 0.6
    if label.place == "inside" and label.x is not None:
        longest = max((width(word, size.text, bold) for word in text.split()), default=0.0)
        limit = min(limit, max(longest, 0.6 * width(text, size.text, bold)))
    lines = wrap(text, limit, size.text, bold)
    wide = max(width(line, size.text, bold) for line in lines)
    return lines, wide, (ASCENT + DESCENT) * size.text + (len(lines) - 1) * size.pitch


def _near(label: Label, layout: Layout, wide: float, high: float) -> Boxes:
    """Boxes beside, above and below a point, nearest first."""
    x, y = layout.at(label.x or 0.0, label.y or 0.0)
    beside = [
        (left, y - high / 2, left + wide, y + high / 2) for left in (x + 12.0, x - 12.0 - wide)
    ]
    over_and_under = [
        (left, bottom - high, left + wide, bottom)
        for step in (8.0, 12.0, 28.0, 48.0)
        for bottom in (y - step, y + step + high)
        for left in (x - wide / 2, x + 6, x - wide - 6)
    ]
    return np.array([*beside, *over_and_under])


def dot_boxes(chart: Chart, layout: Layout) -> list[Box]:
    """A box about each dot."""
    spots = (layout.at(dot.x, dot.y) for dot in chart.marks if isinstance(dot, Dot))
    return [Box(x - 8, y - 8, x + 8, y + 8) for x, y in spots]
