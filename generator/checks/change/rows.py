"""The rows of tables of change and of scores as they were typed, with what is said of items."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...model.frames import CELL
from ...model.metric import Id
from ...model.report import Inputs
from ...model.scale import COUNTED

OF_ITEM = ("minimum", "maximum", "rises")


def change_rows(inputs: Inputs) -> pd.DataFrame:
    """A row for each of a table of change: `scale`, `item`, its cell, `file`, `row`, its columns
    as numbers, and `minimum`, `maximum` and `rises` (whether up is better) of its item."""
    return _rows(inputs, "change", ("scale", "item"), tuple(COUNTED))


def score_rows(inputs: Inputs) -> pd.DataFrame:
    """The same for tables of scores, with `score`, `before` and `after`."""
    found = _rows(inputs, "scores", ("scale", "item", "score"), ("before", "after"))
    return found.assign(score=found["score"].astype(float))


def _rows(inputs: Inputs, kind: str, by: tuple[str, ...], columns: tuple[str, ...]) -> pd.DataFrame:
    """Values of the metrics of a kind, side by side where they stood so.

    Items that no table of scales has, or without a range of scores, are told of elsewhere and
    left out.
    """
    metric = inputs.values["metric"].array
    listed = [_about(inputs, kind, str(name)) for name in metric.categories]
    width = len(by) + 1 + len(OF_ITEM)
    about = pd.DataFrame(
        [one or (None,) * width for one in listed], columns=[*by, "column", *OF_ITEM], dtype=object
    )
    ours = np.array([one is not None for one in listed], dtype=bool)[metric.codes]
    values, about = inputs.values[ours], about.iloc[metric.codes[ours]]
    number = values.groupby(["file", "row"], observed=True).ngroup().to_numpy()
    first = np.unique(number, return_index=True)[1]
    found = values.iloc[first][["file", "row", *CELL]].reset_index(drop=True)
    for name in (*by, *OF_ITEM):
        found[name] = about[name].to_numpy()[first]
    for name in columns:
        own = (about["column"] == name).to_numpy()
        numbers = np.full(len(first), np.nan)
        numbers[number[own]] = values["value"].to_numpy()[own]
        found[name] = numbers
    kinds = dict(zip(OF_ITEM, (float, float, bool), strict=True))
    typed: pd.DataFrame = found.astype({"scale": "category", "item": "category", **kinds})
    return typed


def _about(inputs: Inputs, kind: str, metric: str) -> tuple[object, ...] | None:
    """The words of a metric's id, and its item's ends; None where it is not of this kind
    or its item has no range of scores."""
    own, *words = metric.split(":")
    scale = inputs.scales.get(Id(words[0])) if own == kind and words else None
    item = scale.items.get(Id(words[1])) if scale else None
    if item is None or item.minimum >= item.maximum:
        return None
    return (*words, item.minimum, item.maximum, item.better == "up")
