"""From how many of the organisations that should report a total comes: "11 of 15"."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.indicator import Indicator
from generator.model.report import Inputs

from .cells import Cells, dimension_bit

ORGANISATIONS = dimension_bit("organisation")


def reported_by(
    indicator: Indicator, results: pd.DataFrame, inputs: Inputs, cells: Cells
) -> NDArray[np.object_]:
    """ "11 of 15" for each result that was summed over organisations, else "".

    Expected are the organisations that `reported_by` names and those that have ever had a value
    under its programmes; counted are those with a value of the first metric in the period. An
    area is expected to hear from those that have ever reported for it or for an area in it; the
    result for one programme from those under it.
    """
    blank: NDArray[np.object_] = np.full(len(results), "", dtype=object)
    rule = indicator.reported_by
    metric = cells.code("metric", (indicator.method.metrics or (indicator.id,))[0])
    summed = (results["computed"].to_numpy() & ORGANISATIONS) > 0
    if rule is None or metric < 0 or not summed.any():
        return blank
    frame, everyone = cells.frame, cells.code("organisation", "")
    programmes = [cells.code("programme", name) for name in rule.programmes]
    named = [cells.code("organisation", name) for name in rule.organisations]
    returns = frame[
        (frame["metric"] == metric)
        & (frame["organisation"] != everyone)
        & (frame["programme"].isin(programmes) | frame["organisation"].isin(named))
        & frame["value"].notna()
    ]
    silent = set(rule.organisations) - set(cells.words["organisation"])
    found = returns[["period", "area", "programme", "organisation"]]
    found = _in_every_programme(_upwards(found, inputs, cells), cells).drop_duplicates()
    expected = found.drop_duplicates(["area", "programme", "organisation"])
    due = expected.groupby(["area", "programme"]).size().rename("due") + len(silent)
    got = found.groupby(["period", "area", "programme"]).size().rename("got")
    wanted = results[["period", "area", "programme"]].join(got, on=["period", "area", "programme"])
    wanted = wanted.join(due, on=["area", "programme"])
    known = summed & wanted["due"].notna().to_numpy()
    numbers = wanted[known].fillna({"got": 0}).astype(int)
    texts = numbers["got"].astype(str) + " of " + numbers["due"].astype(str)
    blank[known] = texts.to_numpy(dtype=object)
    return blank


def _upwards(found: pd.DataFrame, inputs: Inputs, cells: Cells) -> pd.DataFrame:
    """The returns for their own area and for every area in which it lies."""
    above: dict[str, set[str]] = {}
    for link in inputs.area_links:
        if link.kind == "in":
            above.setdefault(link.area, set()).add(link.other)
    pairs = []
    for area in {cells.words["area"][code] for code in found["area"].unique()}:
        reached, waiting = {area}, [area]
        while waiting:
            more = above.get(waiting.pop(), set()) - reached
            reached |= more
            waiting.extend(more)
        pairs += [(cells.code("area", area), cells.code("area", other)) for other in reached]
    links = pd.DataFrame(sorted(pairs), columns=["area", "other"])
    return found.merge(links, on="area").drop(columns="area").rename(columns={"other": "area"})


def _in_every_programme(found: pd.DataFrame, cells: Cells) -> pd.DataFrame:
    """The returns under their own programme and under all programmes together."""
    return pd.concat([found, found.assign(programme=cells.code("programme", ""))])
