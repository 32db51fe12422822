"""The widest clear gaps between groups, an indicator at most once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from generator.model.words import GAP

from ..known import cells
from ..known.cells import Reading
from ..known.lookup import Lookup

MOST = 5
"""So many gaps are among the widest; the page on equity has all."""


def widest(lookup: Lookup, most: int = MOST) -> Mapping[str, Reading]:
    """By indicator the group that is furthest behind, the widest gap first.

    Only groups that are behind beyond the margin of error, of everyone in the main area. Gaps are
    compared as shares of the larger of the two values, so that units do not matter.
    """
    rows = lookup.report.readings
    rows = rows[
        ((rows["reading"] == GAP) & (rows["verdict"] == "clear gap")).to_numpy()
        & (rows["area"] == lookup.main_area).to_numpy()
        & (rows["organisation"] == "").to_numpy()
        & (rows["programme"] == "").to_numpy()
    ]
    better = {"up": 1.0, "down": -1.0, "none": np.nan}
    way = np.array([better[lookup.indicators[id].direction] for id in rows["indicator"]])
    difference = rows["difference"].to_numpy(dtype=float)
    values = rows[["value", "reference_value"]].to_numpy(dtype=float)
    larger = np.abs(values).max(axis=1, initial=0.0)
    behind = np.flatnonzero((difference * way < 0) & (larger > 0))
    share = np.abs(difference[behind]) / larger[behind]
    found: dict[str, Reading] = {}
    for place in behind[np.argsort(-share, kind="stable")].tolist():
        id = str(rows["indicator"].iloc[place])
        if id not in found and len(found) < most:
            found[id] = next(iter(cells.readings(rows.iloc[[place]])))
    return found
