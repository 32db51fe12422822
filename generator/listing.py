"""A list of problems: text for people, JSON for programs, annotations for a pull request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from .errors import SHOWN_OF_A_KIND, Level, Problem, Where, count


def text(problems: Sequence[Problem], folder: str = "") -> str:
    """Each problem with its hint, then how many there are: "2 errors and 1 warning."."""
    return "\n".join([*map(str, few(problems)), summary(problems)])


def as_json(problems: Sequence[Problem], folder: str = "") -> str:
    """One JSON object: `{"problems": [...], "errors": n, "warnings": n}`."""
    content = {
        "problems": [problem.as_json() for problem in few(problems)],
        "errors": count(problems, "error"),
        "warnings": count(problems, "warning"),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def github(problems: Sequence[Problem], folder: str = "") -> str:
    """One workflow command a problem, its file found from the folder that the command ran in."""
    lines = [_annotation(problem, folder) for problem in few(problems)]
    return "\n".join([*lines, summary(problems)])


FORMATS = {"text": text, "json": as_json, "github": github}


def summary(problems: Sequence[Problem]) -> str:
    """ "No problems.", "1 error." or "2 errors and 1 warning."."""
    levels: tuple[Level, ...] = ("error", "warning")
    said = [
        f"{number:,} {level}{'' if number == 1 else 's'}"
        for level in levels
        if (number := count(problems, level))
    ]
    return f"{' and '.join(said) or 'No problems'}."


def few(problems: Iterable[Problem]) -> list[Problem]:
    """Errors first, and of each kind the first `SHOWN_OF_A_KIND`, then how many more there are."""
    kinds: dict[tuple[str, ...], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(_kind(problem), []).append(problem)
    shown = [
        problem
        for alike in kinds.values()
        for problem in (*alike[:SHOWN_OF_A_KIND], *_more(alike[SHOWN_OF_A_KIND:]))
    ]
    return sorted(shown, key=lambda problem: problem.level == "warning")


def _more(left: list[Problem]) -> list[Problem]:
    """One problem in the place of those that are left out."""
    if not left:
        return []
    times = sum(problem.times for problem in left)
    files = {problem.where.file for problem in left}
    where = Where(files.pop() if len(files) == 1 else "other pages", field=left[0].where.field)
    what = f"{times:,} more like those above"
    return [replace(left[0], where=where, what=what, hint="", value="", times=times)]


def _kind(problem: Problem) -> tuple[str, ...]:
    """Problems are of a kind when they differ in row, value and number alone, or in built page."""
    file = "*.html" if problem.where.file.endswith(".html") else problem.where.file
    what = re.sub(r'"[^"]*"|\'[^\']*\'|\d+', "…", problem.what)
    return (problem.level, file, problem.where.field, what)


def _annotation(problem: Problem, folder: str) -> str:
    where = problem.where
    place = {"file": str(PurePosixPath(folder) / where.file) if where.file else ""}
    place["line"] = str(where.row or where.line or "")
    parts = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in place.items() if value)
    said = ". ".join(
        part for part in (f"{where.field}: {problem.what}".lstrip(": "), problem.hint) if part
    )
    return f"::{problem.level} {parts}::{_escaped(said)}"


def _escaped(words: str, more: str = "") -> str:
    """As GitHub's runner decodes it, so that no value can start a command of its own."""
    for character in "%\r\n" + more:
        words = words.replace(character, f"%{ord(character):02X}")
    return words
