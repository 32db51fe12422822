"""Categories that overlap: they have no sum, but none of them is larger than the whole."""

from __future__ import annotations

from collections.abc import Container

import numpy as np
import pandas as pd

from ..errors import Problem
from ..model import frames
from ..model.metric import COUNTED
from ..model.report import Inputs
from . import places

KEY = ("metric", *frames.CELL)


def check(inputs: Inputs) -> list[Problem]:
    """Totals that are to come from categories that overlap, and counts larger than their whole."""
    overlapping = {str(name) for name, one in inputs.breakdowns.items() if one.overlap}
    return [*_total_from(inputs, overlapping), *_larger(inputs, overlapping)]


def _total_from(inputs: Inputs, overlapping: Container[str]) -> list[Problem]:
    what = "its categories overlap, so their sum is no total"
    hint = "Name a breakdown in which nothing is counted twice, or add rows for the total."
    return [
        places.at(inputs, f"metrics.{name}.total_from", what, hint, metric.total_from or "")
        for name, metric in inputs.metrics.items()
        if metric.total_from in overlapping
    ]


def _larger(inputs: Inputs, overlapping: Container[str]) -> list[Problem]:
    """Counts of such a category that are more than the same count without it."""
    values = inputs.values
    counted = [name for name, metric in inputs.metrics.items() if metric.counts in COUNTED]
    groups = [str(text) for text in values["group"].cat.categories]
    wholes = [_without(text, overlapping) for text in groups]
    known = pd.Index(sorted({*groups, *wholes}))
    code = values["group"].cat.codes.to_numpy()
    own, above = (known.get_indexer(pd.Index(texts))[code] for texts in (groups, wholes))
    is_part = (own != above) & values["metric"].isin(counted).to_numpy()
    if not is_part.any():
        return []
    parts, rest = values[is_part], values[own == above]
    both = pd.concat([rest[list(KEY)], parts[list(KEY)]], ignore_index=True)
    whole_group = np.r_[own[own == above], above[is_part]]
    both["group"] = pd.Categorical.from_codes(whole_group, known)
    keys = places.codes(both, KEY)
    of_whole = pd.Series(rest["value"].to_numpy(), index=keys[: len(rest)])
    of_whole = of_whole[~of_whole.index.duplicated()]
    limit = of_whole.reindex(keys[len(rest) :]).to_numpy()
    larger = parts["value"].to_numpy() > limit
    rows, limit = parts[larger], limit[larger]

    def fault(place: int) -> places.Fault:
        row = rows.iloc[place]
        what = (
            f"{row['metric']} is {row['value']:.15g} for one category, more than the "
            f"{limit[place]:.15g} of all ({places.cell(rows, place)})"
        )
        return what, "One can be in several categories, but in each only once: correct one of them."

    return places.told(rows, "value", fault, value=lambda n: f"{rows['value'].iloc[n]:.15g}")


def _without(group: str, overlapping: Container[str]) -> str:
    """The group without its parts of breakdowns that overlap."""
    parts = group.split(";")
    return ";".join(part for part in parts if part.partition("=")[0] not in overlapping)
