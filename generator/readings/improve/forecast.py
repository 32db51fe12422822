"""What comes next if the recent pattern continues, and whether the target is then likely."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.words import FORECAST
from generator.wording import forecasts as said

from ..basis import Basis, Found
from ..reason import first_reason
from .consequence import consequences
from .forecasting.against_target import against_target
from .forecasting.choice import FARTHEST
from .forecasting.dates import to_come
from .forecasting.findings import findings
from .forecasting.models.ahead import Bools
from .forecasting.projected import Projected, projected
from .forecasting.tables import choices, points

CANNOT_SAY = "cannot say"
SECTION = "forecast"
"""The fragment of the section of an indicator's page."""


def forecast(basis: Basis) -> Found:
    """A reading a case; the tables `forecasts`, `forecast_choices`, `consequences`
    (`model.frames`)."""
    found = projected(basis)
    texts, ends = to_come(basis.cases, basis.inputs, FARTHEST + 1)
    due = basis.towards["reference_period"].map(
        {text: np.datetime64(period.end) for text, period in basis.inputs.periods.items()}
    )
    aimed = due.to_numpy().astype("datetime64[s]")
    # The steps that end by the target's date, and whether that is all of the way to it.
    before = (ends <= aimed[:, None]).sum(axis=1)
    ahead = aimed > basis.cases["period_end"].to_numpy()
    steps = np.where(ahead, np.minimum(found.horizon, before), found.horizon)
    at_target = ahead & (before >= 1) & (before <= found.horizon)
    reading = _reading(basis, found, texts, steps, at_target)
    reason = _reasons(basis, found, ahead, before)
    reading["reason"] = np.where(reading["verdict"] == CANNOT_SAY, reason, "")
    kind = basis.towards["kind"].to_numpy()
    tables = {
        "forecasts": points(basis.cases, found, texts, steps),
        "forecast_choices": choices(basis.cases, found, steps),
        "consequences": consequences(basis.cases, basis.inputs, reading, at_target, kind),
    }
    # A case without a forecast is read at its latest value, as other readings are.
    own = reading["value"].where(steps > 0, basis.cases["value"])
    words = findings(basis, reading, found)
    shown = reading.assign(value=own, finding=words, working=_working(basis, steps))
    return Found({FORECAST: shown}, tables)


def _reading(
    basis: Basis,
    found: Projected,
    texts: NDArray[np.object_],
    steps: NDArray[np.int64],
    at_target: NDArray[np.bool_],
) -> pd.DataFrame:
    """The verdict at the target's date; without one, what is expected of the last step. Without a
    forecast the latest period and no value."""
    cases, towards = basis.cases, basis.towards
    rows, last = np.arange(len(cases)), np.maximum(steps, 1) - 1
    none = steps == 0
    value = np.where(none, np.nan, found.value[rows, last])
    lower, upper = (np.where(none, np.nan, end[rows, last]) for end in found.bands[0])
    goal = towards["reference_value"].to_numpy(dtype=float)
    verdict = against_target(
        np.where(at_target, lower, np.nan),
        upper,
        goal,
        towards["target_to"].to_numpy(dtype=float),
        towards["kind"].to_numpy(),
        cases["direction"].to_numpy(),
    )
    return pd.DataFrame(
        {
            "verdict": np.where(verdict == "", CANNOT_SAY, verdict),
            "period": np.where(none, cases["period"].astype(object), texts[rows, last]),
            "value": value,
            "reference_period": towards["reference_period"].to_numpy(),
            "reference_area": towards["reference_area"].to_numpy(),
            "reference_value": goal,
            "difference": np.where(at_target, value - goal, np.nan),
            "lower": lower,
            "upper": upper,
        }
    )


def _reasons(
    basis: Basis,
    found: Projected,
    ahead: Bools,
    before: NDArray[np.int64],
) -> NDArray[np.object_]:
    """Why there is no verdict, the first reason that holds."""
    towards = basis.towards
    looked = (found.count.tolist(), found.horizon.tolist(), basis.cases["frequency"].tolist())
    too_far = [said.too_far(*each) for each in zip(*looked, strict=True)]
    return first_reason(
        (found.reason != "", found.reason),
        (towards["reference_value"].isna(), towards["reason"].to_numpy()),
        (~ahead, said.TARGET_PAST),
        (before == 0, said.TARGET_BEFORE_NEXT),
        (before > found.horizon, np.array(too_far, dtype=object)),
        (~found.varies, said.NO_VARIATION),
    )


def _working(basis: Basis, steps: NDArray[np.int64]) -> NDArray[np.object_]:
    """The section of the indicators whose page shows one: those where the whole main area has a
    forecast, or a target that asks for one."""
    cases = basis.cases
    whole = (cases[["organisation", "programme", "group"]] == "").all(axis=1)
    whole &= (cases["area"] == basis.settings.main_area) & (cases["rank"] == 0)
    asked = (steps > 0) | basis.towards["reference_value"].notna().to_numpy()
    shown = cases.loc[whole & asked, "indicator"]
    return np.where(cases["indicator"].isin(shown), SECTION, "").astype(object)
