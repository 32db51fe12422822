"""indicators.yml and pathway.yml: each one mapping read into one dataclass."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Generic, TypeVar

from ..errors import Problem, did_you_mean
from ..model.indicator import Indicator, Method
from ..model.metric import Breakdown, Id, Metric
from ..model.pathway import Pathway
from .typed import NothingReadError, Reader
from .yaml_nodes import Fields, Listing, Node, Scalar, parse

T = TypeVar("T")


@dataclass(frozen=True)
class Definitions:
    """What one indicators.yml defines."""

    metrics: Mapping[Id, Metric] = field(default_factory=dict)
    breakdowns: Mapping[Id, Breakdown] = field(default_factory=dict)
    indicators: tuple[Indicator, ...] = ()


@dataclass(frozen=True)
class Read(Generic[T]):
    """A file's content (None where nothing could be read), and the line of each dotted path."""

    content: T | None
    lines: Mapping[str, int]
    problems: tuple[Problem, ...]


def read_definitions(
    text: str, file: str, package: str, methods: Mapping[str, type]
) -> Read[Definitions]:
    """What an indicators.yml says; each indicator notes its `package`."""
    special = {Method: lambda reader, node, path: _method(reader, node, path, methods)}
    read = _read(text, file, Definitions, special, with_methods=True)
    if read.content is None:
        return read
    noted = tuple(replace(indicator, package=package) for indicator in read.content.indicators)
    return replace(read, content=replace(read.content, indicators=noted))


def read_pathway(text: str, file: str) -> Read[Pathway]:
    """What a pathway.yml says."""
    return _read(text, file, Pathway, {})


def _read(text: str, file: str, kind: Any, special: Any, with_methods: bool = False) -> Read[Any]:
    node, problems = parse(text, file)
    if node is None:
        return Read(None, {}, tuple(problems))
    reader = Reader(file, special)
    content = reader.read(_with_methods(node) if with_methods else node, kind)
    return Read(content, reader.lines, tuple(reader.problems))


def _with_methods(node: Node) -> Node:
    """The same with the published value as the method of every indicator that names none."""
    if not isinstance(node, Fields):
        return node
    return replace(
        node,
        entries=tuple(
            (key, _each_with_method(value) if key.text == "indicators" else value)
            for key, value in node.entries
        ),
    )


def _each_with_method(node: Node) -> Node:
    if not isinstance(node, Listing):
        return node
    return replace(node, items=tuple(_indicator_with_method(item) for item in node.items))


def _indicator_with_method(node: Node) -> Node:
    if not isinstance(node, Fields) or not isinstance(name := node.get("id"), Scalar):
        return node
    metric = (Scalar("metric", node.line), Scalar(name.text, name.line))
    written = node.get("method")
    if written is None:
        use = (Scalar("use", node.line), Scalar("published", node.line))
        added = (Scalar("method", node.line), Fields((use, metric), node.line))
        return replace(node, entries=(*node.entries, added))
    if not isinstance(written, Fields) or written.get("metric") is not None:
        return node
    if not isinstance(used := written.get("use"), Scalar) or used.text != "published":
        return node
    filled = replace(written, entries=(*written.entries, metric))
    kept = tuple((key, filled if key.text == "method" else value) for key, value in node.entries)
    return replace(node, entries=kept)


def _method(reader: Reader, node: Node, path: str, methods: Mapping[str, type]) -> Any:
    """`{use: proportion, …}`: `use` names the dataclass, every other key is its setting."""
    used = node.get("use") if isinstance(node, Fields) else None
    if not isinstance(node, Fields) or not isinstance(used, Scalar):
        hint = f"Type {{use: …}} with one of: {', '.join(sorted(methods))}."
        if isinstance(node, Scalar) and node.text in methods:
            needed = "".join(f", {one.name}: …" for one in fields(methods[node.text]))
            hint = f"Type {{use: {node.text}{needed}}}."
        reader.refuse(node.line, path, "a method is named by its key 'use'", hint)
        raise NothingReadError
    if used.text not in methods:
        what = f"there is no method '{used.text}'"
        reader.refuse(used.line, path, what, did_you_mean(used.text, methods), used.text)
        raise NothingReadError
    settings = tuple((key, value) for key, value in node.entries if key.text != "use")
    return reader.fields(replace(node, entries=settings), methods[used.text], path)
