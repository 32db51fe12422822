"""What a run says of its cases is what the page on methods states of them."""

from __future__ import annotations

import re
from collections.abc import Generator

import pytest

from generator.pages.parts.verified import VERIFIED

STATED = [run for each in VERIFIED for run in each.runs]
_PASSED = re.compile(r"^(.+?): (\d+)\b[^\n]* passed", re.MULTILINE)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A run that passes fails all the same where the page states another number of its cases."""
    report = yield
    for name, count in _PASSED.findall(report.capstderr) if call.when == "call" else ():
        stated = [cases for run, cases in STATED if run == name]
        if report.passed and int(count) not in (stated or [int(count)]):
            report.outcome = "failed"
            report.longrepr = f"{item.name}: {name} has {count} cases, the page states {stated}"
    return report
