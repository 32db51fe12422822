"""Records of learning for tests of pages: the day of the report is 4 June 2026."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.learning import Learning
from generator.model.metric import Id
from tests.report_examples import SETTINGS

TODAY = SETTINGS.report_date


def record(id: str, on: date, about: str = "", **more: object) -> Learning:
    """A record; `about` are ids parted by spaces."""
    made = Learning(Id(id), on, "decision", f"What of {id}", tuple(about.split()))
    return replace(made, **more)  # type: ignore[arg-type]


def by_id(*records: Learning) -> dict[str, Learning]:
    """The records as inputs hold them."""
    return {one.id: one for one in records}
