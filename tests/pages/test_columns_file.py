"""CSV files: what a spreadsheet and a program read back is what stood in the frame."""

from __future__ import annotations

import csv as python_csv
import io

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.parts.columns_file import csv


def test_the_whole_file() -> None:
    frame = pd.DataFrame(
        {
            "area": pd.Categorical(["E08000025", "E08000026", "E08000025"]),
            "day": pd.Series(["2024-04-01", None, "2025-03-31"], dtype="datetime64[s]"),
            "value": [0.1 + 0.2, np.nan, -0.0],
            "note": ['said "no", twice', "two\nlines", ""],
        }
    )
    assert csv(frame) == (
        b"area,day,value,note\r\n"
        b'E08000025,2024-04-01,0.30000000000000004,"said ""no"", twice"\r\n'
        b'E08000026,,,"two\nlines"\r\n'
        b"E08000025,2025-03-31,0,\r\n"
    )


def test_no_rows_is_a_header() -> None:
    assert csv(pd.DataFrame({"area": pd.Series(dtype="category")})) == b"area\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])
def test_no_text_acts_as_a_formula(start: str) -> None:
    read = list(python_csv.reader(io.StringIO(csv(pd.DataFrame({"a": [f"{start}1+1"]})).decode())))
    assert read[1] == [f"'{start}1+1"]


def test_a_negative_number_is_left_as_it_is() -> None:
    assert csv(pd.DataFrame({"a": [-1.5, 2.0, 1e16]})) == b"a\r\n-1.5\r\n2\r\n1e+16\r\n"


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_every_double_reads_back_as_itself(numbers: list[float]) -> None:
    lines = csv(pd.DataFrame({"a": numbers})).decode().split("\r\n")[1:-1]
    assert [float(line) for line in lines] == numbers


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_every_text_reads_back_as_itself(texts: list[str]) -> None:
    frame = pd.DataFrame({"a": pd.Series(texts, dtype=object), "b": ["x"] * len(texts)})
    read = list(python_csv.reader(io.StringIO(csv(frame).decode(), newline=""), strict=True))
    assert [row[0].removeprefix("'") for row in read[1:]] == [t.removeprefix("'") for t in texts]
