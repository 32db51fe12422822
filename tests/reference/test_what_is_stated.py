"""The page on methods says how many cases of others each method gives: as many as pass here.

`conftest.py` holds what each run prints to it; here, that there is such a run.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.reference.conftest import STATED

HERE = Path(__file__).parent


def test_every_number_that_is_stated_is_that_of_a_run() -> None:
    """Runs are named by their file of cases, and by a part of it."""
    source = "".join(each.read_text("utf-8") for each in HERE.glob("test_*.py"))
    for name, _ in STATED:
        assert re.search(rf"\b{name.partition(',')[0]}\b", source), name
    assert len(set(STATED)) == len(STATED)
