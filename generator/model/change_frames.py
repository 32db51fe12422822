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
    "share": "float64",  # percent of the first stage; NaN where it is no part of it
    "partners": "float64",  # on how many it rests; NaN where it was not summed over them
    "flag": "category",
    "computed": "category",
}
"""The metrics that an indicator shows stage by stage: a row a metric × period × cell."""

_SHARES = ("share", "lower", "upper")
"""Percent, with the limits of Wilson."""

MOVED: dict[str, str] = {
    **{name: kind for name, kind in CHANGES.items() if name not in ("flag", "computed")},
    "better": "float64",  # people who moved, by what the item says is better
    "worse": "float64",
    **{f"better_{what}": "float64" for what in _SHARES},  # of the pairs, as the next two
    **{f"same_{what}": "float64" for what in _SHARES},
    **{f"worse_{what}": "float64" for what in _SHARES},
    "mean_before": "float64",  # in points of the scale, as all until sd_change
    "mean_after": "float64",
    "mean_change": "float64",  # latest less first, whichever way is better
    "change_lower": "float64",  # Student's t
    "change_upper": "float64",
    "sd_change": "float64",
    "effect": "float64",  # dz: mean change in standard deviations of the change
    "effect_lower": "float64",  # noncentral t
    "effect_upper": "float64",
    "effect_corrected": "float64",  # Hedges' gz
    "effect_before": "float64",  # mean change in standard deviations of the first scores
    "matched_share": "float64",  # pairs, of pairs and unmatched
    "no_room_share": "float64",  # those who started at the best score, of the pairs
    "reliable_points": "float64",  # by more than that a change is reliable
    **{f"reliably_better_{what}": "float64" for what in _SHARES},  # of the pairs
    **{f"reliably_worse_{what}": "float64" for what in _SHARES},
    "flag": "category",
    "computed": "category",
}
"""What the sums show: a row of `CHANGES` each. Shares are in percent."""

POOLED: dict[str, str] = {
    "outcome": "category",
    **_CELL,
    "pairs": "float64",
    "better": "float64",
    "stayed": "float64",
    "worse": "float64",
    "better_share": "float64",  # percent of the pairs, as the next two
    "same_share": "float64",
    "worse_share": "float64",
    "scales": "int64",  # how many are in it
    "items": "int64",
}
"""The items that speak of one outcome, together: a row an outcome × period × cell."""
