"""Reading, computing and rendering against MkDocs building the same pages.

    python -m tests.benchmarks.rendering            the reference package, then growing pages
    python -m tests.benchmarks.rendering reference  the reference package alone

The reference package: 40 indicators, 12 quarters, 20 areas, 8 groups (78,720 rows). Ours is the
whole process of `python -m generator render`, from the data packages to the staging folder; the
floor is the whole process of `mkdocs build` of that folder. Both are measured in turn after one run
of each that is not counted, in seconds of the processor: the machine may be busy with other work.
All of it takes a quarter of an hour; `python -m tests.benchmarks.reading` grows rows instead.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from generator import packages
from generator.indicators.methods import METHODS

TIMES = 5
MAIN = "E08000099"
MKDOCS = f"""\
site_name: Reference
extra:
  report: {{edition: "2026", report_date: 2026-06-15, main_area: {MAIN}, publisher: x,
           contact: "https://example.org"}}
"""
DESCRIPTOR = {
    "title": "Reference",
    "status": "illustrative",
    "licenses": [{"name": "CC0-1.0"}],
    "sources": [{"title": "Made up"}],
}


_WARM = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Ours is compiled once, as MkDocs is."""


@dataclass(frozen=True)
class Size:
    """How much a package holds; its rows are the product, and once more for the people asked."""

    indicators: int = 40
    quarters: int = 12
    areas: int = 20
    groups: int = 8


REFERENCE = Size()
GROWING = tuple(Size(pages - 32, 4, 20, 1) for pages in (100, 1_000, 3_000))


@dataclass(frozen=True)
class Run:
    """A process: seconds of the processor, and the most memory that it took."""

    seconds: float
    megabytes: float


@dataclass(frozen=True)
class Measured:
    """Medians for a package that came to so many pages."""

    pages: int
    floor: Run
    ours: Run

    @property
    def ratio(self) -> float:
        return self.ours.seconds / self.floor.seconds


def site(folder: Path, size: Size) -> Path:
    """A site of this size: proportions of the people asked, each quarter, by place and group."""
    package = folder / "datapackages" / "reference"
    (package / "data").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(MKDOCS)
    (package / "datapackage.json").write_text(json.dumps(DESCRIPTOR))
    (package / "indicators.yml").write_text(_definitions(size))
    (package / "pathway.yml").write_text(
        "domains: {d: {title: Citizens}}\noutcomes:\n"
        + "".join(
            f"  - {{id: o{n}, title: Outcome {n}, domain: d, horizon: direct}}\n" for n in range(8)
        )
    )
    areas = [MAIN, *(f"E0500{n:04}" for n in range(1, size.areas))]
    names = pd.DataFrame({"area": areas, "name": [f"Place {n}" for n in range(size.areas)]})
    inside = pd.DataFrame({"area": areas[1:], "kind": "in", "other": MAIN, "source": ""})
    for name, frame in (
        ("areas", names),
        ("area-links", inside),
        ("metrics", _values(size, areas)),
    ):
        frame.to_csv(package / "data" / f"{name}.csv", index=False)
    packages.describe(folder, METHODS)
    return folder


def _definitions(size: Size) -> str:
    groups = ", ".join(f"g{n}: Group {n}" for n in range(size.groups))
    ages = f"{{title: Age, of: people, categories: {{{groups}}}, not_stated: [g{size.groups - 1}]}}"
    made = "".join(
        f"  m{n}: {{title: People with {n}, counts: people, part_of: asked}}\n"
        for n in range(size.indicators)
    )
    judged = "".join(
        f"  - {{id: i{n}, title: Share of people with thing {n}, outcome: o{n % 8}, unit: '%',\n"
        f"     direction: {'down' if n % 3 else 'up'}, source: Made up,\n"
        f"     method: {{use: proportion, numerator: m{n}, denominator: asked}},\n"
        "     targets: [{period: 2027/28 Q4, value: 50, basis: Plan}]}\n"
        for n in range(size.indicators)
    )
    return (
        f"metrics:\n  asked: {{title: People asked, counts: people}}\n{made}"
        f"breakdowns:\n  age: {ages}\n"
        f"indicators:\n{judged}"
    )


def _values(size: Size, areas: list[str]) -> pd.DataFrame:
    first = min(22, 25 - size.quarters // 4)  # none after the report's date
    quarters = [
        f"20{first + n // 4}/{first + 1 + n // 4} Q{n % 4 + 1}" for n in range(size.quarters)
    ]
    groups = [f"g{n}" for n in range(size.groups)] if size.groups > 1 else [""]
    metrics = ["asked", *(f"m{n}" for n in range(size.indicators))]
    rows = pd.MultiIndex.from_product(
        [metrics, quarters, areas, groups], names=["metric", "period", "area", "age"]
    ).to_frame(index=False)
    noise = np.random.default_rng(20260615)
    shape = (len(metrics), len(quarters), len(areas), len(groups))
    values = noise.integers(100, 400, shape)
    values[0] = 500  # asked
    values[:, :, 0] = values[:, :, 1:].sum(axis=2)  # the main area is the others together
    return rows.assign(value=values.reshape(-1))


def run(*command: str | Path) -> Run:
    """Run a command to its end, which must be a good one."""
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(
            [str(part) for part in command], stdout=subprocess.DEVNULL, stderr=said, env=_WARM
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        assert process.returncode == 0, said.read()
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(size: Size, times: int = TIMES) -> Measured:
    """Floor and ours in turn, so many times, after one of each."""
    with tempfile.TemporaryDirectory() as name:
        folder = site(Path(name), size)
        staging = folder / "build" / "staging"
        ours, floor = [], []
        for _ in range(times + 1):
            ours.append(run(sys.executable, "-m", "generator", "render", "--site", folder))
            floor.append(
                run(
                    sys.executable,
                    "-m",
                    "mkdocs",
                    "build",
                    "--quiet",
                    "--config-file",
                    staging / "mkdocs.yml",
                    "--site-dir",
                    folder / "floor",
                )
            )
        pages = sum(1 for _ in (staging / "docs").rglob("*.md"))
        built = sum(1 for _ in (folder / "floor").rglob("index.html"))
        assert built == pages, f"MkDocs built {built} of {pages} pages"
    return Measured(pages, _median(floor[1:]), _median(ours[1:]))


def _median(runs: list[Run]) -> Run:
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.megabytes for run in runs),
    )


def line(name: str, found: Measured) -> str:
    """One line of the table that is printed."""
    floor, ours = found.floor, found.ours
    return (
        f"{name:>12}  {found.pages:>6,}  {floor.seconds:>7.2f} s  {ours.seconds:>7.2f} s  "
        f"{found.ratio:>5.2f}  {floor.megabytes:>7.0f} MB  {ours.megabytes:>7.0f} MB"
    )


def main(only_reference: bool) -> None:
    """Print one line a package."""
    memory = f"{'mkdocs':>10}  {'ours':>10}"
    print(f"{'package':>12}  {'pages':>6}  {'mkdocs':>9}  {'ours':>9}  ratio  {memory}")
    print(line("reference", measure(REFERENCE)))
    for size in () if only_reference else GROWING:
        print(line(f"{size.indicators:,}", measure(size, times=1)))


if __name__ == "__main__":
    main("reference" in sys.argv[1:])
