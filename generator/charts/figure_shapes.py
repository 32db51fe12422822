"""Rules, straight lines and texts of a drawing, as Plotly lays them over its plots."""

from __future__ import annotations

from generator.charts.bar_fillings import dot_rows
from generator.charts.geometry import Pixel
from generator.charts.keys import sample_box
from generator.charts.layout import Key, Layout, Text, is_bold
from generator.charts.marks import Rule
from generator.charts.placed import rule_ends
from generator.charts.traces import Json, plain

_TEXT = {"on": "var(--ground)", "s1": "var(--prove)", "s2": "var(--muted)", "t": "var(--muted)"}
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
    "worse": ("var(--worse)", 3, "3px,3px"),
    "limit": ("var(--context)", 1.5, "3px,3px"),
}


def paper(x: float, y: float, layout: Layout) -> tuple[float, float]:
    """A pixel as shares of the plot, from its left and its foot."""
    plot = layout.plot
    return (
        round((x - plot.left) / (plot.right - plot.left), 6),
        round((plot.bottom - y) / (plot.bottom - plot.top), 6),
    )


def shape(mark: Rule, own: Layout, over: str, outer: Layout, nth: str = "") -> Json:
    """A rule between its own values; an end at the plot's edge is given as a share of the plot.

    `own` is the layout of its plot, `nth` which plot that is ("" for the first), `outer` that of
    the whole drawing.
    """
    colour, wide, dash = _RULE[mark.kind]
    (left, top), (right, bottom) = rule_ends(mark, own)
    x0, y0 = paper(left, top, outer)
    x1, y1 = paper(right, bottom, outer)
    upright = mark.y0 is None and mark.x0 is not None
    fixed = upright or mark.kind == "sum"  # to the paper: it stands between rows
    return {
        "type": "line",
        "layer": over,
        "xref": f"x{nth}" if upright else "paper",
        "yref": "paper" if fixed else f"y{nth}",
        "x0": mark.x0 if upright else x0,
        "x1": mark.x1 if upright else x1,
        "y0": y0 if fixed else mark.y0,
        "y1": y1 if fixed else mark.y1,
        "line": {"color": colour, "width": wide, "dash": dash},
    }


def samples(key: Key, layout: Layout) -> list[Json]:
    """What stands before a key's name: its line, or a box with its filling."""
    if not key.filling:
        return [straight(key.role, (key.x, key.y), (key.x + 24, key.y), layout)]
    box = sample_box(key)
    edge = {"tone": "subject", "open": "comparator", "dots": "worse"}[key.filling]
    frame = {
        **_fixed("rect", (box.left, box.top), (box.right, box.bottom), layout),
        "fillcolor": _STRAIGHT[edge][0] if key.filling == "tone" else "var(--ground)",
        "line": {"color": _STRAIGHT[edge][0], "width": 1.5},
    }
    dots = dot_rows(box) if key.filling == "dots" else []
    return [frame, *(straight("worse", *ends, layout) for ends in dots)]


def straight(css: str, one: Pixel, two: Pixel, layout: Layout) -> Json:
    """A line of the drawing itself, fixed to the paper."""
    colour, wide, dash = _STRAIGHT[css]
    line = {"color": colour, "width": wide, "dash": dash}
    return {**_fixed("line", one, two, layout), "line": line}


def _fixed(kind: str, one: Pixel, two: Pixel, layout: Layout) -> Json:
    """A shape from one place of the drawing to another, fixed to the paper."""
    (x0, y0), (x1, y1) = paper(*one, layout), paper(*two, layout)
    own = {"type": kind, "layer": "below", "xref": "paper", "yref": "paper"}
    return {**own, "x0": x0, "x1": x1, "y0": y0, "y1": y1}


def annotation(text: Text, layout: Layout) -> Json:
    """A text where the still has it."""
    anchor = {"start": "left", "middle": "center", "end": "right"}[text.anchor]
    middle = text.y - 0.35 * text.size.text + (len(text.lines) - 1) * text.size.pitch / 2
    x, y = paper(text.x, middle, layout)
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
