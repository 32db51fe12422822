"""Rows of tables, when their values hold, and how they are written."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

Row = dict[str, object]

FIRST_YEARS = (2021, 2022, 2023, 2024, 2025)
YEARS = tuple(f"{first}/{(first + 1) % 100:02}" for first in FIRST_YEARS)
QUARTERS = tuple(f"{year} Q{quarter}" for year in YEARS for quarter in (1, 2, 3, 4))
MONTHS = tuple(f"{2021 + (3 + n) // 12}-{(3 + n) % 12 + 1:02}" for n in range(60))
SCHOOL_YEARS = ("AY 2018/19", "AY 2021/22", "AY 2022/23", "AY 2023/24", "AY 2024/25")
THREE_YEARS = tuple(f"{first} to {first + 2}" for first in range(2016, 2023))
END_OF_MARCH = tuple(f"{first + 1}-03-31" for first in FIRST_YEARS)
A_NIGHT_IN_NOVEMBER = tuple(f"{first}-11-14" for first in FIRST_YEARS)
MID_APRIL = tuple(f"{first}-04-16" for first in FIRST_YEARS)
LATEST = frozenset([YEARS[-1], QUARTERS[-1], MONTHS[-1], THREE_YEARS[-1], MID_APRIL[-1]])


def provisional(period: str) -> str:
    """The flag of a value: what came last may still be revised."""
    return "p" if period in LATEST else ""


def table(columns: str, *rows: Sequence[object]) -> list[Row]:
    """Rows from values in the order of `columns`, which are parted by spaces."""
    return [dict(zip(columns.split(), row, strict=True)) for row in rows]


def write(folder: Path, name: str, rows: Iterable[Row]) -> None:
    """Write NAME.csv with the columns in the order in which the rows name them first."""
    listed = list(rows)
    columns = list(dict.fromkeys(column for row in listed for column in row))
    columns.sort(key=_last)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(listed)


def _last(column: str) -> int:
    """Values, flags and comments stand after what they are about."""
    ends = ("value", "lower", "upper", "base", "flag", "comment")
    return ends.index(column) + 1 if column in ends else 0
