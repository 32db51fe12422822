"""How much scores vary, from how many they are, their sum and the sum of their squares."""

from __future__ import annotations

import numpy as np

from generator.indicators.methods.columns import Floats
from generator.indicators.methods.mean import deviations


def spread(total: Floats, n: Floats, squares: Floats) -> Floats:
    """The standard deviation, with n − 1 below the line; NaN for fewer than two scores.

    `total` is the sum of the scores and `squares` that of each times itself. Scores that are all
    equal give 0, whatever is left by rounding; squares too small for their sum give NaN.
    """
    freedom = np.where(n > 1, n - 1, np.nan)
    found: Floats = np.sqrt(deviations(total, n, squares) / freedom)
    return found
