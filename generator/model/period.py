"""When a value holds: its first and last day, and the frequency read off its length and start."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

MONTHS = tuple(calendar.month_name)[1:]
FORMS = (
    "2024, 2024/25, 2024/25 Q3, 2024 Q3, 2024-10, 2021-03-21, 2021 to 2023, 2021/22 to 2023/24, "
    "AY 2024/25, 12 months to March 2025, 2024-04-01/2025-03-31 or 2024-04-01/P1Y"
)


class UnreadablePeriodError(ValueError):
    """A text that names no period; `hint` says what to type."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.hint = hint


@dataclass(frozen=True, order=True)
class Period:
    """`start` and `end` are both within the period. A `point` is a day on which something was
    counted; a day typed as an interval of one day is a day of a daily series."""

    start: date
    end: date
    point: bool = False

    @cached_property
    def months(self) -> int | None:
        """Its length where it is whole months from any day of the month, else None."""
        after = self.end + timedelta(days=1)
        if after.day != self.start.day or self.point:
            return None
        return (after.year - self.start.year) * 12 + after.month - self.start.month or None

    @cached_property
    def frequency(self) -> str:
        """point, day, month, quarter, year-MM, years_N-MM, months_N-MM or days_N.

        MM is the month in which such a period starts (and the day, where that is not the first),
        so that a year from April is never read beside a year from August.
        """
        if self.point:
            return "point"
        if self.start == self.end:
            return "day"
        if self.months is None:
            return f"days_{(self.end - self.start).days + 1}"
        first = f"{self.start.month:02}"
        if self.start.day != 1:
            first += f"-{self.start.day:02}"
        elif self.months == 1:
            return "month"
        elif self.months == 3 and self.start.month % 3 == 1:
            return "quarter"
        if self.months % 12:
            return f"months_{self.months}-{first}"
        years = self.months // 12
        return f"year-{first}" if years == 1 else f"years_{years}-{first}"

    def __str__(self) -> str:
        """The canonical text: one for each period, readable by `parse`."""
        start, end = self.start, self.end
        match self.frequency:
            case "point":
                return start.isoformat()
            case "month":
                return f"{start:%Y-%m}"
            case "quarter":
                return f"{start.year} Q{start.month // 3 + 1}"
            case "year-01":
                return f"{start.year}"
            case "year-04":
                return _split_year(start.year)
            case "year-08":
                return f"AY {_split_year(start.year)}"
        if self.frequency.startswith("years_") and self.frequency.endswith("-01"):
            return f"{start.year} to {end.year}"
        if self.frequency.startswith("years_") and self.frequency.endswith("-04"):
            return f"{_split_year(start.year)} to {_split_year(end.year - 1)}"
        return f"{start.isoformat()}/{end.isoformat()}"

    def overlaps(self, other: Period) -> bool:
        """Whether the two share a day."""
        return self.start <= other.end and other.start <= self.end


def _split_year(first: int) -> str:
    return f"{first}/{(first + 1) % 100:02}"


def parse(text: str, months: bool = False) -> Period:
    """The period that `text` names.

    `months` says that a form such as `2011-12` is a month, as it is where the other periods of
    the metric are. Raises `UnreadablePeriodError`.
    """
    for pattern, read in _READERS:
        if found := pattern.fullmatch(text):
            try:
                return read(found.groupdict(), months)
            except UnreadablePeriodError:
                raise
            except ValueError as problem:
                raise UnreadablePeriodError(f'"{text}" is not a period', f"{problem}.") from problem
    if changed := re.fullmatch(r"([A-Za-z]{3})-(\d\d)", text):
        raise UnreadablePeriodError(
            f'"{text}" looks like a period that a spreadsheet has changed',
            _unchanged(*changed.groups()),
        )
    if years := re.fullmatch(r"([12]\d{3}) ?[-–/] ?([12]\d{3})", text, re.ASCII):
        first, last = int(years[1]), int(years[2])
        if first < last:
            raise UnreadablePeriodError(f'"{text}" may be two things', _of_years(first, last))
    raise UnreadablePeriodError(f'"{text}" is not a period', f"Type a period such as {FORMS}.")


def _of_years(first: int, last: int) -> str:
    """What `2018-2019` may mean."""
    financial = _split_year(first)
    if last > first + 1:
        financial += f" to {_split_year(last - 1)}"
    return (
        f"Type {financial} for the time from April {first} to March {last}, or {first} to {last} "
        "for whole calendar years."
    )


def _unchanged(month: str, year: str) -> str:
    """What may have stood where a spreadsheet now shows `Oct-24` or `Dec-11`."""
    number = next((i for i, name in enumerate(MONTHS, 1) if name[:3] == month.capitalize()), 0)
    if not number:
        return f"Type a period such as {FORMS}."
    last = calendar.monthrange(2000 + int(year), number)[1]
    whole = f"20{year}-{number:02}"
    if number == (int(year) + 1) % 100:
        return (
            f"Type 20{year}/{number:02} for the year, or {whole}-01/{whole}-{last} for the month."
        )
    return f"Type {whole}."


def _years(first: int, last: int, month: int) -> Period:
    """Whole years that start in `month`, from the one of `first` to the one of `last`."""
    if last < first:
        raise ValueError("The last year stands before the first")
    end = date(last + 1, month, 1) - timedelta(days=1)
    return Period(date(first, month, 1), end)


def _financial(year: str, next_year: str) -> int:
    if int(next_year) != (int(year) + 1) % 100:
        right = _split_year(int(year))
        raise ValueError(f"Two years in a row are meant: type {right}")
    return int(year)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise ValueError(f"There is no day {text}: type one that there is") from problem


def _months(year: int, month: int, length: int) -> Period:
    last = year * 12 + month - 1 + length - 1
    end = date(last // 12, last % 12 + 1, calendar.monthrange(last // 12, last % 12 + 1)[1])
    return Period(date(year, month, 1), end)


Parts = dict[str, str]


def _year(parts: Parts, _: bool) -> Period:
    return _years(int(parts["y"]), int(parts["y"]), 1)


def _financial_year(parts: Parts, _: bool) -> Period:
    year = _financial(parts["y"], parts["n"])
    return _years(year, year, 4)


def _financial_quarter(parts: Parts, _: bool) -> Period:
    year, quarter = _financial(parts["y"], parts["n"]), int(parts["q"])
    return _months(year + (quarter == 4), quarter * 3 % 12 + 1, 3)


def _quarter(parts: Parts, _: bool) -> Period:
    return _months(int(parts["y"]), int(parts["q"]) * 3 - 2, 3)


def _month(parts: Parts, months: bool) -> Period:
    year, month = int(parts["y"]), int(parts["m"])
    if not 1 <= month <= 12:
        raise ValueError("Type a month from 01 to 12")
    if not months and month == (year + 1) % 100:
        raise UnreadablePeriodError(
            f'"{year}-{month:02}" may be a month or a financial year',
            f"Type {_split_year(year)} for the year, or "
            f"{year}-{month:02}-01/{_months(year, month, 1).end} for the month.",
        )
    return _months(year, month, 1)


def _point(parts: Parts, _: bool) -> Period:
    day = _day(parts["d"])
    return Period(day, day, point=True)


def _calendar_years(parts: Parts, _: bool) -> Period:
    return _years(int(parts["y"]), int(parts["z"]), 1)


def _financial_years(parts: Parts, _: bool) -> Period:
    return _years(_financial(parts["y"], parts["n"]), _financial(parts["z"], parts["o"]), 4)


def _school_year(parts: Parts, _: bool) -> Period:
    year = _financial(parts["y"], parts["n"])
    return _years(year, year, 8)


def _twelve_months(parts: Parts, _: bool) -> Period:
    end = int(parts["y"]) * 12 + MONTHS.index(parts["month"].capitalize())
    return _months((end - 11) // 12, (end - 11) % 12 + 1, 12)


def _interval(parts: Parts, _: bool) -> Period:
    start, end = _day(parts["d"]), _day(parts["e"])
    if end < start:
        raise ValueError("The last day stands before the first")
    return Period(start, end)


def _start_and_length(parts: Parts, _: bool) -> Period:
    """ISO 8601's start and duration, in whole years and months, as the ONS writes periods."""
    start = _day(parts["d"])
    length = int(parts["years"] or 0) * 12 + int(parts["months"] or 0)
    if not length:
        raise ValueError("Type a length such as P1Y, P3M or P1Y6M")
    after = start.year * 12 + start.month - 1 + length
    if start.day > calendar.monthrange(after // 12, after % 12 + 1)[1]:
        raise ValueError(
            f"Type the last day in place of the length: that month has no day {start.day}"
        )
    return Period(start, date(after // 12, after % 12 + 1, start.day) - timedelta(days=1))


_Y, _N, _DAY = r"(?P<y>[12]\d{3})", r"(?P<n>\d\d)", r"[12]\d{3}-\d\d-\d\d"
_READERS = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (_Y, _year),
        (f"{_Y}/{_N}", _financial_year),
        (f"{_Y}/{_N} Q(?P<q>[1-4])", _financial_quarter),
        (f"{_Y} Q(?P<q>[1-4])", _quarter),
        (f"{_Y}-(?P<m>\\d\\d)", _month),
        (f"(?P<d>{_DAY})", _point),
        (f"{_Y} to (?P<z>[12]\\d{{3}})", _calendar_years),
        (f"{_Y}/{_N} to (?P<z>[12]\\d{{3}})/(?P<o>\\d\\d)", _financial_years),
        (f"AY {_Y}/{_N}", _school_year),
        (f"12 months to (?P<month>(?i:{'|'.join(MONTHS)})) {_Y}", _twelve_months),
        (f"(?P<d>{_DAY})/(?P<e>{_DAY})", _interval),
        (
            rf"(?P<d>{_DAY})(?:T00:00:00)?/P(?:(?P<years>\d{{1,3}})Y)?(?:(?P<months>\d{{1,3}})M)?",
            _start_and_length,
        ),
    )
)
