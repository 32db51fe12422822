"""Who is reached: the share of a group among those reached, over its share of the eligible.

Methods, section 5. The eligible population is taken as fixed, so that the interval is that of
Wilson for the share of those reached, divided by the share of the eligible.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.indicators.methods.proportion import wilson

from ...difference import Floats
from .sets import Codes, sums
from .sets import share as share_of

FEWEST_EXPECTED = 5
"""With fewer people expected in a group nothing can be said of it."""


@dataclass(frozen=True)
class Representation:
    """A row a group."""

    share: Floats
    eligible_share: Floats
    expected: Floats
    ratio: Floats
    lower: Floats
    upper: Floats


def representation(of: Codes, reached: Floats, eligible: Floats) -> Representation:
    """Each group against the others of its set (`of` numbers it), counts of both all known.

    NaN where too few are expected, or where nobody is eligible: such a ratio would say nothing.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        total = sums(of, reached)[of]
        share, eligible_share = share_of(of, reached), share_of(of, eligible)
        expected = total * eligible_share
        enough = expected >= FEWEST_EXPECTED
        lower, upper = wilson(reached, total)
        limits = (np.where(enough, end / eligible_share, np.nan) for end in (share, lower, upper))
    return Representation(share, eligible_share, expected, *limits)
