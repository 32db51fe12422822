"""A line as small as a word, and the words that stand beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.charts.gaps import split
from generator.charts.inputs import Baseline, Break, Point
from generator.charts.svg import element, path

Tone = Literal["good", "bad", "flat", "wait"]

_DOT = {"good": "d1", "bad": "dw", "flat": "d2", "wait": "d2"}
_EDGE = 7.0


@dataclass(frozen=True)
class Spark:
    """`svg` is hidden from screen readers; `words` always stand beside it ("57 to 61, up")."""

    svg: str
    words: str


@dataclass(frozen=True)
class Sparkline:
    """A drawing of this size in pixels: 136 by 48 on a card, 120 by 36 in a ledger."""

    width: float = 136.0
    height: float = 48.0

    def __call__(
        self,
        points: tuple[Point, ...],
        baseline: Baseline | None = None,
        tone: Tone = "flat",
        breaks: tuple[Break, ...] = (),
    ) -> Spark:
        """Grey line, open ring at the baseline, dot at the latest in the colour of `tone`."""
        return Spark(self._svg(points, baseline, tone, breaks), words(points, baseline))

    def _svg(
        self,
        points: tuple[Point, ...],
        baseline: Baseline | None,
        tone: Tone,
        breaks: tuple[Break, ...],
    ) -> str:
        known = [point for point in points if point.value.value is not None]
        spots = [(point.end.toordinal(), point.value.value or 0.0) for point in known]
        if baseline:
            spots.append((baseline.at.toordinal(), baseline.value))
        days, levels = [day for day, _ in spots], [level for _, level in spots]

        def share(number: float, among: list[float] | list[int]) -> float:
            low, high = min(among), max(among)
            return 0.5 if low == high else (number - low) / (high - low)

        def at(day: int, level: float) -> tuple[float, float]:
            return (
                _EDGE + share(day, days) * (self.width - 2 * _EDGE),
                self.height - _EDGE - share(level, levels) * (self.height - 2 * _EDGE),
            )

        def place(point: Point) -> tuple[float, float]:
            return at(point.end.toordinal(), point.value.value or 0.0)

        parts = []
        for piece in split(points, breaks):
            if len(piece) > 1:
                parts.append(
                    element("path", class_="l2", d=path([place(point) for point in piece]))
                )
            elif piece[0] is not known[-1]:
                x, y = place(piece[0])
                parts.append(element("circle", class_="d2", cx=x, cy=y, r=2.0))
        if baseline:
            x, y = at(baseline.at.toordinal(), baseline.value)
            parts.append(element("circle", class_="open", cx=x, cy=y, r=4.0))
        if known:
            x, y = place(known[-1])
            parts.append(element("circle", class_=_DOT[tone], cx=x, cy=y, r=5.5))
        return element(
            "svg",
            "".join(parts),
            class_="spark",
            viewBox=f"0 0 {self.width:.0f} {self.height:.0f}",
            aria_hidden="true",
        )


def words(points: tuple[Point, ...], baseline: Baseline | None = None) -> str:
    """From the baseline (or the first value) to the latest: "57 to 61, up"."""
    known = [point for point in points if point.value.value is not None]
    if not known:
        return "no values"
    last = known[-1]
    if baseline and baseline.at < last.end:
        start, first = baseline.value, baseline.text
    elif len(known) > 1:
        start, first = known[0].value.value or 0.0, known[0].value.text
    else:
        return f"{last.value.text}, one value"
    if first == last.value.text:
        return f"{first} to {last.value.text}, level"
    way = "up" if (last.value.value or 0.0) > start else "down"
    return f"{first} to {last.value.text}, {way}"
