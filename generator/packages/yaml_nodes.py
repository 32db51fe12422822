"""YAML as a tree of texts with their lines: nothing guessed, nothing expanded, nothing run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from ..errors import Problem, Where, error
from . import yaml_slips

DEEPEST = 12
PYTHON_TAG = "tag:yaml.org,2002:python/"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text exactly as typed; `typed_plain` where no quotes stood around it."""

    text: str
    line: int
    typed_plain: bool = True

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed (`key:`)."""
        return self.typed_plain and not self.text


@dataclass(frozen=True, slots=True)
class Listing:
    """The items of a list, in order."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Fields:
    """The keys of a mapping with their values, in order."""

    entries: tuple[tuple[Scalar, Node], ...]
    line: int

    def get(self, key: str) -> Node | None:
        """The value under `key`, None where there is none."""
        return next((value for name, value in self.entries if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Opaque:
    """A value with a tag that we do not read (`!ENV HOME` in a mkdocs.yml)."""

    tag: str
    line: int


Node = Scalar | Listing | Fields | Opaque


class _RefusedError(Exception):
    def __init__(self, line: int, what: str, hint: str, value: str = "") -> None:
        super().__init__(what)
        self.line, self.what, self.hint, self.value = line, what, hint, value


def parse(text: str, file: str, tags_are_opaque: bool = False) -> tuple[Node | None, list[Problem]]:
    """The one document in `text`, or the problem that stopped the reading of it.

    Anchors, aliases, merge keys, tags, doubled keys and second documents are refused. With
    `tags_are_opaque`, tags other than Python's are let through unread. An empty text is a
    mapping without keys.
    """
    try:
        return _Parser(text, tags_are_opaque).document(), []
    except _RefusedError as refused:
        where = Where(file, line=refused.line)
        return None, [error(where, refused.what, refused.hint, refused.value)]
    except yaml.MarkedYAMLError as broken:
        line, what, hint = yaml_slips.of_syntax(broken, text)
        return None, [error(Where(file, line=line), what, hint)]
    except yaml.reader.ReaderError as broken:
        line = text.count("\n", 0, broken.position) + 1
        what = "there is a character that YAML does not allow"
        return None, [error(Where(file, line=line), what, "Type the text anew, without it.")]


class _Parser:
    """Walks PyYAML's events; the depth is limited as they come, before anything is built."""

    def __init__(self, text: str, tags_are_opaque: bool) -> None:
        loader = yaml.SafeLoader(text)
        self._events: Iterator[yaml.Event] = iter(loader.get_event, None)
        self._tags_are_opaque = tags_are_opaque

    def document(self) -> Node:
        next(self._events)  # the start of the stream
        first = next(self._events)
        if isinstance(first, yaml.StreamEndEvent):
            return Fields((), 1)
        root = self._node(next(self._events), 0)
        next(self._events)  # the end of the document
        if not isinstance(after := next(self._events), yaml.StreamEndEvent):
            raise _RefusedError(
                _line(after),
                "a second document starts here",
                "Keep one document in the file: take out the line '---'.",
            )
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line(event)
        if depth > DEEPEST:
            hint = f"Write it with at most {DEEPEST} levels."
            raise _RefusedError(line, "lists and keys stand too deep in one another", hint)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            name = getattr(event, "anchor", "")
            raise _RefusedError(
                line,
                f"anchors and aliases are not read: '{name}'",
                "Write the value out where it is needed, or put it in quotes if * or & is meant.",
                name,
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse_tag(tag, line)
        if isinstance(event, yaml.ScalarEvent):
            if event.style is None and (slip := yaml_slips.of_text(event)):
                raise _RefusedError(line, *slip, event.value)
            node: Node = Scalar(event.value, line, event.style is None)
        elif isinstance(event, yaml.SequenceStartEvent):
            node = self._listing(line, depth)
        else:
            node = self._fields(line, depth)
        return node if tag is None else Opaque(tag, line)

    def _refuse_tag(self, tag: str, line: int) -> None:
        if tag.startswith(PYTHON_TAG) or not self._tags_are_opaque:
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            hint = "Take the tag out, or put the text in quotes if ! is meant."
            raise _RefusedError(line, f"tags are not read: '{shown}'", hint, shown)

    def _listing(self, line: int, depth: int) -> Listing:
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Listing(tuple(items), line)

    def _fields(self, line: int, depth: int) -> Fields:
        entries: dict[str, tuple[Scalar, Node]] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                hint = "Type the name of the key, a colon and the value."
                raise _RefusedError(key.line, "a key is a text", hint)
            if key.text == "<<":
                hint = "Write the keys out where they are needed."
                raise _RefusedError(key.line, "merge keys are not read: '<<'", hint, "<<")
            if key.text in entries:
                first = entries[key.text][0].line
                what = f"the key '{key.text}' stands here a second time"
                hint = f"It stands in line {first} already: keep one of them."
                raise _RefusedError(key.line, what, hint, key.text)
            entries[key.text] = (key, self._node(next(self._events), depth + 1))
        return Fields(tuple(entries.values()), line)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
