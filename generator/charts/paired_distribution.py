"""How many people stood at each score before and after: two upright bars a score, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.charts.axes import count_axis
from generator.charts.chart import Axis, Chart, Tick
from generator.charts.inputs import About, Value
from generator.charts.inputs_change import Stood
from generator.charts.inputs_improve import NO_VALUE
from generator.charts.marks import BarFilling, Label, Mark, Pillar, Rule
from generator.charts.paired_words import (
    Compared,
    column_name,
    description,
    everyone,
    notes,
    paired_download,
    paired_table,
)

_BESIDE, _WIDE = 0.19, 0.34  # of a column: how far from its middle a bar stands, and how wide


@dataclass(frozen=True)
class PairedDistribution:
    """`score` says what stands under the columns (`Stage`, `Score`), `counted` who is counted, in
    the plural; `before` and `after` name the two assessments, and `average` the rules."""

    score: str = "Score"
    counted: str = "people"
    before: str = "Before"
    after: str = "After"
    average: str = "Average"

    def __call__(
        self,
        about: About,
        stood: tuple[Stood, ...],
        pairs: Value,
        mean_before: Value = NO_VALUE,
        mean_after: Value = NO_VALUE,
    ) -> Chart:
        """The chart of these scores, lowest first; `pairs` are all the people who are counted.

        The means are in points of the scale; they are drawn where both are known. ValueError for no
        scores, or for scores that are not in order.
        """
        _check(about, stood)
        one = Compared(self.score, self.counted, self.before, self.after, self.average)
        means = (mean_before, mean_after)
        known = all(mean.value is not None for mean in means)
        marks: list[Mark] = [Label("heading", everyone(pairs, one), None, None)]
        pieces: tuple[tuple[str, BarFilling], ...] = ((self.before, "open"), (self.after, "tone"))
        for name, filling in pieces:
            marks.append(Label("key", name, None, None, "subject", filling=filling))
        for x, each in enumerate(stood):
            for (name, filling), value, aside in zip(
                pieces, (each.before, each.after), (-_BESIDE, _BESIDE), strict=True
            ):
                if value.value is not None:
                    says = (f"{self.score} {each.label}", f"{name}: {value.text} {self.counted}")
                    place = x + aside
                    marks.append(Pillar(name, "subject", place, _WIDE, value.value, says, filling))
        if known:
            marks += _averages(stood, means, one)
        counts = [
            v.value for each in stood for v in (each.before, each.after) if v.value is not None
        ]
        return Chart(
            id=about.id,
            title=about.title,
            subtitle=about.subtitle,
            kind=f"Bar chart of scores before and after: {about.measure}",
            description=about.description or description(stood, pairs, means, one),
            x=Axis(
                "columns",
                -0.5,
                len(stood) - 0.5,
                tuple(Tick(float(x), column_name(each)) for x, each in enumerate(stood)),
                title=self.score,
            ),
            y=count_axis(counts),
            marks=tuple(marks),
            table=paired_table(about.measure, stood, means, one),
            download=paired_download(stood, means),
            notes=(*about.notes, *notes(stood, one)),
        )


def _averages(stood: tuple[Stood, ...], means: tuple[Value, Value], one: Compared) -> list[Mark]:
    """An upright rule where each mean lies, the later one heavier."""
    marks: list[Mark] = []
    for mean, name, later in zip(means, (one.before, one.after), (False, True), strict=True):
        x = place_of(mean.value or 0.0, stood)
        marks.append(Rule("comparator" if later else "baseline", "subject", x, None, x, None))
        words = f"{one.average} {name[:1].lower()}{name[1:]} {mean.text}"
        marks.append(Label("top", words, x, None, bold=later))
    return marks


def place_of(score: float, stood: tuple[Stood, ...]) -> float:
    """Where a score lies among the columns: each reaches half way to the next, and is linear."""
    gaps = [(b.low - a.high) / 2 for a, b in pairwise(stood)]
    first, last = (gaps[0], gaps[-1]) if gaps else (0.5, 0.5)
    for x, (each, under, over) in enumerate(zip(stood, (first, *gaps), (*gaps, last), strict=True)):
        low, high = each.low - under, each.high + over
        if score <= high or x == len(stood) - 1:
            share = (score - low) / (high - low) if high > low else 0.5
            return x - 0.5 + min(max(share, 0.0), 1.0)
    return 0.0


def _check(about: About, stood: tuple[Stood, ...]) -> None:
    if not stood:
        raise ValueError(f"chart {about.id}: it has no scores")
    ends = [end for each in stood for end in (each.low, each.high)]
    if ends != sorted(ends):
        raise ValueError(f"chart {about.id}: its scores are not in order, or overlap")
