"""Texts that look as if they named a person: told by place and kind, never by value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import Problem, Where, error, warning
from ..model.settings import NotPersonal
from . import contents, folder
from .identifiers import found
from .yaml_nodes import Fields, Listing, Node, Scalar

HINT = (
    "Take it out, and leave out what else could tell who someone is. If it is public and nobody's "
    "own, name it with a reason under not_personal in mkdocs.yml."
)


class Search:
    """A search of everything that people wrote in a site; it remembers which exceptions it met.

    An exception holds for a text that is found just as the exception has it, wherever it stands:
    a longer or differently spaced one is refused.
    """

    def __init__(self, exceptions: Iterable[NotPersonal] = (), contact: str = "") -> None:
        self._exceptions = tuple(exceptions)
        self._allowed = {text for each in self._exceptions for text in _texts(each.text)}
        self._contact = frozenset(_texts(contact))  # where to write to is told on every page
        self._met: set[tuple[str, str]] = set()

    def kinds(self, text: str) -> list[str]:
        """The kinds of personal data that the text seems to hold, each once."""
        kept = []
        for each in found(text):
            if each in self._allowed:
                self._met.add(each)
            elif each not in self._contact:
                kept.append(each[0])
        return list(dict.fromkeys(kept))

    def in_lines(self, text: str, file: str) -> Iterator[Problem]:
        """Problems of a text file, by line."""
        if not found(text):
            return
        for number, line in enumerate(text.split("\n"), 1):
            for kind in self.kinds(line):
                yield problem(Where(file, line=number), kind)

    def in_settings(self, node: Node, file: str, path: str = "") -> Iterator[Problem]:
        """Problems of the keys and values of a mkdocs.yml, but for the exceptions' own."""
        match node:
            case Scalar(text, line):
                for kind in self.kinds(text):
                    yield problem(Where(file, line=line), kind)
            case Listing(items):
                for item in items:
                    yield from self.in_settings(item, file, path)
            case Fields(entries):
                for key, value in entries:
                    at = f"{path}.{key.text}".lstrip(".")
                    if at != "extra.report.not_personal":
                        yield from self.in_settings(key, file, at)
                        yield from self.in_settings(value, file, at)

    def in_pages(self, site: Path) -> Iterator[Problem]:
        """Problems of the pages that people write by hand."""
        for path in sorted((site / folder.CONTENT).rglob("*.md")):
            if path.name.startswith("."):
                continue
            text, _ = contents.read_text(path, site / folder.CONTENT, site)
            yield from self.in_lines(text or "", contents.shown(path, site))

    def unmet(self, lines: Mapping[str, int], file: str) -> Iterator[Problem]:
        """Warnings of the exceptions that nothing found so far needs.

        `lines` are those of the settings, which `file` holds.
        """
        for number, each in enumerate(self._exceptions, 1):
            if not self._met & set(_texts(each.text)):
                path = f"extra.report.not_personal.{number}"
                yield warning(
                    Where(file, line=lines.get(path), field=path),
                    "nothing in the site needs this exception",
                    "Take it out, or type only the number, address or code, just as it stands "
                    "where it was refused.",
                )


def _texts(whole: str) -> list[tuple[str, str]]:
    """What an exception lets through: its text where all of it looks like one thing."""
    return [(kind, text) for kind, text in found(whole) if text == whole.strip()]


def problem(where: Where, kind: str) -> Problem:
    """The problem of one place; the value itself is never shown."""
    return error(where, f"this looks like {kind}", HINT)
