"""The marks of a chart, in the values of its axes: what is drawn, not where on the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["subject", "comparator", "aim", "usual", "ahead", "limit"]
"""Whom a mark stands for: the one the page is about, one it is held against, a target, what is
usual, what is forecast, or a limit of chance."""

Shape = Literal["disc", "square", "diamond", "ring", "hollow", "forward", "above", "below"]
"""How a dot looks; `ring` is a baseline, `hollow` a figure to be read with care, the last three are
triangles."""

Signal = Literal["none", "better", "worse", "higher", "lower"]
"""What a point says against what is expected of it; higher and lower are neither good nor bad.

`better` is special-cause improvement, or better than expected; `worse` is special-cause concern, or
worse than expected; `none` is common cause, or as expected.
"""

SIGNAL_SHAPES: dict[Signal, Shape] = {
    "better": "forward",
    "worse": "square",
    "higher": "above",
    "lower": "below",
}
"""As the shapes of the verdicts: forward is better whichever way is up."""

RuleKind = Literal[
    "baseline", "break", "comparator", "target", "interval", "mean", "limit", "range", "now", "sum"
]

Filling = Literal["worse", "better", "plain", "light", "dense", "solid", "unsure", "none"]
"""How a place on a map is filled: each told from the others in one colour, and without any."""

BarFilling = Literal["tone", "open", "dots"]
"""How a bar is filled: in its tone, in outline, or with dots of the tone for worse."""

LabelPlace = Literal["end", "top", "row", "aside", "value", "under", "heading", "key", "inside"]
"""Where a label belongs: at a line's end, over an upright rule, as a row's name, under that name,
in the column of values at the right edge, under the value there, over that column, over the plot
behind a sample of a filling, or anywhere free near its point (left out where there is no room)."""


@dataclass(frozen=True)
class Spot:
    """One point of a line; `y` is None where there is no value. `says` is what hovering shows."""

    x: float
    y: float | None
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """A series over time; `order` counts the comparators from 0, and chooses the end's marker."""

    series: str
    role: Role
    points: tuple[Spot, ...]
    order: int = 0


@dataclass(frozen=True)
class Band:
    """An interval along a line: (x, lower, upper), None where there is none.

    An `outer` one lies behind another, and is lighter.
    """

    series: str
    points: tuple[tuple[float, float | None, float | None], ...]
    outer: bool = False


@dataclass(frozen=True)
class Bar:
    """A horizontal bar on row `y` from `start` to `end`; a `thick` one has rows of more height.

    `text` stands in the bar; where it does not fit, `aside` stands under the row's name.
    """

    series: str
    role: Role
    y: float
    start: float
    end: float
    says: tuple[str, ...] = ()
    thick: bool = False
    filling: BarFilling = "tone"
    text: str = ""
    aside: str = ""


@dataclass(frozen=True)
class Pillar:
    """An upright bar `wide` columns wide, its middle at `x`, from 0 to `end`."""

    series: str
    role: Role
    x: float
    wide: float
    end: float
    says: tuple[str, ...] = ()
    filling: BarFilling = "tone"


@dataclass(frozen=True)
class Dot:
    """A point with a marker; one with a `signal` has its colour, a `small` one is one of many.

    A `hollow` one is to be read with care, whatever its shape.
    """

    series: str
    role: Role
    shape: Shape
    x: float
    y: float
    says: tuple[str, ...] = ()
    signal: Signal = "none"
    small: bool = False
    hollow: bool = False


@dataclass(frozen=True)
class Rule:
    """A straight line; None stands for the edge of the plot."""

    kind: RuleKind
    role: Role
    x0: float | None
    y0: float | None
    x1: float | None
    y1: float | None


@dataclass(frozen=True)
class Label:
    """A text that belongs to a point; `short` is its form in the narrow drawing.

    A narrow `end` label shows `short` at the line's end and `name` in the open part of the plot. A
    `key` has the `filling` that it names.
    """

    place: LabelPlace
    text: str
    x: float | None
    y: float | None
    role: Role = "comparator"
    short: str = ""
    name: str = ""
    bold: bool = False
    filling: BarFilling | None = None


@dataclass(frozen=True)
class Patch:
    """A place on a map: its rings, and where its number has room, the best first, with the distance
    from that to the border.

    `order` says which patch it is, whatever is shown: the same place has the same one.
    """

    series: str
    order: int
    number: int
    filling: Filling
    rings: tuple[tuple[tuple[float, float], ...], ...]
    spots: tuple[tuple[float, float], ...]
    room: float
    subject: bool = False
    says: tuple[str, ...] = ()


Mark = Line | Band | Bar | Pillar | Dot | Rule | Label | Patch
