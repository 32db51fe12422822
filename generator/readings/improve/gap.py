"""Gaps between groups: who is behind whom, by how much, and whether the gap is closing.

A group is held against its breakdown's reference group; the reference itself, and groups of
breakdowns without one, against everyone else. Where values were published without counts nobody
can tell how everyone else fares, so that such a group is held against everyone (as OHID does).
"""

from __future__ import annotations

import pandas as pd

from generator.model.group_frames import GAPS
from generator.model.words import GAP, GAP_OVER_TIME
from generator.wording import gaps as wording

from ..basis import Basis, Found
from .groups.cells_of import cells_of
from .groups.compared import compared
from .groups.furthest import current, followed, furthest
from .groups.inequalities import inequalities
from .groups.judged import judged, over_time
from .groups.people import Codes, Groups, groups

OWN = ["indicator", "frequency", "period", "period_start", "period_end", "then_period"]
OWN += ["area", "organisation", "programme", "group", "direction"]
OVER_TIME = ("change", "change_lower", "change_upper")


def gap_between_groups(basis: Basis) -> Found:
    """The readings GAP and GAP_OVER_TIME of every group of people, and `frames.GAPS` and
    `frames.INEQUALITY`. Amounts, and values that tell how a whole is made up, have none."""
    cells, known = cells_of(basis.results), groups(basis.results["group"], basis.inputs)
    table = compared(basis, cells, known)
    if table.empty:
        return Found()
    case = table["case"].to_numpy()
    cases = basis.cases.loc[case].reset_index(drop=True)
    since = basis.since.loc[case].reset_index(drop=True)
    now = judged(table, cases)
    then = over_time(table, cases, since, now)
    frame = _frame(table, cases, known, now, then, basis)
    chosen = frame["chosen"].to_numpy()
    readings = _readings(basis, frame[chosen], case[chosen])
    worked = {"gaps": frame, "inequality": inequalities(basis, frame, cells, known, case)}
    return Found(readings, worked)


def _frame(
    table: pd.DataFrame,
    cases: pd.DataFrame,
    known: Groups,
    now: pd.DataFrame,
    then: pd.DataFrame,
    basis: Basis,
) -> pd.DataFrame:
    """The rows of `compared` with the columns of `frames.GAPS`."""
    group = basis.results["group"].cat.codes.to_numpy()[cases["row"].to_numpy()]
    made = pd.concat([cases[OWN], table.drop(columns="case")], axis=1)
    made = made.assign(
        breakdown=known.breakdown[group],
        single=known.single[group],
        top=known.top[group],
        chosen=~table["case"].duplicated().to_numpy(),
        verdict=now["verdict"],
        reason=now["reason"],
        stands=now["stands"],
        over_time=then["verdict"],
        over_time_reason=then["reason"],
        **{name: then[name] for name in OVER_TIME},
    )
    made["current"] = current(made)
    made["furthest"] = furthest(made)
    made["followed"] = followed(made)
    return made[list(GAPS)].astype(GAPS)


def _readings(basis: Basis, frame: pd.DataFrame, case: Codes) -> dict[str, pd.DataFrame]:
    """The rows of both readings, by case."""
    latest = [basis.said.latest[number] for number in case.tolist()]
    frame = frame.set_axis(pd.Index(case))
    same = {
        "reference_area": frame["area"].astype(str),
        "working": _working(frame, basis.settings.main_area),
    }
    now = {name: frame[name] for name in ("verdict", "difference", "lower", "upper", "reason")}
    now |= {"reference_value": frame["other_value"], "reference_period": frame["period"]}
    then = {
        "verdict": frame["over_time"],
        "difference": frame["change"],
        "lower": frame["change_lower"],
        "upper": frame["change_upper"],
        "reason": frame["over_time_reason"],
        "value": frame["difference"].abs(),
        "reference_period": frame["then_period"],
        "reference_value": frame["then_difference"].abs(),
    }
    said = {
        GAP: wording.gaps(latest, frame, basis.inputs),
        GAP_OVER_TIME: wording.gaps_over_time(latest, frame, basis.inputs),
    }
    return {
        name: pd.DataFrame({**columns, **same, "finding": said[name]}, index=frame.index)
        for name, columns in ((GAP, now), (GAP_OVER_TIME, then))
    }


def _working(frame: pd.DataFrame, main_area: str) -> pd.Series:
    """The section that shows it: one a breakdown that is compared in the whole main area."""
    whole = (frame["area"] == main_area) & (frame["organisation"] == "")
    shown = whole & (frame["programme"] == "") & frame["current"] & (frame["against"] != "")
    names = ["indicator", "breakdown"]
    sections = pd.MultiIndex.from_frame(frame.loc[shown, names].drop_duplicates())
    section = "gap-" + frame["breakdown"].astype(str).str.replace(";", "-")
    has_one = pd.MultiIndex.from_frame(frame[names]).isin(sections)
    return section.where(has_one, "")
