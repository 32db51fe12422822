"""Places and partners in a funnel: who stands apart by more than chance, size allowed for.

Methods, section 2. Never a league table: it says who is apart from the average of all, not who
comes first.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import SPREAD as COLUMNS
from generator.model.words import SPREAD
from generator.wording import names, reasons, spreads

from ..basis import Basis, Found
from ..polarity import compared
from ..reason import first_reason
from .side_by_side.among import among, sets
from .side_by_side.funnels import FEWEST, curves, funnels

OUTSIDE = 2
"""The level of a unit outside the 99.8% limits."""


def spread(basis: Basis) -> Found:
    """A verdict for each place inside the main area and each partner in it.

    Better or worse than expected is outside the 99.8% limits around the average of all of them:
    so many are looked at that one in 20 lies outside the 95% limits by chance alone.
    """
    ids = among(basis.cases, basis.inputs, basis.settings.main_area)
    cases = basis.cases[ids != ""].assign(among=ids[ids != ""])
    codes = sets(cases, cases["among"])
    alone = np.bincount(codes, minlength=1)[codes] < 2
    cases, codes = cases[~alone], np.unique(codes[~alone], return_inverse=True)[1]
    if cases.empty:
        return Found()
    units = funnels(cases, codes, basis.inputs)
    units["reason"] = _reasons(units, basis)
    apart = compared((units["value"] - units["average"]).to_numpy(), units["direction"])
    outside = units["level"].abs() == OUTSIDE
    verdict = np.where(outside, pd.Series(apart, units.index) + " than expected", "as expected")
    units["verdict"] = np.where(units["judged"], verdict, "cannot say")
    shown = units.groupby(codes)["judged"].transform("any") & (units["rank"] == 0)
    rows = pd.DataFrame(
        {
            "verdict": units["verdict"],
            "finding": _findings(units, basis),
            "reference_period": units["period"].where(units["judged"], ""),
            "reference_value": units["average"].where(units["judged"]),
            "difference": (units["value"] - units["average"]).where(units["judged"]),
            "reason": units["reason"],
            "working": ("spread-" + units["among"]).where(shown, ""),
        },
        index=units.index,
    )
    tables = {
        "spread": units[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True),
        "funnel_limits": curves(units, codes, basis.inputs),
    }
    return Found({SPREAD: rows}, tables)


def _reasons(units: pd.DataFrame, basis: Basis) -> NDArray[np.object_]:
    """Why a place or partner is not judged, the first reason that holds, else ""."""
    missing = units["flag"].map({f: reasons.latest_missing(f) for f in units["flag"].unique()})
    others = _others(units, basis)
    few = [
        spreads.too_few(*each, FEWEST) for each in zip(units["units"].tolist(), others, strict=True)
    ]
    usual = {text: spreads.other_period(text, basis.inputs) for text in units["usual"].unique()}
    return first_reason(
        (units["value"].isna(), missing),
        (units["method"].isin(("count", "sum")), spreads.NO_SIZE),
        (~units["ruled"], spreads.NO_RULE),
        (units["size"].isna() & (units["numerator"] == 0), spreads.NO_EVENTS),
        (units["size"].isna(), spreads.NO_COUNTS),
        (units["period"] != units["usual"], units["usual"].map(usual)),
        (units["units"] < FEWEST, np.array(few, dtype=object)),
    )


def _findings(units: pd.DataFrame, basis: Basis) -> list[str]:
    """One sentence each, or two."""
    latest = [basis.said.latest[case] for case in units.index]
    places = {code: names.area(code, basis.inputs) for code in units["area"].unique()}
    partners = {id: names.part(id, "", "", basis.inputs) for id in units["organisation"].unique()}
    columns = ("area", "organisation", "verdict", "level", "units", "average", "reason")
    rows = zip(*(units[name].tolist() for name in columns), strict=True)
    found = []
    for said, others, (area, organisation, *told, reason) in zip(
        latest, _others(units, basis), rows, strict=True
    ):
        name = partners[organisation] or places[area]
        whole = spreads.finding(said, name, others, *told)
        found.append(spreads.unsaid(name, others, reason) if reason else whole)
    return found


def _others(units: pd.DataFrame, basis: Basis) -> list[str]:
    """Those that each is held against, in words."""
    columns = (units[name].tolist() for name in ("area", "organisation", "programme"))
    cells = list(zip(*columns, strict=True))
    said = {
        (area, organisation, programme): spreads.who(area, organisation, programme, basis.inputs)
        for area, organisation, programme in set(cells)
    }
    return [said[cell] for cell in cells]
