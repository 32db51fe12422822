"""Where a place is: all of its kind in outline, the one filled. No chart: it holds no number."""

from __future__ import annotations

from generator.charts.outlines import Ground, Outline
from generator.charts.svg import closed, element, escape

WIDE = 240.0
_EDGE = 2.0


def locator(ground: Ground, code: str, title: str) -> str:
    """The SVG element, on one line. Raises KeyError for a place that is not on the ground."""
    scale = (WIDE - 2 * _EDGE) / max(ground.width, ground.height)
    wide, high = (side * scale + 2 * _EDGE for side in (ground.width, ground.height))

    def rings(outline: Outline) -> str:
        return "".join(
            closed([(_EDGE + x * scale, high - _EDGE - y * scale) for x, y in ring])
            for ring in outline.rings
        )

    others = "".join(rings(outline) for other, outline in ground.outlines.items() if other != code)
    return element(
        "svg",
        element("title", escape(title), id="locator-t")
        + element("path", class_="al", d=others)
        + element("path", class_="d1", d=rings(ground.outlines[code])),
        class_="locator",
        viewBox=f"0 0 {wide:.0f} {high:.0f}",
        role="img",
        aria_labelledby="locator-t",
    )
