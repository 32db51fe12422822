"""The page on methods says how many cases of others each method gives: as many as pass here."""

from __future__ import annotations

import importlib
import json
import re
from pathlib import Path

import pytest

from generator.pages.parts.verified import VERIFIED

SHARED = Path(__file__).parents[3] / "shared/reference"
if not SHARED.is_dir():
    pytest.skip(f"NOT TESTED against reference values: {SHARED} is absent", allow_module_level=True)

DRAWN_BY_LOT = "sii"
"""Its intervals take long to draw, so its cases are counted in the file alone."""
_PASSED = re.compile(r"^(.+?): (\d+)\b[^\n]* passed", re.MULTILINE)


@pytest.fixture(scope="module")
def passed() -> set[tuple[str, int]]:
    """The name of each run, and how many of its cases passed."""
    return {(DRAWN_BY_LOT, len(json.loads((SHARED / "rates/sii.json").read_text())["cases"]))}


def test_as_many_cases_pass_as_are_stated(
    passed: set[tuple[str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path.name == Path(__file__).name:
            continue
        module = importlib.import_module(f"tests.reference.{path.stem}")
        for name, run in vars(module).items():
            takes_nothing = callable(run) and not getattr(run, "pytestmark", ())
            if name.startswith("test_") and takes_nothing and "slope_index" not in name:
                run()
    said = capsys.readouterr().err
    found = passed | {(name, int(count)) for name, count in _PASSED.findall(said)}
    stated = {run for each in VERIFIED for run in each.runs}
    assert stated <= found, stated - found
