"""Metric values as whole columns of small integers, so that cells can be matched and summed fast.

Each text column becomes codes into one list of words, the same for all metrics; several flags
become the bits of one number. `Cells` is what the sums of `totals` take and give.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from generator.model.frames import CELL
from generator.model.words import DIFFERENCE, FLAGS_WITHOUT_VALUE, Dimension, Flag

Codes = NDArray[np.int64]
FLAGS: tuple[str, ...] = get_args(Flag)
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
WITHOUT_VALUE = sum(1 << FLAGS.index(flag) for flag in FLAGS_WITHOUT_VALUE)
BREAK = 1 << FLAGS.index("b")
NOT_AVAILABLE = 1 << FLAGS.index("x")
NOT_APPLICABLE = 1 << FLAGS.index("z")
KEY = ("metric", *CELL)
YEAR_TO_DATE = 1 << len(DIMENSIONS)
"""The bit, beside those of the dimensions, of a difference of two year-to-date figures."""


@dataclass(frozen=True)
class Cells:
    """Values by cell. `words` are the texts of the codes of `metric` and each column of CELL.

    Columns of `frame`: KEY as codes; value, lower, upper, base; `flags` as bits; `computed`, the
    dimensions summed over (and YEAR_TO_DATE) as bits; `leaves`, on how many published values a
    value rests; `file` and `row`, from which it was read (-1 where it was computed).
    """

    frame: pd.DataFrame
    words: Mapping[str, tuple[str, ...]]

    def code(self, column: str, word: str) -> int:
        """The code of a word, -1 where it is unknown."""
        words = self.words[column]
        return words.index(word) if word in words else -1

    def adding(self, rows: pd.DataFrame, **words: tuple[str, ...]) -> Cells:
        """These cells and more; `words` replaces the words of columns that got new ones."""
        frame = pd.concat([self.frame, rows[self.frame.columns]], ignore_index=True)
        return replace(self, frame=frame, words={**self.words, **words})


def cells(values: pd.DataFrame) -> Cells:
    """The `frames.METRICS` values as cells; of two rows with one key the first stands."""
    coded: dict[str, NDArray[np.int64] | NDArray[np.float64]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for column in KEY:
        codes, words[column] = _coded(values[column])
        coded[column] = codes
    flag_codes, flag_texts = _coded(values["flag"])
    bits = np.array([flag_bits(text) for text in flag_texts] or [0], dtype=np.int64)
    flags = bits[flag_codes]
    file_codes, words["file"] = _coded(values["file"])
    shown = (flags & WITHOUT_VALUE) == 0
    for column in ("value", "lower", "upper", "base"):
        numbers = values[column].to_numpy(dtype=float)
        coded[column] = numbers if column == "base" else np.where(shown, numbers, np.nan)
    frame = pd.DataFrame(
        {
            **coded,
            "flags": flags,
            "computed": np.zeros(len(values), dtype=np.int64),
            "leaves": np.ones(len(values), dtype=np.int64),
            "file": file_codes,
            "row": values["row"].to_numpy(dtype=np.int64),
        }
    )
    _, first = np.unique(key(frame, KEY), return_index=True)
    if len(first) < len(frame):
        frame = frame.iloc[np.sort(first)].reset_index(drop=True)
    return Cells(frame, words)


def _coded(column: pd.Series) -> tuple[Codes, tuple[str, ...]]:
    """Codes into the column's words; "" is always among them, and stands for missing too."""
    category = column.astype("category").cat
    words = [str(word) for word in category.categories]
    if "" not in words:
        words.append("")
    codes = category.codes.to_numpy().astype(np.int64)
    return np.where(codes < 0, words.index(""), codes), tuple(words)


def key(frame: pd.DataFrame, columns: Sequence[str]) -> Codes:
    """One whole number for each combination of the codes in these columns."""
    whole = np.zeros(len(frame), dtype=np.int64)
    reach = 1
    for column in columns:
        codes = frame[column].to_numpy()
        size = int(codes.max(initial=0)) + 1
        if reach > 2**62 // size:  # too many to number: number only those that occur
            whole = np.unique(whole, return_inverse=True)[1].astype(np.int64)
            reach = int(whole.max(initial=0)) + 1
        whole = whole * size + codes
        reach *= size
    return whole


def flag_bits(text: str) -> int:
    """Flags parted by spaces as bits; what is no flag counts for nothing."""
    return sum(1 << FLAGS.index(flag) for flag in set(text.split()) if flag in FLAGS)


def flag_text(bits: int) -> str:
    """Bits as flags parted by spaces, in the order of `words.Flag`."""
    return " ".join(flag for place, flag in enumerate(FLAGS) if bits >> place & 1)


def dimension_bit(dimension: Dimension) -> int:
    """The bit of a dimension that was summed over."""
    return 1 << DIMENSIONS.index(dimension)


def computed_text(bits: int) -> str:
    """ "" or "summed over area", "summed over area and organisation", …, and what was summed
    where that is "difference of year-to-date figures", after a semicolon."""
    names: Iterable[str] = [name for place, name in enumerate(DIMENSIONS) if bits >> place & 1]
    *first, last = names or [""]
    joined = f"{', '.join(first)} and {last}" if first else last
    said = [f"summed over {joined}"] if joined else []
    return "; ".join([*said, *([DIFFERENCE] if bits & YEAR_TO_DATE else [])])
