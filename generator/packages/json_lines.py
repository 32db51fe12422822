"""In which line of a JSON text each of its keys stands."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import replace

from ..errors import Problem

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
Tokens = Iterator[tuple[str, int]]


def placed(problems: list[Problem], text: str) -> list[Problem]:
    """The problems with the line of their field, or of the nearest thing that it stands in.

    `text` is JSON that has been read; fields are dotted paths of keys, positions (from 1) and, in
    a list, the `name` of an item.
    """
    if not problems:
        return []
    known = lines(text)
    return [replace(p, where=replace(p.where, line=_line(p.where.field, known))) for p in problems]


def _line(field: str, known: dict[str, int]) -> int:
    while field and field not in known:
        field = field.rpartition(".")[0]
    return known.get(field, 1)


def lines(text: str) -> dict[str, int]:
    """The line of each dotted path."""
    starts = [match.start() for match in re.finditer("\n", text)]
    found: dict[str, int] = {}
    _value(_tokens(text, starts), "", found)
    return found


def _tokens(text: str, feeds: list[int]) -> Tokens:
    line = 1
    for match in _TOKEN.finditer(text):
        while line <= len(feeds) and feeds[line - 1] < match.start():
            line += 1
        yield match[0], line


def _value(tokens: Tokens, path: str, found: dict[str, int]) -> str:
    """Notes what stands in the next value; its token."""
    token, line = next(tokens)
    found.setdefault(path, line)
    if token not in "{[":
        return token
    position, name = 0, ""
    for inner, at in tokens:
        if inner in "]}":
            break
        if inner == ",":
            continue
        position += 1
        key = json.loads(inner) if token == "{" else str(position)
        below = f"{path}.{key}" if path else key
        found.setdefault(below, at)
        if token == "{":
            next(tokens)  # the colon
            value = _value(tokens, below, found)
            name = json.loads(value) if key == "name" and value.startswith('"') else name
        else:
            _value(itertools.chain([(inner, at)], tokens), below, found)
    if name:
        _also_named(path, name, found)
    return token


def _also_named(path: str, name: str, found: dict[str, int]) -> None:
    """Everything in an item under its name, too."""
    above, _, position = path.rpartition(".")
    if position.isdigit():
        for below in [key for key in found if key == path or key.startswith(f"{path}.")]:
            found.setdefault(f"{above}.{name}{below.removeprefix(path)}", found[below])
