"""Scores that a cell does not name: nobody stood at them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from generator.model.frames import CELL

TABLE = "scores:"
WORDS = ("flag", "comment")


def with_nobody(values: pd.DataFrame) -> pd.DataFrame:
    """The values (columns as in `frames.METRICS`), and 0 for each score of an item that a cell
    with other scores of the item does not name.

    A table of scores has rows of the scores that somebody had. Without this a score that nobody
    had in one quarter would be missing from the year.
    """
    names = [str(name) for name in values["metric"].cat.categories]
    of_item = [name.rsplit(":", 2)[0] if name.startswith(TABLE) else "" for name in names]
    item, known = pd.factorize(np.array(of_item, dtype=object))
    ours = np.array([bool(text) for text in of_item], dtype=bool)
    scores = pd.DataFrame({"item": item, "code": np.arange(len(names))})[ours]
    own = values[ours[values["metric"].cat.codes]]
    if own.empty or not len(known):
        return values
    numbers = pd.DataFrame({name: own[name].cat.codes.to_numpy() for name in CELL})
    code = own["metric"].cat.codes.to_numpy().astype(np.int64)
    numbers = numbers.assign(item=item[code], code=code, at=np.arange(len(own)))
    every = numbers.drop_duplicates([*CELL, "item"]).drop(columns="code").merge(scores, on="item")
    key = [*CELL, "code"]
    named = pd.MultiIndex.from_frame(every[key]).isin(pd.MultiIndex.from_frame(numbers[key]))
    absent = every[~named]
    metric = values["metric"].array
    of = metric[:0].from_codes(absent["code"].to_numpy(), dtype=metric.dtype)
    rows = own.iloc[absent["at"].to_numpy()].reset_index(drop=True).assign(metric=of, value=0.0)
    both = pd.concat([values, rows], ignore_index=True)
    for name in WORDS:
        blank = np.r_[np.zeros(len(values), dtype=bool), np.ones(len(rows), dtype=bool)]
        both[name] = both[name].astype(object).mask(blank, "").astype("category")
    return both
