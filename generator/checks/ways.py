"""What is a part of which total: groups, partners, areas, and the periods of a longer one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..model import frames
from ..model.metric import Breakdown
from ..model.period import Period
from ..model.report import Inputs
from ..model.settings import Settings
from ..model.words import Dimension
from . import places
from .places import Bools

KEY = ("metric", *frames.CELL)
MONTHS = {"month": 1, "quarter": 3}
"""How long the parts of a longer period are."""

Way = tuple[Dimension, pd.DataFrame, npt.NDArray[np.int64], "Bools | None", str]
"""A dimension, the parts, the code in the dimension's column of the total that each is a part of,
whether it belongs to a whole that is complete (None: judged by what is there), and in words."""


def ways(inputs: Inputs, settings: Settings) -> Iterator[Way]:
    values = inputs.values
    for name, breakdown in inputs.breakdowns.items():
        if not breakdown.overlap and (found := _groups(values, name, breakdown)) is not None:
            yield "group", *found, f"groups of {name}"
        yield from _within_groups(values, name, breakdown)
    for dimension, over in (("organisation", "organisations"), ("programme", "programmes")):
        column = values[dimension].cat
        if "" in column.categories and len(column.categories) > 1:
            blank = column.categories.get_loc("")
            filled = (column.codes != blank).to_numpy()
            rows = values[filled]
            yield dimension, rows, np.full(len(rows), blank), None, over  # type: ignore[misc]
    yield from _areas(inputs, settings.main_area)
    yield from _periods(inputs)


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


def _within_groups(values: pd.DataFrame, name: str, breakdown: Breakdown) -> Iterator[Way]:
    """Rows of the categories within each larger one: nobody says that they are all of it."""
    column = values["group"].cat
    inside: dict[str, set[str]] = {}
    for category in () if breakdown.overlap else breakdown.categories.values():
        if category.within is not None:
            inside.setdefault(category.within, set()).add(f"{name}={category.id}")
    for larger, parts in inside.items():
        if (whole := f"{name}={larger}") in column.categories:
            chosen = [code for code, text in enumerate(column.categories) if text in parts]
            rows = values[np.isin(column.codes.to_numpy(), chosen)]
            of = np.full(len(rows), column.categories.get_loc(whole))
            yield "group", rows, of, np.zeros(len(rows), dtype=bool), f"groups within {larger}"


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


def _periods(inputs: Inputs) -> Iterator[Way]:
    """Months and quarters of a longer published period of which none is missing.

    Figures of the year so far are no parts: each holds those before it.
    """
    values = inputs.values
    so_far = [name for name, metric in inputs.metrics.items() if metric.cumulative]
    column = values["period"].cat
    known = {code: inputs.periods.get(text) for code, text in enumerate(column.categories)}
    lengths = {code: period.months for code, period in known.items() if period and period.months}
    longer = {code for code, months in lengths.items() if months in (3, 12)}
    for frequency in sorted({p.frequency for code in longer if (p := known[code])}):
        wholes = [code for code in longer if (p := known[code]) and p.frequency == frequency]
        for part, months in MONTHS.items():
            if part == frequency:
                continue
            whole_of = np.full(len(known) + 1, -1, dtype=np.int64)  # a blank code is the last
            for code, period in known.items():
                if period and period.frequency == part:
                    whole_of[code] = next(
                        (w for w in wholes if (p := known[w]) and _holds(p, period)), -1
                    )
            whole = whole_of[column.codes.to_numpy()]
            chosen = (whole >= 0) & values["value"].notna().to_numpy()
            chosen &= ~values["metric"].isin(so_far).to_numpy()
            rows, whole = values[chosen], whole[chosen]
            if rows.empty:
                continue
            keys = places.codes(rows, tuple(c for c in KEY if c != "period"))
            there = pd.Series(whole).groupby([keys, whole]).transform("size").to_numpy()
            needed = np.array([(lengths.get(code) or 0) // months for code in whole.tolist()])
            full = there == needed
            yield "period", rows[full], whole[full], np.ones(full.sum(), dtype=bool), f"{part}s"


def _holds(whole: Period, part: Period) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def as_ever(rows: pd.DataFrame, dimension: Dimension) -> Bools:
    """Whether everyone who has a value of a metric in any period has one in this."""
    others = tuple(c for c in KEY if c not in (dimension, "period"))
    ever = rows.assign(key=places.codes(rows, others))
    many = ever.groupby("key")[dimension].transform("nunique").to_numpy()
    now = rows.assign(key=places.codes(rows, tuple(c for c in KEY if c != dimension)))
    here = now.groupby("key")[dimension].transform("nunique").to_numpy()
    return np.asarray(here == many)
