"""A chart as a plain dict that Plotly draws: the same numbers in the same places as the still.

Colours are the names of the stylesheet's variables; `explore.js` puts in their values as it draws,
so that they follow the colour scheme. Plotly decides nothing: ranges, ticks and texts are given.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.charts.chart import Chart, Tick
from generator.charts.drawing import Layouts, layouts
from generator.charts.figure_shapes import annotation, paper, samples, shape, straight
from generator.charts.layout import Layout
from generator.charts.marks import Bar, Mark, Rule
from generator.charts.placed import axis_lines, in_order, parts
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


def figure(chart: Chart, laid: Layouts | None = None) -> Json:
    """`data`, `layout` (wide) and `narrow` (the layout for the narrow drawing), and `config`.

    `laid` are the chart's layouts, if they are known.
    """
    laid = laid or layouts(chart)
    return {
        "data": [
            trace | _of_plot(nth)
            for nth, (marks, own) in _plots(chart, laid.wide)
            for mark in in_order(marks)
            for trace in traces(mark, own)
        ],
        "layout": _layout(chart, laid.wide),
        "narrow": _layout(chart, laid.narrow),
        "config": dict(CONFIG),
    }


def _plots(chart: Chart, layout: Layout) -> Iterator[tuple[str, tuple[tuple[Mark, ...], Layout]]]:
    """Each plot with its marks, numbered as Plotly does: "", "2", "3"."""
    for n, pair in enumerate(parts(chart, layout), 1):
        yield "" if n == 1 else str(n), pair


def _of_plot(nth: str) -> Json:
    return {"xaxis": f"x{nth}", "yaxis": f"y{nth}"} if nth else {}


def _layout(chart: Chart, layout: Layout) -> Json:
    plot = layout.plot
    plots = list(_plots(chart, layout))
    bars = any(isinstance(mark, Bar) for mark in chart.marks)
    axes: Json = {}
    for nth, (_, own) in plots:
        axes |= _axes(nth, own, layout)
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
        **axes,
        "shapes": [
            *(
                straight(css, one, two, layout)
                for _, (_, own) in plots
                for css, one, two in axis_lines(own)
            ),
            *(
                shape(mark, own, "above" if bars else "below", layout, nth)
                for nth, (marks, own) in plots
                for mark in marks
                if isinstance(mark, Rule) and mark.kind != "interval"
            ),
            *(one for key in layout.keys for one in samples(key, layout)),
        ],
        "annotations": [annotation(text, layout) for text in layout.texts],
    }


def _axes(nth: str, own: Layout, outer: Layout) -> Json:
    """The two axes of a plot; where it is one of several, the part of the paper that it takes."""
    rows = own.y.kind == "rows"
    ends = (own.y.high, own.y.low) if rows else (own.y.low, own.y.high)
    y_ticks = own.y.ticks if rows else own.y_ticks
    x, y = _axis(own.x.low, own.x.high, own.x_ticks), _axis(*ends, y_ticks)
    if outer.panels:
        (left, top), (right, foot) = (
            paper(own.plot.left, own.plot.top, outer),
            paper(own.plot.right, own.plot.bottom, outer),
        )
        x |= {"domain": [left, right], "anchor": f"y{nth}"}
        y |= {"domain": [foot, top], "anchor": f"x{nth}"}
    return {f"xaxis{nth}": x, f"yaxis{nth}": y}


def _axis(low: float, high: float, ticks: tuple[Tick, ...]) -> Json:
    """An axis with a given range that shows no text of its own: texts are annotations."""
    return {
        "type": "linear",
        "range": [low, high],
        "autorange": False,
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": [tick.value for tick in ticks],
        "ticktext": [plain(tick.text) for tick in ticks],
        "showticklabels": False,
        "ticks": "",
        "zeroline": False,
        "showline": False,
        "showgrid": False,
        "automargin": False,
    }
