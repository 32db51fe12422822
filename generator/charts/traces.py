"""The marks of a chart as Plotly's traces: plain lists, None for gaps, what hovering says."""

from __future__ import annotations

from typing import Any

from generator.charts.bar_fillings import in_plotly
from generator.charts.fillings import TONES, patterned
from generator.charts.layout import Layout
from generator.charts.markers import SYMBOLS, css_of_dot
from generator.charts.marks import Band, Bar, Dot, Line, Mark, Patch, Pillar, Rule
from generator.charts.placed import marker_radius, thickness

Json = dict[str, Any]

_COLOUR = {
    "subject": "var(--prove)",
    "comparator": "var(--context)",
    "aim": "var(--ink)",
    "usual": "var(--context)",
    "ahead": "var(--prove)",
    "limit": "var(--context)",
}
_STROKES = {"subject": (3, "solid"), "ahead": (3, "7px,5px"), "limit": (1.5, "3px,3px")}
_SIGNALS = {
    "better": "var(--prove)",
    "worse": "var(--worse)",
    "higher": "var(--wait)",
    "lower": "var(--wait)",
}


def plain(text: str) -> str:
    """Text that Plotly shows as it stands: its labels know a few tags and entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _hover(says: tuple[str, ...]) -> str:
    return "<br>".join(plain(" ".join(line.split())) for line in says)


def traces(mark: Mark, layout: Layout) -> list[Json]:
    """The traces of one mark; labels and rules but for intervals are no traces."""
    if isinstance(mark, Line):
        return [_line(mark)]
    if isinstance(mark, Band):
        return _band(mark)
    if isinstance(mark, Bar):
        return [_bar(mark, layout)]
    if isinstance(mark, Pillar):
        return [_pillar(mark)]
    if isinstance(mark, Dot):
        return [_dot(mark, layout)]
    if isinstance(mark, Patch):
        return [_patch(mark)]
    if isinstance(mark, Rule) and mark.kind == "interval":
        return [_interval(mark)]
    return []


def _quiet(kind: str, name: str) -> Json:
    return {"type": kind, "name": plain(name), "showlegend": False, "cliponaxis": False}


def _line(mark: Line) -> Json:
    wide, dash = _STROKES.get(mark.role, (2, "solid"))
    return _quiet("scatter", mark.series) | {
        "mode": "lines",
        "x": [spot.x for spot in mark.points],
        "y": [spot.y for spot in mark.points],
        "connectgaps": False,
        "hoverinfo": "text",
        "hovertext": [_hover(spot.says) for spot in mark.points],
        "line": {"color": _COLOUR[mark.role], "width": wide, "dash": dash},
    }


def _band(mark: Band) -> list[Json]:
    """Each unbroken piece as a filled outline, out along its top and back along its foot."""
    traces = []
    colour = "var(--band2)" if mark.outer else "var(--band)"
    piece: list[tuple[float, float, float]] = []
    for x, lower, upper in (*mark.points, (0.0, None, None)):
        if lower is not None and upper is not None:
            piece.append((x, lower, upper))
            continue
        if len(piece) > 1:
            back = piece[::-1]
            traces.append(
                _quiet("scatter", mark.series)
                | {
                    "mode": "lines",
                    "x": [x for x, _, _ in piece] + [x for x, _, _ in back],
                    "y": [upper for _, _, upper in piece] + [lower for _, lower, _ in back],
                    "fill": "toself",
                    "fillcolor": colour,
                    "hoverinfo": "skip",
                    "line": {"width": 0, "color": colour},
                }
            )
        piece = []
    return traces


def _bar(mark: Bar, layout: Layout) -> Json:
    rows = layout.y.high - layout.y.low
    row = (layout.plot.bottom - layout.plot.top) / rows
    return _quiet("bar", mark.series) | {
        "orientation": "h",
        "x": [mark.end - mark.start],
        "y": [mark.y],
        "base": [mark.start],
        "width": [thickness(mark, layout) / row],
        "hoverinfo": "text",
        "hovertext": [_hover(mark.says)],
        "marker": in_plotly(mark.filling, _COLOUR[mark.role]),
    }


def _pillar(mark: Pillar) -> Json:
    return _quiet("bar", mark.series) | {
        "x": [mark.x],
        "y": [mark.end],
        "base": [0.0],
        "width": [mark.wide],
        "hoverinfo": "text",
        "hovertext": [_hover(mark.says)],
        "marker": in_plotly(mark.filling, _COLOUR[mark.role]),
    }


def _dot(mark: Dot, layout: Layout) -> Json:
    open_ = css_of_dot(mark) == "open"
    size = 2 * marker_radius(mark, rows=layout.y.kind == "rows")
    says = {"hoverinfo": "text", "hovertext": [_hover(mark.says)]}
    return (
        _quiet("scatter", mark.series)
        | {
            "mode": "markers",
            "x": [mark.x],
            "y": [mark.y],
            "marker": {
                "symbol": SYMBOLS[mark.shape],
                "size": size,
                "opacity": 1,
                "color": "var(--ground)"
                if open_
                else _SIGNALS.get(mark.signal, _COLOUR[mark.role]),
                "line": {"color": "var(--ink)", "width": 2 if open_ else 0},
            },
        }
        | (says if mark.says else {"hoverinfo": "skip"})
    )


def _patch(mark: Patch) -> Json:
    """A place: its rings one after the other, a gap between them; never a map of Plotly's own."""
    corners: list[tuple[float | None, float | None]] = []
    for ring in mark.rings:
        corners += [*ring, ring[0], (None, None)]
    return (
        _quiet("scatter", mark.series)
        | {
            "mode": "lines",
            "x": [x for x, _ in corners[:-1]],
            "y": [y for _, y in corners[:-1]],
            "fill": "toself",
            "hoveron": "fills",
            "hoverinfo": "text",
            "text": _hover(mark.says),
            "line": _edge(mark),
        }
        | patterned(mark.filling)
    )


def _edge(mark: Patch) -> Json:
    """Ground around a solid tone, so that it does not touch another one."""
    if mark.subject:
        return {"color": "var(--ink)", "width": 4}
    if mark.filling in TONES:
        return {"color": "var(--ground)", "width": 3}
    return {"color": "var(--context)", "width": 1}


def _interval(mark: Rule) -> Json:
    return _quiet("scatter", "interval") | {
        "mode": "lines",
        "x": [mark.x0, mark.x1],
        "y": [mark.y0, mark.y1],
        "hoverinfo": "skip",
        "line": {"color": _COLOUR[mark.role], "width": 4 if mark.role == "subject" else 3},
    }
