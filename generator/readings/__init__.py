"""Results → readings: what the results say, by fixed rules, each in one word and one sentence."""

from __future__ import annotations

from generator.model.words import (
    AGAINST_COMPARATOR,
    ASSURANCE,
    FORECAST,
    GAP,
    GAP_OVER_TIME,
    ON_A_CARD,
    REACH,
    RECENT_TREND,
    SINCE_BASELINE,
    SPREAD,
    TOWARDS_TARGET,
    VARIATION,
)

from .improve.assurance import assurance
from .improve.forecast import forecast
from .improve.gap import gap_between_groups
from .improve.reach import reach
from .improve.recent_trend import recent_trend
from .improve.spread import spread
from .improve.variation import variation
from .prove.against_comparator import against_comparator
from .prove.since_baseline import since_baseline
from .prove.towards_target import towards_target
from .read import OWN_TARGETS as OWN_TARGETS
from .read import WORKING as WORKING
from .read import read as read
from .verdict import on_a_card

READINGS = {
    SINCE_BASELINE: since_baseline,
    TOWARDS_TARGET: towards_target,
    AGAINST_COMPARATOR: against_comparator,
    ON_A_CARD: on_a_card,
    VARIATION: variation,
    ASSURANCE: assurance,
    RECENT_TREND: recent_trend,
    GAP: gap_between_groups,
    GAP_OVER_TIME: gap_between_groups,
    REACH: reach,
    SPREAD: spread,
    FORECAST: forecast,
}
"""Every reading by its name in data/readings.csv, with the function that gives its verdicts."""
