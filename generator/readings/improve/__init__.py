"""Improve readings: where to act. One a file; each is called with everything there is to read."""

from __future__ import annotations

from collections.abc import Callable

from ..basis import Basis, Found
from .contribution import contribution
from .forecast import forecast
from .gap import gap_between_groups
from .quantiles import quantiles
from .reach import reach
from .recent_trend import recent_trend
from .spread import spread
from .variation import variation

IMPROVE: tuple[Callable[[Basis], Found], ...] = (
    variation,
    recent_trend,
    contribution,
    gap_between_groups,
    reach,
    spread,
    quantiles,
    forecast,
)
"""Every improve reading, in the order of data/readings.csv."""
