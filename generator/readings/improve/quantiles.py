"""Places of one kind in quarters, fifths or tenths of their latest values (OHID).

PHEindicatormethods, phe_quantile; methods, section 2.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import QUANTILES as COLUMNS

from ..basis import Basis, Found
from .side_by_side.funnels import usual_period

Codes = NDArray[np.int64]


def quantiles(basis: Basis) -> Found:
    """`frames.QUANTILES` of the indicators that ask for them: for everyone in each place, among
    all places of its kind with a value for the period that most of them have as their latest."""
    indicators = basis.inputs.indicators
    asked = {str(name): int(each.quantiles) for name, each in indicators.items() if each.quantiles}
    kinds = {code: each.kind for code, each in basis.inputs.areas.items()}
    cases = basis.cases.assign(kind=basis.cases["area"].map(lambda area: kinds.get(area, "")))
    chosen = (cases[["organisation", "programme", "group"]] == "").all(axis=1)
    chosen &= cases["indicator"].isin(asked) & (cases["kind"] != "") & cases["value"].notna()
    cases = cases[chosen]
    if cases.empty:
        return Found()
    sets = [cases[name] for name in ("indicator", "frequency", "kind")]
    codes = pd.MultiIndex.from_arrays(sets).factorize()[0].astype(np.int64)
    usual = usual_period(cases, codes, np.full(len(cases), True))
    same = cases["period"].to_numpy() == usual
    cases, codes = cases[same], codes[same]
    parts = cases["indicator"].map(asked).to_numpy(dtype=np.int64)
    # 1 is the worst: the highest where down is better, else (up, or neither) the lowest.
    highest_first = (cases["direction"] == "down").to_numpy()
    found = quantile(cases["value"].to_numpy(dtype=float), codes, parts, highest_first)
    table = cases.assign(quantile=found, quantiles=parts)[found > 0]
    return Found(worked={"quantiles": table[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True)})


def quantile(
    value: NDArray[np.float64], sets: Codes, parts: Codes, highest_first: NDArray[np.bool_]
) -> Codes:
    """Of each value the part of its set, from 1; 0 where it is missing, or where a set has fewer
    values than parts. Equal values stand in one part: that of the first of them.

    floor((k + 1) − ceil((N + 1 − r) ÷ (N ÷ k))) for rank r of N in k parts, in whole numbers.
    """
    table = pd.DataFrame({"set": sets, "value": np.where(highest_first, -value, value)})
    each = table.groupby("set")["value"]
    n = each.transform("count").to_numpy(dtype=np.int64)
    rank = each.rank(method="min").fillna(0).to_numpy().astype(np.int64)
    found = parts + 1 - -(-(n + 1 - rank) * parts // np.maximum(n, 1))
    known = (rank > 0) & (n >= parts)
    return np.where(known, np.maximum(found, 1), 0).astype(np.int64)
