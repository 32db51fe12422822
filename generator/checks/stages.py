"""Stages: metrics that follow one another, of which the first is what the others are held against.

That each of them is defined is for `references` to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import Problem
from ..model.indicator import Indicator
from ..model.report import Inputs
from . import places

FEWEST = 2


def check(inputs: Inputs) -> list[Problem]:
    """Fewer than two stages, one that stands there twice, and one that is not counted."""
    return [found for each in inputs.indicators.values() for found in _of(inputs, each)]


def _of(inputs: Inputs, indicator: Indicator) -> Iterator[Problem]:
    path, stages = f"indicators.{indicator.id}.stages", indicator.stages
    if 0 < len(stages) < FEWEST:
        hint = "Name the stages in order, the first and at least one after it, or leave this out."
        yield places.at(inputs, path, "one stage leads nowhere", hint, stages[0])
    for position, stage in enumerate(stages, 1):
        if stage in stages[: position - 1]:
            yield _twice(inputs, f"{path}.{position}", stage)
        elif stage in inputs.metrics and inputs.metrics[stage].counts == "scores":
            yield _score(inputs, f"{path}.{position}", stage)


def _twice(inputs: Inputs, path: str, stage: str) -> Problem:
    what = f"'{stage}' stands among the stages already"
    return places.at(inputs, path, what, "Name each stage once.", stage)


def _score(inputs: Inputs, path: str, stage: str) -> Problem:
    what = f"'{stage}' is a score, and stages are counted"
    hint = "Name a metric that counts people, events, things or money."
    return places.at(inputs, path, what, hint, stage)
