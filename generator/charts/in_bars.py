"""Texts in bars, and those that stand under a row's name because their bar is too short."""

from __future__ import annotations

from generator.charts.chart import Chart
from generator.charts.layout import Layout, Text
from generator.charts.marks import Bar, Label
from generator.charts.text import clean, width

_AROUND = {"tone": 5.0, "open": 5.0, "dots": 9.0}  # some dots at each side of a text
_CSS = {"tone": "on", "open": "", "dots": ""}


def texts_in_bars(chart: Chart, layout: Layout) -> list[Text]:
    """The text of each bar that has room for it, in its middle; on a plate among dots."""
    size = layout.size
    return [
        Text(
            layout.at_x((bar.start + bar.end) / 2),
            layout.at_y(bar.y) + 0.35 * size.text,
            "middle",
            (clean(bar.text),),
            _CSS[bar.filling],
            size,
            plate=bar.filling == "dots",
        )
        for bar in _worded(chart)
        if _fits(bar, layout)
    ]


def asides(chart: Chart, layout: Layout) -> tuple[Label, ...]:
    """A label a row for all that does not fit in its bars, in their order."""
    rows: dict[float, list[str]] = {}
    for bar in _worded(chart):
        if not _fits(bar, layout):
            rows.setdefault(bar.y, []).append(bar.aside)
    return tuple(Label("aside", ", ".join(said), None, y) for y, said in rows.items())


def _worded(chart: Chart) -> list[Bar]:
    return [mark for mark in chart.marks if isinstance(mark, Bar) and mark.text]


def _fits(bar: Bar, layout: Layout) -> bool:
    room = layout.at_x(bar.end) - layout.at_x(bar.start) - 2 * _AROUND[bar.filling]
    return width(clean(bar.text), layout.size.text) <= room
