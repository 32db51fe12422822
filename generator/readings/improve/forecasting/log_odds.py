"""The scale on which percentages near 0 or 100 are fitted: their log odds."""

from __future__ import annotations

import numpy as np
from scipy.special import expit, logit

from .models.ahead import Bools, Floats

NEAR = 5.0
"""A percentage below this, or as near to 100, is fitted on the logit scale."""


def near_an_end(values: Floats, low: Floats, high: Floats) -> Bools:
    """Which series are percentages that come near 0 or 100, and never reach them."""
    shares = (low == 0) & (high == 100)
    with np.errstate(invalid="ignore"):
        close = (values < NEAR) | (values > 100 - NEAR)
        at_the_end = (values <= 0) | (values >= 100)
    return np.asarray(shares & close.any(axis=1) & ~at_the_end.any(axis=1))


def to_fit(values: Floats, on_logit: Bools) -> Floats:
    """The values as they are fitted."""
    share = np.where(on_logit[:, None], values / 100, 0.5)
    return np.where(on_logit[:, None], logit(share), values)


def from_fit(values: Floats, on_logit: Bools) -> Floats:
    """What was fitted in the unit of the values; the last two axes are series and steps."""
    return np.where(on_logit[:, None], 100 * expit(values), values)
