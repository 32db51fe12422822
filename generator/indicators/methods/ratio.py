"""One metric for every so many of another, without an interval."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.model.metric import Id

from .columns import NOTHING_TO_DIVIDE_BY, Columns, Values, columns, reasons


@dataclass(frozen=True)
class Ratio:
    """`numerator` for every `per` of the `denominator`."""

    numerator: Id
    denominator: Id
    per: float = 1.0

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return self.numerator, self.denominator

    def __call__(self, numerator: Values, denominator: Values) -> Columns:
        """The ratio; undefined where the denominator is 0."""
        undefined = reasons((denominator.value == 0, NOTHING_TO_DIVIDE_BY))
        n = np.where(undefined == "", denominator.value, np.nan)
        return columns(
            self.per * numerator.value / n,
            "ratio",
            numerator=numerator.value,
            denominator=denominator.value,
            undefined=undefined,
        )
