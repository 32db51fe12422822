"""What a built page holds that can be checked: its headings, ids, links and what it loads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]

# What a browser fetches without being asked, by tag; `data-…` by our own scripts.
_LOADS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "link": ("href",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "button": ("data-explore", "data-plotly"),
}
_RESTS = ("canonical", "prev", "next", "license", "author")  # a link's `rel` that loads nothing


@dataclass
class BuiltPage:
    """One page as it was built: `links` are followed by a reader, `loads` by the browser."""

    headings: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    inline_scripts: int = 0
    policies: dict[str, str] = field(default_factory=dict)  # of <meta>, by its name


def parse(html: str) -> BuiltPage:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        page, values = self.page, {name: value or "" for name, value in attrs}
        page.headings += tag == "h1"
        if "id" in values:
            page.ids.append(values["id"])
        if tag in ("a", "area") and "href" in values:
            page.links.append(values["href"])
        if tag == "form" and values.get("action"):
            page.loads.append(values["action"])
        if tag == "script" and "src" not in values and "json" not in values.get("type", ""):
            page.inline_scripts += 1
        if tag == "meta":
            name = values.get("http-equiv") or values.get("name") or ""
            page.policies[name.casefold()] = values.get("content", "")
        if not (tag == "link" and values.get("rel") in _RESTS):
            page.loads.extend(_loads(tag, values))

    handle_startendtag = handle_starttag

    def updatepos(self, i: int, j: int) -> int:
        """Lines are not counted: nobody asks where in the page a tag stands."""
        return j


def _loads(tag: str, values: dict[str, str]) -> Iterator[str]:
    for name in _LOADS.get(tag, ()):
        if name == "srcset" and name in values:
            yield from (part.split()[0] for part in values[name].split(",") if part.strip())
        elif name in values:
            yield values[name]
