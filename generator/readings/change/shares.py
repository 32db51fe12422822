"""Counts as shares of those that they are a part of, in percent, with Wilson's limits."""

from __future__ import annotations

from generator.indicators.methods import Proportion, Values
from generator.indicators.methods.columns import Floats
from generator.model.metric import Id

OF_A_WHOLE = Proportion(Id("part"), Id("whole"))


def share(part: Floats, whole: Floats) -> Floats:
    """In percent; NaN where the whole is nobody, or the part larger than it."""
    return OF_A_WHOLE(Values(part), Values(whole)).value


def shares(name: str, part: Floats, whole: Floats) -> dict[str, Floats]:
    """The columns `name_share`, `name_lower` and `name_upper`."""
    found = OF_A_WHOLE(Values(part), Values(whole))
    return {
        f"{name}_share": found.value,
        f"{name}_lower": found.lower,
        f"{name}_upper": found.upper,
    }
