"""JSON read strictly: no key twice, no NaN, no nesting without end."""

from __future__ import annotations

import json
import re
from typing import Any

from ..errors import Problem, Where, error

DEEPEST = 30


class _DoubledError(ValueError):
    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def parse(text: str, file: str) -> tuple[Any, list[Problem]]:
    """The value in `text`, or None and the problem that stopped the reading of it."""
    try:
        if (deep := _depth(text)) > DEEPEST:
            what = f"lists and keys stand {deep} deep in one another"
            return None, [error(Where(file), what, f"Write it with at most {DEEPEST} levels.")]
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant), []
    except _DoubledError as doubled:
        line = _line_of_second(text, doubled.key)
        what = f"the key '{doubled.key}' stands twice in one place"
        return None, [error(Where(file, line=line), what, "Keep one of them.", doubled.key)]
    except json.JSONDecodeError as broken:
        what = f"this cannot be read as JSON: {broken.msg[0].lower()}{broken.msg[1:]}"
        hint = "Look for a missing comma, quotation mark or bracket just before."
        return None, [error(Where(file, line=broken.lineno), what, hint)]
    except ValueError as broken:
        return None, [
            error(Where(file), f"this cannot be read as JSON: {broken}", "Type a number or null.")
        ]


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for key, value in pairs:
        if key in read:
            raise _DoubledError(key)
        read[key] = value
    return read


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _line_of_second(text: str, key: str) -> int:
    quoted = json.dumps(key, ensure_ascii=False)
    at = text.find(quoted, text.find(quoted) + 1)
    return text.count("\n", 0, max(at, 0)) + 1


def _depth(text: str) -> int:
    """How deep brackets stand in one another, those within texts aside."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[{}\]]", re.sub(r'"(?:[^"\\]|\\.)*"', "", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
