"""What a cell may hold, by its column: each distinct text is judged once."""

from __future__ import annotations

import re

from ..errors import did_you_mean
from . import numbers, scalars
from .rows import Fault
from .schema import ID, WORD, Column

LONGEST = 10_000
FORMULA = re.compile(r"[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]")
_SHOWN = 60


def fault(text: str, column: Column) -> Fault | None:
    """What is wrong with a text of this column, None where nothing is.

    Periods are only looked at for spaces: they are read when all tables are together.
    """
    if not text:
        return (f"{column.name} is blank", filling(column)) if column.required else None
    return _of_any(text, column) or _of_kind(text, column)


def _of_any(text: str, column: Column) -> Fault | None:
    shown = quoted(text)
    if len(text) > LONGEST:
        return (
            f"the cell has {len(text):,} characters",
            f"At most {LONGEST:,} are read: shorten it.",
        )
    if found := scalars.UNSEEN.search(text):
        what = f"there is a character that cannot be seen (U+{ord(found[0]):04X})"
        return what, "Type the text anew, without it."
    if column.type == "number":
        return None
    if text != text.strip() and not FORMULA.match(text):
        return (
            f"{shown} has a space at its start or end",
            f"Type {text.strip() or 'nothing at all'}.",
        )
    if _is_free(column) and FORMULA.match(text):
        what = f"{shown} starts like a formula of a spreadsheet"
        return what, "Start the text with a letter, a digit or a quotation mark."
    return None


def _of_kind(text: str, column: Column) -> Fault | None:
    if column.type == "number":
        return _of_number(text, column)
    read = {"date": scalars.day, "boolean": _page}.get(column.type)
    try:
        if read is not None:
            read(text)
        elif column.constraints.get("pattern") == ID:
            scalars.identifier(text)
    except scalars.UnreadableError as problem:
        return str(problem), problem.hint
    if column.constraints.get("pattern") == WORD and re.search("[;=]", text):
        return f"{quoted(text)} holds ; or =", "Type the word without them."
    known = column.constraints.get("enum")
    if known and text not in known:
        return f"{quoted(text)} is not one of the words for {column.name}", did_you_mean(
            text, known
        )
    return None


def _of_number(text: str, column: Column) -> Fault | None:
    value = numbers.read(text)
    if value is None:
        return f"{quoted(text)} is not a number", numbers.advice(text)
    least = column.constraints.get("minimum")
    if least is not None and value < least:
        return f"{quoted(text)} is less than {least}", f"Type a number from {least} up."
    return None


def _page(text: str) -> bool:
    if text not in ("yes", "no"):
        raise scalars.UnreadableError(f"{quoted(text)} is neither yes nor no", "Type yes or no.")
    return text == "yes"


def quoted(text: str) -> str:
    """The text in quotes on one line, cut where it is long."""
    one_line = " ".join(text.split("\n"))
    return f'"{one_line[:_SHOWN]}…"' if len(one_line) > _SHOWN else f'"{one_line}"'


def _is_free(column: Column) -> bool:
    """Whether the column takes any text."""
    return column.type == "string" and not {"pattern", "enum"} & set(column.constraints)


def filling(column: Column) -> str:
    about = str(column.descriptor["description"])
    return f"Fill it in: {about[0].lower()}{about[1:]}"
