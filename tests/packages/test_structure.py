"""The structure read off the bytes is that of `csv.reader(strict=True)`."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.packages import numbers
from generator.packages.structure import scan

BODIES = st.text(alphabet='ab1,,,"\n\n', max_size=60).map(lambda text: text + "\n")


def by_csv(body: str) -> list[list[str]] | None:
    """The rows as the csv module has them, None where it refuses."""
    try:
        return list(csv.reader(io.StringIO(body, newline=""), strict=True))
    except csv.Error:
        return None


CELL = r'(?:"(?:[^"]|"")*"|[^",\n]*)'
TABLE = re.compile(rf"(?:{CELL}(?:,{CELL})*\n)*")


@settings(deadline=None)  # the machine may be busy
@given(BODIES, st.sampled_from([3, 7, 1 << 20]))
def test_quotes_are_where_rfc_4180_has_them_and_cells_as_csv_counts_them(
    body: str, block_size: int
) -> None:
    found, expected = scan(body.encode(), 3, (), block_size), by_csv(body)
    assert (found.bad_quote is None) == bool(TABLE.fullmatch(body))
    if found.bad_quote is None:
        assert expected is not None, "csv refuses what we accept"
        assert found.cells.tolist() == [len(row) for row in expected]


@settings(deadline=None)  # the machine may be busy
@given(BODIES, st.sampled_from([3, 1 << 20]))
def test_the_row_of_a_misplaced_quote_is_named(body: str, block_size: int) -> None:
    good = 'a,"b\n""c""",d\n' * 3
    found = scan((good + 'a"b,c,d\n' + body).encode(), 3, (), block_size)
    assert found.bad_quote == 3


@settings(deadline=None)  # the machine may be busy
@given(st.sampled_from([3, 1 << 20]))
def test_the_row_of_a_quote_that_nothing_closes_is_named(block_size: int) -> None:
    good = 'a,"b\n""c""",d\n' * 3
    assert scan((good + 'a,"b,c\n' + "a,b,c\n" * 9).encode(), 3, (), block_size).bad_quote == 3


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.text(alphabet="0123456789.-+eE ,_a", max_size=20), min_size=1, max_size=6))
def test_only_plain_numbers_are_sure(texts: list[str]) -> None:
    cells = [text.replace(",", "") for text in texts]
    body = "".join(f"a,{cell},b\n" for cell in cells)
    are_numbers = all(not cell or re.fullmatch(numbers.PATTERN, cell) for cell in cells)
    assert (scan(body.encode(), 3, (1,)).unsure == frozenset()) == are_numbers


@pytest.mark.parametrize("cell", ["0", "-0", "12", "-1.5", "0.25", "123456789012345", "0.1", ""])
def test_numbers_at_the_end_of_a_line_of_windows(cell: str) -> None:
    assert scan(f"a,{cell}\r\n".encode(), 2, (1,)).unsure == frozenset()


@pytest.mark.parametrize(
    "cell", ["-", ".", "--1", "1-", "01", "-01", "1.", ".1", "1.2.3", " 1", "1e3"]
)
def test_what_is_no_number_is_not_sure(cell: str) -> None:
    assert scan(f"a,{cell}\r\n".encode(), 2, (1,)).unsure == frozenset({1})


def test_blank_lines_have_no_cells() -> None:
    assert scan(b"a,b\n\n\r\nc,d\n", 2, ()).cells.tolist() == [2, 0, 0, 2]


def test_ends_are_after_each_line_feed() -> None:
    assert scan(b'a,"b\n"\nc,d\n', 2, ()).ends.tolist() == [7, 11]
