"""What the council counts each month: calls for advice, urgent repairs, households in hotels."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .places import BOROUGH
from .tables import MONTHS, Row, provisional

COUNTED = MONTHS[12:]
EVENINGS_FROM = COUNTED.index("2024-04")
"""From this month the advice line is open in the evening, with six more advisers."""
CALLED_BACK_FROM = COUNTED.index("2025-07")
"""From this month those who would have to wait can ask to be called back."""
FEWER_ROOMS_FROM = COUNTED.index("2024-07")
"""From this month landlords took homes for homeless families off the council."""


def monthly(rng: np.random.Generator) -> Iterator[Row]:
    """One column a metric: an answer share that jumps, one that stays, and a count that climbs."""
    for number, month in enumerate(COUNTED):
        winter = int(month[-2:]) in (12, 1, 2)
        calls = int(rng.poisson(2450 if number < EVENINGS_FROM else 3120))
        share = (0.715 if number < EVENINGS_FROM else 0.872) + rng.normal(0, 0.011)
        share += 0.042 if number >= CALLED_BACK_FROM else 0
        repairs = int(rng.poisson(455 if winter else 410))
        on_time = 0.885 - 0.008 * winter + rng.normal(0, 0.008)
        climb = 1.25 * max(0, number - FEWER_ROOMS_FROM)
        yield {
            "period": month,
            "area": BOROUGH,
            "advice_calls": calls,
            "advice_answered": int(rng.binomial(calls, share)),
            "urgent_repairs": repairs,
            "repairs_in_a_day": int(rng.binomial(repairs, on_time)),
            "hotel_households": round(36 + climb + rng.normal(0, 2.6)),
            "flag": provisional(month),
        }
