"""Totals that disagree with the sum of their parts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from ..model import frames
from ..model.metric import Breakdown
from ..model.report import Inputs
from ..model.settings import Settings
from ..model.words import Dimension
from . import places
from .places import Bools

RELATIVE, ABSOLUTE = 0.005, 5
"""A total and the sum of its parts disagree when they differ by more than both (design: Sums)."""
KEY = ("metric", *frames.CELL)


def check(inputs: Inputs, settings: Settings) -> list[Problem]:
    """Totals that disagree with their parts.

    Where all parts are there, either way; where some may be missing, only parts that come to more
    than their total.
    """
    problems: list[Problem] = []
    for dimension, part_rows, totals, complete, over in _ways(inputs, settings):
        problems += _disagreeing(inputs, dimension, part_rows, totals, complete, over)
    return problems


Way = tuple[Dimension, pd.DataFrame, npt.NDArray[np.int64], "Bools | None", str]
"""A dimension, the parts, the code in the dimension's column of the total that each is a part of,
whether it belongs to a whole that is complete (None: judged by what is there), and in words."""


def _ways(inputs: Inputs, settings: Settings) -> Iterator[Way]:
    values = inputs.values
    for name, breakdown in inputs.breakdowns.items():
        if not breakdown.overlap and (found := _groups(values, name, breakdown)) is not None:
            yield "group", *found, f"groups of {name}"
    for dimension, over in (("organisation", "organisations"), ("programme", "programmes")):
        column = values[dimension].cat
        if "" in column.categories and len(column.categories) > 1:
            blank = column.categories.get_loc("")
            filled = (column.codes != blank).to_numpy()
            rows = values[filled]
            yield dimension, rows, np.full(len(rows), blank), None, over  # type: ignore[misc]
    yield from _areas(inputs, settings.main_area)


def _groups(
    values: pd.DataFrame, name: str, breakdown: Breakdown
) -> tuple[pd.DataFrame, npt.NDArray[np.int64], Bools] | None:
    """Rows of the top categories of one breakdown, and whether its list is a whole one."""
    column = values["group"].cat
    if "" not in column.categories:
        return None
    top = [str(c.id) for c in breakdown.categories.values() if c.within is None]
    top += [str(c) for c in breakdown.not_stated if c not in breakdown.categories]
    wanted = {f"{name}={category}" for category in top}
    if not top:
        wanted = {t for t in column.categories if t.startswith(f"{name}=") and ";" not in t}
    chosen = [code for code, text in enumerate(column.categories) if text in wanted]
    if not chosen:
        return None
    rows = values[np.isin(column.codes.to_numpy(), chosen)]
    keys = places.codes(rows, tuple(c for c in KEY if c != "group"))
    has = rows["value"].notna().to_numpy()
    unstated = {f"{name}={category}" for category in breakdown.not_stated}
    is_unstated = rows["group"].isin(unstated).to_numpy()
    stated = len(wanted - unstated)
    counts = pd.DataFrame(
        {"key": keys, "stated": has & ~is_unstated, "unstated": has & is_unstated}
    )
    sums = counts.groupby("key").transform("sum")
    # A nothing-stated row may be left out where there is none; only the stated must all be there.
    complete = (sums["stated"] == stated) & ((sums["unstated"] > 0) | (not unstated))
    whole = np.full(len(rows), column.categories.get_loc(""))
    return rows, whole, complete.to_numpy() & bool(top) & has


def _areas(inputs: Inputs, main_area: str) -> Iterator[Way]:
    """Areas of one kind in another; whole lists only within the main area."""
    values, inside = inputs.values, children(inputs)
    inner = _within(main_area, inside)
    column = values["area"].cat
    for (parent, _), listed in inside.items():
        if parent not in column.categories:
            continue
        chosen = [code for code, text in enumerate(column.categories) if text in listed]
        rows = values[np.isin(column.codes.to_numpy(), chosen)]
        if rows.empty:
            continue
        keys = places.codes(rows, tuple(c for c in KEY if c != "area"))
        has = rows["value"].notna()
        there = has.groupby(keys).transform("sum").to_numpy()
        complete = (there == len(listed)) & (parent in inner)
        whole = np.full(len(rows), column.categories.get_loc(parent))
        yield "area", rows, whole, complete, f"areas in {parent}"


def children(inputs: Inputs) -> dict[tuple[str, str], set[str]]:
    """The areas in each area, by it and by their kind."""
    found: dict[tuple[str, str], set[str]] = {}
    for link in inputs.area_links:
        if link.kind == "in":
            kind = inputs.areas[link.area].kind if link.area in inputs.areas else ""
            found.setdefault((link.other, kind), set()).add(link.area)
    return found


def _within(main_area: str, children: dict[tuple[str, str], set[str]]) -> set[str]:
    inner, waiting = set[str](), [main_area]
    while waiting:
        if (area := waiting.pop()) not in inner:
            inner.add(area)
            waiting += [
                c for (parent, _), listed in children.items() if parent == area for c in listed
            ]
    return inner


def _disagreeing(
    inputs: Inputs,
    dimension: Dimension,
    rows: pd.DataFrame,
    whole: npt.NDArray[np.int64],
    complete: Bools | None,
    over: str,
) -> list[Problem]:
    may = {name for name, metric in inputs.metrics.items() if dimension in metric.sums_over}
    allowed = rows["metric"].isin(may).to_numpy() & rows["value"].notna().to_numpy()
    if not allowed.any():
        return []
    values = inputs.values
    totals = values[
        _is_total(values, dimension, np.unique(whole)) & values["metric"].isin(may).to_numpy()
    ]
    if totals.empty:
        return []
    categories = values[dimension].cat.categories
    of_whole = pd.Categorical.from_codes(whole[allowed], categories)
    parts = rows[allowed].assign(**{dimension: of_whole})
    judged = _as_ever(rows[allowed], dimension) if complete is None else complete[allowed]
    both = pd.concat([totals[list(KEY)], parts[list(KEY)]], ignore_index=True)
    for name in KEY:  # the columns have equal categories, so the concatenation keeps them
        both[name] = both[name].astype(values[name].dtype)
    keys = places.codes(both, KEY)
    summed = pd.DataFrame(
        {"key": keys[len(totals) :], "value": parts["value"].to_numpy(), "complete": judged}
    )
    per_key = summed.groupby("key").agg(of_parts=("value", "sum"), complete=("complete", "all"))
    known = totals.assign(key=keys[: len(totals)]).join(per_key, on="key")
    known = known[known["of_parts"].notna() & known["value"].notna()]
    difference = known["of_parts"] - known["value"]
    apart = (difference.abs() > ABSOLUTE) & (difference.abs() > RELATIVE * known["value"].abs())
    wrong = known[
        apart & (known["complete"].astype(bool) | ((difference > 0) & (known["value"] >= 0)))
    ]
    names = wrong["metric"].astype(str).to_numpy()
    sums, said = wrong["of_parts"].to_numpy(), wrong["value"].to_numpy()

    def fault(place: int) -> places.Fault:
        what = (
            f"the total of {names[place]} is {said[place]:.15g}, but the {over} add up to "
            f"{sums[place]:.15g} ({places.cell(wrong, place)})"
        )
        return what, (
            "Correct the total or its parts; if they may not be summed, leave "
            f"{dimension} out of the metric's adds_up."
        )

    return places.told(wrong, "value", fault, value=lambda place: f"{said[place]:.15g}")


def _is_total(values: pd.DataFrame, dimension: str, whole: npt.NDArray[np.int64]) -> Bools:
    found: Bools = np.isin(values[dimension].cat.codes.to_numpy(), whole)
    return found


def _as_ever(rows: pd.DataFrame, dimension: Dimension) -> Bools:
    """Whether everyone who has a value of a metric in any period has one in this."""
    others = tuple(c for c in KEY if c not in (dimension, "period"))
    ever = rows.assign(key=places.codes(rows, others))
    many = ever.groupby("key")[dimension].transform("nunique").to_numpy()
    now = rows.assign(key=places.codes(rows, tuple(c for c in KEY if c != dimension)))
    here = now.groupby("key")[dimension].transform("nunique").to_numpy()
    return np.asarray(here == many)
