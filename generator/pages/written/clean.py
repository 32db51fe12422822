"""HTML as a list of pieces, and whether it holds only what a page written by hand may hold."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

import nh3
from markupsafe import Markup

from ..parts.escape import escape

VOID = frozenset({"br", "hr"})
HEADINGS = ("h2", "h3", "h4")
TAGS = frozenset(
    {"a", "blockquote", "br", "caption", "code", "div", "em", "hr", "li", "ol", "p", "pre"}
    | {"strong", "table", "tbody", "td", "th", "thead", "tr", "ul", *HEADINGS}
)
_ATTRIBUTES = {
    "*": set(),
    "a": {"href"},
    "ol": {"start"},
    "caption": {"id"},
    **{h: {"id"} for h in HEADINGS},
}
_VALUES = {
    "div": {"class": {"tb"}, "role": {"region"}, "tabindex": {"0"}},
    "th": {"class": {"r"}, "scope": {"col", "row"}},
    "td": {"class": {"r"}},
}


@dataclass(frozen=True)
class Start:
    """`<tag name="value">`, the values as text."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str | None:
        """The value of the attribute, None where it has none."""
        return dict(self.attributes).get(name)


@dataclass(frozen=True)
class End:
    """`</tag>`."""

    tag: str


@dataclass(frozen=True)
class Text:
    """Text between tags, as it is read."""

    text: str


Piece = Start | End | Text


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(Start(tag, tuple(sorted((name, value or "") for name, value in attrs))))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(End(tag))

    def handle_data(self, data: str) -> None:
        if self.pieces and isinstance(self.pieces[-1], Text):
            data = self.pieces.pop().text + data  # type: ignore[union-attr]
        self.pieces.append(Text(data))

    def handle_comment(self, data: str) -> None:
        self.pieces.append(Start("!--", (("", data),)))

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(Start("!", (("", decl),)))

    def handle_pi(self, data: str) -> None:
        self.handle_decl(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)


def pieces(html: str) -> tuple[Piece, ...]:
    """The tags and texts of `html`, in its order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.pieces)


def refused(html: str) -> str:
    """What `html` holds that it may not, in words; "" where it may be published.

    It is cleaned by nh3 and the two are compared, as GOV.UK's govspeak does
    (alphagov/govspeak, lib/govspeak/html_validator.rb): what cleaning would change is refused,
    so that nobody finds their text changed.
    """
    cleaned = nh3.clean(
        html,
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes={**_ATTRIBUTES, "div": {"aria-labelledby"}},
        tag_attribute_values=_VALUES,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    written, kept = pieces(html), pieces(cleaned)
    if written == kept:
        return ""
    for piece in written:
        if isinstance(piece, Start) and piece not in kept:
            return f"<{piece.tag}{''.join(f' {name}' for name, _ in piece.attributes)}>"
    return "HTML that is not whole"


def write(parts: tuple[Piece, ...]) -> Markup:
    """The pieces as HTML in one line, each text through `escape`; markup of ours as it is.

    A line end is written as a reference: in `<pre>` it counts, and a blank line would end the
    block for Markdown.
    """
    return Markup("".join(map(_written, parts)))


def _written(piece: Piece) -> str:
    match piece:
        case Start(tag, attributes):
            named = "".join(f' {name}="{escape(value)}"' for name, value in attributes)
            return f"<{tag}{named}>"
        case End(tag):
            return f"</{tag}>"
        case Text(Markup() as made):
            return made
        case Text("\n"):
            return "\n"
        case Text(text):
            return "&#10;".join(escape(line) for line in text.split("\n"))
