"""What a rise or a fall is called, by the direction of an indicator."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

CHANGED = {
    ("up", True): "improved",
    ("up", False): "worsened",
    ("down", True): "worsened",
    ("down", False): "improved",
    ("none", True): "higher",
    ("none", False): "lower",
}
COMPARED = {
    ("up", True): "better",
    ("up", False): "worse",
    ("down", True): "worse",
    ("down", False): "better",
    ("none", True): "higher",
    ("none", False): "lower",
}


def changed(difference: NDArray[np.float64], direction: pd.Series) -> NDArray[np.object_]:
    """Over time: improved or worsened; higher or lower where neither is better."""
    return _worded(CHANGED, difference, direction)


def compared(difference: NDArray[np.float64], direction: pd.Series) -> NDArray[np.object_]:
    """With another place: better or worse; higher or lower where neither is better."""
    return _worded(COMPARED, difference, direction)


def _worded(
    words: dict[tuple[str, bool], str], difference: NDArray[np.float64], direction: pd.Series
) -> NDArray[np.object_]:
    pairs = zip(direction.tolist(), (difference > 0).tolist(), strict=True)
    return np.array([words[pair] for pair in pairs], dtype=object)
