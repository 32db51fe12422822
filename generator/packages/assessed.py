"""Tables of change and of scores: what people's assessments add up to, kept as metrics."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from ..model import scale
from ..model.metric import Id, Metric
from ..model.scale import Item
from . import columns
from .tables import Table

ROLES = ("change", "scores")
WHEN = ("before", "after")


def heads(table: Table, role: str) -> dict[str, columns.Column]:
    """The columns of numbers of such a table, with the metric of each row.

    All of them, also those that the table lacks: what is not there must not be taken for 0 where
    another table has it.
    """
    frame = table.frame
    words = [frame[name].array for name in ("scale", "item")]
    if role == "change":
        return {name: _ids(words, _change(name)) for name in scale.COUNTED}
    words.append(_as_texts(frame["score"].to_numpy(dtype=float)))
    return {name: _ids(words, _score(name)) for name in WHEN}


def metrics(items: Iterable[Item], values: pd.DataFrame) -> list[tuple[Item, Metric]]:
    """The metrics of every item, those of the scores that `values` hold among them."""
    scores: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for id in values["metric"].array.categories:
        kind, *rest = str(id).split(":")
        if kind == "scores":
            of_scale, of_item, score, when = rest
            scores.setdefault((of_scale, of_item), []).append((score, when))
    return [
        (item, metric)
        for item in items
        for metric in scale.metrics(item, sorted(scores.get((item.scale, item.item), ())))
    ]


def _change(name: str) -> Callable[..., Id]:
    return lambda of_scale, of_item: scale.change_metric(of_scale, of_item, name)


def _score(when: str) -> Callable[..., Id]:
    return lambda of_scale, of_item, score: scale.score_metric(of_scale, of_item, score, when)


def _ids(words: Iterable[columns.Column], make: Callable[..., Id]) -> columns.Column:
    """A column of ids, made from the words of several columns, each combination once."""
    listed = list(words)
    codes = np.stack([column.codes.astype(np.int64) for column in listed])
    seen, back = np.unique(codes, axis=1, return_inverse=True)
    texts = [
        make(*(str(column.categories[code]) for column, code in zip(listed, each, strict=True)))
        for each in seen.T.tolist()
    ]
    return pd.Categorical.from_codes(back.reshape(-1), columns.index(texts))


def _as_texts(numbers: np.ndarray) -> columns.Column:
    """Numbers as the shortest texts that are read as them, each distinct one once: 3, 19.25."""
    seen, back = np.unique(numbers + 0.0, return_inverse=True)  # -0 is 0
    texts = (str(one).removesuffix(".0") for one in seen.tolist())
    return pd.Categorical.from_codes(back, columns.index(texts))
