"""What values are possible at all, and the scale on which shares near their ends are fitted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from generator.model.indicator import Indicator

from .models.ahead import Bools, Floats

NEAR = 10.0
"""A percentage below this, or as near to 100, is fitted on the logit scale."""


class Range(NamedTuple):
    """The least and the greatest possible value; infinite where there is no end."""

    low: float
    high: float


def ranges(indicators: Mapping[str, Indicator], results: pd.DataFrame) -> dict[str, Range]:
    """The range of each indicator: by its unit, as long as none of its values goes beyond.

    0 to 100 for percentages, 0 to N for scores out of N; of anything else 0 or more, where no
    value so far is below 0.
    """
    seen = results.groupby("indicator", observed=True)["value"].agg(["min", "max"])
    found = {}
    for name, least, most in seen.itertuples():
        unit = indicators[str(name)].unit
        marks = re.match(r"out of (\d+(?:\.\d+)?)", unit)
        high = 100.0 if unit.startswith("%") else float(marks[1]) if marks else np.inf
        beyond = least < 0 or most > high
        found[str(name)] = Range(-np.inf if least < 0 else 0.0, np.inf if beyond else high)
    return found


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
