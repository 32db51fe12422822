"""Reading and checking metrics against only reading them: python -m tests.benchmarks.reading.

The floor is `pandas.read_csv(dtype=str, keep_default_na=False)` of the same file. Ours is all that
the door does with the table: structure, every cell, columns as categories and numbers, groups,
flags, periods, and the checks of the values. Both are measured in turn, so that a machine that is
busy is so for both; the ratio is that of the medians.
"""

from __future__ import annotations

import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from generator import checks, packages
from generator.indicators.methods import METHODS

SIZES = (100_000, 1_000_000, 10_000_000)
TIMES = 5
MKDOCS = """\
site_name: Benchmark
extra:
  report: {edition: "2026", report_date: 2026-06-15, main_area: E0000000, publisher: x,
           contact: "https://example.org"}
"""
INDICATORS = """\
metrics:
  asked: {title: People asked, counts: people, adds_up: []}
  visits: {title: Visits, counts: events, adds_up: []}
  spend: {title: Spend, counts: money, adds_up: []}
breakdowns:
  sex: {title: Sex, of: people, categories: {female: Female, male: Male}}
  age: {title: Age, of: people}
"""
DESCRIPTOR = {"title": "Benchmark", "status": "illustrative", "licenses": [{"name": "CC0-1.0"}]}


@dataclass(frozen=True)
class Measured:
    """Medians in seconds for a file of so many rows, and the most memory that ours took."""

    rows: int
    floor: float
    ours: float
    peak_megabytes: float

    @property
    def ratio(self) -> float:
        return self.ours / self.floor


def table(rows: int) -> bytes:
    """A long metrics table of 12 columns without a fault: every row is a cell of its own."""
    at = np.arange(rows)
    areas = max(2_500, rows // 900 + 1)
    noise = np.random.default_rng(20260615)
    value = noise.integers(0, 10_000_000, rows) / 100
    frame = pd.DataFrame(
        {
            "metric": np.array(["asked", "visits", "spend"])[at % 3],
            "period": np.array([f"{y}/{(y + 1) % 100:02}" for y in range(2000, 2025)])[
                at // 3 % 25
            ],
            "area": np.array([f"E{code:07}" for code in range(areas)])[at // 75 % areas],
            "sex": np.array(["", "female", "male"])[at // (75 * areas) % 3],
            "age": np.array(["", "16 to 24", "25 to 64", "65 and over"])[at // (225 * areas) % 4],
            "value": value,
            "lower": np.round(value * 0.9, 3),
            "upper": np.round(value * 1.1, 3),
            "base": noise.integers(1, 100_000, rows),
            "flag": np.array(["", "p", "e", "p r"])[noise.integers(0, 4, rows)],
            "comment": np.where(noise.random(rows) < 0.01, 'Rounded, "see" notes', ""),
        }
    )
    return frame.to_csv(index=False).encode()


def site(folder: Path, rows: int) -> Path:
    """A site whose one table has so many rows."""
    package = folder / "datapackages" / "benchmark"
    (package / "data").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS)
    (package / "indicators.yml").write_text(INDICATORS)
    (package / "datapackage.json").write_text(json.dumps(DESCRIPTOR))
    (package / "data" / "metrics.csv").write_bytes(table(rows))
    packages.describe(folder, METHODS)
    return folder


def read_and_check(folder: Path) -> int:
    """Read and check the site; gives the number of values, and fails where there is a problem."""
    settings, inputs, problems = packages.read(folder, METHODS)
    assert settings is not None
    assert inputs is not None, "\n".join(map(str, problems))
    problems += checks.check(inputs, settings)
    assert not problems, "\n".join(map(str, problems))
    return len(inputs.values)


def measure(rows: int, times: int = TIMES) -> Measured:
    """Floor and ours in turn, so many times."""
    with tempfile.TemporaryDirectory() as name:
        folder = site(Path(name), rows)
        raw = (folder / "datapackages" / "benchmark" / "data" / "metrics.csv").read_bytes()
        floor, ours = [], []
        for _ in range(times):
            start = time.perf_counter()
            pd.read_csv(io.BytesIO(raw), dtype=str, keep_default_na=False)
            between = time.perf_counter()
            assert read_and_check(folder) == rows
            floor.append(between - start)
            ours.append(time.perf_counter() - between)
        peak = _peak(folder)
    return Measured(rows, statistics.median(floor), statistics.median(ours), peak)


def _peak(folder: Path) -> float:
    """The most memory, in megabytes, that a process takes that does nothing else."""
    code = (
        "import resource, sys; from pathlib import Path; "
        "from tests.benchmarks.reading import read_and_check; "
        "read_and_check(Path(sys.argv[1])); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    """Print one line a size."""
    print(f"{'rows':>9}  {'read_csv':>9}  {'ours':>9}  {'ratio':>5}  {'peak memory':>11}")
    for rows in SIZES:
        found = measure(rows, times=1 if rows > 1_000_000 else TIMES)
        print(
            f"{found.rows:>9,}  {found.floor:>7.3f} s  {found.ours:>7.3f} s  "
            f"{found.ratio:>5.2f}  {found.peak_megabytes:>8.0f} MB"
        )


if __name__ == "__main__":
    main()
