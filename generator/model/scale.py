"""Scales on which people are asked before and after, and how what came of it is counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .metric import Id, Metric
from .words import Better, Counts, Dimension

CORE = ("pairs", "moved_up", "stayed", "moved_down")
"""The columns of a table of change that no row can do without."""
PEOPLE = (*CORE, "started_at_best", "unmatched", "reliably_up", "reliably_down")
"""Those that count people, each once for an assessment."""
SUMS = ("before_sum", "after_sum", "change_sum", "change_squares_sum", "before_squares_sum")
"""Those that add up scores."""
COUNTED: dict[str, str] = {
    "pairs": "People assessed twice",
    "moved_up": "People whose score went up",
    "stayed": "People whose score stayed the same",
    "moved_down": "People whose score went down",
    "started_at_best": "People who started at the best score",
    "unmatched": "People assessed once only",
    "before_sum": "Sum of first scores",
    "after_sum": "Sum of latest scores",
    "change_sum": "Sum of changes",
    "change_squares_sum": "Sum of squared changes",
    "before_squares_sum": "Sum of squared first scores",
    "reliably_up": "People whose score went up reliably",
    "reliably_down": "People whose score went down reliably",
}
"""Every column of a table of change that holds numbers, with what it counts."""
OVER_ALL: tuple[Dimension, ...] = ("area", "organisation", "programme", "group", "period")
"""All of them add up over everything: a pair is an assessment, counted once where it was made."""


@dataclass(frozen=True)
class Item:
    """One thing that a scale asks about, with the scores that it can take.

    A scale's total is an item too. `outcome` is the id of the outcome that it speaks of, "" for
    none; `reliability` a published one, between 0 and 1.
    """

    scale: Id
    item: Id
    minimum: float
    maximum: float
    better: Better
    scale_title: str = ""
    title: str = ""
    outcome: str = ""
    licence_line: str = ""
    reliability: float | None = None
    reliability_source: str = ""

    @property
    def name(self) -> str:
        """Its title, or its id as words."""
        return self.title or self.item.replace("_", " ").capitalize()

    @property
    def best(self) -> float:
        """The best score."""
        return self.maximum if self.better == "up" else self.minimum


@dataclass(frozen=True)
class Scale:
    """A scale and its items by id, in the order written."""

    id: Id
    title: str
    licence_line: str
    items: Mapping[Id, Item]


def scales(items: Iterable[Item]) -> dict[Id, Scale]:
    """The items by scale; the first title and licence line that stand with one are the scale's."""
    by_scale: dict[Id, dict[Id, Item]] = {}
    for item in items:
        by_scale.setdefault(item.scale, {})[item.item] = item
    made = {}
    for id, own in by_scale.items():
        titles = [item.scale_title for item in own.values() if item.scale_title]
        lines = [item.licence_line for item in own.values() if item.licence_line]
        title = titles[0] if titles else id.replace("_", " ").capitalize()
        made[id] = Scale(id, title, lines[0] if lines else "", own)
    return made


def change_metric(scale: str, item: str, column: str) -> Id:
    """The id under which a column of a table of change is kept as a metric."""
    return Id(f"change:{scale}:{item}:{column}")


def score_metric(scale: str, item: str, score: str, when: str) -> Id:
    """The id under which a column (before, after) of a table of scores is kept as a metric."""
    return Id(f"scores:{scale}:{item}:{score}:{when}")


def as_typed(metric: str) -> str:
    """A metric as its table has it: a column of an item by the item's words, others as they are."""
    kind, *words = metric.split(":")
    return f"{' '.join(words[:-1])} ({words[-1]})" if words else kind


def metrics(item: Item, scores: Iterable[tuple[str, str]]) -> list[Metric]:
    """An item's columns as metrics; `scores` are the scores and columns that its tables have."""
    about = f"{item.scale_title or item.scale}, {item.name}"
    made = [
        _metric(
            change_metric(item.scale, item.item, column),
            f"{title} ({about})",
            "events" if column in PEOPLE else "scores",
        )
        for column, title in COUNTED.items()
    ]
    for score, when in scores:
        title = f"People at {score} {when} ({about})"
        made.append(_metric(score_metric(item.scale, item.item, score, when), title, "events"))
    return made


def _metric(id: Id, title: str, counts: Counts) -> Metric:
    return Metric(id, title, counts, adds_up=OVER_ALL)
