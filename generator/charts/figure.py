"""A chart as a plain dict that Plotly draws: the same numbers in the same places as the still.

Colours are the names of the stylesheet's variables; `explore.js` puts in their values as it draws,
so that they follow the colour scheme. Plotly decides nothing: ranges, ticks and texts are given.
"""

from __future__ import annotations

from generator.charts.chart import Chart
from generator.charts.drawing import Layouts, layouts
from generator.charts.geometry import Pixel
from generator.charts.layout import Key, Layout, Text, is_bold
from generator.charts.marks import Bar, Rule
from generator.charts.placed import axis_lines, in_order, rule_ends
from generator.charts.traces import Json, plain, traces

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

_TEXT = {"s1": "var(--prove)", "s2": "var(--muted)", "t": "var(--muted)"}
_RULE = {
    "baseline": ("var(--ink)", 1, "solid"),
    "break": ("var(--context)", 1.5, "2px,4px"),
    "comparator": ("var(--ink)", 2, "solid"),
    "target": ("var(--ink)", 2, "7px,5px"),
    "mean": ("var(--context)", 2, "solid"),
    "limit": ("var(--context)", 1.5, "3px,3px"),
    "range": ("var(--ink)", 1, "solid"),
    "now": ("var(--ink)", 1, "solid"),
    "sum": ("var(--ink)", 1, "solid"),
}


_STRAIGHT = {
    "axis": ("var(--ink)", 1, "solid"),
    "grid": ("var(--rule)", 1, "solid"),
    "subject": ("var(--prove)", 3, "solid"),
    "comparator": ("var(--context)", 2, "solid"),
    "aim": ("var(--ink)", 2, "7px,5px"),
    "usual": ("var(--context)", 2, "solid"),
    "ahead": ("var(--prove)", 3, "7px,5px"),
    "limit": ("var(--context)", 1.5, "3px,3px"),
}


def figure(chart: Chart, laid: Layouts | None = None) -> Json:
    """`data`, `layout` (wide) and `narrow` (the layout for the narrow drawing), and `config`.

    `laid` are the chart's layouts, if they are known.
    """
    laid = laid or layouts(chart)
    return {
        "data": [trace for mark in in_order(chart) for trace in traces(mark, laid.wide)],
        "layout": _layout(chart, laid.wide),
        "narrow": _layout(chart, laid.narrow),
        "config": dict(CONFIG),
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
    fixed = upright or mark.kind == "sum"  # to the paper: it stands between rows
    return {
        "type": "line",
        "layer": over,
        "xref": "x" if upright else "paper",
        "yref": "paper" if fixed else "y",
        "x0": mark.x0 if upright else x0,
        "x1": mark.x1 if upright else x1,
        "y0": y0 if fixed else mark.y0,
        "y1": y1 if fixed else mark.y1,
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
