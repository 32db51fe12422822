"""Periods as people say them: "2024/25", "October 2024", "12 months to August 2024"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from generator.model.period import MONTHS, Period

_A_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")


def words(period: Period) -> str:
    """The period in full: "July to September 2024", "2023/24 school year", "21 March 2021"."""
    start, end = period.start, period.end
    match period.frequency:
        case "point" | "day":
            return day(start)
        case "month":
            return f"{MONTHS[start.month - 1]} {start.year}"
        case "year-08":
            return f"{str(period).removeprefix('AY ')} school year"
    if period.frequency in ("year-01", "year-04") or _whole_years(period):
        return str(period)
    if period.months == 12:
        return f"12 months to {_last_month(period)}"
    if period.months and start.day == 1:
        if period.months % 12 == 0:
            return f"{period.months // 12} years to {_last_month(period)}"
        first = MONTHS[start.month - 1]
        year = "" if start.year == end.year else f" {start.year}"
        return f"{first}{year} to {_last_month(period)}"
    return f"{day(start)} to {day(end)}"


def short(period: Period) -> str:
    """For axes and narrow tables: "Oct 2024", "Jul–Sep 2024", "2001–03", "2021–24"."""
    start, end = period.start, period.end
    match period.frequency:
        case "point" | "day":
            return f"{start.day} {_short_month(start)} {start.year}"
        case "month":
            return f"{_short_month(start)} {start.year}"
        case "year-01" | "year-04" | "year-08":
            return str(period).removeprefix("AY ")
    if _whole_years(period):
        return f"{start.year}–{end.year % 100:02}"
    if period.months == 12:
        return f"to {_short_month(end)} {end.year}"
    if start.year == end.year:
        return f"{_short_month(start)}–{_short_month(end)} {end.year}"
    return f"{_short_month(start)} {start.year}–{_short_month(end)} {end.year}"


def within(period: Period) -> str:
    """With its preposition: "in 2024/25", "on 21 March 2021", "in the 2023/24 school year"."""
    if period.frequency in ("point", "day"):
        return f"on {words(period)}"
    return f"in {named(period)}"


def named(period: Period) -> str:
    """As it stands after "since": with an article where it needs one."""
    return with_article(words(period))


def with_article(text: str) -> str:
    """A period in words with "the" where it needs one: "the 2023/24 school year"."""
    needed = "school year" in text or "months to" in text or "years to" in text
    return f"the {text}" if needed and not text.startswith("the ") else text


def back_then(text: str) -> str:
    """A named period as it stands after "the same as": "in 2018/19", "on 1 April 2019"."""
    return f"{'on' if _A_DAY.fullmatch(text) else 'in'} {with_article(text)}"


def in_words(text: str, periods: Mapping[str, Period]) -> str:
    """A canonical text as words; as it stands where no such period is known."""
    return words(periods[text]) if text in periods else text


def day(when: date) -> str:
    """ "4 January 2025"."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def plural(frequency: str) -> str:
    """What several periods of a frequency are called: "months", "school years"."""
    if frequency in ("month", "quarter", "day"):
        return f"{frequency}s"
    if frequency.startswith("year-"):
        return "school years" if frequency == "year-08" else "years"
    return "weeks" if frequency == "days_7" else "values"


def span(first: Period, last: Period) -> str:
    """From the first year of one to the last of the other: "2001 to 2024", or "2024"."""
    start, end = first.start.year, last.end.year
    return str(start) if start == end else f"{start} to {end}"


def _whole_years(period: Period) -> bool:
    return period.frequency.startswith("years_") and period.frequency.endswith(("-01", "-04"))


def _last_month(period: Period) -> str:
    return f"{MONTHS[period.end.month - 1]} {period.end.year}"


def _short_month(when: date) -> str:
    return MONTHS[when.month - 1][:3]
