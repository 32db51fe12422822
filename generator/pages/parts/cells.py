"""Rows of results and readings as typed values, read out of the frames in one pass."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

By = tuple[str, str]
"""An organisation and a programme; blank means all."""
EVERY_PARTNER: By = ("", "")


@dataclass(frozen=True)
class Result:
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


@dataclass(frozen=True)
class Reading:
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


def results(rows: pd.DataFrame) -> Iterator[Result]:
    """The rows of a frame with the columns of `frames.RESULTS`, in their order."""
    texts = "frequency period area organisation programme group method computed reported_by"
    numbers = "value lower upper confidence numerator denominator base"
    read = _columns(rows, texts.split(), numbers.split())
    read["start"] = rows["period_start"].dt.date
    read["end"] = rows["period_end"].dt.date
    read["flags"] = (tuple(flag.split()) for flag in _text(rows["flag"]))
    return (Result(**fields) for fields in _rows(read))


def readings(rows: pd.DataFrame) -> Iterator[Reading]:
    """The rows of a frame with the columns of `frames.READINGS`, in their order."""
    texts = (
        "area organisation programme group reading verdict finding period reference_period "
        "reference_area reason working"
    )
    numbers = "value reference_value difference lower upper"
    return (Reading(**fields) for fields in _rows(_columns(rows, texts.split(), numbers.split())))


def _columns(
    rows: pd.DataFrame, texts: Iterable[str], numbers: Iterable[str]
) -> dict[str, Iterable[Any]]:
    return {name: _text(rows[name]) for name in texts} | {
        name: (None if math.isnan(n) else n for n in rows[name].to_numpy(dtype=float).tolist())
        for name in numbers
    }


def _text(column: pd.Series) -> Iterable[str]:
    return ("" if not isinstance(text, str) else text for text in column)


def _rows(columns: dict[str, Iterable[Any]]) -> Iterator[dict[str, Any]]:
    names = tuple(columns)
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(names, row, strict=True))


def of_partners(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of everyone that hold for an organisation, for a programme, or for both."""
    return rows[((rows["organisation"] != "") | (rows["programme"] != "")) & (rows["group"] == "")]


def whole(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows that hold for everyone, over all organisations and programmes."""
    return rows[(rows["organisation"] == "") & (rows["programme"] == "") & (rows["group"] == "")]


def years(results: Iterable[Result]) -> str:
    """ "2001 to 2024": from the year of the first day to that of the last."""
    found = [(result.start.year, result.end.year) for result in results]
    if not found:
        return ""
    first, last = min(start for start, _ in found), max(end for _, end in found)
    return f"{first}" if first == last else f"{first} to {last}"
