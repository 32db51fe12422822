"""Items of one outcome together: how many moved, never how far, for scales differ."""

from __future__ import annotations

import numpy as np
import pandas as pd

from generator.model.change_frames import POOLED
from generator.model.report import Inputs

from .items import of_items
from .shares import share

COUNTS = ("pairs", "better", "stayed", "worse")
WHO = ["area", "organisation", "programme", "group"]
WHEN = ["frequency", "period", "period_start", "period_end"]
ORDER = ["outcome", *WHO, "frequency", "period_end", "period_start"]


def pooled(moved: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """The `POOLED` of the rows of `MOVED` whose items speak of an outcome, outcome by outcome.

    A count that one item lacks is missing of all, as in every sum. There is no interval: one
    person may stand under several items, so the pairs are not as many people.
    """
    known = [outcome.id for outcome in inputs.pathway.outcomes]
    outcome = of_items(moved, inputs, lambda item: item.outcome).astype(object)
    speaks = np.isin(outcome, known)
    rows = moved[speaks].assign(outcome=pd.Categorical(outcome[speaks], known))
    cells = rows.groupby(["outcome", *WHEN, *WHO], observed=True, sort=False).ngroup().to_numpy()
    first = np.unique(cells, return_index=True)[1]
    whole = rows.iloc[first][["outcome", *WHEN, *WHO]].reset_index(drop=True)
    for name in COUNTS:  # a weight that is NaN makes the sum so
        whole[name] = np.bincount(cells, rows[name].to_numpy(dtype=float), len(first))
    one_each = ~pd.DataFrame({"cell": cells, "scale": rows["scale"].to_numpy()}).duplicated()
    pairs = whole["pairs"].to_numpy()
    whole = whole.assign(
        better_share=share(whole["better"].to_numpy(), pairs),
        same_share=share(whole["stayed"].to_numpy(), pairs),
        worse_share=share(whole["worse"].to_numpy(), pairs),
        scales=np.bincount(cells[one_each], minlength=len(first)),
        items=np.bincount(cells, minlength=len(first)),
    )
    whole = whole.sort_values(ORDER, kind="stable", ignore_index=True)
    return whole[list(POOLED)].astype(POOLED)
