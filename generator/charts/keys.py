"""Names of fillings over a plot, each behind a sample, and the heading of the column of values."""

from __future__ import annotations

from generator.charts.chart import Chart
from generator.charts.geometry import Box
from generator.charts.layout import Key, Size, Text, css_of
from generator.charts.marks import Label
from generator.charts.text import clean, width, wrap

_SAMPLE = (20.0, 13.0)
_TO_TEXT = 27.0
_APART = 22.0
_FROM_EDGE = 6.0


def key_row(
    chart: Chart, size: Size, left: float, foot: float
) -> tuple[list[Key], list[Text], float]:
    """Keys and texts over `foot`, from `left` as far as the heading, and the room that they take.

    The keys stand side by side in the order of their marks, in as many lines as they need.
    """
    placed: list[tuple[Label, float, int, tuple[str, ...]]] = []
    x, line = left, 0
    for label in (m for m in chart.marks if isinstance(m, Label) and m.place == "key"):
        lines = wrap(clean(label.text), size.width - left - _TO_TEXT, size.text)
        wide = _TO_TEXT + max(width(each, size.text) for each in lines)
        if x > left and x + wide > size.width:
            x, line = left, _lines(placed)
        placed.append((label, x, line, lines))
        x += wide + _APART
    texts = _headings(chart, size, foot)
    if placed and any(x > text.box.left for text in texts):  # the last line reaches the heading
        foot = min(text.y for text in texts) - size.pitch - 3
    keys: list[Key] = []
    for label, at, line, lines in placed:
        first = foot - (_lines(placed) - 1 - line) * size.pitch
        keys.append(Key(at, first - 0.35 * size.text, label.role, None, label.filling))
        texts.append(Text(at + _TO_TEXT, first, "start", lines, css_of(label), size))
    return keys, texts, max((-text.box.top for text in texts), default=0.0)


def _lines(placed: list[tuple[Label, float, int, tuple[str, ...]]]) -> int:
    return max((line + len(lines) for _, _, line, lines in placed), default=0)


def _headings(chart: Chart, size: Size, foot: float) -> list[Text]:
    texts = []
    for label in (m for m in chart.marks if isinstance(m, Label) and m.place == "heading"):
        lines = wrap(clean(label.text), size.width * 0.3, size.text)
        first = foot - (len(lines) - 1) * size.pitch
        texts.append(Text(size.width - _FROM_EDGE, first, "end", lines, css_of(label), size))
    return texts


def sample_box(key: Key) -> Box:
    """Where the sample of a filling stands."""
    wide, high = _SAMPLE
    return Box(key.x, key.y - high / 2, key.x + wide, key.y + high / 2)
