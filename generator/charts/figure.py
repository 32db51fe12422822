"""A chart as a plain dict that Plotly draws: the same numbers in the same places as the still.

Colours are the names of the stylesheet's variables; `explore.js` puts in their values as it draws,
so that they follow the colour scheme. Plotly decides nothing: ranges, ticks and texts are given.
"""

from __future__ import annotations

from typing import Any

from generator.charts.chart import Band, Bar, Chart, Dot, Line, Rule
from generator.charts.drawing import lay_out
from generator.charts.geometry import Pixel
from generator.charts.layout import NARROW, WIDE, Key, Layout, Text, is_bold
from generator.charts.still import BAR, axis_lines, in_order, marker_radius, rule_ends

Json = dict[str, Any]

CONFIG: Json = {
    "displayModeBar": False,
    "displaylogo": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
"""Plotly's own toolbar, logo and upload stay off (in plotly.js 4 the upload is on by default)."""

_COLOUR = {"subject": "var(--prove)", "comparator": "var(--context)", "aim": "var(--ink)"}
_TEXT = {"s1": "var(--prove)", "s2": "var(--muted)", "t": "var(--muted)"}
_SYMBOL = {
    "disc": "circle",
    "square": "square",
    "diamond": "diamond",
    "ring": "circle",
    "hollow": "diamond",
}
_RULE = {
    "baseline": ("var(--ink)", 1, "solid"),
    "break": ("var(--context)", 1.5, "2px,4px"),
    "comparator": ("var(--ink)", 2, "solid"),
    "target": ("var(--ink)", 2, "7px,5px"),
}


_STRAIGHT = {
    "axis": ("var(--ink)", 1, "solid"),
    "grid": ("var(--rule)", 1, "solid"),
    "subject": ("var(--prove)", 3, "solid"),
    "comparator": ("var(--context)", 2, "solid"),
    "aim": ("var(--ink)", 2, "7px,5px"),
}


def figure(chart: Chart) -> Json:
    """`data`, `layout` (wide) and `narrow` (the layout for the narrow drawing), and `config`."""
    wide, narrow = lay_out(chart, WIDE), lay_out(chart, NARROW)
    return {
        "data": [trace for mark in in_order(chart) for trace in _traces(mark, wide)],
        "layout": _layout(chart, wide),
        "narrow": _layout(chart, narrow),
        "config": dict(CONFIG),
    }


def plain(text: str) -> str:
    """Text that Plotly shows as it stands: its labels know a few tags and entities."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _hover(says: tuple[str, ...]) -> str:
    return "<br>".join(plain(" ".join(line.split())) for line in says)


def _traces(mark: object, layout: Layout) -> list[Json]:
    if isinstance(mark, Line):
        return [_line(mark)]
    if isinstance(mark, Band):
        return _band(mark)
    if isinstance(mark, Bar):
        return [_bar(mark, layout)]
    if isinstance(mark, Dot):
        return [_dot(mark, layout)]
    if isinstance(mark, Rule) and mark.kind == "interval":
        return [_interval(mark)]
    return []


def _quiet(kind: str, name: str) -> Json:
    return {"type": kind, "name": plain(name), "showlegend": False, "cliponaxis": False}


def _line(mark: Line) -> Json:
    wide = 3 if mark.role == "subject" else 2
    return _quiet("scatter", mark.series) | {
        "mode": "lines",
        "x": [spot.x for spot in mark.points],
        "y": [spot.y for spot in mark.points],
        "connectgaps": False,
        "hoverinfo": "text",
        "hovertext": [_hover(spot.says) for spot in mark.points],
        "line": {"color": _COLOUR[mark.role], "width": wide, "dash": "solid"},
    }


def _band(mark: Band) -> list[Json]:
    """Each unbroken piece as a filled outline, out along its top and back along its foot."""
    traces = []
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
                    "fillcolor": "var(--band)",
                    "hoverinfo": "skip",
                    "line": {"width": 0, "color": "var(--band)"},
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
        "width": [BAR[layout.size.name] / row],
        "hoverinfo": "text",
        "hovertext": [_hover(mark.says)],
        "marker": {"color": _COLOUR[mark.role], "line": {"width": 0}},
    }


def _dot(mark: Dot, layout: Layout) -> Json:
    open_ = mark.shape in ("ring", "hollow") or mark.role == "aim"
    size = 2 * marker_radius(mark, rows=layout.y.kind == "rows")
    says = {"hoverinfo": "text", "hovertext": [_hover(mark.says)]}
    return (
        _quiet("scatter", mark.series)
        | {
            "mode": "markers",
            "x": [mark.x],
            "y": [mark.y],
            "marker": {
                "symbol": _SYMBOL[mark.shape],
                "size": size,
                "opacity": 1,
                "color": "var(--ground)" if open_ else _COLOUR[mark.role],
                "line": {"color": "var(--ink)", "width": 2 if open_ else 0},
            },
        }
        | (says if mark.says else {"hoverinfo": "skip"})
    )


def _interval(mark: Rule) -> Json:
    return _quiet("scatter", "interval") | {
        "mode": "lines",
        "x": [mark.x0, mark.x1],
        "y": [mark.y0, mark.y1],
        "hoverinfo": "skip",
        "line": {"color": _COLOUR[mark.role], "width": 3 if mark.role == "subject" else 2},
    }


def _layout(chart: Chart, layout: Layout) -> Json:
    plot = layout.plot
    rows = layout.y.kind == "rows"
    bars = any(isinstance(mark, Bar) for mark in chart.marks)
    return {
        "width": layout.size.width,
        "height": layout.height,
        "margin": {
            "l": plot.left,
            "r": layout.size.width - plot.right,
            "t": plot.top,
            "b": layout.height - plot.bottom,
            "pad": 0,
            "autoexpand": False,
        },
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"size": layout.size.text, "color": "var(--ink)"},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 30,
        "hoverlabel": {
            "bgcolor": "var(--ground)",
            "bordercolor": "var(--ink)",
            "font": {"color": "var(--ink)", "size": layout.size.text},
            "align": "left",
        },
        "barmode": "overlay",
        "xaxis": _axis(layout.x.low, layout.x.high)
        | {
            "tickvals": [tick.value for tick in layout.x_ticks],
            "ticktext": [plain(tick.text) for tick in layout.x_ticks],
        },
        "yaxis": _axis(*((layout.y.high, layout.y.low) if rows else (layout.y.low, layout.y.high)))
        | {
            "tickvals": [tick.value for tick in chart.y.ticks] if rows else _values(layout),
            "ticktext": [plain(tick.text) for tick in (chart.y.ticks if rows else layout.y_ticks)],
        },
        "shapes": [
            *(_straight(css, one, two, layout) for css, one, two in axis_lines(layout)),
            *(
                _shape(mark, layout, over="above" if bars else "below")
                for mark in chart.marks
                if isinstance(mark, Rule) and mark.kind != "interval"
            ),
            *(_straight(key.role, *_sample(key), layout) for key in layout.keys),
        ],
        "annotations": [_annotation(text, layout) for text in layout.texts],
    }


def _values(layout: Layout) -> list[float]:
    return [tick.value for tick in layout.y_ticks]


def _axis(low: float, high: float) -> Json:
    """An axis with a given range that shows no text of its own: texts are annotations."""
    return {
        "type": "linear",
        "range": [low, high],
        "autorange": False,
        "fixedrange": True,
        "tickmode": "array",
        "showticklabels": False,
        "ticks": "",
        "zeroline": False,
        "showline": False,
        "showgrid": False,
        "automargin": False,
    }


def _paper(x: float, y: float, layout: Layout) -> tuple[float, float]:
    plot = layout.plot
    return (
        round((x - plot.left) / (plot.right - plot.left), 6),
        round((plot.bottom - y) / (plot.bottom - plot.top), 6),
    )


def _shape(mark: Rule, layout: Layout, over: str) -> Json:
    """A rule between its own values; an end at the plot's edge is given as a share of the plot."""
    colour, wide, dash = _RULE[mark.kind]
    (left, top), (right, bottom) = rule_ends(mark, layout)
    x0, y0 = _paper(left, top, layout)
    x1, y1 = _paper(right, bottom, layout)
    upright = mark.y0 is None and mark.x0 is not None
    return {
        "type": "line",
        "layer": over,
        "xref": "x" if upright else "paper",
        "yref": "paper" if upright else "y",
        "x0": mark.x0 if upright else x0,
        "x1": mark.x1 if upright else x1,
        "y0": y0 if upright else mark.y0,
        "y1": y1 if upright else mark.y1,
        "line": {"color": colour, "width": wide, "dash": dash},
    }


def _sample(key: Key) -> tuple[Pixel, Pixel]:
    return (key.x, key.y), (key.x + 24, key.y)


def _straight(css: str, one: Pixel, two: Pixel, layout: Layout) -> Json:
    """A line of the drawing itself, fixed to the paper."""
    (x0, y0), (x1, y1) = _paper(*one, layout), _paper(*two, layout)
    colour, wide, dash = _STRAIGHT[css]
    return {
        "type": "line",
        "layer": "below",
        "xref": "paper",
        "yref": "paper",
        "x0": x0,
        "x1": x1,
        "y0": y0,
        "y1": y1,
        "line": {"color": colour, "width": wide, "dash": dash},
    }


def _annotation(text: Text, layout: Layout) -> Json:
    anchor = {"start": "left", "middle": "center", "end": "right"}[text.anchor]
    middle = text.y - 0.35 * text.size.text + (len(text.lines) - 1) * text.size.pitch / 2
    x, y = _paper(text.x, middle, layout)
    return {
        "text": "<br>".join(plain(line) for line in text.lines),
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "xanchor": anchor,
        "yanchor": "middle",
        "align": anchor,
        "showarrow": False,
        "borderpad": 0,
        "captureevents": False,
        "bgcolor": "var(--ground)" if text.plate else "rgba(0,0,0,0)",
        "font": {
            "size": text.size.text,
            "color": _TEXT.get(text.css, "var(--ink)"),
            "weight": 700 if is_bold(text.css) else 400,
        },
    }
