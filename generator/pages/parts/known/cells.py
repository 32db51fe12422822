"""Rows of results and readings as typed values, read out of the frames by whole columns.

They are named tuples, not dataclasses: a report has as many as it has rows, and these are made in a
tenth of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

By = tuple[str, str]
"""An organisation and a programme; blank means all."""
EVERY_PARTNER: By = ("", "")


class Result(NamedTuple):
    """An indicator's value in one cell; numbers are None where there is none."""

    frequency: str
    period: str
    start: date
    end: date
    area: str
    organisation: str
    programme: str
    group: str
    value: float | None
    lower: float | None
    upper: float | None
    confidence: float | None
    numerator: float | None
    denominator: float | None
    base: float | None
    method: str
    flags: tuple[str, ...]
    computed: str
    reported_by: str

    @property
    def by(self) -> By:
        """By whom and under what it was reported."""
        return self.organisation, self.programme


class Reading(NamedTuple):
    """What the results of one cell say under one heading; numbers are None where there is none."""

    area: str
    organisation: str
    programme: str
    group: str
    reading: str
    verdict: str
    finding: str
    period: str
    value: float | None
    reference_period: str
    reference_area: str
    reference_value: float | None
    difference: float | None
    lower: float | None
    upper: float | None
    reason: str
    working: str

    @property
    def cell(self) -> tuple[str, str, str, str]:
        """Where, by whom, under what and for which group it is said."""
        return self.area, self.organisation, self.programme, self.group

    @property
    def by(self) -> By:
        """By whom and under what it is said."""
        return self.organisation, self.programme

    @property
    def whole(self) -> bool:
        """Whether it speaks of everyone, over all organisations and programmes."""
        return not (self.organisation or self.programme or self.group)


class Staged(NamedTuple):
    """One stage of an indicator in one cell; numbers are None where there is none."""

    metric: str
    frequency: str
    period: str
    start: date
    end: date
    organisation: str
    programme: str
    value: float | None
    share: float | None
    partners: float | None
    flags: tuple[str, ...]


_NUMBERS = (
    *("share", "partners"),
    *("value", "lower", "upper", "confidence", "numerator", "denominator", "base"),
    *("reference_value", "difference"),
)


def results(rows: pd.DataFrame) -> Iterator[Result]:
    """The rows of a frame with the columns of `frames.RESULTS`, in their order."""
    return map(Result._make, zip(*(_field(rows, name) for name in Result._fields), strict=True))


def readings(rows: pd.DataFrame) -> Iterator[Reading]:
    """The rows of a frame with the columns of `frames.READINGS`, in their order."""
    return map(Reading._make, zip(*(_field(rows, name) for name in Reading._fields), strict=True))


def staged(rows: pd.DataFrame) -> Iterator[Staged]:
    """The rows of a frame with the columns of `change_frames.STAGES`, in their order."""
    return map(Staged._make, zip(*(_field(rows, name) for name in Staged._fields), strict=True))


def _field(rows: pd.DataFrame, name: str) -> Iterable[Any]:
    if name in _OF:
        column, read = _OF[name]
        return read(rows[column])
    return _numbers(rows[name]) if name in _NUMBERS else _texts(rows[name])


def _texts(column: pd.Series) -> list[str]:
    """The texts of a column, "" where there is none."""
    array = column.array
    if isinstance(array, pd.Categorical):
        texts = np.append(array.categories.to_numpy(dtype=object), "")
        found: list[str] = texts[array.codes].tolist()
        return found
    return [text if isinstance(text, str) else "" for text in column.tolist()]


def _numbers(column: pd.Series) -> list[float | None]:
    numbers = column.to_numpy(dtype=float)
    found = numbers.astype(object)
    found[np.isnan(numbers)] = None
    plain: list[float | None] = found.tolist()
    return plain


def _days(column: pd.Series) -> list[date]:
    days: list[date] = column.to_numpy().astype("datetime64[D]").tolist()
    return days


def _flags(column: pd.Series) -> list[tuple[str, ...]]:
    texts = _texts(column)
    parted = {text: tuple(text.split()) for text in set(texts)}
    return [parted[text] for text in texts]


_OF: dict[str, tuple[str, Callable[[pd.Series], Iterable[Any]]]] = {
    "start": ("period_start", _days),
    "end": ("period_end", _days),
    "flags": ("flag", _flags),
}
"""The fields that are not a column as it stands: of which column, and how."""


def of_partners(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of everyone that hold for an organisation, for a programme, or for both."""
    return rows[((rows["organisation"] != "") | (rows["programme"] != "")) & (rows["group"] == "")]


def of_everyone(rows: pd.DataFrame) -> pd.Series:
    """Whether each row holds for everyone, over all organisations and programmes."""
    return (rows["organisation"] == "") & (rows["programme"] == "") & (rows["group"] == "")


def whole(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that hold for everyone, over all organisations and programmes."""
    return rows[of_everyone(rows)]


def last_period(rows: pd.DataFrame) -> str:
    """The last period in which everyone has a value somewhere, "" where there is none."""
    valued = rows[of_everyone(rows) & rows["value"].notna()]
    return "" if valued.empty else str(valued.sort_values("period_end")["period"].iloc[-1])


def years(results: Iterable[Result]) -> str:
    """ "2001 to 2024": from the year of the first day to that of the last."""
    found = [(result.start.year, result.end.year) for result in results]
    if not found:
        return ""
    first, last = min(start for start, _ in found), max(end for _, end in found)
    return f"{first}" if first == last else f"{first} to {last}"
