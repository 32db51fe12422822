"""The size of a change beside how much scores vary (methods, section 3).

As R's effectsize has them: Cohen's dz, its interval by the noncentral t distribution
(Steiger, 2004), and the correction of Hedges (1981).
"""

from __future__ import annotations

import numpy as np
from scipy.special import chdtri, nctdtrinc, ndtri, poch

from generator.indicators.methods.columns import CONFIDENCE, Floats

LARGEST = 1000.0
"""The largest t at which the noncentral t distribution is computed well, and at all."""


def effect(mean: Floats, sd: Floats) -> Floats:
    """The mean change in standard deviations; none where there is nothing to divide by."""
    return mean / np.where(sd > 0, sd, np.nan)


def limits(dz: Floats, n: Floats, confidence: float = CONFIDENCE) -> tuple[Floats, Floats]:
    """The interval of dz: those standardised means under which its t is at either edge.

    Worked out for its size and given its sign back, so that a fall mirrors a rise.
    """
    tail = (1 - confidence) / 2
    size = np.abs(dz) * np.sqrt(n)
    freedom = np.where(n > 1, n - 1, np.nan)
    usual = np.where(size <= LARGEST, size, np.nan)
    near, far = (nctdtrinc(freedom, p, usual) for p in (1 - tail, tail))
    near_if_large, far_if_large = _of_large(freedom, size, tail)
    near = np.where(size > LARGEST, near_if_large, near) / np.sqrt(n)
    far = np.where(size > LARGEST, far_if_large, far) / np.sqrt(n)
    falls = dz < 0
    return np.where(falls, -far, near), np.where(falls, -near, far)


def _of_large(freedom: Floats, t: Floats, tail: float) -> tuple[Floats, Floats]:
    """The same of a large t: the error of the mean and that of the deviation, combined.

    At t = 1,000 within 0.0004 of the width of the interval, from 1 degree of freedom up.
    """
    z = ndtri(1 - tail)
    low, high = (np.sqrt(chdtri(freedom, p) / freedom) for p in (1 - tail, tail))
    return t - np.hypot(t * (1 - low), z), t + np.hypot(t * (high - 1), z)


def corrected(dz: Floats, n: Floats) -> Floats:
    """Hedges' gz, which few pairs do not inflate; none below three pairs.

    dz · Γ(f/2) / (√(f/2) · Γ((f−1)/2)), f = n − 1: with one degree of freedom that is always 0.
    """
    freedom = np.where(n > 2, n - 1, np.nan)
    found: Floats = dz * poch((freedom - 1) / 2, 0.5) / np.sqrt(freedom / 2)
    return found
