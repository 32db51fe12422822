"""The first reason that holds, row by row over whole columns."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


def first_reason(*cases: tuple[Any, Any]) -> NDArray[np.object_]:
    """From (condition, text or column of texts): the first whose condition holds, else ""."""
    length = len(cases[0][0])
    chosen = np.full(length, "", dtype=object)
    for condition, text in reversed(cases):
        holds = np.asarray(condition, dtype=bool)
        texts = np.full(length, text, dtype=object) if isinstance(text, str) else np.asarray(text)
        chosen[holds] = texts[holds]
    return chosen
