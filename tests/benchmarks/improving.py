"""From values to results and readings: python -m tests.benchmarks.improving.

The reference for improving: 200 indicators, 40 quarters, 25 places and 5 groups, 1 million rows of
metrics; and a tenth and a hundredth of its indicators. Both steps are measured in one process, in
seconds of the processor: the machine may be busy with other work. `python -m
tests.benchmarks.improving 10` measures so many indicators alone.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from generator import indicators, packages, readings
from generator.indicators.methods import METHODS

from .rendering import Size, site

INDICATORS = (2, 20, 200)


@dataclass(frozen=True)
class Measured:
    """Rows of metrics, seconds to read them and to get from them to readings, how many readings
    came of it, and the most memory that it took."""

    rows: int
    read: float
    ours: float
    readings: int
    megabytes: float

    @property
    def ratio(self) -> float:
        return self.ours / self.read


def size(count: int) -> Size:
    """So many indicators, all else as in the reference."""
    return Size(indicators=count, quarters=40, areas=25, groups=5)


def results_and_readings(folder: Path) -> Measured:
    """Read the site at `folder`, compute and read off, once, in this process."""
    start = time.process_time()
    settings, inputs, problems = packages.read(folder, METHODS)
    between = time.process_time()
    assert settings is not None
    assert inputs is not None, "\n".join(map(str, problems))
    results, problems = indicators.compute(inputs, settings)
    assert not problems, "\n".join(map(str, problems))
    found, _ = readings.read(inputs, settings, results)
    end = time.process_time()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(len(inputs.values), between - start, end - between, len(found), most)


def measure(count: int) -> Measured:
    """The same for so many indicators, in a process that does nothing else."""
    with tempfile.TemporaryDirectory() as name:
        folder = site(Path(name), size(count))
        code = (
            "import sys; from dataclasses import astuple; from pathlib import Path; "
            "from tests.benchmarks.improving import results_and_readings; "
            "print(*astuple(results_and_readings(Path(sys.argv[1]))))"
        )
        command = [sys.executable, "-c", code, str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows, read, ours, made, most = done.stdout.split()
    return Measured(int(rows), float(read), float(ours), int(made), float(most))


def main(counts: tuple[int, ...]) -> None:
    """Print one line a size."""
    print(
        f"{'rows':>9}  {'read':>8}  {'readings':>8}  {'to them':>8}  {'rows a second':>13}  "
        f"{'ratio':>5}  {'peak memory':>11}"
    )
    for count in counts:
        found = measure(count)
        print(
            f"{found.rows:>9,}  {found.read:>6.2f} s  {found.readings:>8,}  {found.ours:>6.2f} s  "
            f"{found.rows / found.ours:>13,.0f}  {found.ratio:>5.2f}  {found.megabytes:>8.0f} MB"
        )


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or INDICATORS)
