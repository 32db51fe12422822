"""Recent trend: the last five years, tested at 99.8% whichever of them is left out (OHID)."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import TRENDS
from generator.model.words import RECENT_TREND
from generator.wording import findings, periods, reasons
from generator.wording.trend import recent

from ..basis import Basis, Found
from ..grid import Grid
from ..reason import first_reason
from .five_points import Trend, of_intervals, of_proportions
from .process_control.limits import Floats

POINTS = 5
SECTION = "recent-trend"
"""The section of the indicator's page that shows it."""
UNCLEAR = "no significant change"
UNCALCULATED = "cannot be calculated"
OF_COUNTS = "proportion"
"""The method whose trend is that of its counts; all others' is that of their intervals."""


def recent_trend(basis: Basis) -> Found:
    """A row for every case, and the test of those that have one."""
    made = pd.concat([_of_grid(basis, grid) for grid in basis.grids]).sort_index()
    made = made.assign(finding=_findings(basis, made))
    tested = made[(made["reason"] == "").to_numpy()]
    tests = tested.assign(row=basis.cases.loc[tested.index, "row"]).sort_values("row")
    return Found(
        {RECENT_TREND: made.drop(columns=["chi_squared", "held", "by"])},
        {"trends": tests[list(TRENDS)].reset_index(drop=True).astype(TRENDS)},
    )


def judged(trend: Trend, direction: NDArray[np.object_]) -> NDArray[np.object_]:
    """The verdicts of `verdicts.RecentTrend` where there is a trend to judge."""
    rising = trend.slope > 0
    way = np.where(rising, "increasing", "decreasing").astype(object)
    better = np.where(rising == (direction == "up"), " and getting better", " and getting worse")
    said = np.where(direction == "none", way, way + better.astype(object))
    return np.where(trend.clear, said, UNCLEAR).astype(object)


def _of_grid(basis: Basis, grid: Grid) -> pd.DataFrame:
    cases = basis.cases.iloc[grid.case]
    columns = (grid.value, grid.lower, grid.upper, grid.numerator, grid.denominator)
    values, lower, upper, counts, out_of = map(_last, columns)
    counted = (cases["method"] == OF_COUNTS).to_numpy() & ~np.isnan(counts + out_of).any(axis=1)
    shares, weighed = of_proportions(counts, out_of), of_intervals(values, lower, upper)
    trend = Trend(
        np.where(counted, shares.slope, weighed.slope),
        np.where(counted, shares.chi_squared, weighed.chi_squared),
        np.where(counted, shares.held, weighed.held),
    )
    reason = _reasons(grid, cases["flag"].tolist(), counted, trend)
    said = reason == ""
    first = grid.row[:, max(grid.row.shape[1] - POINTS, 0)]
    start = basis.results["period"].astype(object).to_numpy()[first]
    return pd.DataFrame(
        {
            "verdict": np.where(said, judged(trend, cases["direction"].to_numpy()), UNCALCULATED),
            "reference_period": np.where(said, start, ""),
            "reference_area": np.where(said, cases["area"], ""),
            "reference_value": np.where(said, values[:, 0], np.nan),
            "difference": np.where(said, values[:, -1] - values[:, 0], np.nan),
            "reason": reason,
            "working": np.where(said, SECTION, ""),
            "chi_squared": trend.chi_squared,
            "held": trend.held,
            "by": np.where(counted, "counts", "intervals"),
        },
        index=grid.case,
    )


def _last(column: Floats) -> Floats:
    """The last five steps of each series, with nothing before a shorter one."""
    missing = max(POINTS - column.shape[1], 0)
    return np.pad(column, ((0, 0), (missing, 0)), constant_values=np.nan)[:, -POINTS:]


def _reasons(
    grid: Grid, flags: list[str], counted: NDArray[np.bool_], trend: Trend
) -> NDArray[np.object_]:
    """Why there is no trend to test, the first reason that holds, else ""."""
    known = ~np.isnan(grid.value)
    values = known.sum(axis=1)
    yearly = np.full(len(values), grid.frequency.startswith("year-"))
    missing = [reasons.latest_missing(flag) for flag in flags]
    few = [reasons.too_few_years(number) if number < POINTS else "" for number in values.tolist()]
    broken = grid.starts[:, -(POINTS - 1) :].any(axis=1)
    apart = np.isnan(_last(grid.value)).any(axis=1)
    unknown = np.isnan(trend.chi_squared)
    return first_reason(
        (~yearly, reasons.NOT_YEARLY),
        (grid.rolling, reasons.ROLLING),
        (~known[:, -1], np.array(missing, dtype=object)),
        (values < POINTS, np.array(few, dtype=object)),
        (apart, reasons.YEAR_MISSING),
        (broken, reasons.BROKEN_TREND),
        (unknown & counted, reasons.NO_LOGIT),
        (unknown, reasons.NO_MARGIN),
    )


def _findings(basis: Basis, made: pd.DataFrame) -> list[str]:
    named = {text: _named(basis, text) for text in made["reference_period"].unique()}
    columns = (made["verdict"], made["reason"], made["reference_period"].map(named))
    found = []
    rows = zip(basis.said.latest, *(column.tolist() for column in columns), strict=True)
    for now, verdict, reason, since in rows:
        if now.value != now.value:
            found.append(findings.not_published(now.title, now.place, reason))
        elif reason:
            found.append(f"{findings.number(now)}. {reason}")
        else:
            found.append(recent(now, verdict, since))
    return found


def _named(basis: Basis, text: str) -> str:
    known = basis.inputs.periods.get(text)
    return periods.named(known) if known else text
