"""The layout of small plots on one scale: a grid of panels, each under its name and last value."""

from __future__ import annotations

from generator.charts.chart import Chart, Panel
from generator.charts.geometry import Box
from generator.charts.layout import Layout, Size, Text
from generator.charts.text import clean, width, wrap

_BETWEEN = {"w": 30.0, "nw": 18.0}
_HIGH = {"w": 104.0, "nw": 92.0}
_OVER, _UNDER = 10.0, 24.0
"""Between a panel's words and its plot; between the words of its axis and the next panel."""
_SPARE = 6.0  # a browser may set a line a little wider than the table of widths says
_APART = 10.0  # between the first and the last period


def columns(panels: int, size: Size) -> int:
    """How many panels stand side by side: two on a phone, else three, or two for four of them."""
    if size.narrow or panels in (2, 4):
        return min(panels, 2)
    return min(panels, 3)


def lay_out_panels(chart: Chart, size: Size) -> Layout:
    """The layout of a chart with panels; all plots are equally large."""
    across = columns(len(chart.panels), size)
    y_ticks = chart.y.few if size.narrow else chart.y.ticks
    left = max([8.0, *(width(tick.text, size.text) + 8 for tick in y_ticks)])
    between = _BETWEEN[size.name]
    wide = (size.width - left - 8.0 - between * (across - 1)) / across
    under = _under(chart, wide, size)
    lines = max([1, *(len(own) for own in under)])
    panels: list[Layout] = []
    texts: list[Text] = []
    top = 4.0
    for start in range(0, len(chart.panels), across):
        row = chart.panels[start : start + across]
        words = [_words(panel, wide, size) for panel in row]
        over = max(len(title) + len(said) for title, said in words) * size.pitch + _OVER
        for n, (title, said) in enumerate(words):
            x = left + n * (wide + between)
            plot = Box(x, top + over, x + wide, top + over + _HIGH[size.name])
            own = _panel(chart, size, plot)
            panels.append(own)
            first = top + over - _OVER - (len(title) + len(said) - 0.8) * size.pitch
            texts.append(Text(x, first, "start", title, "b", size))
            second = first + len(title) * size.pitch
            texts.append(Text(x, second, "start", said, "", size))
            texts += _along(own, under) + (_beside(own) if n == 0 else [])
        top += over + _HIGH[size.name] + _UNDER + lines * size.pitch
    far = max(panel.plot.right for panel in panels)
    whole = Box(left, panels[0].plot.top, far, panels[-1].plot.bottom)
    lowest = max(whole.bottom + 6, *(text.box.bottom for text in texts))
    height = float(round(lowest + 4))
    x_ticks, some = panels[0].x_ticks, tuple(texts)
    return Layout(
        size, height, whole, chart.x, chart.y, x_ticks, y_ticks, some, {}, panels=tuple(panels)
    )


def _words(panel: Panel, wide: float, size: Size) -> tuple[tuple[str, ...], tuple[str, ...]]:
    room = wide - _SPARE
    return (
        wrap(clean(panel.title), room, size.text, bold=True),
        wrap(clean(panel.said), room, size.text),
    )


def _panel(chart: Chart, size: Size, plot: Box) -> Layout:
    x_ticks = chart.x.few if size.narrow else chart.x.ticks
    y_ticks = chart.y.few if size.narrow else chart.y.ticks
    return Layout(size, plot.bottom, plot, chart.x, chart.y, x_ticks, y_ticks, (), {})


def _under(chart: Chart, wide: float, size: Size) -> list[tuple[str, ...]]:
    """The words of the ticks along, wrapped where they do not fit side by side."""
    ticks = chart.x.few if size.narrow else chart.x.ticks
    texts = [clean(tick.text) for tick in ticks]
    room = wide - _APART * (len(texts) - 1)
    if sum(width(text, size.text) for text in texts) > room:
        return [wrap(text, room / len(texts), size.text) for text in texts]
    return [(text,) for text in texts]


def _along(own: Layout, under: list[tuple[str, ...]]) -> list[Text]:
    """The words of the ticks, the first flush left, the last flush right, one alone in between."""
    plot, y = own.plot, own.plot.bottom + 22
    if len(under) == 1:
        middle = (plot.left + plot.right) / 2
        return [Text(middle, y, "middle", under[0], "t", own.size)]
    ends = ((plot.left, "start"), (plot.right, "end"))
    return [
        Text(x, y, anchor, lines, "t", own.size)
        for (x, anchor), lines in zip(ends, under, strict=False)
    ]


def _beside(own: Layout) -> list[Text]:
    """The values at the left of the first panel of a row."""
    size, x = own.size, own.plot.left - 8
    return [
        Text(x, own.at_y(tick.value) + 0.35 * size.text, "end", (tick.text,), "t", size)
        for tick in own.y_ticks
    ]
