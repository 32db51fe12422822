"""How far a score must move to be more than the scale's own error (Jacobson and Truax, 1991)."""

from __future__ import annotations

import numpy as np

from generator.indicators.methods.columns import Floats

CRITICAL = 1.96
"""As the paper has it; a change is reliable when it is larger, not when it is equal."""


def points(sd_before: Floats, reliability: Floats) -> Floats:
    """1.96 standard errors of the difference of two assessments: 1.96 · √2 · sd · √(1 − r).

    `sd_before` is that of the first scores of the pairs, `reliability` a published one from 0 to
    1, NaN where there is none: it is never worked out from the same people.
    """
    possible = np.where((reliability >= 0) & (reliability <= 1), reliability, np.nan)
    found: Floats = CRITICAL * np.sqrt(2) * sd_before * np.sqrt(1 - possible)
    return found
