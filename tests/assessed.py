"""Sums of made-up and published assessments, worked out person by person with plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from generator import indicators, readings
from generator.model.metric import Id
from generator.model.pathway import Outcome, Pathway
from generator.model.report import Inputs, Worked
from generator.model.scale import COUNTED, Item, change_metric, metrics, scales, score_metric
from generator.readings import change
from tests.report_examples import SETTINGS, inputs, metric_rows

Row = Mapping[str, Any]
WHEN = ("before", "after")
NOT_OF_A_CELL = ("scale", "item", "score")


def item(scale: str = "star", name: str = "money", better: Any = "up", **rest: Any) -> Item:
    """An item from 1 to 10, unless said otherwise, that speaks of the outcome `settled`."""
    given = {"minimum": 1, "maximum": 10, "outcome": "settled", **rest}
    return Item(Id(scale), Id(name), better=better, **given)


def sums(
    before: Sequence[float],
    after: Sequence[float],
    best: float | None = None,
    unmatched: int = 0,
    reliable: float | None = None,
) -> dict[str, float]:
    """What goes into a row of a table of change; `reliable` is by how much one must move."""
    moves = [last - first for first, last in zip(before, after, strict=True)]
    found: dict[str, float] = {
        "pairs": len(moves),
        "moved_up": sum(move > 0 for move in moves),
        "stayed": sum(move == 0 for move in moves),
        "moved_down": sum(move < 0 for move in moves),
        "unmatched": unmatched,
        "before_sum": sum(before),
        "after_sum": sum(after),
        "change_sum": sum(moves),
        "change_squares_sum": sum(move**2 for move in moves),
        "before_squares_sum": sum(first**2 for first in before),
    }
    if best is not None:
        found["started_at_best"] = sum(first == best for first in before)
    if reliable is not None:
        found["reliably_up"] = sum(move > reliable for move in moves)
        found["reliably_down"] = sum(move < -reliable for move in moves)
    return found


def report(items: Iterable[Item], rows: Iterable[Row], **rest: Any) -> Inputs:
    """Inputs with these items and rows: `scale`, `item`, what there is of a cell, and sums; or,
    as of a table of scores, `score`, `before` and `after`.

    A number that a row lacks is not available, as the reader of tables has it.
    """
    listed, given = list(items), list(rows)
    values = metric_rows(one for number, row in enumerate(given, 2) for one in _values(number, row))
    scores = {(f"{row['score']:g}", when) for row in given if "score" in row for when in WHEN}
    outcomes = {one.outcome for one in listed if one.outcome}
    known = tuple(Outcome(Id(id), id.title(), None, "direct") for id in sorted(outcomes))
    return inputs(
        rest.pop("indicators", ()),
        [metric for one in listed for metric in metrics(one, sorted(scores))],
        values,
        **{"pathway": Pathway(outcomes=known), "scales": scales(listed), **rest},
    )


def _values(number: int, row: Row) -> Iterator[dict[str, Any]]:
    """A row as the values of its metrics."""
    of = (row["scale"], row["item"])
    names, table = (WHEN, "scores") if "score" in row else (tuple(COUNTED), "change")
    cell = {name: word for name, word in row.items() if name not in (*NOT_OF_A_CELL, *names)}
    for name in names:
        by_score = table == "scores" and score_metric(*of, f"{row['score']:g}", name)
        yield {
            "file": f"datapackages/aldermoor/data/{table}.csv",
            "row": number,
            **cell,
            "metric": by_score or change_metric(*of, name),
            "value": row.get(name),
            "flag": "" if name in row else "x",
        }


def worked(made: Inputs) -> Worked:
    """The whole pass, from values to what improve readings and pages rest on."""
    results, problems = indicators.compute(made, SETTINGS)
    assert not problems
    return readings.read(made, SETTINGS, results, indicators.summed(made, SETTINGS))[1]


def moved(items: Iterable[Item], rows: Iterable[Row], **rest: Any) -> pd.DataFrame:
    """What the rows of these items show, totals among them."""
    made = report(items, rows, **rest)
    return change.moved(indicators.summed(made, SETTINGS).changes, made)


def one(**row: Any) -> pd.Series:
    """What one row of one item shows: `better`, `reliability` and sums."""
    settings = {name: row.pop(name) for name in ("better", "reliability") if name in row}
    period = {"scale": "star", "item": "money", "period": "2024/25"}
    found = moved([item(**settings)], [{**period, **row}])
    assert len(found) == 1
    return found.iloc[0]
