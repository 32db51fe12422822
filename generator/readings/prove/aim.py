"""What is aimed for, and how far a value has come towards it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from . import pace

ON_TRACK = 0.95
"""From what share of the way that should be behind us on: Eurostat's cut-off for progress."""
WITHOUT_A_WAY = ("within", "hold", "")
"""The kinds of targets towards which nothing grows."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Aim:
    """The targets of all cases as columns, with their baselines.

    `goal` is what is to be reached once changes are added to the baseline `then`; `goal_to` the
    upper end of a range. Times since the baseline stand in days and in years: gone, and due.
    `grows` marks the indicators of which growth has a meaning, `compound` those judged by it.
    """

    kind: NDArray[np.object_]
    direction: NDArray[np.object_]
    then: Floats
    goal: Floats
    goal_to: Floats
    days: Floats
    days_due: Floats
    years: Floats
    years_due: Floats
    grows: NDArray[np.bool_]
    compound: NDArray[np.bool_]

    def met(self, value: Floats) -> NDArray[np.bool_]:
        """Whether a value is on the good side of the target, or in its range."""
        inside = (self.goal <= value) & (value <= self.goal_to)
        reached = np.where(self.direction == "up", value >= self.goal, value <= self.goal)
        return np.asarray(np.where(self.kind == "within", inside, reached), dtype=bool)

    def linear(self, value: Floats) -> Floats:
        """The pace in equal steps; for a range the way is the distance from it."""
        ratio = pace.linear(value, self.then, self.goal, self.days, self.days_due)
        far = self.off(self.then)
        to_range = pace.linear(far - self.off(value), np.zeros_like(far), far, *self._time)
        return np.where(self.kind == "within", to_range, ratio)

    def growing(self, value: Floats) -> Floats:
        """The pace in equal growth; NaN where it has no meaning."""
        ratio = pace.compound(value, self.then, self.goal, self.years, self.years_due)
        return np.where(self.grows & ~np.isin(self.kind, WITHOUT_A_WAY), ratio, np.nan)

    def off(self, value: Floats) -> Floats:
        """How far a value is from a range; 0 inside it."""
        return np.maximum(np.maximum(self.goal - value, value - self.goal_to), 0)

    def ratios(self, value: Floats) -> tuple[Floats, Floats]:
        """The pace by which it is judged, and that of the other method."""
        linear, growing = self.linear(value), self.growing(value)
        by_growth = self.compound & ~np.isnan(growing)
        return np.where(by_growth, growing, linear), np.where(by_growth, linear, growing)

    def stage(self, value: Floats) -> NDArray[np.int64]:
        """How far a value has come: 2 met, 1 on track, 0 neither."""
        on_track = self.ratios(value)[0] >= ON_TRACK
        return np.where(self.met(value), 2, on_track.astype(np.int64))

    @property
    def _time(self) -> tuple[Floats, Floats]:
        return self.days, self.days_due
