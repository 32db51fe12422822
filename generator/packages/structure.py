"""The structure of a CSV judged on its bytes: cells a row, quotes, and cells that are numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

BLOCK = 1 << 20
"""Bytes judged at a time: what is needed beside the file itself stays small."""

COMMA, FEED, RETURN, QUOTE, MINUS, POINT, ZERO = (ord(c) for c in ',\n\r"-.0')
Positions = npt.NDArray[np.int64]
Counts = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

_MARK = np.full(256, 64, dtype=np.uint8)
"""What a byte of a number stands for: 0 a digit, 1 a point, 64 what no number holds."""
_MARK[ZERO : ZERO + 10] = 0
_MARK[POINT] = 1
LONGEST_NUMBER = 47  # a minus, 15 digits, a point and 30 digits (numbers.PATTERN)


@dataclass(frozen=True)
class Scan:
    """What the bytes say of the rows after the header.

    `cells`: how many each row has (0 for an empty line); `ends`: the position after each row's
    line feed; `bad_quote`: the row (0 = first) with a quote in a place where none may stand, or
    None; `unsure`: columns in which some cell is not plainly a number.
    """

    cells: Counts
    ends: Positions
    bad_quote: int | None
    unsure: frozenset[int]


def scan(body: bytes, width: int, numeric: Sequence[int], block_size: int = BLOCK) -> Scan:
    """Judge the rows of `body`, which starts after the header's line feed.

    `body` holds no NUL and no carriage return without a line feed, and ends with a line feed.
    """
    data = np.frombuffer(body, dtype=np.uint8)
    quoted = b'"' in body
    cells: list[Counts] = []
    ends: list[Positions] = []
    unsure: set[int] = set()
    start, rows = 0, 0
    while start < len(data):
        stop = (
            len(body) if len(body) - start <= block_size else _after_feed(body, start, block_size)
        )
        if quoted and body.count(b'"', start, stop) % 2:
            stop = _next_even(data, start, block_size)
        unclosed = stop == 0
        stop = stop or len(body)
        block = data[start:stop]
        separators, bad = _separators(block) if quoted else (_plain_separators(block), None)
        line_ends = np.flatnonzero(block[separators] == FEED)
        if unclosed and bad is None:  # the last quote opens a cell that nothing closes
            bad = int(np.flatnonzero(block == QUOTE)[-1])
        if bad is not None:
            before = int(np.searchsorted(separators[line_ends], bad))
            return Scan(*_joined(cells, ends), rows + before, frozenset(unsure))
        counts = np.diff(line_ends, prepend=-1).astype(np.int32)
        blank = _is_empty_line(block, separators, line_ends)
        unsure |= _unsure(block, separators, counts, width, numeric, blank)
        counts[blank] = 0
        cells.append(counts)
        ends.append(separators[line_ends] + start + 1)
        rows += len(counts)
        start = stop
    return Scan(*_joined(cells, ends), None, frozenset(unsure))


def _joined(cells: list[Counts], ends: list[Positions]) -> tuple[Counts, Positions]:
    if not cells:
        return np.empty(0, dtype=np.int32), np.empty(0, dtype=np.int64)
    return np.concatenate(cells), np.concatenate(ends)


def _after_feed(body: bytes, start: int, size: int) -> int:
    """After the last line feed of the block that starts here, or the first one after it."""
    last = body.rfind(b"\n", start, start + size)
    return (last if last >= 0 else body.find(b"\n", start)) + 1


def _next_even(data: npt.NDArray[np.uint8], start: int, size: int) -> int:
    """After the last line feed of the block, or of one twice as long and so on, at which no quote
    is open; 0 where there is none."""
    while True:
        part = data[start : start + size]
        outside = np.cumsum(part == QUOTE, dtype=np.int64) % 2 == 0
        feeds = np.flatnonzero((part == FEED) & outside)
        if len(feeds):
            return start + int(feeds[-1]) + 1
        if start + size >= len(data):
            return 0
        size *= 2


def _plain_separators(block: npt.NDArray[np.uint8]) -> Positions:
    return np.flatnonzero((block == COMMA) | (block == FEED))


def _separators(block: npt.NDArray[np.uint8]) -> tuple[Positions, int | None]:
    """Positions of the commas and line feeds outside quotes, and of the first misplaced quote.

    A quote opens only at the start of a cell and closes only at its end; within, two stand for
    one (the first closes and the second, beside it, opens again).
    """
    quotes = np.flatnonzero(block == QUOTE)
    found = _plain_separators(block)
    turns = np.bincount(np.searchsorted(found, quotes), minlength=len(found) + 1)
    found = found[np.cumsum(turns[: len(found)]) % 2 == 0]
    before = np.where(quotes > 0, block[quotes - 1], FEED)
    after = np.where(quotes + 1 < len(block), block[np.minimum(quotes + 1, len(block) - 1)], FEED)
    again = np.zeros(len(quotes), dtype=bool)
    again[1:] = np.diff(quotes) == 1
    opens = np.arange(len(quotes)) % 2 == 0
    at_start = (before == COMMA) | (before == FEED) | again
    at_end = (after == COMMA) | (after == FEED) | (after == RETURN) | (after == QUOTE)
    wrong = quotes[np.where(opens, ~at_start, ~at_end)]
    return found, int(wrong[0]) if len(wrong) else None


def _is_empty_line(
    block: npt.NDArray[np.uint8], separators: Positions, line_ends: Positions
) -> Bools:
    ends = separators[line_ends]
    starts = np.concatenate(([0], ends[:-1] + 1))
    length = ends - starts
    first_is_return = block[np.minimum(starts, len(block) - 1)] == RETURN
    empty: Bools = (length == 0) | ((length == 1) & first_is_return)
    return empty


def _unsure(
    block: npt.NDArray[np.uint8],
    separators: Positions,
    counts: Counts,
    width: int,
    numeric: Sequence[int],
    blank: Bools,
) -> set[int]:
    """Columns in which a cell is neither blank nor plainly a number."""
    if not numeric:
        return set()
    if not len(counts) or (counts != width).any() or blank.any():
        return set(numeric)
    ends = separators.reshape(-1, width)
    return {column for column in numeric if _has_other(block, ends, column)}


def _has_other(block: npt.NDArray[np.uint8], ends: Positions, column: int) -> bool:
    """Whether a filled cell of this column is anything but a number as `numbers.PATTERN` has it."""
    stop = ends[:, column]
    start = ends[:, column - 1] + 1 if column else np.concatenate(([0], ends[:-1, -1] + 1))
    if column == ends.shape[1] - 1:  # the last cell of a row may end with \r\n
        stop = stop - ((stop > start) & (block[stop - 1] == RETURN))
    filled = stop > start
    start, stop = start[filled], stop[filled]
    start = start + (block[start] == MINUS)
    length = stop - start
    if not len(length):
        return False
    if length.max() > LONGEST_NUMBER or length.min() < 1:
        return True
    digits = np.minimum(start + 1, len(block) - 1)
    has_leading_zero = (length > 1) & (block[start] == ZERO) & (_MARK[block[digits]] == 0)
    marks, whole = np.zeros(len(start), dtype=np.uint16), np.zeros(len(start), dtype=np.uint8)
    for place in range(int(length.max())):
        mark = _MARK[block[np.minimum(start + place, len(block) - 1)]]
        marks += np.where(place < length, mark, 0)
        whole += (marks == 0) & (place < length)
    wrong = (
        (marks > 1)
        | has_leading_zero
        | (_MARK[block[start]] != 0)
        | (_MARK[block[stop - 1]] != 0)
        | (whole > 15)
    )
    return bool(wrong.any())
