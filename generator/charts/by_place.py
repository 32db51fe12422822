"""The layout of a map: the paper in the drawing, and a number in each place that has room."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.chart import Chart
from generator.charts.geometry import Box, Pixel
from generator.charts.layout import Layout, Size, Text
from generator.charts.marks import Patch
from generator.charts.outlines import TALLEST
from generator.charts.text import ASCENT, DESCENT, width

_EDGE = 3.0  # so that no outline is cut
_TALLEST = 500.0  # of a narrow drawing
_ROOM = 4.5  # from the middle of a number to the border: less, and it hides the place
_APART = 2.0  # between two numbers


def lay_out_map(chart: Chart, size: Size) -> Layout:
    """The layout of a chart whose axes are those of a map, set in the middle of the drawing."""
    room = size.width - 2 * _EDGE
    scale = min(room / chart.x.high, (_TALLEST if size.narrow else TALLEST) / chart.y.high)
    wide, high = chart.x.high * scale, chart.y.high * scale
    left = (size.width - wide) / 2
    plot = Box(left, _EDGE, left + wide, _EDGE + high)
    bare = Layout(size, round(high + 2 * _EDGE), plot, chart.x, chart.y, (), (), (), {})
    patches = [mark for mark in chart.marks if isinstance(mark, Patch)]
    texts = numbers(patches, bare)
    return Layout(size, bare.height, plot, chart.x, chart.y, (), (), texts, {})


def numbers(patches: Sequence[Patch], layout: Layout) -> tuple[Text, ...]:
    """The numbers that have room, none on another; all plates fit the longest of them."""
    size = layout.size
    scale = (layout.plot.right - layout.plot.left) / layout.x.high
    longest = "0" * len(str(max((patch.number for patch in patches), default=0)))
    least = width(longest, size.text)
    placed: dict[int, Text] = {}
    taken: list[Box] = []
    for patch in sorted(patches, key=lambda patch: (patch.room, patch.order)):
        if patch.room * scale < _ROOM:
            continue
        for spot in patch.spots:
            x, base = _inside(layout.at(*spot), least / 2 + 2, size)
            box = Box(
                x - least / 2, base - ASCENT * size.text, x + least / 2, base + DESCENT * size.text
            )
            if not any(box.meets(other, _APART) for other in taken):
                taken.append(box)
                placed[patch.order] = Text(
                    *(x, base, "middle", (str(patch.number),), "", size),
                    plate=True,
                    least=least,
                    of=str(patch.order),
                )
                break
    return tuple(placed[order] for order in sorted(placed))


def _inside(at: Pixel, half: float, size: Size) -> Pixel:
    """Where a number stands whose middle is to be at a point: inside the drawing."""
    x, y = at
    return min(max(x, half), size.width - half), max(y + 0.36 * size.text, ASCENT * size.text)
