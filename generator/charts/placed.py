"""Marks in pixels: what both renderers share, so that neither decides where anything goes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.chart import Chart
from generator.charts.geometry import Box, Pixel
from generator.charts.layout import Layout
from generator.charts.marks import Band, Bar, Dot, Label, Line, Mark, Patch, Pillar, Rule

THICK = 22.0
_BAR = {"w": 14.0, "nw": 12.0}


def thickness(bar: Bar, layout: Layout) -> float:
    """How many pixels high a bar is."""
    return THICK if bar.thick else _BAR[layout.size.name]


def parts(chart: Chart, layout: Layout) -> list[tuple[tuple[Mark, ...], Layout]]:
    """The marks of each plot with its layout: one, or one a panel."""
    if not chart.panels:
        return [(chart.marks, layout)]
    return [(panel.marks, own) for panel, own in zip(chart.panels, layout.panels, strict=True)]


def in_order(marks: Sequence[Mark]) -> list[Line | Band | Bar | Pillar | Dot | Rule | Patch]:
    """The marks from the ground up: rules (over bars, where there are any), lines, then dots."""
    bars = any(isinstance(mark, Bar) for mark in marks)

    def level(mark: Line | Band | Bar | Pillar | Dot | Rule | Patch) -> int:
        if isinstance(mark, Rule):
            return 4 if mark.kind == "interval" else 2 if bars else 0
        return {Patch: 0, Band: 1, Bar: 1, Pillar: 1, Line: 3, Dot: 5}[type(mark)]

    return sorted((mark for mark in marks if not isinstance(mark, Label)), key=level)


def pillar_box(pillar: Pillar, layout: Layout) -> Box:
    """Where an upright bar stands."""
    half = pillar.wide / 2
    return Box(
        layout.at_x(pillar.x - half),
        layout.at_y(pillar.end),
        layout.at_x(pillar.x + half),
        layout.at_y(0.0),
    )


def axis_lines(layout: Layout) -> list[tuple[str, Pixel, Pixel]]:
    """Grid, axis and tick marks: class and the two ends of each; the axis is where 0 is."""
    plot = layout.plot
    if layout.y.kind == "map":
        return []
    if layout.y.kind == "rows":
        columns = [(tick.value, layout.at_x(tick.value)) for tick in layout.x_ticks]
        return [
            ("axis" if value == 0 else "grid", (x, plot.top), (x, plot.bottom))
            for value, x in columns
        ]
    rows = [(tick.value, layout.at_y(tick.value)) for tick in layout.y_ticks]
    if layout.y.low not in {tick.value for tick in layout.y_ticks}:
        rows.append((layout.y.low, plot.bottom))
    marks = [layout.at_x(tick.value) for tick in layout.x_ticks if layout.x.kind != "columns"]
    return [
        ("axis" if value == 0 else "grid", (plot.left, y), (plot.right, y)) for value, y in rows
    ] + [("axis", (x, plot.bottom), (x, plot.bottom + 5)) for x in marks]


def rule_ends(rule: Rule, layout: Layout) -> tuple[Pixel, Pixel]:
    """The two ends of a rule in pixels; an upright one begins under its label.

    One over a sum goes right across, half way between two rows with their names.
    """
    plot = layout.plot
    if rule.kind == "sum" and rule.y0 is not None:
        y = layout.at_y(rule.y0 + 0.5 + layout.y.low)
        return (0.0, y), (layout.size.width, y)
    top = layout.rule_tops.get(rule.x0, plot.top) if rule.x0 is not None else plot.top
    return (
        (
            plot.left if rule.x0 is None else layout.at_x(rule.x0),
            top if rule.y0 is None else layout.at_y(rule.y0),
        ),
        (
            plot.right if rule.x1 is None else layout.at_x(rule.x1),
            plot.bottom if rule.y1 is None else layout.at_y(rule.y1),
        ),
    )


def runs(line: Line, layout: Layout) -> list[list[Pixel]]:
    """The line's unbroken pieces in pixels."""
    pieces: list[list[Pixel]] = [[]]
    for spot in line.points:
        if spot.y is None:
            pieces.append([])
        else:
            pieces[-1].append(layout.at(spot.x, spot.y))
    return [piece for piece in pieces if piece]


def outlines(band: Band, layout: Layout) -> list[list[Pixel]]:
    """The outline of each unbroken piece of a band, out along its top and back along its foot."""
    pieces: list[list[tuple[float, float, float]]] = [[]]
    for x, lower, upper in band.points:
        if lower is None or upper is None:
            pieces.append([])
        else:
            pieces[-1].append((x, lower, upper))
    return [
        [layout.at(x, upper) for x, _, upper in piece]
        + [layout.at(x, lower) for x, lower, _ in reversed(piece)]
        for piece in pieces
        if len(piece) > 1
    ]


def marker_radius(dot: Dot, rows: bool) -> float:
    """How far a marker reaches; in rows the subject's is larger still."""
    if dot.small:
        return 3.0 if dot.signal == "none" else 4.5
    if dot.signal != "none":
        return 6.0 + rows * 0.5
    if dot.shape == "ring":
        return 5.0
    return _REACH[dot.role] + rows * 0.5


_REACH = {"subject": 6.0, "comparator": 4.5, "aim": 5.0, "usual": 4.5, "ahead": 5.0, "limit": 4.5}
