"""From values to results and readings grows with the values, and no faster.

`python -m tests.benchmarks.improving` says it of 1 million rows.
"""

from __future__ import annotations

from tests.benchmarks.improving import measure

FEW, MANY = 4, 16
ALLOWED = 1.5
"""Four times the indicators may take four times as long, and so much more for what else goes on."""


def test_results_and_readings_grow_with_the_rows() -> None:
    few, many = measure(FEW), measure(MANY)
    more = many.rows / few.rows
    took = many.ours / few.ours
    print(f"{more:.1f} times the rows take {took:.1f} times as long, {many.megabytes:.0f} MB")
    assert many.readings / few.readings == MANY / FEW
    assert took <= ALLOWED * more
