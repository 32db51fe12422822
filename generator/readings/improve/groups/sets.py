"""Rows that belong together: `of` numbers the set of each, from 0 on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...difference import Floats

Codes = NDArray[np.int64]


def sums(of: Codes, column: Floats) -> Floats:
    """The sum of each set's rows, a number a set."""
    found: Floats = np.bincount(of, column).astype(np.float64)
    return found


def share(of: Codes, column: Floats) -> Floats:
    """Each row as a share of its set's sum."""
    found: Floats = column / sums(of, column)[of]
    return found
