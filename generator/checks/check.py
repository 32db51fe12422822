"""All checks of the inputs, in one list."""

from __future__ import annotations

from ..errors import Problem
from ..model.report import Inputs
from ..model.settings import Settings
from . import (
    baselines,
    change,
    duplicates,
    fresh_limits,
    groups,
    learning,
    overlap,
    paces,
    parts,
    plain,
    reach,
    references,
    rules,
    scales,
    site,
    stages,
    standardised,
    sums,
    targets,
    year_to_date,
)


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Every problem of what the packages say together; nothing is computed and nothing changed."""
    return [
        *site.check(inputs, settings),
        *references.check(inputs, settings),
        *groups.check(inputs),
        *scales.check(inputs),
        *change.check(inputs),
        *reach.check(inputs),
        *paces.check(inputs),
        *standardised.check(inputs),
        *stages.check(inputs),
        *baselines.check(inputs),
        *fresh_limits.check(inputs),
        *targets.check(inputs, settings.main_area),
        *duplicates.check(inputs),
        *rules.check(inputs),
        *year_to_date.check(inputs),
        *parts.check(inputs),
        *overlap.check(inputs),
        *sums.check(inputs, settings),
        *learning.check(inputs, settings),
        *plain.check(inputs),
    ]
