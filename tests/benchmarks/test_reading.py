"""Rows are read and checked in at most 3 times what reading them alone takes.

So many as make the fixed costs small, and still take seconds: `python -m tests.benchmarks.reading`
says the same of 1,000,000 and of 10,000,000.
"""

from __future__ import annotations

from pathlib import Path

from generator import packages
from generator.indicators.methods import METHODS
from tests.benchmarks.reading import measure, site

ALLOWED = 3
ROWS = 200_000


def test_reading_and_checking_against_only_reading() -> None:
    found = measure(ROWS)
    print(f"ratio {found.ratio:.2f}, {found.ours:.2f} s, {found.peak_megabytes:.0f} MB")
    assert found.ratio <= ALLOWED


def test_messages_of_many_rows_are_as_good_as_those_of_ten(tmp_path: Path) -> None:
    folder = site(tmp_path, ROWS)
    path = folder / "datapackages" / "benchmark" / "data" / "metrics.csv"
    lines = path.read_text().split("\n")
    for row, column, text in (
        (165_432, 5, '"1,234"'),
        (190_000, 1, "Oct-24"),
        (199_999, 3, "femal"),
    ):
        cells = lines[row - 1].split(",", 10)
        lines[row - 1] = ",".join([*cells[:column], text, *cells[column + 1 :]])
    del lines[100_000]
    lines.insert(100_000, "asked,2024/25")
    path.write_text("\n".join(lines))
    _, inputs, problems = packages.read(folder, METHODS)
    assert inputs is None
    file = "datapackages/benchmark/data/metrics.csv"
    assert [str(problem) for problem in problems] == [
        f"{file} row 100001: the row has 2 cells, the header has 11\n"
        "    Add the missing cells (a comma for each blank one), or delete the row: notes below "
        "a table are not read.",
        f'{file} row 199999, sex: "femal" is not one of the words for sex\n'
        "    Did you mean 'female'? Known: female, male.",
        f'{file} row 165432, value: "1,234" is not a number\n    Type 1234.',
        f'{file} row 190000, period: "Oct-24" looks like a period that a spreadsheet has changed\n'
        "    Type 2024-10.",
    ]
