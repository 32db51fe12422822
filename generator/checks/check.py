"""All checks of the inputs, in one list."""

from __future__ import annotations

from ..errors import Problem
from ..model.report import Inputs
from ..model.settings import Settings


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Every problem of what the packages say together."""
    return []
