"""Totals that nobody published, summed only where a metric may be (design: Sums).

Published totals win. A part that is suppressed or missing leaves its sum without a value.
"""

from __future__ import annotations

from generator.model.report import Inputs

from ..cells import Cells
from .over_areas import over_areas
from .over_groups_and_partners import over_groups_and_partners
from .over_periods import over_periods


def with_totals(published: Cells, inputs: Inputs, main_area: str) -> Cells:
    """The published cells and all totals that may be computed from them.

    Areas come after groups and partners, so that an organisation that works in few places is
    never taken for all of them; periods come last.
    """
    cells = over_groups_and_partners(published, inputs)
    cells = over_areas(cells, inputs, main_area)
    return over_periods(cells, inputs)
