"""data/changes.csv: what assessments before and after add up to, and what that shows."""

from __future__ import annotations

import pandas as pd

from ..model.report import Report
from ..model.scale import COUNTED
from ..pages.parts.known import assessed_in
from . import fields

_CELL = ("frequency", "period", "period_start", "period_end", "area", "organisation", "programme")
_PAIRS = "percent of the pairs"


def _with_limits(name: str, said: str) -> dict[str, str]:
    """The columns of a share with the limits of Wilson."""
    return {
        f"{name}_share": f"{said}, {_PAIRS}",
        f"{name}_lower": "Lower end of its 95% interval (Wilson)",
        f"{name}_upper": "Upper end of its 95% interval",
    }


COLUMNS = {
    "scale": "The scale's id",
    "item": "The item's id",
    **{name: fields.RESULTS[name] for name in (*_CELL, "group")},
    **COUNTED,
    "better": "People who moved towards the better end",
    "worse": "People who moved towards the worse end",
    **_with_limits("better", "Share that moved towards the better end"),
    **_with_limits("same", "Share that stayed"),
    **_with_limits("worse", "Share that moved towards the worse end"),
    "mean_before": "Mean of the first scores of the pairs",
    "mean_after": "Mean of their latest scores",
    "mean_change": "Mean change, latest less first, whichever way is better",
    "change_lower": "Lower end of its 95% interval (Student's t)",
    "change_upper": "Upper end of its 95% interval",
    "sd_change": "Standard deviation of the changes",
    "effect": "Mean change in standard deviations of the changes (Cohen's dz)",
    "effect_lower": "Lower end of its 95% interval (noncentral t)",
    "effect_upper": "Upper end of its 95% interval",
    "effect_corrected": "The same, corrected for few pairs (Hedges' gz)",
    "effect_before": "Mean change in standard deviations of the first scores",
    "matched_share": "Pairs, percent of the people assessed at all",
    "no_room_share": f"People who started at the best score, {_PAIRS}",
    "reliable_points": "A change of more points is reliable, by this row's first scores (Jacobson "
    "and Truax)",
    **_with_limits("reliably_better", "Share that changed reliably for the better"),
    **_with_limits("reliably_worse", "Share that changed reliably for the worse"),
    "flag": fields.RESULTS["flag"],
    "computed": fields.RESULTS["computed"],
    "status": fields.STATUS,
}
"""The columns in words; numbers are unrounded, and blank where there is none."""


def table(report: Report) -> pd.DataFrame:
    """A row an item × period × cell: `change_frames.MOVED` with the status of its packages."""
    moved = report.worked.moved
    packages = assessed_in.packages(report.inputs)
    scales = moved["scale"].cat.categories
    of_scale = [assessed_in.status(packages.get(str(scale), ())) for scale in scales]
    codes = moved["scale"].cat.codes.to_numpy()
    known = pd.Categorical(of_scale)
    own = pd.Categorical.from_codes(known.codes[codes], known.categories)
    return moved.assign(status=own)
