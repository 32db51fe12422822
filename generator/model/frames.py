"""The columns of the tables that everything is computed from, written down once.

Text columns are pandas categoricals of `str` ("" stands for all: all organisations, everyone);
numbers are float64 with NaN where there is none. `period` holds the canonical text of a
`model.period.Period`. `group` is "" for everyone, else `sex=female;ethnic_group=black` in the
order in which the breakdowns are written. `flag` holds flags parted by a space, in the order of
`words.Flag`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pandas as pd

CELL = ("period", "area", "organisation", "programme", "group")
"""What, beside the metric or indicator, says which value a row is."""

METRICS: dict[str, str] = {
    "metric": "category",
    **dict.fromkeys(CELL, "category"),
    "value": "float64",
    "lower": "float64",
    "upper": "float64",
    "base": "float64",
    "flag": "category",
    "comment": "category",
    "file": "category",  # where the row was read, relative to the site's folder
    "row": "int64",  # as a spreadsheet counts
}

TARGETS: dict[str, str] = {
    "indicator": "category",
    **dict.fromkeys(CELL, "category"),  # area always filled (the main area where left blank)
    "value": "float64",
    "value_to": "float64",
    "kind": "category",
    "basis": "category",
    "where": "category",  # "file row 3" or "file line 9": for messages and the working
}

RESULTS: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "period": "category",
    "period_start": "datetime64[s]",
    "period_end": "datetime64[s]",
    "area": "category",
    "organisation": "category",
    "programme": "category",
    "group": "category",
    "value": "float64",
    "lower": "float64",
    "upper": "float64",
    "confidence": "float64",  # 0.95; NaN where there is no interval
    "numerator": "float64",
    "denominator": "float64",
    "base": "float64",
    "method": "category",  # in words: "proportion, Wilson interval"
    "flag": "category",
    "computed": "category",  # "" or "summed over area", "difference of year-to-date figures", ...
    "reported_by": "category",  # "" or "11 of 15"
}

READINGS: dict[str, str] = {
    "indicator": "category",
    "area": "category",
    "organisation": "category",
    "programme": "category",
    "group": "category",
    "reading": "category",  # words.SINCE_BASELINE, ...
    "verdict": "category",
    "finding": "object",
    "period": "category",
    "value": "float64",
    "reference_period": "category",
    "reference_area": "category",
    "reference_value": "float64",
    "difference": "float64",
    "lower": "float64",
    "upper": "float64",
    "reason": "object",
    "working": "object",  # an address with a fragment: indicators/hubs/#working-since-baseline
}

# What improve readings rest on: the tables of `report.Worked`, in the units of the values.

SPREAD: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "among": "category",  # with whom: "places-ward", "partners-hubs", as in the address
    "area": "category",
    "organisation": "category",
    "programme": "category",
    "period": "category",
    "verdict": "category",
    "reason": "object",
    "value": "float64",
    "numerator": "float64",
    "size": "float64",  # the denominator, or what stands for it; NaN where no counts are known
    "average": "float64",  # of all that are judged, as one
    "lower95": "float64",  # the limits at this size, as the next three
    "upper95": "float64",
    "lower998": "float64",
    "upper998": "float64",
    "level": "int64",  # 0 within the 95% limits, 1 above them, 2 above the 99.8% ones; below: −
    "judged": "bool",
}
"""A row a place or partner in a funnel."""

FUNNEL_LIMITS: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "among": "category",
    "size": "float64",
    "lower95": "float64",
    "upper95": "float64",
    "lower998": "float64",
    "upper998": "float64",
}
"""The curves of each funnel: its limits at sizes from the smallest to the largest."""

PACE: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "area": "category",
    "organisation": "category",
    "programme": "category",
    "group": "category",
    "period": "category",
    "ratio": "float64",  # the way made over the way due by now, by the method that decides
    "other_ratio": "float64",  # by the other; NaN where growth has no meaning
    "compound": "bool",  # whether equal growth decides, not equal steps
    "disagree": "bool",  # whether it is on track by one of them alone
    "close": "bool",  # too close to call: within the margin of error the verdict could be another
}
"""The pace towards a target, of each reading that judges one."""

CONTRIBUTIONS: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "whole_area": "category",  # whose change it is, for everyone there
    "by": "category",  # "group-sex", "places-ward", "partners"
    "area": "category",  # of the part, as the next three; all blank for what parts leave over
    "organisation": "category",
    "programme": "category",
    "group": "category",
    "period": "category",
    "reference_period": "category",
    "value": "float64",  # of the part
    "then_value": "float64",
    "weight": "float64",  # how large the part is in the whole, from 0 to 1, over both periods
    "difference": "float64",  # of the whole
    "contribution": "float64",  # the contributions by one thing add up to the difference
    "through_value": "float64",  # of it, because the part's own value changed
    "through_weight": "float64",  # and because it became more or less of the whole
    "reason": "object",  # why the parts tell nothing: then this row stands alone
}
"""What makes up a clear change since the baseline."""

QUANTILES: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "kind": "category",  # of the areas, such as ward
    "area": "category",
    "period": "category",  # the latest of most areas of the kind
    "value": "float64",
    "quantile": "int64",  # from 1, the worst; where neither way is better, the lowest
    "quantiles": "int64",  # how many there are: 4, 5 or 10
}
"""In which quarter, fifth or tenth of the areas of its kind each area stands."""
_SERIES = ("indicator", "frequency", *CELL[1:])

FORECASTS: dict[str, str] = {
    **dict.fromkeys(_SERIES, "category"),
    "period": "category",  # one to come, in the form of the results' periods
    "value": "float64",
    "lower80": "float64",  # NaN, as the other three, where the values so far do not vary
    "upper80": "float64",
    "lower95": "float64",
    "upper95": "float64",
}
"""What comes next in each series if its recent pattern continues: a row a period to come."""

FORECAST_CHOICES: dict[str, str] = {
    **dict.fromkeys(_SERIES, "category"),
    "model": "category",  # naive, mean, line, drift or damped_holt
    "values": "int64",  # how many it rests on
    "tests": "int64",  # how many of them were held back to choose the model
    "error_naive": "float64",  # mean absolute error over these; NaN where a model was not tried
    "error_mean": "float64",
    "error_line": "float64",
    "error_drift": "float64",
    "error_damped_holt": "float64",
    "since_break": "bool",  # whether values before a break were left out
    "provisional": "bool",  # whether the latest value is
    "seasonal": "bool",  # whether the time of the year was taken out and put back
    "on_logit": "bool",  # whether it was fitted on the logit of a percentage
    "clipped": "bool",  # whether a band was cut off at what is possible
    "varies": "bool",
    "slope": "float64",  # Theil and Sen's, a step
    "odd": "bool",  # whether one value stands far from the others
}
"""How the forecast of each series was made: a row a series that has one."""

CONSEQUENCES: dict[str, str] = {
    **dict.fromkeys(_SERIES, "category"),
    "period": "category",  # of the forecast: the target's, else the last one
    "against": "category",  # "target", or "latest" where the forecast ends before its date
    "reference_period": "category",  # the target's, or that of the latest value
    "people": "float64",  # expected, out of as many as now
    "difference": "float64",  # people more (fewer: below 0) than the target, or than now
    "lower": "float64",  # the ends of the 80% band of that difference
    "upper": "float64",
    "denominator": "float64",  # as many as now; NaN for a plain count
}
"""What a forecast means in people: a row a series that counts them."""

LIMITS: dict[str, str] = {
    "row": "int64",  # the place in RESULTS of the result that the limits hold for
    "part": "int64",  # from 0: the parts of its series that have limits of their own
    "mean": "float64",
    "lower": "float64",  # not clipped at what is possible; NaN where values do not vary
    "upper": "float64",
    "rule": "category",  # of words.SPECIAL_CAUSE, the first that holds; "" for common cause
    "side": "int8",  # 1 above or rising, -1 below or falling, 0 for common cause
    "verdict": "category",  # verdicts.Variation of the result alone
    "fixed": "bool",  # whether they rest on the first values of the part only
}

TRENDS: dict[str, str] = {
    "row": "int64",  # the place in RESULTS of the latest result
    "chi_squared": "float64",
    "held": "bool",  # whether the direction stays whichever of the five is left out
    "by": "category",  # "counts" or "intervals": what the test rests on
}


def empty(columns: Mapping[str, str]) -> pd.DataFrame:
    """A table with these columns and no row."""
    return _empty(tuple(columns.items())).copy()


@cache
def _empty(columns: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """Made once: setting the types of a wide table takes longer than what most readings do."""
    return pd.DataFrame(columns=[name for name, _ in columns]).astype(dict(columns))
