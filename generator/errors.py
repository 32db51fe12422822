"""What is wrong with what people wrote, said so that they can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]
SHOWN_OF_A_KIND = 20


@dataclass(frozen=True, slots=True)
class Where:
    """A place in what a contributor wrote.

    `file` is relative to the site's folder, with forward slashes; `row` is counted as a
    spreadsheet counts (header = 1); `line` is a line of a text file; `field` is a column or a
    dotted path of keys.
    """

    file: str
    row: int | None = None
    line: int | None = None
    field: str = ""

    def __str__(self) -> str:
        number = f" row {self.row}" if self.row else f" line {self.line}" if self.line else ""
        return f"{self.file}{number}{', ' + self.field if self.field else ''}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: where, what is wrong with which value, and what to type instead.

    `what` is one line without a full stop and names the value where there is one; `hint` is a
    sentence (or two). `times` counts how many places one problem stands for: checks of whole
    columns name the first `SHOWN_OF_A_KIND` rows and put the rest in one problem.
    """

    level: Level
    where: Where
    what: str
    hint: str = ""
    value: str = ""
    times: int = 1

    def __str__(self) -> str:
        first = f"{self.where}: {self.what}"
        if self.level == "warning":
            first = f"{self.where}: warning: {self.what}"
        return f"{first}\n    {self.hint}" if self.hint else first

    def as_json(self) -> dict[str, str | int | None]:
        """The problem as the contract's JSON object."""
        return {
            "level": self.level,
            "file": self.where.file,
            "row": self.where.row,
            "line": self.where.line,
            "field": self.where.field or None,
            "value": self.value or None,
            "what": self.what,
            "hint": self.hint,
        }


def error(where: Where, what: str, hint: str = "", value: str = "", times: int = 1) -> Problem:
    """A problem that stops the build."""
    return Problem("error", where, what, hint, value, times)


def warning(where: Where, what: str, hint: str = "", value: str = "", times: int = 1) -> Problem:
    """A problem that the build reports and goes on."""
    return Problem("warning", where, what, hint, value, times)


def count(problems: Iterable[Problem], level: Level) -> int:
    """How many places have a problem of this level."""
    return sum(problem.times for problem in problems if problem.level == level)


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """ "Did you mean 'x'? Known: a, b, c." for a word that is not in a closed list."""
    names = sorted(known)
    if not names:
        return "There is none yet."
    near = difflib.get_close_matches(typed, names, n=1, cutoff=0.6)
    if not near:  # a wrong case is the commonest slip, and difflib is case-sensitive
        near = [name for name in names if name.casefold() == typed.casefold()]
    guess = f"Did you mean '{near[0]}'? " if near else ""
    return f"{guess}Known: {', '.join(names)}."
