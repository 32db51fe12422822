"""What a built page holds that can be checked: its headings, ids, links and what it loads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]

# Attributes whose address a browser, or one of our own scripts, fetches without being asked.
_LOADS = {
    *("src", "poster", "background", "action", "formaction", "ping", "xlink:href"),
    *("data-explore", "data-plotly", "data-series"),
}
DATA = ("application/json", "application/ld+json")
"""The script elements that may stand in a page itself: data, which no browser runs."""
_SETS = ("srcset", "imagesrcset")  # several addresses, each with a size
_FOLLOWED = ("a", "area")  # their `href` waits for a reader
_RESTS = ("canonical", "prev", "next", "license", "author", "alternate")  # a link's, loads nothing
_STYLE_LOADS = re.compile(r"""(?:url\(|@import)\s*["']?\s*([^"')\s;]+)""", re.IGNORECASE)


@dataclass
class BuiltPage:
    """One page as it was built: `links` are followed by a reader, `loads` by the browser."""

    headings: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    inline_scripts: int = 0  # handlers such as onclick among them
    turns: list[str] = field(default_factory=list)  # what leads reader or links elsewhere: <base>
    policies: dict[str, str] = field(default_factory=dict)  # of <meta>, by its name


def parse(html: str) -> BuiltPage:
    """Read a page."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def loaded_by_style(css: str) -> list[str]:
    """The addresses that a style sheet, or a style attribute, has fetched."""
    return _STYLE_LOADS.findall(css) if "(" in css or "@" in css else []


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = BuiltPage()
        self.in_style = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        page = self.page
        page.headings += tag == "h1"
        self.in_style = tag == "style"
        for name, given in attrs:
            value = given or ""
            if name == "id":
                page.ids.append(value)
            elif name in _LOADS or (name == "data" and tag == "object"):
                page.loads.append(value)
            elif name == "href":
                self._lead(tag, value, attrs)
            elif name in _SETS:
                page.loads.extend(part.split()[0] for part in value.split(",") if part.strip())
            elif name == "style":
                page.loads.extend(loaded_by_style(value))
            elif name.startswith("on") or name == "srcdoc":
                page.inline_scripts += 1
        if tag in ("script", "meta"):
            self._say(tag, dict(attrs))

    handle_startendtag = handle_starttag

    def handle_data(self, data: str) -> None:
        if self.in_style:
            self.page.loads.extend(loaded_by_style(data))

    def _lead(self, tag: str, value: str, attrs: Attributes) -> None:
        if tag == "base":
            self.page.turns.append(value)
        elif tag in _FOLLOWED or (tag == "link" and dict(attrs).get("rel") in _RESTS):
            self.page.links.append(value)
        else:
            self.page.loads.append(value)

    def _say(self, tag: str, values: dict[str, str | None]) -> None:
        if tag == "script":
            self.page.inline_scripts += "src" not in values and values.get("type") not in DATA
            return
        name = (values.get("http-equiv") or values.get("name") or "").casefold()
        content = values.get("content") or ""
        if name == "refresh":
            self.page.turns.append(content)
        self.page.policies[name] = content

    def updatepos(self, i: int, j: int) -> int:
        """Lines are not counted: nobody asks where in the page a tag stands."""
        return j
