"""What counts as a number, and what to type where a text is none."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation

from ..model.words import FLAG_MEANINGS

DIGITS, PLACES = 15, 30
PATTERN = rf"-?(?:0|[1-9][0-9]{{0,{DIGITS - 1}}})(?:\.[0-9]{{1,{PLACES}}})?"
"""Digits with a point, at most 15 before it (more would not be kept exactly), no leading zero."""

_NUMBER = re.compile(PATTERN)
_NO_VALUE = frozenset(
    [
        "na",
        "n/a",
        "nan",
        "none",
        "null",
        "nil",
        "-",
        "--",
        "–",
        "—",
        ".",
        "..",
        "...",
        ":",
        "*",
        "~",
        "?",
        "x",
        "c",
        "z",
        "suppressed",
        "missing",
        "unknown",
        "tbc",
        "#n/a",
        "#value!",
        "#div/0!",
        "#ref!",
        "low",
    ]
) | {"no data", "not available", "not applicable"}
_MINUS = str.maketrans("−–‐‑﹣－", "------")


def read(text: str) -> float | None:
    """The number that `text` is, None where it is none."""
    return float(text) if _NUMBER.fullmatch(text) else None


def advice(text: str) -> str:
    """What to type in place of a text that is no number."""
    if text.strip("[] ").casefold() in _NO_VALUE:
        flags = ", ".join(f"{flag} {FLAG_MEANINGS[flag]}" for flag in ("c", "x", "z", "low"))
        return f"Leave it blank and say why in flag: {flags}."
    plain = _plain(text)
    if plain is None and re.fullmatch(r"-?[0-9]+\.?[0-9]*", text):
        return f"Type it with at most {DIGITS} digits before the point and {PLACES} after it."
    return f"Type {plain}." if plain is not None else "Type digits, such as 1234 or 12.5."


def _plain(text: str) -> str | None:
    """The digits that were meant by `1,234`, `45%`, `£5`, `(5)`, `−5`, `1e5` or ` 7 `."""
    meant = "".join(
        str(unicodedata.decimal(c)) if unicodedata.decimal(c, None) is not None else c for c in text
    )
    meant = re.sub(r"\s+", "", meant.translate(_MINUS)).strip("'\"")
    meant = re.sub(r"^(-?)[£$€]|%$|[£$€]$", r"\1", meant)
    if bracketed := re.fullmatch(r"\([£$€]?([^()]+)\)", meant):
        meant = "-" + bracketed[1]
    meant = meant.removeprefix("+")
    if re.fullmatch(r"-?[0-9]{1,3}([,_'][0-9]{3})+(\.[0-9]+)?", meant):
        meant = re.sub(r"[,_']", "", meant)
    elif re.fullmatch(r"-?[0-9]+,[0-9]{1,2}", meant):
        meant = meant.replace(",", ".")
    if len(meant) > 40 or not re.fullmatch(r"-?[0-9]*\.?[0-9]*([eE][-+]?[0-9]{1,2})?", meant):
        return None
    try:
        plain = format(Decimal(meant), "f")
    except InvalidOperation:
        return None
    if "." in meant and "." in plain and len(plain) > 30:
        return None
    return plain if _NUMBER.fullmatch(plain) and plain != text else None
