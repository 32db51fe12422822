"""What a standardised rate allows for, against which population or place, and when it is none."""

from __future__ import annotations

from collections.abc import Iterator

from generator.indicators.methods import (
    DirectlyStandardised,
    IndirectlyStandardised,
    Standardised,
)
from generator.indicators.methods.directly_standardised import FEWEST_EVENTS
from generator.model.metric import Breakdown
from generator.model.standard import weighed
from generator.wording.numbers import number

from ..known.standing import Standing
from ..worded import Definition

NAMES = {"esp2013": "European Standard Population 2013"}
EVERY_PART = "Every part must have a number: a blank is not counted as 0."
NOT_COMPARED = (
    "Two places are each held against the reference. Their ratios are not to be compared with "
    "one another."
)


def standardised(standing: Standing) -> Iterator[Definition]:
    """Terms of the definition; none for another method."""
    method, lookup = standing.indicator.method, standing.lookup
    if not isinstance(method, Standardised):
        return
    breakdown = lookup.report.inputs.breakdowns[method.by]
    yield Definition("Allows for", (breakdown.title,))
    if isinstance(method, DirectlyStandardised):
        yield Definition("Standard population", (_population(method, breakdown),))
        few = f"None is given below {FEWEST_EVENTS} events."
        yield Definition("Where there is no rate", (few, EVERY_PART))
    if isinstance(method, IndirectlyStandardised):
        yield Definition("Expected at the rates of", (lookup.area_name(method.reference),))
        yield Definition("Where there is none", (EVERY_PART,))
        yield Definition("Comparing places", (NOT_COMPARED,))


def _population(method: DirectlyStandardised, breakdown: Breakdown) -> str:
    """ "European Standard Population 2013", or "65 to 69 5,500; 70 to 74 5,000"."""
    if isinstance(method.standard, str):
        return NAMES[method.standard]
    weights = ((breakdown.categories[id].title, method.standard[id]) for id in weighed(breakdown))
    said = (f"{title}: {number(w, 0 if w == int(w) else 3)}" for title, w in weights if w)
    return "; ".join(said)
