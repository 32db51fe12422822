"""Metrics that follow one another, each held against the first: presented, met, still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import CELL
from generator.model.metric import Id, Metric

from .cells import Cells, dimension_bit, key

PERCENT = 100.0
_SUMMED_OVER_PARTNERS, _OVER_PERIODS = dimension_bit("organisation"), dimension_bit("period")
_WITHOUT_PARTNER = tuple(column for column in CELL if column != "organisation")


def parts_of_first(stages: Sequence[Id], metrics: Mapping[Id, Metric]) -> tuple[bool, ...]:
    """Of each stage, whether all that it counts is counted by the first too, in the same period.

    It is a `part_of` the first, or of a part of it. The first counts as one where another is.
    """
    first, *later = stages
    parts = [_leads_to(first, stage, metrics) for stage in later]
    return (any(parts), *parts)


def _leads_to(first: Id, stage: Id, metrics: Mapping[Id, Metric]) -> bool:
    seen = {stage}
    while stage != first:
        whole = metrics[stage].part_of if stage in metrics else None
        if whole is None or not whole.same_period or whole.metric in seen:
            return False
        stage = whole.metric
        seen.add(stage)
    return True


@dataclass(frozen=True)
class _Stage:
    """The cells of one metric, and which partners' values stand behind those summed over them."""

    rows: pd.DataFrame
    """With `key`, sorted by it, and `where`, the same without the partner."""
    returns: pd.DataFrame
    """`where` and `organisation` of each partner that has a value."""


def stages(names: Sequence[Id], parts: Sequence[bool], everything: Cells) -> pd.DataFrame:
    """The cells of these metrics with `stage` (its place, from 0), `share` and `partners`.

    Share: percent of the first stage, for those that are `parts` of it, where both rest on the
    same partners. Partners: how many of them have a value, where it was summed over them. A row
    stands only where the metric has one: no value is never 0.
    """
    frame = everything.frame
    wanted = frame["metric"].isin([everything.code("metric", name) for name in names])
    frame = frame[wanted.to_numpy()]
    frame = frame.assign(key=key(frame, CELL), where=key(frame, _WITHOUT_PARTNER))
    found = [_stage(frame, everything, name) for name in names]
    return pd.concat(
        [
            each.rows.assign(
                stage=number,
                partners=_partners(each),
                share=_share(each, found[0]) if part else np.nan,
            )
            for number, (each, part) in enumerate(zip(found, parts, strict=True))
        ],
        ignore_index=True,
    )


def _stage(frame: pd.DataFrame, everything: Cells, name: Id) -> _Stage:
    rows = frame[(frame["metric"] == everything.code("metric", name)).to_numpy()]
    partner = rows["organisation"] != everything.code("organisation", "")
    returns = rows.loc[(partner & rows["value"].notna()).to_numpy(), ["where", "organisation"]]
    return _Stage(rows.sort_values("key", kind="stable"), returns)


def _partners(stage: _Stage) -> NDArray[np.float64]:
    summed = (stage.rows["computed"].to_numpy() & _SUMMED_OVER_PARTNERS) > 0
    return np.where(summed, _many(stage.rows, stage.returns), np.nan)


def _share(stage: _Stage, first: _Stage) -> NDArray[np.float64]:
    """Percent of the first stage in the same cell; NaN where it is not there, or 0."""
    whole = first.rows.set_index("key").reindex(stage.rows["key"])
    of = whole["value"].to_numpy(dtype=float)
    own = stage.rows["value"].to_numpy(dtype=float)
    may = (of > 0) & (own <= of) & _rest_on_the_same(stage, first, whole)
    return np.where(may, PERCENT * own / np.where(may, of, 1.0), np.nan)


def _rest_on_the_same(stage: _Stage, first: _Stage, whole: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether two sums are of the same partners. Of those over periods too it is known only
    where they rest on equally many values."""
    rows = stage.rows
    computed, of = rows["computed"].to_numpy(), whole["computed"].fillna(0).to_numpy(np.int64)
    over = _SUMMED_OVER_PARTNERS
    both = stage.returns.merge(first.returns, on=["where", "organisation"])
    shared = _many(rows, both)
    same = (shared == _many(rows, stage.returns)) & (shared == _many(rows, first.returns))
    same |= (computed & over) == 0
    periods = ((computed | of) & over > 0) & ((computed | of) & _OVER_PERIODS > 0)
    known = ~periods | (rows["leaves"].to_numpy() == whole["leaves"].to_numpy())
    answer: NDArray[np.bool_] = same & known & ((computed & over) == (of & over))
    return answer


def _many(rows: pd.DataFrame, returns: pd.DataFrame) -> NDArray[np.float64]:
    counted = returns.groupby("where").size()
    return np.asarray(counted.reindex(rows["where"]).fillna(0), dtype=np.float64)
