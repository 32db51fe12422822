"""What stands beside results: sums that are shown whole, not as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from generator.model import change_frames
from generator.model.frames import CELL
from generator.model.report import Inputs, Summed
from generator.model.scale import COUNTED
from generator.model.settings import Settings

from .cells import NOT_AVAILABLE, Cells, cells, key
from .nobody_at import with_nobody
from .stages import stages
from .totals import with_totals
from .totals.over_periods import FINANCIAL_YEAR, sum_to
from .worded import worded

KINDS = ("change", "scores")
YEAR, QUARTER, MONTH = 12, 3, 1


def summed(inputs: Inputs, settings: Settings) -> Summed:
    """What is counted of scales and stage by stage, by cell, with every total that may be summed.

    Months and quarters are summed to years from April too: pairs stand in the period of their
    latest assessment, so each is counted once. A sum of which a part is missing is missing.
    """
    in_stages = stages(inputs, settings)
    metrics = inputs.values["metric"].array
    of_scales = np.array([str(n).startswith(KINDS) and ":" in str(n) for n in metrics.categories])
    if not of_scales.any():
        return Summed(stages=in_stages)
    own = replace(inputs, values=inputs.values[of_scales[metrics.codes]].reset_index(drop=True))
    everything = with_totals(cells(with_nobody(own.values)), own, settings.main_area)
    names = tuple(name for name in everything.words["metric"] if name)
    for part in (QUARTER, MONTH):
        everything = sum_to(everything, own, names, YEAR, FINANCIAL_YEAR, part)
    changes = _side_by_side(everything, "change", ("scale", "item"), tuple(COUNTED))
    scores = _side_by_side(everything, "scores", ("scale", "item", "score"), ("before", "after"))
    items = [str(item) for scale in inputs.scales.values() for item in scale.items]
    listed = {"scale": [str(scale) for scale in inputs.scales], "item": items}
    return Summed(
        worded(changes, change_frames.CHANGES, listed, everything, own, settings),
        worded(scores, change_frames.SCORES, listed, everything, own, settings),
        in_stages,
    )


def _side_by_side(
    cells: Cells, kind: str, by: Sequence[str], columns: Sequence[str]
) -> pd.DataFrame:
    """The metrics of a kind as columns side by side; CELL as codes, flags and computed as bits.

    The words between the colons of their ids are what a row is `by`, the last is the column.
    """
    words = [name.split(":") for name in cells.words["metric"]]
    chosen = np.array([parts[0] == kind for parts in words])
    rows = cells.frame[chosen[cells.frame["metric"].to_numpy()]]
    codes = rows["metric"].to_numpy()
    known = {}
    for place, name in enumerate(by, 1):
        each, known[name] = pd.factorize(
            np.array([parts[place] if parts[0] == kind else "" for parts in words], dtype=object)
        )
        rows = rows.assign(**{name: each[codes]})
    column = np.array([parts[-1] for parts in words], dtype=object)[codes]
    _, first, row = np.unique(key(rows, (*by, *CELL)), return_index=True, return_inverse=True)
    made: pd.DataFrame = rows.iloc[first][list(CELL)].reset_index(drop=True)
    for name in by:
        made[name] = known[name][rows[name].to_numpy()[first]]
    for name in columns:
        values = np.full(len(first), np.nan)
        own = column == name
        values[row[own]] = rows["value"].to_numpy()[own]
        made[name] = values
    for name in ("flags", "computed"):
        bits = np.zeros(len(first), dtype=np.int64)
        np.bitwise_or.at(bits, row, rows[name].to_numpy())
        made[name] = bits
    # A column that a table lacks is blank, and says by that alone that it is not available: the
    # row that has people is.
    has_people = made[columns[0]].notna().to_numpy()
    made["flags"] = np.where(has_people, made["flags"] & ~NOT_AVAILABLE, made["flags"])
    return made
