"""A page as it was written, read as far as it can be without the report's numbers."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

from generator.errors import Problem, Where, error

from . import front_matter, live, placing, prose
from .calls import Call
from .claims import marks

FOLDER = "content/"
_NAME = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9_-]*\.md")
# Private-use characters hold the places of calls; the others can't be seen.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060-\u2069\ue000-\uf8ff]"
)


@dataclass(frozen=True)
class Draft:
    """A page that was read, before its links and its calls' answers are put in.

    `folder` is that of its file in `content/`; `figures` are the ids of the figures that its
    calls may make, one a call.
    """

    address: str
    folder: str
    front: front_matter.FrontMatter
    prose: prose.Prose
    calls: tuple[Call, ...]
    figures: tuple[str, ...]


def read(file: str, text: str) -> tuple[Draft | None, list[Problem]]:
    """The draft of `text`, None where nothing of it can be read, and what is wrong with it."""
    path = file.removeprefix(FOLDER)
    if not _NAME.fullmatch(path):
        hint = "Use lower-case letters, digits and -, and end it with .md."
        return None, [error(Where(file), "a page can't have this file name", hint, path)]
    if found := _UNSEEN.search(text):
        line = text.count("\n", 0, found.start()) + 1
        what = f"there is a character that cannot be seen (U+{ord(found[0]):04X})"
        return None, [error(Where(file, line=line), what, "Type the text anew, without it.")]
    front, body, before, problems = front_matter.split(text, file)
    if front is None:
        return None, problems
    held, calls, wrong = live.read(body, file, before)
    problems += wrong
    if wrong and not calls and not held:  # Jinja could not read it: it has no text to look at
        return None, problems
    written, wrong = prose.read(held, file, before)
    problems += wrong + placing.not_alone(written.pieces, calls)
    problems += marks.misplaced(written.pieces, calls)
    figures = placing.figure_ids(calls, written.ids)
    made = Draft(page_address(path), posixpath.dirname(path), front, written, calls, figures)
    return made, problems


def page_address(path: str) -> str:
    """The address at which the builder serves the Markdown at `path`: `a/index.md` at `a/`."""
    name = path.removesuffix(".md")
    folder = name.removesuffix("index").rstrip("/") if re.search(r"(^|/)index$", name) else name
    return f"{folder}/" if folder else ""
