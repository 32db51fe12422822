"""What a rise or a fall is called, by the direction of an indicator."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.model.words import Direction

_CHANGED: dict[Direction, tuple[str, str]] = {
    "up": ("improved", "worsened"),
    "down": ("worsened", "improved"),
    "none": ("higher", "lower"),
}
_COMPARED: dict[Direction, tuple[str, str]] = {
    "up": ("better", "worse"),
    "down": ("worse", "better"),
    "none": ("higher", "lower"),
}


def changed(difference: NDArray[np.float64], direction: Direction) -> NDArray[np.object_]:
    """Over time: improved or worsened; higher or lower where neither is better."""
    rise, fall = _CHANGED[direction]
    return np.where(difference > 0, rise, fall).astype(object)


def compared(difference: NDArray[np.float64], direction: Direction) -> NDArray[np.object_]:
    """With another place: better or worse; higher or lower where neither is better."""
    above, below = _COMPARED[direction]
    return np.where(difference > 0, above, below).astype(object)
