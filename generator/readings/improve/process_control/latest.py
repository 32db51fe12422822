"""What the process behind each series says of its latest value."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.wording import periods, reasons

from ...basis import Basis
from ...reason import first_reason
from .process import JUDGED, Process
from .rules import NAMES, TREND, last_run, standing, steps


def latest(basis: Basis, processes: Sequence[Process]) -> pd.DataFrame:
    """One row a case, in their order: the process at its latest period.

    Columns: `reason` why it cannot be judged, or ""; `since`, the first period that its limits
    hold for; `mean`, `lower` and `upper` (NaN where there are no limits); `counted`, how many
    values they rest on; `rule` (of `words.SPECIAL_CAUSE`, or "") and `side` of the latest value,
    and the `run` of values in a row behind it; `signals` among the `known` values of the series;
    `provisional`; `steps`, what they are values of.
    """
    return pd.concat([_of_grid(basis, one) for one in processes]).sort_index()


def _of_grid(basis: Basis, process: Process) -> pd.DataFrame:
    grid, groups, limits, points = process.grid, process.groups, process.limits, process.points
    known = ~np.isnan(grid.value)
    own = groups == groups[:, -1:]
    first = np.argmax(own & (grid.row >= 0), axis=1)
    since = _periods(basis, grid.row[np.arange(len(grid.row)), first])
    shifted = last_run(standing(grid.value, limits), groups)
    trending = last_run(steps(grid.value, groups), groups) + 1
    found = pd.DataFrame(
        {
            "since": since,
            "mean": limits.mean[:, -1],
            "lower": limits.lower[:, -1],
            "upper": limits.upper[:, -1],
            "counted": limits.counted[:, -1],
            "rule": np.array(NAMES, dtype=object)[points.rule[:, -1]],
            "side": points.side[:, -1],
            "run": np.where(points.rule[:, -1] == TREND, trending, shifted),
            "signals": (points.rule > 0).sum(axis=1),
            "known": known.sum(axis=1),
            "provisional": grid.provisional[:, -1],
            "steps": periods.plural(grid.frequency),
        },
        index=grid.case,
    )
    afresh = (known & ~own).any(axis=1)
    return found.assign(reason=_reasons(basis, process, found, afresh))


def _reasons(
    basis: Basis, process: Process, found: pd.DataFrame, afresh: NDArray[np.bool_]
) -> NDArray[np.object_]:
    """Why the latest value cannot be judged, the first reason that holds, else ""."""
    grid, values = process.grid, found["counted"].to_numpy()
    here = pd.Series(np.where(afresh, found["since"], ""), index=found.index)
    named = here.map({text: _named(basis, text) for text in here.unique()})
    short = [
        reasons.too_few_values(*each) if each[0] < JUDGED else ""
        for each in zip(values.tolist(), [JUDGED] * len(found), named.tolist(), strict=True)
    ]
    flags = basis.cases["flag"].to_numpy()[grid.case]
    missing = [reasons.latest_missing(flag) for flag in flags]
    own = np.where(process.groups == process.groups[:, -1:], grid.value, np.nan)
    with np.errstate(all="ignore"):
        alike = np.nanmax(own, axis=1, initial=-np.inf) == np.nanmin(own, axis=1, initial=np.inf)
    return first_reason(
        (grid.rolling, reasons.ROLLING),
        (process.uneven, reasons.UNEVEN),
        (np.isnan(grid.value[:, -1]), np.array(missing, dtype=object)),
        (values < JUDGED, np.array(short, dtype=object)),
        (process.limits.ranges[:, -1] < JUDGED - 1, reasons.TOO_MANY_GAPS),
        (alike, reasons.ALL_ALIKE),
        (found["lower"].isna(), reasons.NEARLY_ALL_ALIKE),
    )


def _named(basis: Basis, text: str) -> str:
    """A period as it stands after "since", "" for none."""
    known = basis.inputs.periods.get(text)
    return periods.named(known) if known else text


def _periods(basis: Basis, rows: NDArray[np.int64]) -> NDArray[np.object_]:
    """The canonical text of the period of each result."""
    column = basis.results["period"].cat
    return np.array(column.categories, dtype=object)[column.codes.to_numpy()[rows]]
