"""How bars are filled: a tone, an outline, or dots, so that each is told apart in one colour.

There are no hatches: hatched is what is made up.
"""

from __future__ import annotations

from typing import Any

from generator.charts.geometry import Box
from generator.charts.marks import BarFilling
from generator.charts.svg import element, path

BAR_CLASSES = ("bo", "bw", "dots", "on")
"""The classes of bars in outline, of bars of dots with these, and of text on a tone."""

_STEP = 6.0


def filled(filling: BarFilling, tone: str, box: Box) -> str:
    """The rectangle with its filling; `tone` is the class of a solid one."""
    css = {"tone": tone, "open": "bo", "dots": "bw"}[filling]
    wide, high = box.right - box.left, box.bottom - box.top
    shape = element("rect", class_=css, x=box.left, y=box.top, width=wide, height=high)
    return shape + (element("path", class_="dots", d=_dots(box)) if filling == "dots" else "")


def _dots(box: Box) -> str:
    """Lines of dots in staggered rows: the stylesheet sets their pitch, `_STEP`."""
    return "".join(path([one, two]) for one, two in dot_rows(box))


def dot_rows(box: Box) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    """The two ends of each row of dots in the box."""
    many = max(1, int((box.bottom - box.top - 3) // _STEP))
    first = (box.top + box.bottom - (many - 1) * _STEP) / 2
    lines = []
    for n in range(many):
        start = box.left + _STEP / 2 * (1 + n % 2)
        if start < box.right - 2:
            lines.append(((start, first + n * _STEP), (box.right - 2, first + n * _STEP)))
    return lines


def in_plotly(filling: BarFilling, tone: str) -> dict[str, Any]:
    """The same filling as a marker of Plotly's bars."""
    if filling == "tone":
        return {"color": tone, "line": {"width": 0}}
    if filling == "open":
        return {"color": "var(--ground)", "line": {"width": 1.5, "color": "var(--context)"}}
    return {
        "color": "var(--ground)",
        "line": {"width": 1.5, "color": "var(--worse)"},
        "pattern": {
            "shape": ".",
            "size": _STEP,
            "solidity": 0.25,
            "fgcolor": "var(--worse)",
            "bgcolor": "var(--ground)",
            "fillmode": "replace",
        },
    }
