"""A metric as it was counted."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.metric import Id

from .columns import Columns, Values, columns


@dataclass(frozen=True)
class Count:
    """The metric's value; no interval, for nothing is estimated."""

    metric: Id

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        return (self.metric,)

    def __call__(self, counted: Values) -> Columns:
        """The values as they stand."""
        return columns(counted.value, "count", numerator=counted.value)
