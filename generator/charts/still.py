"""A chart as a still picture: one SVG element that works without script, in print and in the dark.

Every colour and weight comes from the site's stylesheet by class; the classes are listed in
`CLASSES`.
"""

from __future__ import annotations

from generator.charts.bar_fillings import BAR_CLASSES, filled
from generator.charts.chart import Chart
from generator.charts.geometry import Box
from generator.charts.keys import sample_box
from generator.charts.layout import Layout, Text
from generator.charts.markers import marker
from generator.charts.marks import Band, Bar, Dot, Line, Patch, Pillar, Rule
from generator.charts.patches import places
from generator.charts.placed import (
    axis_lines,
    in_order,
    outlines,
    parts,
    pillar_box,
    rule_ends,
    runs,
    thickness,
)
from generator.charts.svg import element, escape, number, path, picture

CLASSES = (
    *("c", "w", "nw", "grid", "axis", "t", "b", "s1", "s2", "l1", "l2", "aim", "base", "brk"),
    *(
        "fc",
        "ref",
        "lim",
        "band",
        "band2",
        "d1",
        "d2",
        "dn",
        "dw",
        "open",
        "iv",
        "iv1",
        "halo",
        "wh",
        "plate",
    ),
    *BAR_CLASSES,
)
"""Every class a still uses; the stylesheet must know them all."""

_RULES = {
    "baseline": "base",
    "break": "brk",
    "comparator": "ref",
    "target": "aim",
    "mean": "l2",
    "limit": "lim",
    "range": "base",
    "now": "base",
    "sum": "base",
}
_LINES = {
    "subject": "l1",
    "comparator": "l2",
    "aim": "aim",
    "usual": "l2",
    "ahead": "fc",
    "limit": "lim",
}
_BARS = {"subject": "d1", "comparator": "d2"}


def still(chart: Chart, layout: Layout) -> str:
    """The SVG element of one drawing, on one line."""
    name = layout.size.name
    bars = any(isinstance(mark, Bar) for mark in chart.marks)
    patches = [mark for mark in chart.marks if isinstance(mark, Patch)]
    plots = parts(chart, layout)
    drawn = [
        *(
            element("path", class_=css, d=path([one, two]))
            for _, own in plots
            for css, one, two in axis_lines(own)
        ),
        *places(patches, layout, f"{chart.id}-{name}"),
        *(
            _draw(mark, own, bars)
            for marks, own in plots
            for mark in in_order(marks)
            if not isinstance(mark, Patch)
        ),
        *_keys(layout),
        *(_plate(text) for text in layout.texts if text.plate),
        *(_text(text) for text in layout.texts),
    ]
    size = (layout.size.width, layout.height)
    return picture(chart.id, name, size, chart.kind, chart.description, "".join(drawn))


def _draw(mark: Line | Band | Bar | Pillar | Dot | Rule, layout: Layout, bars: bool) -> str:
    if isinstance(mark, Line):
        pieces = [run for run in runs(mark, layout) if len(run) > 1]
        return "".join(element("path", class_=_LINES[mark.role], d=path(run)) for run in pieces)
    if isinstance(mark, Band):
        outer = [path(outline) + "Z" for outline in outlines(mark, layout)]
        css = "band2" if mark.outer else "band"
        return "".join(element("path", class_=css, d=piece) for piece in outer)
    if isinstance(mark, Bar):
        return _bar(mark, layout)
    if isinstance(mark, Pillar):
        return filled(mark.filling, _BARS.get(mark.role, "d2"), pillar_box(mark, layout))
    if isinstance(mark, Dot):
        return marker(mark, *layout.at(mark.x, mark.y), rows=layout.y.kind == "rows")
    if mark.kind == "interval":
        return _interval(mark, layout, bars)
    d = path(list(rule_ends(mark, layout)))
    under = element("path", class_="halo", d=d) if bars else ""
    return under + element("path", class_=_RULES[mark.kind], d=d)


def _bar(bar: Bar, layout: Layout) -> str:
    thick = thickness(bar, layout)
    left, right = sorted((layout.at_x(bar.start), layout.at_x(bar.end)))
    box = Box(left, layout.at_y(bar.y) - thick / 2, right, layout.at_y(bar.y) + thick / 2)
    return filled(bar.filling, _BARS.get(bar.role, "d2"), box)


def _interval(rule: Rule, layout: Layout, over_bars: bool) -> str:
    ends = list(rule_ends(rule, layout))
    if not over_bars:
        return element("path", class_="iv1" if rule.role == "subject" else "iv", d=path(ends))
    (x0, y), (x1, _) = ends
    caps = f"{path(ends)}M{number(x0)} {number(y - 4)}v8M{number(x1)} {number(y - 4)}v8"
    return element("path", class_="halo", d=caps) + element("path", class_="wh", d=caps)


def _keys(layout: Layout) -> list[str]:
    parts = []
    for key in layout.keys:
        if key.filling:
            parts.append(filled(key.filling, _BARS.get(key.role, "d2"), sample_box(key)))
            continue
        sample = [(key.x, key.y), (key.x + 24, key.y)]
        parts.append(element("path", class_=_LINES[key.role], d=path(sample)))
        if key.shape:
            dot = Dot("", key.role, key.shape, 0.0, 0.0)
            parts.append(marker(dot, key.x + 12, key.y, rows=False))
    return parts


def _plate(text: Text) -> str:
    box = text.box
    if text.of:  # a number: its plate hides as little of the place as it can
        return element(
            "rect",
            class_="plate",
            x=box.left - 1,
            y=text.y - 0.82 * text.size.text,
            width=box.right - box.left + 2,
            height=0.92 * text.size.text,
            rx=2,
        )
    return element(
        "rect",
        class_="plate",
        x=box.left - 1,
        y=box.top,
        width=box.right - box.left + 3,
        height=box.bottom - box.top,
    )


def _text(text: Text) -> str:
    size = f"{text.size.text:g}"
    css = {"class_": text.css} if text.css else {}
    if len(text.lines) == 1:
        return element(
            "text",
            escape(text.lines[0]),
            x=text.x,
            y=text.y,
            font_size=size,
            **css,
            **({"data_a": text.of} if text.of else {}),
            text_anchor=text.anchor,
        )
    lines = "".join(
        element("tspan", escape(line), x=text.x, y=text.y + index * text.size.pitch)
        for index, line in enumerate(text.lines)
    )
    return element("text", lines, font_size=size, **css, text_anchor=text.anchor)
