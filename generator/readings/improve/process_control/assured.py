"""Whether a process can be relied on to meet its target (Making Data Count's assurance icon)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...reason import first_reason
from .limits import Floats

CONSISTENTLY_MEETS = "consistently meets target"
HIT_AND_MISS = "hit and miss"
CONSISTENTLY_MISSES = "consistently misses target"


def assured(
    lower: Floats,
    upper: Floats,
    direction: NDArray[np.object_],
    target: Floats,
    target_to: Floats | None = None,
) -> NDArray[np.object_]:
    """The verdict on the process limits of the latest group of each series.

    A target outside the limits is met, or missed, by every value that the process gives; one at a
    limit or between them, now and then. `target_to` is the upper end where values are to lie in a
    range (NaN elsewhere): then the limits lie in it, outside it, or neither. "" where the
    direction is none, and where a target or a limit is missing.

    Source: NHSRplotthedots 0.2.2, ptd_calculate_assurance_type.R; the range is our own.
    """
    to = np.full(len(lower), np.nan) if target_to is None else target_to
    ranged = ~np.isnan(to)
    rising, falling = direction == "up", direction == "down"
    below, above = upper < target, lower > target
    inside, outside = (lower > target) & (upper < to), below | (lower > to)
    none = np.isnan(lower + upper + target) | ~(rising | falling)
    return first_reason(
        (none, ""),
        (ranged & inside | ~ranged & (rising & above | falling & below), CONSISTENTLY_MEETS),
        (ranged & outside | ~ranged & (rising & below | falling & above), CONSISTENTLY_MISSES),
        (np.full(len(lower), True), HIT_AND_MISS),
    )
