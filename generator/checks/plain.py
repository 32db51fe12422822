"""Our own texts in YAML should be plain: long sentences and paragraphs are told, and stop nothing.

What people said of themselves is theirs: stories are left as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..errors import Problem, warning
from ..model.report import Inputs
from ..wording import plain
from . import places


def check(inputs: Inputs) -> list[Problem]:
    """A warning for each text of the pathway and of indicators that is hard to read."""
    return [
        # Without the field they are of one kind, so that a list of them stays short.
        warning(replace(places.where(inputs, path), field=""), what, plain.HINT, text)
        for path, text in _texts(inputs)
        if (what := plain.hard(text))
    ]


def _texts(inputs: Inputs) -> Iterator[tuple[str, str]]:
    pathway, case = inputs.pathway, inputs.pathway.case
    yield "vision", pathway.vision
    if case:
        for key in ("issue", "affected", "who_cares", "if_solved", "tried_before"):
            yield f"case.{key}", getattr(case, key)
    for outcome in pathway.outcomes:
        yield f"outcomes.{outcome.id}.description", outcome.description
    for step in pathway.steps:
        yield f"steps.{step.id}.description", step.description
    for link in pathway.links:
        yield f"links.{link.id}.because", link.because
    for id, indicator in inputs.indicators.items():
        yield f"indicators.{id}.definition", indicator.definition
        yield f"indicators.{id}.limits", indicator.limits
