"""Whether the target is met, or will be at the pace so far (methods, section 7)."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.report import Inputs
from generator.wording import reasons

from ..reason import first_reason
from .aim import ON_TRACK, Aim
from .pace import years

TWO_YEARS = 730
"""In days, between the ends of the two periods."""
BY_PACE = ("on track", "improving but not on track")
BY_VALUE = ("target met", *BY_PACE)
"""Verdicts that another value within the margin of error could turn into another of these."""

Floats = NDArray[np.float64]
CELL = ["indicator", "area", "organisation", "programme", "group"]


def towards_target(cases: pd.DataFrame, since: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """Verdicts in the order of the cases, with the columns of `frames.READINGS` that they fill.

    `since` is the reading since the baseline of the same cases. `target` is what is to be
    reached, once changes are added to the baseline; `target_to` the upper end of a range; `kind`
    and `ratio`, the way made over the way due, stand in the working, beside `other_ratio`, by the
    method of pace that does not decide, and `compound`, whether growth does.

    `disagree`: by the other method it would be on track, or would not. `close`: too close to call,
    for another value within the margin of error would get another verdict of `BY_VALUE`.
    """
    targets = chosen_targets(cases, inputs)
    value = cases["value"].to_numpy(dtype=float)
    then = cases["then_value"].to_numpy(dtype=float)
    kind = targets["kind"].to_numpy()
    comparable = ~cases["broken"].to_numpy() | (kind == "reach") | (kind == "within")
    goal = _goal(targets, np.where(comparable, then, np.nan), kind)
    goal_to = targets["value_to"].to_numpy(dtype=float)
    days = _days(cases["period_end"], cases["then_period_end"])
    days_due = _days(targets["end"], cases["then_period_end"])
    direction = cases["direction"].to_numpy()
    aim = Aim(
        *(kind, direction, then, goal, goal_to, days, days_due),
        years=years(cases["period_end"], cases["then_period_end"]),
        years_due=years(targets["end"], cases["then_period_end"]),
        grows=_of(cases, [name for name, item in inputs.indicators.items() if item.grows]),
        compound=_of(cases, [n for n, i in inputs.indicators.items() if i.pace == "compound"]),
    )
    met = aim.met(value)
    ratio, other_ratio = aim.ratios(value)
    worse_range = (kind == "within") & (aim.off(value) > aim.off(then))
    basis = since["reason"].to_numpy()
    no_basis = np.isnan(then) | cases["broken"].to_numpy()
    change = since["verdict"].to_numpy()
    none = (kind == "") | (direction == "none")
    unclear = first_reason(
        ((kind == "percent_change_from_baseline") & (then <= 0), reasons.PERCENT_OF_NOTHING),
        (np.isnan(goal), basis),
    )
    verdict = first_reason(
        (none, "no target"),
        (np.isnan(value) | (unclear != ""), "cannot be judged"),
        (met, "target met"),
        (days < TWO_YEARS, "too early to say"),
        (no_basis | (change == "cannot say") | (days_due <= 0), "cannot be judged"),
        ((change == "worsened") | worse_range, "getting worse"),
        (change == "no clear change", "no clear change"),
        (ratio >= ON_TRACK, "on track"),
        (np.full(len(cases), True), "improving but not on track"),
    )
    judged = ~np.isin(verdict.astype(str), ("no target", "cannot be judged"))
    reason = first_reason(
        (judged & (verdict != "too early to say"), np.full(len(cases), "", dtype=object)),
        (verdict == "too early to say", reasons.TOO_EARLY),
        (direction == "none", reasons.NO_DIRECTION),
        (none, reasons.NO_TARGET),
        (np.isnan(value), cases["flag"].map(reasons.latest_missing)),
        (unclear != "", unclear),
        (basis != "", basis),
        (days_due <= 0, reasons.TARGET_BEFORE_BASELINE),
    )
    return pd.DataFrame(
        {
            "verdict": verdict,
            "reference_period": np.where(none, "", targets["period"]),
            "reference_area": np.where(none, "", cases["area"]),
            "reference_value": np.where(none, np.nan, goal),
            "difference": np.where(none, np.nan, value - goal),
            "lower": np.nan,
            "upper": np.nan,
            "reason": reason,
            "target_to": np.where(none, np.nan, goal_to),
            "kind": np.where(none, "", kind),
            "ratio": np.where(judged, ratio, np.nan),
            "other_ratio": np.where(judged, other_ratio, np.nan),
            "compound": aim.compound & ~np.isnan(aim.growing(value)),
            "disagree": np.isin(verdict.astype(str), BY_PACE)
            & ~np.isnan(other_ratio)
            & ((ratio >= ON_TRACK) != (other_ratio >= ON_TRACK)),
            "close": np.isin(verdict.astype(str), BY_VALUE) & _close(aim, cases),
        }
    )


def _close(aim: Aim, cases: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether one of the ends of the interval is at another stage than the value."""
    value, *ends = (cases[name].to_numpy(dtype=float) for name in ("value", "lower", "upper"))
    stage = aim.stage(value)
    other = [(aim.stage(end) != stage) & ~np.isnan(end) for end in ends]
    return np.asarray(other[0] | other[1])


def _of(cases: pd.DataFrame, indicators: Iterable[str]) -> NDArray[np.bool_]:
    """Which cases are of one of the indicators."""
    return cases["indicator"].isin([str(name) for name in indicators]).to_numpy()


def chosen_targets(cases: pd.DataFrame, inputs: Inputs) -> pd.DataFrame:
    """For each case the first target that is due at or after its latest period, else the last.

    Of two that are due on one day, the one for a period of the results' own length is taken.
    Columns: period, end, value, value_to, kind; all empty where the cell has no target.
    """
    targets = inputs.targets
    ends = targets["period"].astype(object).map(inputs.periods.get)
    columns = ["period", "end", "value", "value_to", "kind"]
    if targets.empty:
        nothing = pd.DataFrame({"period": "", "kind": ""}, index=range(len(cases)))
        return nothing.assign(end=np.datetime64("NaT", "s"), value=np.nan, value_to=np.nan)
    due = targets.assign(
        period=targets["period"].astype(object),
        kind=targets["kind"].astype(object),
        end=np.array([getattr(period, "end", None) for period in ends], dtype="datetime64[s]"),
        length=np.array([getattr(period, "frequency", "") for period in ends], dtype=object),
        **{column: targets[column].astype(object) for column in CELL},
    )[[*CELL, *columns, "length"]]
    cells = cases[[*CELL, "period_end", "frequency"]].assign(case=np.arange(len(cases)))
    both = cells.merge(due, on=CELL)
    both["other"] = both["length"] != both["frequency"]
    soonest = both.sort_values(["end", "other"], kind="stable")
    ahead = soonest[soonest["end"] >= soonest["period_end"]].drop_duplicates("case")
    latest = both.sort_values(["end", "other"], ascending=[False, True], kind="stable")
    past = latest[latest["end"] < latest["period_end"]].drop_duplicates("case")
    chosen = pd.concat([ahead, past]).drop_duplicates("case").set_index("case")
    chosen = chosen[columns].reindex(range(len(cases)))
    return chosen.assign(period=chosen["period"].fillna(""), kind=chosen["kind"].fillna(""))


def _goal(targets: pd.DataFrame, then: Floats, kind: NDArray[np.object_]) -> Floats:
    """What is to be reached, with changes added to the baseline."""
    given = targets["value"].to_numpy(dtype=float)
    return np.select(
        [
            kind == "change_from_baseline",
            kind == "percent_change_from_baseline",
            (kind == "hold") & np.isnan(given),
        ],
        [then + given, then * (1 + given / 100), then],
        given,
    )


def _days(later: pd.Series, earlier: pd.Series) -> Floats:
    """Days from the end of one period to that of the other."""
    gone = pd.to_datetime(later).to_numpy() - pd.to_datetime(earlier).to_numpy()
    days: Floats = gone / np.timedelta64(1, "D")
    return days
