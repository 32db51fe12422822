"""Periods: every form that may be typed, its days, its frequency and its one canonical text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.period import Period, UnreadablePeriodError, parse

FORMS = [
    ("2024", "2024-01-01", "2024-12-31", "year-01", "2024"),
    ("2024/25", "2024-04-01", "2025-03-31", "year-04", "2024/25"),
    ("1999/00", "1999-04-01", "2000-03-31", "year-04", "1999/00"),
    ("2024/25 Q1", "2024-04-01", "2024-06-30", "quarter", "2024 Q2"),
    ("2024/25 Q4", "2025-01-01", "2025-03-31", "quarter", "2025 Q1"),
    ("2024 Q3", "2024-07-01", "2024-09-30", "quarter", "2024 Q3"),
    ("2024-10", "2024-10-01", "2024-10-31", "month", "2024-10"),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "2024-02"),
    ("2021-03-21", "2021-03-21", "2021-03-21", "point", "2021-03-21"),
    ("2021 to 2023", "2021-01-01", "2023-12-31", "years_3-01", "2021 to 2023"),
    ("2021/22 to 2023/24", "2021-04-01", "2024-03-31", "years_3-04", "2021/22 to 2023/24"),
    ("AY 2024/25", "2024-08-01", "2025-07-31", "year-08", "AY 2024/25"),
    ("12 months to March 2025", "2024-04-01", "2025-03-31", "year-04", "2024/25"),
    ("12 months to June 2025", "2024-07-01", "2025-06-30", "year-07", "2024-07-01/2025-06-30"),
    ("2024-04-01/2025-03-31", "2024-04-01", "2025-03-31", "year-04", "2024/25"),
    ("2024-01-01/2024-01-01", "2024-01-01", "2024-01-01", "day", "2024-01-01/2024-01-01"),
    ("2024-01-01/2024-01-07", "2024-01-01", "2024-01-07", "days_7", "2024-01-01/2024-01-07"),
    ("2024-02-01/2024-04-30", "2024-02-01", "2024-04-30", "months_3-02", "2024-02-01/2024-04-30"),
    # ISO 8601's start and duration, as the ONS's own files have periods.
    ("2011-04-01/P1Y", "2011-04-01", "2012-03-31", "year-04", "2011/12"),
    ("2011-04-01T00:00:00/P1Y", "2011-04-01", "2012-03-31", "year-04", "2011/12"),
    ("2011-01-01/P3Y", "2011-01-01", "2013-12-31", "years_3-01", "2011 to 2013"),
    ("2011-10-01/P3M", "2011-10-01", "2011-12-31", "quarter", "2011 Q4"),
    ("2012-02-01/P1M", "2012-02-01", "2012-02-29", "month", "2012-02"),
    ("2011-07-01/P1Y6M", "2011-07-01", "2012-12-31", "months_18-07", "2011-07-01/2012-12-31"),
    ("2023-09-15/2024-09-14", "2023-09-15", "2024-09-14", "year-09-15", "2023-09-15/2024-09-14"),
]


@pytest.mark.parametrize(("typed", "start", "end", "frequency", "canonical"), FORMS)
def test_forms(typed: str, start: str, end: str, frequency: str, canonical: str) -> None:
    period = parse(typed)
    assert (period.start.isoformat(), period.end.isoformat()) == (start, end)
    assert (period.frequency, str(period)) == (frequency, canonical)


@pytest.mark.parametrize(
    ("typed", "what", "hint"),
    [
        (
            "2011-12",
            '"2011-12" may be a month or a financial year',
            "Type 2011/12 for the year, or 2011-12-01/2011-12-31 for the month.",
        ),
        ("Oct-24", '"Oct-24" looks like a period that a spreadsheet has changed', "Type 2024-10."),
        (
            "Dec-11",
            '"Dec-11" looks like a period that a spreadsheet has changed',
            "Type 2011/12 for the year, or 2011-12-01/2011-12-31 for the month.",
        ),
        ("2024-13", '"2024-13" is not a period', "Type a month from 01 to 12."),
        (
            "2025-02-30",
            '"2025-02-30" is not a period',
            "There is no day 2025-02-30: type one that there is.",
        ),
        ("2024/26", '"2024/26" is not a period', "Two years in a row are meant: type 2024/25."),
        (
            "2023 to 2021",
            '"2023 to 2021" is not a period',
            "The last year stands before the first.",
        ),
        (
            "2024-03-01/2024-02-01",
            '"2024-03-01/2024-02-01" is not a period',
            "The last day stands before the first.",
        ),
        (
            "2018-2019",
            '"2018-2019" may be two things',
            "Type 2018/19 for the time from April 2018 to March 2019, or 2018 to 2019 for whole "
            "calendar years.",
        ),
        (
            "2016 – 2019",
            '"2016 – 2019" may be two things',
            "Type 2016/17 to 2018/19 for the time from April 2016 to March 2019, or 2016 to 2019 "
            "for whole calendar years.",
        ),
        (
            "2011-04-01/P",
            '"2011-04-01/P" is not a period',
            "Type a length such as P1Y, P3M or P1Y6M.",
        ),
        (
            "2011-01-31/P1M",
            '"2011-01-31/P1M" is not a period',
            "Type the last day in place of the length: that month has no day 31.",
        ),
    ],
)
def test_refusals(typed: str, what: str, hint: str) -> None:
    with pytest.raises(UnreadablePeriodError) as refused:
        parse(typed)
    assert (str(refused.value), refused.value.hint) == (what, hint)


@pytest.mark.parametrize(
    "typed", ["", "24", "2024 ", "2024/25 Q5", "Q1 2024", "٢٠٢٤", "2024-02-30"]
)
def test_what_names_no_period(typed: str) -> None:
    with pytest.raises(UnreadablePeriodError):
        parse(typed)


def test_a_month_among_months() -> None:
    assert parse("2011-12", months=True) == Period(date(2011, 12, 1), date(2011, 12, 31))


DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@settings(deadline=None)  # the machine may be busy
@given(DAYS, st.integers(0, 5000))
def test_the_canonical_text_names_the_same_days(start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    assert parse(str(period), months=True) == period


@settings(deadline=None)  # the machine may be busy
@given(DAYS, DAYS, DAYS, DAYS)
def test_overlapping_goes_both_ways(a: date, b: date, c: date, d: date) -> None:
    one, other = Period(min(a, b), max(a, b)), Period(min(c, d), max(c, d))
    assert one.overlaps(other) == other.overlaps(one)
