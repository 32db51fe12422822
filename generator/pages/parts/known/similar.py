"""The middle of the places that are similar to one, in the period of its latest value."""

from __future__ import annotations

from statistics import median

from generator.readings.prove.against_comparator import FEWEST_SIMILAR
from generator.wording.names import SIMILAR

from .standing import Standing


def middle(standing: Standing) -> float | None:
    """The median of the similar places that have a value for the same period.

    None where fewer than five have one (methods, section 7), or where the reading against a
    comparator is held against it already.
    """
    latest, against = standing.latest, standing.against
    if latest is None or (against is not None and against.reference_area == SIMILAR):
        return None
    lookup = standing.lookup
    values = [
        result.value
        for code in lookup.similar.get(standing.area, ())
        for result in lookup.series(standing.indicator.id, code, latest.frequency)
        if result.period == latest.period and result.value is not None
    ]
    return median(values) if len(values) >= FEWEST_SIMILAR and not standing.group else None
