"""The texts of a chart's rows: names with what stands under them, values with what does."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import chain

from generator.charts.chart import Chart
from generator.charts.layout import Layout, Size, Text, css_of, is_bold
from generator.charts.marks import Label, LabelPlace
from generator.charts.text import clean, width, wrap

FROM_EDGE = 6.0

Wrapped = list[tuple[Label, tuple[str, ...]]]


@dataclass(frozen=True)
class Columns:
    """The texts of all rows: names with what stands under them, values with what does."""

    names: Wrapped
    asides: Wrapped
    values: Wrapped
    under: Wrapped


def columns_of(chart: Chart, size: Size, aside: tuple[Label, ...]) -> Columns:
    def of(place: LabelPlace) -> list[Label]:
        return [mark for mark in chart.marks if isinstance(mark, Label) and mark.place == place]

    beside = size.width * (0.95 if size.narrow else 0.42)
    return Columns(
        _wrapped(of("row"), size, beside),
        _wrapped(list(aside), size, beside),
        _wrapped(of("value"), size, size.width * 0.3),
        _wrapped(of("under"), size, size.width * 0.3),
    )


def row_texts(columns: Columns, layout: Layout) -> list[Text]:
    """The texts of all rows where they go: names left of the plot, or over their marks."""
    size = layout.size
    values = _stacked(columns.values, columns.under, size.width - FROM_EDGE, layout)
    if not size.narrow:
        return [*_stacked(columns.names, columns.asides, layout.plot.left - 14, layout), *values]
    texts: list[Text] = []
    row = layout.plot.bottom / (layout.y.high - layout.y.low)
    under = {label.y: (label, lines) for label, lines in columns.asides}
    many = lines_of(columns.names, columns.asides, size)
    for (label, lines), own_lines in zip(columns.names, many, strict=True):
        x, first = FROM_EDGE + 5, row * (label.y or 0.0) + 0.93 * size.text + 3
        first += (max(many) - own_lines) * size.pitch  # right over its own mark
        texts.append(Text(x, first, "start", lines, css_of(label), size, plate=True))
        if own := under.get(label.y):
            if _on_one_line((label, lines), own, size):
                x += widest([(label, lines)], size) + 12
            else:
                first += len(lines) * size.pitch
            texts.append(Text(x, first, "start", own[1], css_of(own[0]), size, plate=True))
    return [*texts, *values]


def _stacked(over: Wrapped, under: Wrapped, x: float, layout: Layout) -> list[Text]:
    """Texts to the left of `x`, level with their marks, and those that stand under them."""
    above = Counter({label.y: len(lines) for label, lines in over})
    below = Counter({label.y: len(lines) for label, lines in under})
    return [
        *(_beside(label, lines, x, layout, -0.5 * below[label.y]) for label, lines in over),
        *(_beside(label, lines, x, layout, 0.5 * above[label.y]) for label, lines in under),
    ]


def lines_of(over: Wrapped, under: Wrapped, size: Size) -> list[int]:
    """How many lines each row has; a short name may have what is under it on its own line."""
    below = {label.y: (label, lines) for label, lines in under}
    return [
        len(name[1])
        + sum(
            len(own[1])
            for own in [below.get(name[0].y)]
            if own and not _on_one_line(name, own, size)
        )
        for name in over
    ]


def _on_one_line(
    name: tuple[Label, tuple[str, ...]], own: tuple[Label, tuple[str, ...]], size: Size
) -> bool:
    """Whether a narrow drawing has room for both side by side."""
    if not size.narrow or own[0].place != "aside" or len(name[1]) + len(own[1]) > 2:
        return False
    taken = widest([name], size) + widest([own], size)
    return taken + 2 * FROM_EDGE + 5 + 12 <= size.width


def _wrapped(labels: list[Label], size: Size, limit: float) -> Wrapped:
    return [
        (label, wrap(clean(label.text), limit, size.text, is_bold(css_of(label))))
        for label in labels
    ]


def widest(wrapped: Wrapped, size: Size) -> float:
    wide = ([width(x, size.text, is_bold(css_of(own))) for x in lines] for own, lines in wrapped)
    return max(chain.from_iterable(wide), default=0.0)


def _beside(
    label: Label, lines: tuple[str, ...], x: float, layout: Layout, down: float = 0.0
) -> Text:
    """A text to the left of `x`, level with its mark or `down` so many lines."""
    size = layout.size
    middle = layout.at_y(label.y or 0.0) + down * size.pitch
    first = middle - (len(lines) - 1) * size.pitch / 2 + 0.35 * size.text
    return Text(x, first, "end", lines, css_of(label), size)
