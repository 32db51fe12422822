"""A tree of texts read into dataclasses: the fields and their type hints say what is allowed."""

from __future__ import annotations

import collections.abc
import dataclasses
import types
from collections.abc import Callable, Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from ..errors import Problem, Where, did_you_mean, error
from .meanings import under
from .scalars import SCALARS, UnreadableError
from .yaml_nodes import Fields, Listing, Node, Opaque, Scalar

_SHAPES = {Listing: "a list", Fields: "keys and values", Opaque: "a value with a tag"}
Special = Callable[["Reader", Node, str], Any]


class NothingReadError(Exception):
    """Raised within the reading of a value whose problem is already noted."""


class Reader:
    """Reads values of one file, noting every problem and the line of every value.

    `special` holds, for types that are no plain dataclass, the function that reads them.
    """

    def __init__(self, file: str, special: Mapping[Any, Special] | None = None) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}
        self._special = special or {}

    def read(self, node: Node, wanted: Any, path: str = "") -> Any | None:
        """The value, None where it (or a part of it that it cannot do without) is unreadable."""
        try:
            return self.value(node, wanted, path)
        except NothingReadError:
            return None

    def refuse(self, line: int, path: str, what: str, hint: str, value: str = "") -> None:
        """Note an error."""
        self.problems.append(error(Where(self.file, line=line, field=path), what, hint, value))

    def value(self, node: Node, wanted: Any, path: str) -> Any:
        """The value of `node` as the type `wanted`; raises `NothingReadError`."""
        self.lines.setdefault(path, node.line)
        if wanted in self._special:
            return self._special[wanted](self, node, path)
        if wanted in SCALARS:
            return self._scalar(node, SCALARS[wanted], path)
        origin = get_origin(wanted)
        if origin in (Union, types.UnionType):
            return self.value(node, _fitting(node, get_args(wanted)), path)
        if origin is Literal:
            return self._scalar(node, lambda typed: _one_of(typed, get_args(wanted)), path)
        if origin is tuple:
            return self._items(node, get_args(wanted)[0], path)
        if origin is not None:
            key_kind, kind = get_args(wanted)
            return self._named(node, key_kind, kind, path)
        return self.fields(node, wanted, path)

    def _scalar(self, node: Node, read: Callable[[str], Any], path: str) -> Any:
        if not isinstance(node, Scalar):
            shape = _SHAPES[type(node)]
            self.refuse(
                node.line,
                path,
                f"one text is expected here, not {shape}",
                "Type it after the colon.",
            )
            raise NothingReadError
        try:
            return read(node.text)
        except UnreadableError as problem:
            self.refuse(node.line, path, str(problem), problem.hint, node.text)
            raise NothingReadError from None

    def _items(self, node: Node, kind: Any, path: str) -> tuple[Any, ...]:
        if isinstance(node, Scalar) and node.is_blank:
            return ()
        if not isinstance(node, Listing):
            hint = "Put square brackets around it, [{…}], or start each item with '- '."
            if isinstance(node, Scalar):
                hint = f"Type [{node.text}], or one item a line after '- '."
            self.refuse(node.line, path, "a list is expected here", hint)
            raise NothingReadError
        first: dict[str, int] = {}
        once = []
        for position, item in enumerate(node.items, 1):
            at = f"{path}.{_name(item) or position}"
            if at in first:
                hint = f"It stands in line {first[at]} already: keep one."
                what = f"'{_name(item)}' is defined a second time"
                self.refuse(item.line, at, what, hint, _name(item))
                continue
            first[at] = item.line
            once.append((item, kind, at))
        return tuple(self._each(once))

    def _named(self, node: Node, key_kind: Any, kind: Any, path: str) -> dict[Any, Any]:
        if isinstance(node, Scalar) and node.is_blank:
            return {}
        if not isinstance(node, Fields):
            self.refuse(
                node.line,
                path,
                "keys with their values are expected here",
                "Type name: value, one a line.",
            )
            raise NothingReadError
        read = {}
        for key, value in node.entries:
            at = f"{path}.{key.text}"
            self.lines[at] = key.line
            try:
                name = self.value(key, key_kind, at)
                read[name] = (
                    self.fields(value, kind, at, identified=key)
                    if dataclasses.is_dataclass(kind)
                    else self.value(value, kind, at)
                )
            except NothingReadError:
                continue
        return read

    def _each(self, wanted: Any) -> list[Any]:
        """Those that can be read; the problems of the others are noted."""
        read = []
        for node, kind, path in wanted:
            try:
                read.append(self.value(node, kind, path))
            except NothingReadError:
                continue
        return read

    def fields(self, node: Node, kind: Any, path: str, identified: Scalar | None = None) -> Any:
        """A dataclass from its keys, or from one text where it has a `shorthand`.

        `identified` is the key that it stands under, which becomes its `id`.
        """
        hints = get_type_hints(kind)
        known = _keys(kind)
        given: dict[str, Any] = {}
        if identified is not None:
            given["id"] = identified.text
            known.pop("id", None)
        if isinstance(node, Scalar) and hasattr(kind, "shorthand") and not node.is_blank:
            key = kind.shorthand
            node = Fields(((Scalar(key, node.line), node),), node.line)
        if not isinstance(node, Fields):
            hint = f"Known keys: {', '.join(known)}."
            if isinstance(node, Scalar) and not node.is_blank:
                hint = f"Type {{{next(iter(known))}: {node.text}}} if that is meant. {hint}"
            self.refuse(node.line, path, "keys with their values are expected here", hint)
            raise NothingReadError
        failed = False
        for key, value in node.entries:
            at = f"{path}.{key.text}" if path else key.text
            if key.text not in known:
                self._unknown(key, path, known)
                continue
            field = known[key.text]
            if isinstance(value, Scalar) and value.is_blank and not _is_required(field):
                continue
            try:
                if isinstance(value, Scalar) and value.is_blank:
                    self.refuse(
                        key.line,
                        at,
                        "nothing stands after the colon",
                        f"Type {_example(hints[field.name])}.",
                    )
                    raise NothingReadError
                given[field.name] = self.value(value, hints[field.name], at)
                self.lines[at] = key.line
            except NothingReadError:
                failed = True
        stands = {key.text for key, _ in node.entries}
        for name, field in known.items():
            if _is_required(field) and name not in stands:
                said = under(kind).get(field.name, "")
                hint = f"Add {name}: {_example(hints[field.name])}. {said}".strip()
                self.refuse(node.line, path, f"'{name}' is missing", hint)
                failed = True
        if failed:
            raise NothingReadError
        return kind(**given)

    def _unknown(self, key: Scalar, path: str, known: Mapping[str, Any]) -> None:
        what, hint = f"there is no key '{key.text}' here", did_you_mean(key.text, known)
        self.refuse(key.line, path, what, hint, key.text)


def _keys(kind: Any) -> dict[str, dataclasses.Field[Any]]:
    """The fields that may be written, by the key under which they are."""
    written = {field.metadata.get("key", field.name): field for field in dataclasses.fields(kind)}
    return {key: field for key, field in written.items() if key is not None}


def _fitting(node: Node, kinds: tuple[Any, ...]) -> Any:
    """Of several kinds of which one may be written, the one that has the node's shape."""
    listed = [kind for kind in kinds if kind is not type(None)]
    named = [kind for kind in listed if get_origin(kind) is collections.abc.Mapping]
    return (named or listed)[0] if isinstance(node, Fields) else listed[0]


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _name(node: Node) -> str:
    """The id of an item of a list, "" where it has none."""
    named = node.get("id") if isinstance(node, Fields) else None
    return named.text if isinstance(named, Scalar) else ""


def _one_of(typed: str, known: tuple[str, ...]) -> str:
    if typed not in known:
        raise UnreadableError(
            f"'{typed}' is not one of the words for this", did_you_mean(typed, known)
        )
    return typed


def _example(wanted: Any) -> str:
    """What stands after the colon, for a hint."""
    if get_origin(wanted) is Literal:
        return "one of " + ", ".join(get_args(wanted))
    if get_origin(wanted) is tuple:
        return "a list such as [" + "first, second]"
    if wanted in SCALARS:
        return {
            "str": "a text",
            "Id": "an id",
            "float": "a number",
            "int": "a whole number",
            "bool": "yes or no",
            "date": "a date such as 2025-03-31",
            "Period": "a period such as 2024/25",
        }[wanted.__name__]
    if dataclasses.is_dataclass(wanted):
        required = [key for key, field in _keys(wanted).items() if _is_required(field)]
        return f"and under it {', '.join(required)}"
    return "its keys and values"
