"""Variation and assurance: is the latest value more than the usual ups and downs, and can the
process be relied on to meet its target (NHS England, Making Data Count)?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import LIMITS
from generator.model.words import ASSURANCE, VARIATION
from generator.wording import findings, process
from generator.wording.process import Signal

from ..basis import Basis, Found
from ..possible import possible
from .assurance import assurance, usual
from .process_control.latest import latest
from .process_control.process import SETTLED, Process, processes
from .process_control.rules import NAMES

NOT_ENOUGH = "not enough data"
SECTION = "variation"
"""The section of the indicator's page that shows it."""


def variation(basis: Basis) -> Found:
    """A row of both readings for every case, and the limits of every result."""
    made = processes(basis)
    seen = _worded(basis, latest(basis, made))
    return Found(
        {VARIATION: _variation(basis, seen), ASSURANCE: assurance(basis, seen)},
        {"limits": _limits(basis, made)},
    )


def _worded(basis: Basis, seen: pd.DataFrame) -> pd.DataFrame:
    """With the verdict, the limits as readers are told them, and the section that shows all."""
    ranges = possible(basis.inputs, basis.results)
    names = basis.cases["indicator"].to_numpy()
    least, most = np.array([ranges[str(name)] for name in names], dtype=float).T
    direction = basis.cases["direction"].to_numpy()
    judged = kinds(seen["side"].to_numpy(), direction)
    verdict = np.where(seen["reason"] == "", judged, NOT_ENOUGH)
    whole = (basis.cases[["organisation", "programme", "group"]] == "").all(axis=1).to_numpy()
    drawn = whole & (basis.cases["area"] == basis.settings.main_area) & seen["lower"].notna()
    shown = np.where((verdict != NOT_ENOUGH) | drawn, SECTION, "")
    return seen.assign(
        verdict=verdict,
        working=shown,
        shown_lower=np.maximum(seen["lower"], least),
        shown_upper=np.minimum(seen["upper"], most),
    )


def kinds(side: NDArray[np.int8], direction: NDArray[np.object_]) -> NDArray[np.object_]:
    """What a point on one side, or on none, is called where this direction is better."""
    better = ((side > 0) & (direction == "up")) | ((side < 0) & (direction == "down"))
    neutral = direction == "none"
    return np.select(
        [side == 0, neutral & (side > 0), neutral, better],
        [
            "common cause",
            "special-cause higher",
            "special-cause lower",
            "special-cause improvement",
        ],
        "special-cause concern",
    ).astype(object)


def _variation(basis: Basis, seen: pd.DataFrame) -> pd.DataFrame:
    judged = seen["verdict"] != NOT_ENOUGH
    limits = {name: seen[name].where(judged) for name in ("lower", "upper")}
    value = basis.cases["value"].to_numpy(dtype=float)
    return pd.DataFrame(
        {
            "verdict": seen["verdict"],
            "finding": _findings(basis, seen),
            "reference_period": seen["since"].where(judged, ""),
            "reference_area": basis.cases["area"].where(judged, ""),
            "reference_value": seen["mean"].where(judged),
            "difference": (value - seen["mean"]).where(judged),
            **limits,
            "reason": seen["reason"],
            "working": seen["working"],
        }
    )


def _findings(basis: Basis, seen: pd.DataFrame) -> list[str]:
    found, rows = list[str](), list[Any](seen.itertuples())
    for now, known, row in zip(basis.said.latest, usual(seen), rows, strict=True):
        if now.value != now.value:
            found.append(findings.not_published(now.title, now.place, row.reason))
        elif row.reason:
            found.append(f"{findings.number(now)}. {row.reason}")
        else:
            signal = Signal(row.rule, row.side, row.run, row.steps)
            found.append(process.variation(now, row.verdict, known, signal, *_notes(row)))
    return found


def _notes(row: Any) -> Iterator[str]:
    """What is to be said beside a verdict; `row` is one of `latest`."""
    if row.signals and not row.rule:
        yield process.EARLIER.format(known=row.known, signals=row.signals)
    yield process.trial(row.counted, SETTLED)
    yield process.PROVISIONAL if row.provisional else ""


def _limits(basis: Basis, made: tuple[Process, ...]) -> pd.DataFrame:
    """The `frames.LIMITS`, in the order of the results."""
    tables = []
    for one in made:
        there = (one.grid.row >= 0) & ~np.isnan(one.limits.mean)
        direction = basis.cases["direction"].to_numpy()[one.grid.case]
        verdicts = kinds(one.points.side, np.broadcast_to(direction[:, None], there.shape))
        columns = {
            "row": one.grid.row,
            "part": one.groups,
            "mean": one.limits.mean,
            "lower": one.limits.lower,
            "upper": one.limits.upper,
            "rule": np.array(NAMES, dtype=object)[one.points.rule],
            "side": one.points.side,
            "verdict": verdicts,
            "fixed": one.fixed,
        }
        tables.append(pd.DataFrame({name: column[there] for name, column in columns.items()}))
    whole = pd.concat(tables).sort_values("row", ignore_index=True)
    return whole[list(LIMITS)].astype(LIMITS)
