"""The example borough as a whole report, for tests of pages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from generator import indicators, readings
from generator.model.report import Report
from generator.pages.parts.known.lookup import Lookup
from tests.report_examples import SETTINGS, aldermoor


@cache
def _whole() -> Report:
    inputs = aldermoor()
    results, _ = indicators.compute(inputs, SETTINGS)
    return Report(SETTINGS, inputs, results, *readings.read(inputs, SETTINGS, results))


def report(**changed: Any) -> Report:
    """The report; `changed` replaces fields of its inputs, after the results were computed."""
    return replace(_whole(), inputs=replace(_whole().inputs, **changed))


def lookup(**changed: Any) -> Lookup:
    """The report, ready for page types."""
    return Lookup(report(**changed))
