"""Which pages stand for all: of each type the one that holds most.

A type is the folder that a page stands in: `indicators/*/`, `places/*/`, … and each page at the
top or under Improve, whose pages are all of their own kind. A page type that is added later is
therefore walked without a line here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import BuiltSite

SITES = ("own_site", "birmingham_site")
OUR_WORDS = ("404.html", "accessibility", "corrections", "privacy", "methods")
"""Pages of our own words, hardly different between sites: walked on the first site alone."""


@dataclass(frozen=True)
class PageOfType:
    """One page: `type` is `indicators/*` or a page's own path; `address` is where it is served."""

    type: str
    path: Path
    address: str

    def __str__(self) -> str:
        return self.address


@dataclass(frozen=True)
class Seen:
    """A page that was opened, and what each look at it found, by the look's name."""

    page: PageOfType
    found: dict[str, Any]


def all_pages(site: BuiltSite) -> list[Path]:
    """Every page of the site, by its path in the folder."""
    return sorted(path.relative_to(site.folder) for path in site.folder.rglob("*.html"))


def page_types(site: BuiltSite) -> list[PageOfType]:
    """The largest page of each type."""
    largest: dict[str, Path] = {}
    for path in all_pages(site):
        parts = path.parent.parts if path.name == "index.html" else path.parts
        alone = len(parts) < 2 or parts[0] == "improve"
        kind = ("/".join(parts) or "home") if alone else "/".join([*parts[:-1], "*"])
        size = (site.folder / path).stat().st_size
        if kind not in largest or size > (site.folder / largest[kind]).stat().st_size:
            largest[kind] = path
    return [
        PageOfType(kind, path, f"{site.address}/{path.as_posix()}".replace("/index.html", "/"))
        for kind, path in sorted(largest.items())
    ]
