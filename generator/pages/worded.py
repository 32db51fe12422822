"""Kept until nothing asks for it: say numbers with `Lookup.manner`."""

from __future__ import annotations

from generator.model.indicator import Indicator
from generator.wording.numbers import by_size, number, with_unit

__all__ = ["decimals", "number", "with_unit"]


def decimals(indicator: Indicator, value: float) -> int:
    """How many decimals a value is shown with."""
    return by_size([value]) if indicator.decimals is None else indicator.decimals
