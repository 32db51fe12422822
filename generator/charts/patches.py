"""The places of a map as SVG: filled by pattern, parted by ground, each with its outline."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.fillings import patterns
from generator.charts.layout import Layout
from generator.charts.marks import Patch
from generator.charts.svg import closed, element

MAP_CLASSES = ("a", "al", "me", "dw", "mo", "mx")
"""The classes that maps use beside those of every still."""


def places(patches: Sequence[Patch], layout: Layout, prefix: str) -> list[str]:
    """Places, filled, each parted from the next by its own edge of ground; a thin line along the
    middle of what parts them; the subject's outline over all."""
    if not patches:
        return []
    drawn = [(mark, _rings(mark, layout)) for mark in patches]
    fills = [
        element(
            "path", class_="a", data_a=f"{mark.order}", fill=f"url(#{prefix}-{mark.filling})", d=d
        )
        for mark, d in drawn
    ]
    borders = element("path", class_="al", d="".join(d for _, d in drawn))
    subject = [element("path", class_="me", d=d) for mark, d in drawn if mark.subject]
    return [patterns(prefix), *fills, borders, *subject]


def _rings(mark: Patch, layout: Layout) -> str:
    return "".join(closed([layout.at(*corner) for corner in ring]) for ring in mark.rings)
