"""One value a cell: the same cell twice, in whichever files, is an error."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from ..model import frames
from ..model.report import Inputs
from ..model.scale import as_typed
from . import places


def check(inputs: Inputs) -> list[Problem]:
    """Cells of metrics and targets that stand twice, and links between areas that do."""
    of_metrics = _twice(inputs.values, ("metric", *frames.CELL))
    of_targets = _twice(places.with_places(inputs.targets), ("indicator", *frames.CELL))
    return [*of_metrics, *of_targets, *_links(inputs)]


def _twice(frame: pd.DataFrame, key: tuple[str, ...]) -> list[Problem]:
    """The rows whose key an earlier row has; periods are canonical, so dates are compared."""
    keys = places.codes(frame, key)
    repeated = pd.Series(keys).duplicated().to_numpy()
    if not repeated.any():
        return []
    first = pd.Series(np.arange(len(keys))).groupby(keys).transform("min").to_numpy()
    again, before = frame[repeated], frame.iloc[first[repeated]]
    # All columns of a row about an item of a scale stand twice with it: it is told once.
    once = ~again.duplicated(["file", "row"]).to_numpy() | ~_of_items(again[key[0]])
    again, before = again[once], before[once]
    ids = [as_typed(str(name)).partition(" (")[0] for name in again[key[0]]]
    files, rows = before["file"].astype(str).to_numpy(), before["row"].to_numpy()

    def fault(place: int) -> places.Fault:
        first_file, first_row = files[place], rows[place]
        number = "row" if str(first_file).endswith(".csv") else "line"
        what = f"{ids[place]} has a second value for {places.cell(again, place)}"
        return what, f"The first stands at {first_file} {number} {first_row}: keep one of the two."

    of_items = _of_items(again[key[0]])
    return places.told(again, lambda at: "item" if of_items[at] else key[0], fault)


def _of_items(ids: pd.Series) -> npt.NDArray[np.bool_]:
    """Which ids are of columns of a scale's item."""
    known = np.array([":" in str(name) for name in ids.cat.categories], dtype=bool)
    of_items: npt.NDArray[np.bool_] = known[ids.cat.codes.to_numpy()]
    return of_items


def _links(inputs: Inputs) -> list[Problem]:
    seen: dict[tuple[str, str, str], int] = {}
    problems = []
    for position, link in enumerate(inputs.area_links, 1):
        key = (link.area, link.kind, link.other)
        if key in seen:
            first = places.where(inputs, f"area-links.{seen[key]}")
            what = f"the link from {link.area} to {link.other} stands a second time"
            hint = f"It stands at {first.file} row {first.row} already: keep one."
            problems.append(places.at(inputs, f"area-links.{position}.area", what, hint))
        elif link.area == link.other:
            what = f"{link.area} is linked to itself"
            problems.append(
                places.at(
                    inputs,
                    f"area-links.{position}.other",
                    what,
                    "Type another area, or delete the row.",
                )
            )
        seen.setdefault(key, position)
    return problems
