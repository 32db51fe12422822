"""Texts as values: one function for each kind of field that takes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from ..model.metric import Id
from ..model.period import Period, UnreadablePeriodError
from ..model.period import parse as parse_period
from . import numbers

ID = r"[a-z0-9_]+"
ID_HINT = "Ids are lower-case letters, digits and _: type {}."
# Line breaks are let through; other control characters and those that turn the direction of
# text around are not, for they show something else than what stands there.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ufeff]")


class UnreadableError(ValueError):
    """A text that is not what its field takes; `hint` says what to type."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.hint = hint


def text(typed: str) -> str:
    """The text as typed."""
    if found := UNSEEN.search(typed):
        raise UnreadableError(
            f"there is a character that cannot be seen (U+{ord(found[0]):04X})",
            "Type the text anew, without it.",
        )
    return typed


def identifier(typed: str) -> str:
    """An id."""
    if not re.fullmatch(ID, typed):
        slug = (
            re.sub(r"[^a-z0-9]+", "_", typed.casefold()).strip("_") or "a name such as hub_visits"
        )
        raise UnreadableError(f'"{typed}" is not an id', ID_HINT.format(slug))
    return typed


def ids(typed: str) -> tuple[str, ...]:
    """Several ids or codes in one cell, parted by spaces, commas or semicolons; each once."""
    return tuple(dict.fromkeys(word for word in re.split(r"[\s,;]+", typed) if word))


def number(typed: str) -> float:
    """A number."""
    value = numbers.read(typed)
    if value is None:
        raise UnreadableError(f'"{typed}" is not a number', numbers.advice(typed))
    return value


def whole_number(typed: str) -> int:
    """A whole number."""
    value = number(typed)
    if value != int(value) or "." in typed:
        raise UnreadableError(
            f'"{typed}" is not a whole number', f"Type {int(value)}, without a point."
        )
    return int(value)


def yes_or_no(typed: str) -> bool:
    """Yes or no."""
    if typed not in ("yes", "no", "true", "false"):
        raise UnreadableError(f'"{typed}" is neither yes nor no', "Type yes or no.")
    return typed in ("yes", "true")


def day(typed: str) -> date:
    """A day as year-month-day."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise UnreadableError(
                f'"{typed}" is not a day of the calendar', "Type a day such as 2025-03-31."
            ) from None
    raise UnreadableError(f'"{typed}" is not a date', _day_hint(typed))


def _day_hint(typed: str) -> str:
    if found := re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", typed):
        first, second, year = int(found[1]), int(found[2]), found[3]
        if first <= 31 and 1 <= second <= 12 and first > 0:
            return f"Type the year first: {year}-{second:02}-{first:02} if the day stood first."
    return "Type it as year-month-day, such as 2025-03-31."


def period(typed: str, months: bool = False) -> Period:
    """A period; `months` where a form such as 2011-12 is a month."""
    try:
        return parse_period(typed, months)
    except UnreadablePeriodError as problem:
        hint = problem.hint
        split = re.fullmatch(r"([12][0-9]{3})-([0-9]{2})", typed)
        if split and int(split[2]) > 12 and int(split[2]) == (int(split[1]) + 1) % 100:
            hint = f"Type {split[1]}/{split[2]} for the year."
        elif re.fullmatch("[34][0-9]{4}", typed):
            hint = "It looks like the number that a spreadsheet keeps for a date. " + hint
        elif "total" in typed.casefold():
            hint = f"Delete the row if it is a total: {hint[0].lower()}{hint[1:]}"
        elif re.fullmatch(r"[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}", typed):
            hint = _day_hint(typed)
        raise UnreadableError(str(problem), hint) from None


SCALARS: Mapping[Any, Callable[[str], Any]] = {
    str: text,
    Id: identifier,
    float: number,
    int: whole_number,
    bool: yes_or_no,
    date: day,
    Period: period,
}
