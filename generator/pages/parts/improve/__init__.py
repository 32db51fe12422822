"""Sections of an indicator's page that say where to act, one module a reading.

Each is called with how the indicator stands in the main area and the address of the page, and
gives the sections and the files of their figures: nothing where the reading has nothing to say.
Their ids are the fragments that readings.csv names as `working`.
"""

from __future__ import annotations

from collections.abc import Callable

from ..known.standing import Standing
from .contributions import contributions_part
from .forecast import forecast
from .gap import gap
from .made import Made
from .places_over_time import places_over_time
from .reach import reach
from .recent_trend import recent_trend
from .spread import spread
from .variation import variation

SECTIONS: tuple[Callable[[Standing, str], Made], ...] = (
    variation,
    recent_trend,
    gap,
    reach,
    contributions_part,
    spread,
    places_over_time,
    forecast,
)
"""In the order in which they stand on the page."""
