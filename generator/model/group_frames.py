"""The columns of the tables of `report.Worked` that speak of groups of people."""

from __future__ import annotations

_OF_GROUPS: dict[str, str] = {
    "indicator": "category",
    "frequency": "category",
    "period": "category",
    "area": "category",
    "organisation": "category",
    "programme": "category",
    "breakdown": "category",  # its id; of an intersection "sex;ethnic_group"
}

GAPS: dict[str, str] = {
    **_OF_GROUPS,
    "group": "category",
    "direction": "category",
    "against": "category",  # the reference's group, or in words; "" where there is nothing
    "chosen": "bool",  # whether the reading is taken from this row: one a group and frequency
    "current": "bool",  # whether it is of the latest period that its breakdown has
    "single": "bool",  # no intersection
    "top": "bool",  # within no larger category
    "furthest": "bool",  # the group of its breakdown that is furthest behind
    "followed": "bool",  # the group by which its breakdown's gap is said to narrow or widen
    "value": "float64",
    "own_lower": "float64",
    "own_upper": "float64",
    "people": "float64",
    "other_value": "float64",
    "difference": "float64",
    "lower": "float64",
    "upper": "float64",
    "ratio": "float64",
    "ratio_lower": "float64",
    "ratio_upper": "float64",
    "stands": "category",  # behind, ahead; higher, lower where neither is better; "" where alike
    "verdict": "category",
    "reason": "object",
    "then_period": "category",  # the baseline, and the same at it
    "then_value": "float64",
    "then_other_value": "float64",
    "then_difference": "float64",
    "then_lower": "float64",
    "then_upper": "float64",
    "then_ratio": "float64",
    "change": "float64",  # of the size of the difference: less than 0, it has shrunk
    "change_lower": "float64",
    "change_upper": "float64",
    "over_time": "category",
    "over_time_reason": "object",
}
"""Each group held against its reference, and against everyone else: a row a pair."""

INEQUALITY: dict[str, str] = {
    **_OF_GROUPS,
    "groups": "int64",  # with a value, of those that hold no larger category
    "disparity": "float64",  # in percent of the mean
    "slope": "float64",  # the least minus the most deprived end of the line, in the unit
    "lower": "float64",
    "upper": "float64",
    "ratio": "float64",  # the least over the most deprived end: RII (ratio of extremes)
    "ratio_lower": "float64",
    "ratio_upper": "float64",
    "reason": "object",  # why there is no slope
}
"""How unequal all groups of a breakdown are, in one number: a row a breakdown and cell."""

REACH: dict[str, str] = {
    **_OF_GROUPS,
    "group": "category",
    "current": "bool",  # whether it is of the latest period that its breakdown has
    "reached": "float64",  # how many people of the group
    "share": "float64",  # of all reached whose group is known, from 0 to 1
    "eligible": "float64",  # how many could have been reached
    "eligible_share": "float64",
    "eligible_period": "category",
    "expected": "float64",  # reached, if all groups were reached alike
    "ratio": "float64",  # representation ratio: share over eligible share
    "lower": "float64",
    "upper": "float64",
    "not_stated": "float64",  # of all reached the share that did not say, as next to this group
    "dissimilarity": "float64",  # of its breakdown, from 0 to 1
    "verdict": "category",
    "reason": "object",
}
"""Who is reached, out of those who could be: a row a group."""
