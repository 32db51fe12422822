"""Several metrics added up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model.metric import Id

from .columns import Columns, Values, columns


@dataclass(frozen=True)
class Sum:
    """The sum of the metrics; where one is missing there is none, for missing is not zero."""

    metrics: tuple[Id, ...]

    def __call__(self, *parts: Values) -> Columns:
        """The sums of the parts, row by row."""
        total = np.sum([part.value for part in parts], axis=0, dtype=float)
        return columns(total, "sum", numerator=total)
