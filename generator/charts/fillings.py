"""How places on a map are filled: screens of dots, as a newspaper prints them.

A solid tone, dots dense or sparse, rings, crosses and plain ground differ in one colour, and in
forced colours. There are no hatches: hatched is what is made up.
"""

from __future__ import annotations

from typing import Any

from generator.charts.marks import Filling
from generator.charts.svg import element

_SCREENS: dict[Filling, tuple[tuple[str, dict[str, Any]], ...]] = {
    "worse": (("rect", {"class_": "dw", "width": 7, "height": 7}),),
    "solid": (("rect", {"class_": "d1", "width": 7, "height": 7}),),
    "better": tuple(
        ("circle", {"class_": "d1", "cx": x, "cy": y, "r": 1.5})
        for x, y in ((1.75, 1.75), (5.25, 5.25))
    ),
    "dense": tuple(
        ("circle", {"class_": "d1", "cx": x, "cy": y, "r": 1.9})
        for x, y in ((1.75, 1.75), (5.25, 5.25))
    ),
    "light": (("circle", {"class_": "d1", "cx": 3.5, "cy": 3.5, "r": 1.1}),),
    "plain": (),
    "unsure": (("circle", {"class_": "mo", "cx": 5, "cy": 5, "r": 2.6}),),
    "none": (("path", {"class_": "mx", "d": "M3 3l4 4M7 3l-4 4"}),),
}

FILLINGS: tuple[Filling, ...] = tuple(_SCREENS)
_WIDE: tuple[Filling, ...] = ("unsure", "none")  # further apart: they are nobody's value

_PLOTLY: dict[Filling, tuple[str, str, float]] = {
    "better": (".", "var(--prove)", 0.4),
    "dense": (".", "var(--prove)", 0.55),
    "light": (".", "var(--prove)", 0.15),
    "unsure": ("+", "var(--wait)", 0.15),
    "none": ("x", "var(--context)", 0.15),
}
TONES: dict[Filling, str] = {"worse": "var(--worse)", "solid": "var(--prove)"}
"""The colours of those that are one tone all over."""


def patterns(prefix: str) -> str:
    """The `<defs>` of all fillings, their ids `<prefix>-<filling>`."""
    return element("defs", "".join(pattern(prefix, filling) for filling in FILLINGS))


def pattern(prefix: str, filling: Filling) -> str:
    """One filling as a `<pattern>` with the id `<prefix>-<filling>`."""
    step = 10 if filling in _WIDE else 7
    ground = element("rect", class_="plate", width=step, height=step)
    marks = "".join(element(name, **attributes) for name, attributes in _SCREENS[filling])
    return (
        f'<pattern id="{prefix}-{filling}" width="{step}" height="{step}" '
        f'patternUnits="userSpaceOnUse">'
        f"{ground}{marks}</pattern>"
    )


def swatch(chart: str, filling: Filling) -> str:
    """A sample of a filling for the key of the chart with that id."""
    prefix = f"{chart}-key"
    defs = element("defs", pattern(prefix, filling))
    box = f'<rect class="ms" x="1" y="1" width="34" height="20" fill="url(#{prefix}-{filling})"/>'
    return f'<svg viewBox="0 0 36 22" aria-hidden="true" focusable="false">{defs}{box}</svg>'


def patterned(filling: Filling) -> dict[str, Any]:
    """The same filling in the words of Plotly."""
    if filling in TONES or filling == "plain":
        return {"fillcolor": TONES.get(filling, "var(--ground)")}
    shape, colour, solidity = _PLOTLY[filling]
    return {
        "fillcolor": "var(--ground)",
        "fillpattern": {
            "shape": shape,
            "size": 10 if filling in _WIDE else 7,
            "solidity": solidity,
            "fgcolor": colour,
            "bgcolor": "var(--ground)",
            "fillmode": "replace",
        },
    }
