"""Metrics that follow one another, each held against the first: presented, met, still open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.change_frames import STAGES
from generator.model.frames import CELL, empty
from generator.model.metric import Id, Metric
from generator.model.report import Inputs
from generator.model.settings import Settings

from .cells import Cells, cells, dimension_bit, key
from .totals import with_totals
from .worded import worded
from .year_to_date import differences

PERCENT = 100.0
_OVER_PERIODS = dimension_bit("period")
_WITHOUT_PARTNER = tuple(column for column in CELL if column != "organisation")


def parts_of_first(stages: Sequence[Id], metrics: Mapping[str, Metric]) -> tuple[bool, ...]:
    """Of each stage, whether all that it counts is counted by the first too, in the same period.

    It is a `part_of` the first, or of a part of it. The first counts as one where another is.
    """
    first, *later = stages
    parts = [_leads_to(first, stage, metrics) for stage in later]
    return (any(parts), *parts)


def _leads_to(first: Id, stage: Id, metrics: Mapping[str, Metric]) -> bool:
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
    all: int
    """The code of all partners together."""


def stages(inputs: Inputs, settings: Settings) -> pd.DataFrame:
    """The `change_frames.STAGES` of all indicators that name some."""
    told = [each for each in inputs.indicators.values() if each.stages]
    if not told:
        return empty(STAGES)
    wanted = inputs.values["metric"].isin({name for each in told for name in each.stages})
    own = replace(inputs, values=inputs.values[wanted.to_numpy()].reset_index(drop=True))
    published, _ = differences(cells(own.values), own)
    everything = with_totals(published, own, settings.main_area)
    tables = []
    for each in told:
        parts = parts_of_first(each.stages, inputs.metrics)
        table = in_stages(each.stages, parts, everything)
        names = np.array(each.stages, dtype=object)[table["stage"].to_numpy()]
        tables.append(table.assign(indicator=each.id, metric=names))
    listed = {
        "indicator": [each.id for each in told],
        "metric": [name for each in told for name in each.stages],
    }
    whole = pd.concat(tables, ignore_index=True)
    return worded(whole, STAGES, listed, everything, own, settings)


def in_stages(names: Sequence[Id], parts: Sequence[bool], everything: Cells) -> pd.DataFrame:
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
    everyone = everything.code("organisation", "")
    valued = (rows["organisation"] != everyone) & rows["value"].notna()
    returns = rows.loc[valued.to_numpy(), ["where", "organisation"]]
    return _Stage(rows.sort_values("key", kind="stable"), returns, everyone)


def _partners(stage: _Stage) -> NDArray[np.float64]:
    summed = (stage.rows["computed"].to_numpy() > 0) & (stage.rows["organisation"] == stage.all)
    many = _many(stage.rows, stage.returns)
    return np.where(summed & (many > 0), many, np.nan)


def _share(stage: _Stage, first: _Stage) -> NDArray[np.float64]:
    """Percent of the first stage in the same cell; NaN where it is not there, or 0."""
    whole = first.rows.set_index("key").reindex(stage.rows["key"])
    of = whole["value"].to_numpy(dtype=float)
    own = stage.rows["value"].to_numpy(dtype=float)
    may = (of > 0) & (own <= of) & _rest_on_the_same(stage, first, whole)
    return np.where(may, PERCENT * own / np.where(may, of, 1.0), np.nan)


def _rest_on_the_same(stage: _Stage, first: _Stage, whole: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether two numbers are of the same partners: both published, or both summed over the same.

    Of those summed over periods too it is known only where they rest on equally many values.
    """
    rows = stage.rows
    computed, of = rows["computed"].to_numpy(), whole["computed"].fillna(0).to_numpy(np.int64)
    both = _many(rows, stage.returns.merge(first.returns, on=["where", "organisation"]))
    same = (both == _many(rows, stage.returns)) & (both == _many(rows, first.returns))
    same |= (rows["organisation"] != stage.all).to_numpy()  # of one partner
    once = ((computed | of) & _OVER_PERIODS) == 0
    equally = rows["leaves"].to_numpy() == whole["leaves"].to_numpy()
    summed = (computed > 0) & (of > 0) & same & (once | equally)
    answer: NDArray[np.bool_] = ((computed == 0) & (of == 0)) | summed
    return answer


def _many(rows: pd.DataFrame, returns: pd.DataFrame) -> NDArray[np.float64]:
    counted = returns.groupby("where").size()
    return np.asarray(counted.reindex(rows["where"]).fillna(0), dtype=np.float64)
