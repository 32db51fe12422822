"""Limits of a funnel: how far units may lie from their average by chance alone.

Spiegelhalter (2005), "Funnel plots for comparing institutional performance"; as OHID publishes
them: PHEindicatormethods, calculate_funnel_limits and assign_funnel_significance.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, pdtrik

from generator.indicators.methods.rate import poisson

Floats = NDArray[np.float64]
Limits = tuple[Floats, Floats]

INNER, OUTER = 0.95, 0.998
"""The two levels: by chance alone one unit in 20 lies outside the inner limits, one in 500 outside
the outer ones."""


def of_shares(average: Floats, n: Floats, confidence: float) -> Limits:
    """Where shares of n would lie around the average share: p ± z √(p(1−p)/n), within 0 and 1."""
    z = ndtri(1 - (1 - confidence) / 2)
    half = z * np.sqrt(average * (1 - average) / n)
    return np.clip(average - half, 0, 1), np.clip(average + half, 0, 1)


def of_counts(expected: Floats, confidence: float) -> Limits:
    """The counts whose own exact Poisson limits just reach the expected count.

    They need not be whole: the drawn curve is smooth. A lower limit below nothing is 0.
    """
    tail = (1 - confidence) / 2
    lower = np.nan_to_num(pdtrik(tail, expected), nan=0.0)
    lower = np.where(np.isnan(expected), np.nan, np.maximum(lower, 0))
    # Where the chance of no event at all is above the upper tail, one event is the first outside.
    upper = np.nan_to_num(pdtrik(1 - tail, expected), nan=0.0) + 1
    return lower, np.where(np.isnan(expected), np.nan, upper)


def share_levels(x: Floats, n: Floats, average: Floats) -> NDArray[np.int64]:
    """How far each share lies from the average: −2, −1, 0, 1 or 2 (see `levels`)."""
    inner, outer = (of_shares(average, n, level) for level in (INNER, OUTER))
    return levels(x / n, inner, outer)


def count_levels(x: Floats, expected: Floats) -> NDArray[np.int64]:
    """The same of counts: the expected count held against the limits of the observed one (exact
    below 10, Byar's from 10 on)."""
    found = np.zeros(x.shape, dtype=np.int64)
    for confidence in (INNER, OUTER):
        lower, upper = poisson(x, confidence)
        found += (expected < lower).astype(np.int64) - (expected > upper)
    return found


def levels(value: Floats, inner: Limits, outer: Limits) -> NDArray[np.int64]:
    """0 within the inner limits; 1 above them, 2 above the outer ones; −1 and −2 below."""
    found = np.zeros(value.shape, dtype=np.int64)
    for lower, upper in (inner, outer):
        found += (value > upper).astype(np.int64) - (value < lower)
    return found
