"""A pathway as a drawing: boxes by the kind of step, and the links between them.

It is no `Chart`, as it shows no numbers; its words stand in a list beside it.
"""

from __future__ import annotations

from generator.charts.drawing import Drawing
from generator.charts.flow_narrow import narrow
from generator.charts.flow_parts import Flow
from generator.charts.flow_wide import wide

MOST_NODES, MOST_ARROWS = 40, 80
"""More than this is no picture any more."""


def draw_flow(flow: Flow) -> Drawing | None:
    """The wide and the narrow still; None where there is no link to draw, or too much of all."""
    nodes = sum(len(column.nodes) for column in flow.columns)
    if not flow.arrows or nodes > MOST_NODES or len(flow.arrows) > MOST_ARROWS:
        return None
    return Drawing(wide(flow), narrow(flow))
