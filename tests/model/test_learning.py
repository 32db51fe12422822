"""What a record's action is on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.learning import Learning
from generator.model.metric import Id

RECORD = Learning(
    Id("bus"), date(2025, 3, 1), "data_gap", "No bus.", action="Ask", due=date(2025, 6, 30)
)


def test_without_a_status_an_action_is_to_do() -> None:
    assert RECORD.state == "to_do" and RECORD.is_open
    assert replace(RECORD, action="").state is None
    assert not replace(RECORD, action="").is_open


def test_days_overdue_are_counted_from_the_day_after_it_was_due() -> None:
    assert RECORD.days_overdue(date(2025, 6, 30)) == 0  # the day itself is still in time
    assert RECORD.days_overdue(date(2025, 7, 1)) == 1
    assert RECORD.days_overdue(date(2026, 6, 30)) == 365
    closed = replace(RECORD, status="done", closed=date(2025, 8, 1))
    assert closed.days_overdue(date(2026, 6, 30)) == 0
    assert replace(RECORD, due=None).days_overdue(date(2026, 6, 30)) == 0


def test_it_was_on_the_list_from_its_day_until_it_closed() -> None:
    closed = replace(RECORD, status="done", closed=date(2025, 8, 1))
    days = (date(2025, 2, 28), date(2025, 3, 1), date(2025, 7, 31), date(2025, 8, 1))
    assert [closed.was_open(day) for day in days] == [False, True, True, False]
    assert [RECORD.was_open(day) for day in days] == [False, True, True, True]
    assert not replace(RECORD, action="").was_open(date(2025, 7, 1))
