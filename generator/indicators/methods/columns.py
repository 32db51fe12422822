"""What a method takes and gives: columns of equal length, NaN where there is no number."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Words = NDArray[np.object_]

CONFIDENCE = 0.95

# Why a result has no value although its metrics have.
NOTHING_TO_DIVIDE_BY = "divided by zero"
PART_OVER_WHOLE = "the numerator is larger than the denominator"
NEGATIVE = "a count is below zero"
IMPOSSIBLE_SQUARES = "the squares do not go with the sum and the count"
FEW_EVENTS = "there were fewer than 10 events"
CATEGORY_MISSING = "a category has no number"
NO_REFERENCE = "the reference has no number for the period"
UNKNOWN = (FEW_EVENTS, CATEGORY_MISSING, NO_REFERENCE)
"""Reasons that leave a value unknown that there is."""
IMPOSSIBLE = (PART_OVER_WHOLE, NEGATIVE, IMPOSSIBLE_SQUARES)
"""Reasons that say that the data are wrong; a zero denominator may be right."""


@dataclass(frozen=True)
class Values:
    """One metric's column with the limits that the source published, where it did."""

    value: Floats
    lower: Floats | None = None
    upper: Floats | None = None


@dataclass(frozen=True)
class ByCategory:
    """One metric's values by the categories of a breakdown: a row a result, a column a category."""

    value: Floats
    categories: tuple[str, ...]


@dataclass(frozen=True)
class Columns:
    """Results as columns. `undefined` is a reason where a value cannot be, else ""."""

    value: Floats
    lower: Floats
    upper: Floats
    confidence: Floats
    numerator: Floats
    denominator: Floats
    method: Words
    undefined: Words


def columns(
    value: Floats,
    method: str | Words,
    *,
    limits: tuple[Floats | None, Floats | None] = (None, None),
    confidence: float = CONFIDENCE,
    numerator: Floats | None = None,
    denominator: Floats | None = None,
    undefined: Words | None = None,
) -> Columns:
    """The columns of a method; an undefined value loses its limits, a lone limit goes.

    `method` is one text for all rows or a column of texts.
    """
    none = np.full(value.shape, np.nan)
    reasons = np.full(value.shape, "", dtype=object) if undefined is None else undefined
    value = np.where(reasons == "", value, np.nan)
    lower, upper = (none if limit is None else limit for limit in limits)
    whole = ~(np.isnan(value) | np.isnan(lower) | np.isnan(upper))
    return Columns(
        value=value,
        lower=np.where(whole, lower, np.nan),
        upper=np.where(whole, upper, np.nan),
        confidence=np.where(whole, confidence, np.nan),
        numerator=none if numerator is None else numerator,
        denominator=none if denominator is None else denominator,
        method=np.full(value.shape, method, dtype=object) if isinstance(method, str) else method,
        undefined=reasons,
    )


def reasons(*cases: tuple[NDArray[np.bool_], str]) -> Words:
    """The first reason whose condition holds in each row, else ""."""
    chosen = np.full(cases[0][0].shape, "", dtype=object)
    for condition, reason in reversed(cases):
        chosen[condition] = reason
    return chosen
