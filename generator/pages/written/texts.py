"""The paragraphs, headings, items and cells of a page written by hand, in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from .above import with_above
from .calls import END, HOLDER
from .clean import HEADINGS, Piece, Start, Text

_OURS = ("p", "li", "td", "th", "caption", "blockquote", "pre", *HEADINGS)


@dataclass(frozen=True)
class Said:
    """A text without its emphasis, with holders in place of its calls.

    `near` is its first words as they were written. `tag` is that of what it stands in; `quoted`,
    in a quotation; `boxed`, in code or a table.
    """

    text: str
    near: str
    tag: str
    quoted: bool = False
    boxed: bool = False

    @property
    def calls(self) -> tuple[int, ...]:
        """The calls in it, by number."""
        return tuple(int(held[1]) for held in HOLDER.finditer(self.text))

    def with_calls_as(self, words: Sequence[str]) -> str:
        """The text in one line, with `words` in place of its calls and nothing at their ends."""
        said = HOLDER.sub(lambda held: "".join(words[int(held[1]) :][:1]), self.text)
        return " ".join(END.sub("", said).split())


def texts(parts: Sequence[Piece]) -> Iterator[Said]:
    """Each text that is not blank."""
    found = [(piece.text, tuple(a)) for piece, a in with_above(parts) if isinstance(piece, Text)]
    for _, own in groupby(found, key=lambda each: id(_holds(each[1]))):
        held = list(own)
        text, above = "".join(said for said, _ in held), held[0][1]
        tags = {each.tag for each in above}
        if text.strip() and (holds := _holds(above)):
            near = next(said for said, _ in held if said.strip()).strip().split("\n")[0]
            yield Said(text, near, holds.tag, "blockquote" in tags, bool(tags & {"div", "pre"}))


def _holds(above: Sequence[Start]) -> Start | None:
    """The innermost of the tags that holds a text of its own."""
    return next((each for each in reversed(above) if each.tag in _OURS), None)
