"""The HTML of a page as a tree, for tests that look at its structure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "img", "meta", "link", "input", "hr", "wbr"}


@dataclass
class Element:
    """An element; `inside` holds elements and texts in their order."""

    tag: str
    attributes: dict[str, str | None] = field(default_factory=dict)
    inside: list[Element | str] = field(default_factory=list)

    def every(self, *tags: str) -> Iterator[Element]:
        """All elements below it with one of these tags (any, if none is named), in order.

        What is in a <template> is no part of the page, here as in a browser.
        """
        for child in self.inside:
            if isinstance(child, Element):
                if not tags or child.tag in tags:
                    yield child
                if child.tag != "template":
                    yield from child.every(*tags)

    @property
    def text(self) -> str:
        """All text below it, on one line."""
        parts = [c if isinstance(c, str) else f" {c.text} " for c in self.inside]
        return " ".join("".join(parts).split())

    def has(self, name: str) -> bool:
        """Whether it is of a class."""
        return name in (self.attributes.get("class") or "").split()


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def tree(html: str) -> Element:
    """The tree of well-formed HTML; AssertionError where a tag closes another."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is not closed"
    return builder.open[0]
