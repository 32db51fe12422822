"""Whether a target is likely to be met: where it stands in the 80% band at its date."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...reason import first_reason
from .models.ahead import Floats

LIKELY, EITHER, UNLIKELY = (
    "likely to meet target",
    "could go either way",
    "unlikely to meet target",
)


def against_target(
    lower: Floats,
    upper: Floats,
    goal: Floats,
    goal_to: Floats,
    kind: NDArray[np.object_],
    direction: NDArray[np.object_],
) -> NDArray[np.object_]:
    """The verdict of each row from the ends of its 80% band at the target's date; "" without one.

    The whole band on the good side of the target, or on it: likely. The whole of it on the bad
    side: unlikely. Otherwise it could go either way. For a range (`within`, from `goal` to
    `goal_to`) the good side is inside it.
    """
    within = kind == "within"
    up = direction == "up"
    good = np.where(
        within, (lower >= goal) & (upper <= goal_to), np.where(up, lower >= goal, upper <= goal)
    )
    bad = np.where(
        within, (upper < goal) | (lower > goal_to), np.where(up, upper < goal, lower > goal)
    )
    judged = ~np.isnan(lower + upper + goal)
    return first_reason(
        (~judged, np.full(len(goal), "", dtype=object)),
        (good, LIKELY),
        (bad, UNLIKELY),
        (judged, EITHER),
    )
