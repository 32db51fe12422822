"""Rows of a table that are none of its data: empty ones, a second header, notes below it."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import Problem
from . import rows


def without(
    frame: pd.DataFrame, numbered: npt.NDArray[np.int64], file: str
) -> tuple[pd.DataFrame, npt.NDArray[np.int64], list[Problem]]:
    """The frame without rows that are blank throughout or repeat the header."""
    problems: list[Problem] = []
    stray = np.zeros(len(frame), dtype=bool)
    for what, texts in (
        ("the row is empty", dict.fromkeys(frame, "")),
        ("the row repeats the header", dict(zip(frame, frame, strict=True))),
    ):
        hit = np.ones(len(frame), dtype=bool)
        for name, text in texts.items():
            if not hit.any():
                break
            column = frame[name]
            hit &= column.isna() & (text == "") if column.dtype == np.float64 else column == text
        problems += rows.at_rows(file, "", numbered[hit], what, "Delete it.")
        stray |= hit
    if not stray.any():
        return frame, numbered, []
    return frame[~stray].reset_index(drop=True), numbered[~stray], problems


def without_notes(
    frame: pd.DataFrame, numbered: npt.NDArray[np.int64], file: str
) -> tuple[pd.DataFrame, npt.NDArray[np.int64], list[Problem]]:
    """The frame without rows in which only the first cell, a text, is filled in."""
    note = np.ones(len(frame), dtype=bool)
    for at, name in enumerate(frame):
        if not note.any():
            return frame, numbered, []
        column = frame[name]
        blank = (column.isna() if column.dtype == np.float64 else column == "").to_numpy()
        note &= ~blank if at == 0 else blank
    if not note.any():
        return frame, numbered, []
    what = "only the first cell of the row is filled in"
    hint = "Delete the row if it is a note or a source: they are not read. Else fill in the rest."
    problems = rows.at_rows(file, "", numbered[note], what, hint)
    return frame[~note].reset_index(drop=True), numbered[~note], problems
