"""Markers: how a dot looks in the still and what Plotly calls it."""

from __future__ import annotations

from generator.charts.marks import Dot, Role, Shape, Signal
from generator.charts.placed import marker_radius
from generator.charts.svg import element, path

OPEN: tuple[Shape, ...] = ("ring", "hollow")
SYMBOLS: dict[Shape, str] = {
    "disc": "circle",
    "square": "square",
    "diamond": "diamond",
    "ring": "circle",
    "hollow": "diamond",
    "forward": "triangle-right",
    "above": "triangle-up",
    "below": "triangle-down",
}
"""The shapes in Plotly's words."""

_DOTS: dict[Role, str] = {
    "subject": "d1",
    "comparator": "d2",
    "aim": "open",
    "usual": "d2",
    "ahead": "open",
    "limit": "d2",
}
_SIGNALS: dict[Signal, str] = {"better": "d1", "worse": "dw", "higher": "dn", "lower": "dn"}


def css_of_dot(dot: Dot) -> str:
    """The class of a dot: by its shape where it is open, else by its signal or whom it is of."""
    if dot.hollow or dot.shape in OPEN:
        return "open"
    return _SIGNALS.get(dot.signal, _DOTS[dot.role])


def marker(dot: Dot, x: float, y: float, rows: bool) -> str:
    """The marker of a dot at a pixel: subject larger, each shape told apart without colour."""
    css = css_of_dot(dot)
    radius = marker_radius(dot, rows)
    if dot.shape in ("disc", "ring"):
        return element("circle", class_=css, cx=x, cy=y, r=radius)
    if dot.shape == "square":
        side = 2 * radius - 1
        return element("rect", class_=css, x=x - side / 2, y=y - side / 2, width=side, height=side)
    reach = radius + 1
    far = {
        "forward": [(reach, 0.0), (-0.7 * reach, reach), (-0.7 * reach, -reach)],
        "above": [(0.0, -reach), (reach, 0.7 * reach), (-reach, 0.7 * reach)],
        "below": [(0.0, reach), (reach, -0.7 * reach), (-reach, -0.7 * reach)],
    }.get(dot.shape, [(0.0, -reach), (reach, 0.0), (0.0, reach), (-reach, 0.0)])
    return element("path", class_=css, d=path([(x + dx, y + dy) for dx, dy in far]) + "Z")
