"""The pace of which indicators may be judged by growth: not that of percentages and scores."""

from __future__ import annotations

from ..errors import Problem
from ..model.report import Inputs
from . import places


def check(inputs: Inputs) -> list[Problem]:
    """Indicators whose `pace` has no meaning in their unit."""
    return [
        places.at(
            inputs,
            f"indicators.{name}.pace",
            f"what is in {indicator.unit} does not grow in percent a year",
            "Type pace: linear, or leave it out.",
            indicator.pace,
        )
        for name, indicator in inputs.indicators.items()
        if indicator.pace == "compound" and not indicator.grows
    ]
