"""1,000,000 rows are read and checked in at most 3 times what reading them alone takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import packages
from generator.indicators.methods import METHODS
from tests.benchmarks.reading import measure, site

ALLOWED = 3


@pytest.mark.slow
def test_a_million_rows() -> None:
    found = measure(1_000_000)
    print(f"ratio {found.ratio:.2f}, {found.ours:.2f} s, {found.peak_megabytes:.0f} MB")
    assert found.ratio <= ALLOWED


@pytest.mark.slow
def test_messages_of_a_million_rows_are_as_good_as_those_of_ten(tmp_path: Path) -> None:
    folder = site(tmp_path, 1_000_000)
    path = folder / "datapackages" / "benchmark" / "data" / "metrics.csv"
    lines = path.read_text().split("\n")
    for row, column, text in (
        (765_432, 5, '"1,234"'),
        (900_000, 1, "Oct-24"),
        (999_999, 3, "femal"),
    ):
        cells = lines[row - 1].split(",", 10)
        lines[row - 1] = ",".join([*cells[:column], text, *cells[column + 1 :]])
    del lines[500_000]
    lines.insert(500_000, "asked,2024/25")
    path.write_text("\n".join(lines))
    _, inputs, problems = packages.read(folder, METHODS)
    assert inputs is None
    file = "datapackages/benchmark/data/metrics.csv"
    assert [str(problem) for problem in problems] == [
        f"{file} row 500001: the row has 2 cells, the header has 11\n"
        "    Add the missing cells (a comma for each blank one), or delete the row.",
        f'{file} row 999999, sex: "femal" is not one of the words for sex\n'
        "    Did you mean 'female'? Known: female, male.",
        f'{file} row 765432, value: "1,234" is not a number\n    Type 1234.',
        f'{file} row 900000, period: "Oct-24" looks like a period that a spreadsheet has changed\n'
        "    Type 2024-10.",
    ]
