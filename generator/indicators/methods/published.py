"""Values as a source published them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.metric import Id

from .columns import Columns, Values, columns


@dataclass(frozen=True)
class Published:
    """The metric's value with its published limits, which are taken to be those of 95%.

    `metric` is the indicator's id unless named.
    """

    metric: Id | None = None

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads; nothing until the indicator's id stands in for it."""
        return () if self.metric is None else (self.metric,)

    def __call__(self, given: Values) -> Columns:
        """The values and limits as given."""
        return columns(given.value, "published", limits=(given.lower, given.upper))
