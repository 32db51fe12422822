"""Reads a still back: its texts as boxes, its axes as scales, its marks as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from generator.charts.text import ASCENT, DESCENT, width

Pixel = tuple[float, float]


@dataclass(frozen=True)
class Words:
    """A text as drawn, with the box that it may fill in the widest of the fonts."""

    text: str
    css: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Words) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        return across > 0.1 and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.1


class Picture:
    """One drawing, parsed from its SVG text alone."""

    def __init__(self, svg: str) -> None:
        self.root = ElementTree.fromstring(svg)
        _, _, self.width, self.height = map(float, self.root.attrib["viewBox"].split())

    def words(self) -> list[Words]:
        """Every text of the picture."""
        return [words_of(node) for node in self.root.iter("text")]

    def sizes(self) -> set[float]:
        """The sizes of text that are used."""
        return {float(node.attrib["font-size"]) for node in self.root.iter("text")}

    def paths(self, css: str) -> list[list[Pixel]]:
        """The corners of every path of this class."""
        return [
            corners(node.attrib["d"]) for node in self.root.iter("path") if node.get("class") == css
        ]

    def marks(self, css: str, tag: str) -> list[dict[str, str]]:
        """The attributes of every shape of this class."""
        return [dict(node.attrib) for node in self.root.iter(tag) if node.get("class") == css]

    def up(self) -> Scale:
        """The scale of the value axis of a line chart, from its grid and the words beside it."""
        levels = [
            start[1]
            for css in ("axis", "grid")
            for start, end in self.paths(css)
            if start[1] == end[1]
        ]
        found = []
        for words in self.words():
            if words.css != "t" or (number := number_of(words.text)) is None:
                continue
            middle = words.top + ASCENT * 14.7 - 0.35 * 14.7
            near = min(levels, key=lambda level: abs(level - middle))
            if abs(near - middle) < 1.5:
                found.append((near, number))
        return Scale(found[0], found[-1])

    def along(self) -> Scale:
        """The scale of the value axis of a chart by rows, from its uprights and the words below."""
        uprights = [
            start[0]
            for css in ("axis", "grid")
            for start, end in self.paths(css)
            if start[0] == end[0]
        ]
        found = []
        for words in self.words():
            if words.css == "t" and (number := number_of(words.text)) is not None:
                middle = (words.left + words.right) / 2
                found.append((min(uprights, key=lambda x: abs(x - middle)), number))
        return Scale(found[0], found[-1])


@dataclass(frozen=True)
class Scale:
    """Two pixels and the values that are written there."""

    one: Pixel
    two: Pixel

    def value(self, pixel: float) -> float:
        share = (pixel - self.one[0]) / (self.two[0] - self.one[0])
        return self.one[1] + share * (self.two[1] - self.one[1])

    @property
    def tolerance(self) -> float:
        """What two tenths of a pixel are worth: positions and ticks are rounded to one tenth."""
        return 0.2 * abs((self.two[1] - self.one[1]) / (self.two[0] - self.one[0]))


def words_of(node: ElementTree.Element) -> Words:
    size, css = float(node.attrib["font-size"]), node.get("class", "")
    spans = list(node.iter("tspan")) or [node]
    lines = [span.text or "" for span in spans]
    wide = max(width(line, size, css in ("b", "s1")) for line in lines)
    x, first = float(spans[0].attrib["x"]), float(spans[0].attrib["y"])
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[node.attrib["text-anchor"]]
    last = float(spans[-1].attrib["y"])
    return Words(
        " ".join(lines), css, left, first - ASCENT * size, left + wide, last + DESCENT * size
    )


def corners(d: str) -> list[Pixel]:
    """The points of a path of M and L alone; relative strokes of whiskers are left out."""
    numbers = re.findall(r"[ML](-?[\d.]+) (-?[\d.]+)", d)
    return [(float(x), float(y)) for x, y in numbers]


_SCALES = {"": 1.0, "m": 1e6, "bn": 1e9, "tn": 1e12}


def number_of(text: str) -> float | None:
    """`£2.5m`, `−10`, `30%` as numbers."""
    match = re.fullmatch(r"(−?)£?(−?[\d,.]+)(m|bn|tn|)%?", text)
    if not match:
        return None
    sign, digits, scale = match.groups()
    number = float(digits.replace(",", "").replace("−", "-")) * _SCALES[scale]
    return -number if sign else number


def pairs(words: list[Words]) -> Iterator[tuple[Words, Words]]:
    """Each two texts once."""
    for place, one in enumerate(words):
        for other in words[place + 1 :]:
            yield one, other
