"""The lines between `---` and `---` at the top of a page written by hand."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Problem, Where, error
from generator.packages.typed import Reader
from generator.packages.yaml_nodes import parse

FENCE = "---"
_HINT = (
    "Start the file with four lines: ---, then title: The page's name, then "
    "description: What it says in one sentence, then ---."
)


@dataclass(frozen=True)
class FrontMatter:
    """The page's name, and the sentence that stands under it."""

    title: str
    description: str


def split(text: str, file: str) -> tuple[FrontMatter | None, str, int, list[Problem]]:
    """The front matter (None where it can't be read), the text after it, how many lines stand
    before that text, and what is wrong."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        wrong = error(Where(file, line=1), "the page has no front matter", _HINT)
        return None, "", 0, [wrong]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        wrong = error(Where(file, line=1), "the front matter has no end", _HINT)
        return None, "", 0, [wrong]
    node, problems = parse("\n".join(["", *lines[1:end]]), file)  # an empty line: lines count right
    if node is None:
        return None, "", 0, problems
    reader = Reader(file)
    read = reader.read(node, FrontMatter)
    return read, "\n".join(lines[end + 1 :]), end + 1, reader.problems
