"""The columns of the three tables that everything is computed from, written down once.

Text columns are pandas categoricals of `str` ("" stands for all: all organisations, everyone);
numbers are float64 with NaN where there is none. `period` holds the canonical text of a
`model.period.Period`. `group` is "" for everyone, else `sex=female;ethnic_group=black` in the
order in which the breakdowns are written. `flag` holds flags parted by a space, in the order of
`words.Flag`.
"""

from __future__ import annotations

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
