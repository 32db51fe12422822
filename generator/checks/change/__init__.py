"""Tables of change and of scores, and what rests on them: numbers that cannot all be right."""

from __future__ import annotations

from ...errors import Problem
from ...model.report import Inputs
from . import converted, counts, described, everyone, scores, sums
from .rows import change_rows, score_rows
from .rule import told


def check(inputs: Inputs) -> list[Problem]:
    """Problems of each row of its own, of rows that belong together, and of what is written
    about items and indicators of change."""
    changes, of_scores = change_rows(inputs), score_rows(inputs)
    return [
        *described.check(inputs, changes),
        *told(changes, counts.rules(changes)),
        *told(changes, sums.rules(changes)),
        *told(of_scores, scores.rules(of_scores)),
        *scores.beside(of_scores, changes),
        *converted.check(changes),
        *everyone.check(inputs, changes),
    ]
