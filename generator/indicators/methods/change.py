"""Change between people's first and latest assessment on an item of a scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.model.metric import Id
from generator.model.scale import change_metric
from generator.model.words import Measure

from .columns import CONFIDENCE, Columns, Values
from .mean import Mean
from .proportion import Proportion


@dataclass(frozen=True)
class Change:
    """Of the people assessed twice: the share who moved, or the mean change of their scores.

    A share, in percent, has the interval of Wilson; the mean, in points of the scale and latest
    less first, that of Student's t where the squares are known. Methods page, "Change in people".
    """

    scale: Id
    item: Id
    measure: Measure = "moved_up"

    @property
    def metrics(self) -> tuple[Id, ...]:
        """What the method reads."""
        names: tuple[str, ...] = (self.measure, "pairs")
        if self.measure == "mean_change":
            names = ("change_sum", "pairs", "change_squares_sum")
        return tuple(change_metric(self.scale, self.item, name) for name in names)

    def __call__(
        self,
        counted: Values,
        pairs: Values,
        squares: Values | None = None,
        confidence: float = CONFIDENCE,
    ) -> Columns:
        """The share or the mean; undefined without pairs."""
        sum, _, *more = self.metrics
        if self.measure == "mean_change":
            found = Mean(sum, self.metrics[1], *more)(counted, pairs, squares, confidence)
        else:
            found = Proportion(*self.metrics)(counted, pairs, confidence)
        words = found.method.copy()
        words[:] = METHOD[self.measure]
        return replace(found, method=words)


METHOD: dict[Measure, str] = {
    "moved_up": "share of pairs that moved up, Wilson interval",
    "moved_down": "share of pairs that moved down, Wilson interval",
    "mean_change": "mean change of pairs, t interval",
}
