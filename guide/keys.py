"""What may be written in YAML: the keys of the model's dataclasses, as the reader takes them."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from generator.indicators.methods import METHODS
from generator.model import words
from generator.model.indicator import Method
from generator.model.metric import Id
from generator.model.period import Period
from generator.packages.meanings import under

from .markdown import code, table

SCALARS = {
    str: "text", Id: "id", float: "number", int: "whole number", bool: "yes or no",
    date: "date", Period: "period", Method: "a method",
}  # fmt: skip
UNREAD = "Not read yet"


def keys(kind: type) -> str:
    """The keys of a dataclass: what each takes, what holds without it, and what it means."""
    return table(("key", "takes", "without it", "what it is"), _rows(kind))


def _rows(kind: type) -> Iterator[tuple[str, ...]]:
    hints, said = get_type_hints(kind), under(kind)
    for field in dataclasses.fields(kind):
        key = field.metadata.get("key", field.name)
        stands_above = key == "id" and key not in said  # as the name of the whole
        if key is None or stands_above or said[field.name].startswith(UNREAD):
            continue
        yield code(key), takes(hints[field.name]), _without(field), said[field.name]


def takes(wanted: Any) -> str:
    """What stands after the colon, in words."""
    if wanted in SCALARS:
        return SCALARS[wanted]
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin in (Union, types.UnionType):
        return ", or ".join(takes(each) for each in inner if each is not type(None))
    if origin is Literal:
        return " ".join(code(word) for word in inner)
    if origin is tuple:
        of = takes(inner[0])
        return f"list of {of}" if of.startswith(("keys", "`")) else f"list of {of}s"
    if origin is not None:
        of = takes(inner[1])
        return f"under each id, {of}" if inner[0] is Id else f"under each name, a {of}"
    named = ", ".join(code(key) for key in _written(wanted))
    either = getattr(wanted, "shorthand", "")
    return f"keys {named}; or only its {either}" if either else f"keys {named}"


def _written(kind: type) -> list[str]:
    fields = dataclasses.fields(kind)
    return [f.metadata.get("key", f.name) for f in fields if f.metadata.get("key", "") is not None]


def _without(field: dataclasses.Field[Any]) -> str:
    if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
        return "**needed**"
    if isinstance(field.default, bool):
        return "yes" if field.default else "no"
    if isinstance(field.default, str | int) and field.default != "":
        return str(field.default)
    return ""


def methods() -> str:
    """Every method with its keys."""
    rows = []
    for name, kind in METHODS.items():
        given = [
            f"`{field.name}`{'' if _without(field) == '**needed**' else ' (may be left out)'}"
            for field in dataclasses.fields(kind)
        ]
        about = " ".join((kind.__doc__ or "").split())
        rows.append((code(name), ", ".join(given), about))
    return table(("`use:`", "keys", "what it gives"), rows)


def listed() -> Mapping[str, tuple[str, ...]]:
    """Every closed list, by its name in the code."""
    found = {name: get_args(value) for name, value in vars(words).items()}
    return {name: known for name, known in found.items() if known and name != "Literal"}
