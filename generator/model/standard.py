"""Standard populations: how much each category weighs in a directly standardised rate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from .metric import Breakdown, Id

Standard = Literal["esp2013"] | Mapping[Id, float]
"""A standard population by its name, or the weight of each category under its id.

esp2013: the European Standard Population of 2013, of 19 age groups
"""
ESP2013 = (
    *(5000.0, 5500.0, 5500.0, 5500.0, 6000.0, 6000.0, 6500.0, 7000.0, 7000.0, 7000.0),
    *(7000.0, 6500.0, 6000.0, 5500.0, 5000.0, 4000.0, 2500.0, 1500.0, 1000.0),
)
"""People of each five years of age, youngest first, the last 90 and over (Eurostat 2013)."""
YEARS = 5
"""How many years of age an age group of it spans."""


def weighed(breakdown: Breakdown) -> tuple[Id, ...]:
    """The categories that make up everyone whose category is known, none within another."""
    return tuple(
        id
        for id, each in breakdown.categories.items()
        if each.within is None and id not in breakdown.not_stated
    )
