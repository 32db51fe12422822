"""Where everything of a chart goes on a drawing of one size: the plot, and every text.

Both renderers take their positions from here, so that what is explored lies over the still.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.charts.chart import Axis, Chart, Tick
from generator.charts.geometry import Box, Pixel
from generator.charts.marks import BarFilling, Label, Role, Shape
from generator.charts.text import ASCENT, DESCENT, clean, width, wrap
from generator.charts.tops import stack


@dataclass(frozen=True)
class Size:
    """One drawing: its name in ids and classes, and its measures in pixels."""

    name: str
    width: float
    text: float
    pitch: float
    plot_height: float
    row: float

    @property
    def narrow(self) -> bool:
        """Whether names stand inside the plot or over their row."""
        return self.name == "nw"


WIDE = Size("w", 672.0, 15.0, 19.0, 310.0, 26.0)
NARROW = Size("nw", 343.0, 14.5, 18.0, 266.0, 25.0)


@dataclass(frozen=True)
class Text:
    """A text of one or more lines; `y` is the first baseline, `css` the class of its look.

    `least` is the width that its plate has at least; `of` says whose number it is, on a map.
    """

    x: float
    y: float
    anchor: str
    lines: tuple[str, ...]
    css: str
    size: Size
    plate: bool = False
    least: float = 0.0
    of: str = ""

    @property
    def box(self) -> Box:
        """All that the text can cover, whatever the font."""
        lines = (width(line, self.size.text, is_bold(self.css)) for line in self.lines)
        wide = max(self.least, *lines)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        top = self.y - ASCENT * self.size.text
        last = self.y + (len(self.lines) - 1) * self.size.pitch
        return Box(left, top, left + wide, last + DESCENT * self.size.text)


@dataclass(frozen=True)
class Key:
    """A sample of a series' line over the plot, before its name; what is usual has no marker.

    One with a `filling` is a sample of its bars.
    """

    x: float
    y: float
    role: Role
    shape: Shape | None
    filling: BarFilling | None = None


@dataclass(frozen=True)
class Layout:
    """A drawing's measures: the plot's box, the texts, and how high each upright rule begins."""

    size: Size
    height: float
    plot: Box
    x: Axis
    y: Axis
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    texts: tuple[Text, ...]
    rule_tops: dict[float, float]
    keys: tuple[Key, ...] = ()
    panels: tuple[Layout, ...] = ()

    def at(self, x: float, y: float) -> Pixel:
        """The pixel of a point given in the axes' values."""
        return self.at_x(x), self.at_y(y)

    def at_x(self, x: float) -> float:
        """The pixel column of a value of the x axis."""
        return across(self.x, self.plot, x)

    def at_y(self, y: float) -> float:
        """The pixel row of a value of the y axis."""
        return down(self.y, self.plot, y)


def across(axis: Axis, plot: Box, x: float) -> float:
    """The pixel column of a value."""
    return plot.left + (x - axis.low) / (axis.high - axis.low) * (plot.right - plot.left)


def down(axis: Axis, plot: Box, y: float) -> float:
    """The pixel row of a value: values grow upwards, rows count downwards."""
    share = (y - axis.low) / (axis.high - axis.low)
    if axis.kind == "rows":
        return plot.top + share * (plot.bottom - plot.top)
    return plot.bottom - share * (plot.bottom - plot.top)


def is_bold(css: str) -> bool:
    """Whether a class of text is set in bold (the stylesheet's `b` and `s1`)."""
    return css in ("b", "s1")


_ENDS = {
    "subject": "s1",
    "comparator": "s2",
    "aim": "",
    "usual": "s2",
    "ahead": "s1",
    "limit": "s2",
}


def css_of(label: Label) -> str:
    """The class of a label's text: subject in its colour, comparators muted, the rest in ink."""
    if label.place == "end":
        return _ENDS[label.role]
    if label.place in ("aside", "under", "heading"):
        return "t"
    if label.place == "inside":
        return "s1" if label.bold else "t"
    return "b" if label.bold else ""


_EDGE = 2.0  # letters drawn small come out a little wider than they measure


def x_tick_texts(ticks: tuple[Tick, ...], xs: list[float], y: float, size: Size) -> list[Text]:
    """Tick texts under the plot, moved inside the drawing; one that would overlap is left out."""
    texts: list[Text] = []
    for tick, x in reversed(list(zip(ticks, xs, strict=True))):
        half = min(width(tick.text, size.text) / 2 + _EDGE, size.width / 2)
        lines = wrap(clean(tick.text), size.width, size.text)
        text = Text(min(max(x, half), size.width - half), y, "middle", lines, "t", size)
        if not any(text.box.meets(other.box, 4) for other in texts):
            texts.append(text)
    return texts[::-1]


def top_texts(
    chart: Chart, size: Size, axis: Axis, plot: Box
) -> tuple[list[Text], dict[float, float], float]:
    """Labels over upright rules, where each rule begins, and the room used over the plot's top."""
    labels = [mark for mark in chart.marks if isinstance(mark, Label) and mark.place == "top"]
    lines = [
        wrap(clean(label.text), size.width, size.text, is_bold(css_of(label))) for label in labels
    ]
    wide = [
        max(width(line, size.text, is_bold(css_of(label))) for line in own)
        for label, own in zip(labels, lines, strict=True)
    ]
    xs = [label.x or 0.0 for label in labels]
    columns = [across(axis, plot, x) for x in xs]
    tops = stack(columns, wide, [len(own) for own in lines], size.width)
    texts: list[Text] = []
    begins: dict[float, float] = {}
    for label, own, top, x in zip(labels, lines, tops, xs, strict=True):
        last = plot.top - 14.0 - top.level * size.pitch
        first = last - (len(own) - 1) * size.pitch
        texts.append(Text(top.centre, first, "middle", own, css_of(label), size))
        begins[x] = min(last + 6, begins.get(x, plot.top))
    return texts, begins, max([plot.top - text.box.top for text in texts], default=0.0)
