"""What there is to read: for each cell of an indicator its latest result and its baseline."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.indicator import Indicator
from generator.model.report import Inputs

SERIES = ["frequency", "area", "organisation", "programme", "group"]
CARRIED = ["period", "period_start", "period_end", "value", "lower", "upper"]
CARRIED += ["numerator", "denominator", "flag"]

NO_BASELINE_ROW = "missing"
OTHER_FREQUENCY = "frequency"


def cases(rows: pd.DataFrame, indicator: Indicator, inputs: Inputs, main_area: str) -> pd.DataFrame:
    """One row a cell and frequency from one indicator's `frames.RESULTS`.

    Columns: SERIES; CARRIED of the latest period; the same with `then_` of the baseline;
    `baseline`, "" or why there is none; `broken`, whether a break stands after the baseline;
    `reported_by`. The baseline is the indicator's (its own value for the whole main area), else
    the first result that has a value.
    """
    rows = rows.sort_values([*SERIES, "period_end"], kind="stable", ignore_index=True)
    series = rows.groupby(SERIES, observed=True, sort=False).ngroup().to_numpy()
    rows = rows.assign(series=series)
    latest = rows.drop_duplicates("series", keep="last").set_index("series")
    found = latest[[*SERIES, *CARRIED, "reported_by"]].astype(
        dict.fromkeys((*SERIES, "period", "flag", "reported_by"), object)
    )
    then = _baselines(rows, indicator).reindex(found.index)
    for column in CARRIED:
        found[f"then_{column}"] = then[column]
    found["baseline"] = np.where(found["then_period"].isna(), NO_BASELINE_ROW, "")
    if indicator.baseline is not None:
        found = _as_written(found, indicator, main_area)
    found["broken"] = _broken(rows, found)
    return found.reset_index(drop=True)


def _baselines(rows: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """The baseline's row of each series, by series."""
    if indicator.baseline is None:
        chosen = rows[rows["value"].notna()].drop_duplicates("series")
    else:
        chosen = rows[rows["period"] == str(indicator.baseline.period)]
    chosen = chosen.set_index("series")[CARRIED]
    return chosen.astype({"period": object, "flag": object})


def _as_written(found: pd.DataFrame, indicator: Indicator, main_area: str) -> pd.DataFrame:
    """With the indicator's baseline: its period, and for the whole main area maybe its value."""
    baseline = indicator.baseline
    assert baseline is not None
    whole = (found[["organisation", "programme", "group"]] == "").all(axis=1)
    own = whole & (found["area"] == main_area) & (baseline.value is not None)
    other = (found["frequency"] != baseline.period.frequency).to_numpy()
    found["then_period"] = str(baseline.period)
    found["then_period_start"] = pd.Timestamp(baseline.period.start)
    found["then_period_end"] = pd.Timestamp(baseline.period.end)
    found.loc[own, "then_value"] = baseline.value
    found.loc[own, ["then_lower", "then_upper", "then_numerator", "then_denominator"]] = np.nan
    found.loc[own, "then_flag"] = ""
    found.loc[own, "baseline"] = ""
    found.loc[other, "baseline"] = OTHER_FREQUENCY
    found.loc[other, "then_value"] = np.nan
    return found


def _broken(rows: pd.DataFrame, found: pd.DataFrame) -> NDArray[np.bool_]:
    """Whether a result after the baseline, up to the latest, carries the flag b."""
    flags = rows["flag"].astype("category").cat
    breaks = np.array(["b" in str(text).split() for text in flags.categories])[flags.codes]
    ends = found["then_period_end"].to_numpy()[rows["series"].to_numpy()]
    after = breaks & (rows["period_end"].to_numpy() > ends)
    counted = np.bincount(rows["series"].to_numpy(), weights=after, minlength=len(found))
    return np.asarray(counted > 0)
