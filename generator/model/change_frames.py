"""The tables of what people's assessments add up to, and of things counted stage by stage."""

from __future__ import annotations

from .frames import CELL
from .scale import COUNTED

_CELL: dict[str, str] = {
    "frequency": "category",
    "period": "category",
    "period_start": "datetime64[s]",
    "period_end": "datetime64[s]",
    **dict.fromkeys(CELL[1:], "category"),
}

CHANGES: dict[str, str] = {
    "scale": "category",
    "item": "category",
    **_CELL,
    **dict.fromkeys(COUNTED, "float64"),
    "flag": "category",
    "computed": "category",  # "" or "summed over organisation", as in the results
}
"""What was counted of an item of a scale: a row an item × period × cell, totals among them."""

SCORES: dict[str, str] = {
    "scale": "category",
    "item": "category",
    "score": "float64",
    **_CELL,
    "before": "float64",  # people with this score at first
    "after": "float64",  # and at last
    "flag": "category",
    "computed": "category",
}
"""How many people stood at each score: a row a score × item × period × cell."""

STAGES: dict[str, str] = {
    "indicator": "category",
    "metric": "category",
    **_CELL,
    "value": "float64",
    "flag": "category",
    "computed": "category",
}
"""The metrics that an indicator shows stage by stage: a row a metric × period × cell."""
