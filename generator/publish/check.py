"""What was built, looked at before it is published: pages, links, and what they load."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..errors import Problem, Where, error
from ..model.page import Page, Site
from .furniture import address
from .html import BuiltPage, loaded_by_style, parse

OURS = "This is a mistake of the generator or of the theme: please report it."
THEIRS = "Mend the link, or the page that it should lead to."
NOT_FOUND = "404.html"
FOLLOWED = ("", "http", "https", "mailto", "tel")
# What a page may load beside the site's own files, by the directive that allows it.
ALSO = {"img-src": "data:", "style-src": "'unsafe-inline'"}


def check(built: Path, site: Site) -> list[Problem]:
    """Every page and file is there, and every page keeps the rules. `built` is the site's folder.

    Problems name the built file, relative to `built`.
    """
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    names = sorted(name for name in files if name.endswith(".html"))
    pages = {name: parse((built / name).read_text("utf-8")) for name in names}
    return [
        *_missing(files, site),
        *(problem for name, page in pages.items() for problem in _rules(name, page)),
        *(problem for page in site.pages for problem in _unfilled(page)),
        *_styles(built, files),
        *(problem for name in pages for problem in _leading_nowhere(name, pages, files)),
    ]


def _missing(files: set[str], site: Site) -> Iterator[Problem]:
    wanted = [f"{address(page.path)}index.html" for page in site.pages]
    for name in [*wanted, *(file.path for file in site.files), NOT_FOUND]:
        if name not in files:
            yield error(Where(name), "this was not built", OURS)


def _rules(name: str, page: BuiltPage) -> Iterator[Problem]:
    if page.headings != 1:
        hint = "Give the page one heading that starts with a single #, or none: its title is used."
        yield error(Where(name), f"the page has {page.headings} main headings", hint)
    for id, times in Counter(page.ids).items():
        if times > 1:
            yield error(Where(name), f'the id "{id}" is there {times} times', OURS, id)
    for place in page.loads:
        if _elsewhere(place):
            hint = "Put the file beside the page: a site asks no other host for anything."
            yield error(Where(name), f'"{place}" would be loaded from another host', hint, place)
    for place in page.turns:
        yield error(Where(name), f'the page leads elsewhere by itself: "{place}"', OURS, place)
    for link in page.links:
        if urlsplit(link).scheme not in FOLLOWED:
            hint = "A link starts with https://, mailto: or tel:, or leads to a page of the site."
            yield error(Where(name), f'"{link}" is no link that can be followed', hint, link)
    if page.inline_scripts:
        yield error(Where(name), "a script stands in the page itself", OURS)
    policy = page.policies.get("content-security-policy", "")
    if "default-src 'none'" not in policy or "referrer" not in page.policies:
        yield error(Where(name), "the page does not say what it may load", OURS)
    for part in policy.split(";"):
        kind, *sources = part.split() or [""]
        if not set(sources) <= {"'none'", "'self'", ALSO.get(kind, "'self'")}:
            what = f'the page may load too much: "{part.strip()}"'
            yield error(Where(name), what, OURS, part.strip())


def _styles(built: Path, files: set[str]) -> Iterator[Problem]:
    """Style sheets are fetched with every page: they, too, ask no other host."""
    for name in sorted(files):
        if name.endswith(".css"):
            for place in loaded_by_style((built / name).read_text("utf-8")):
                if _elsewhere(place):
                    what = f'"{place}" would be loaded from another host'
                    yield error(Where(name), what, "Put the file into overrides/assets/.", place)


def _elsewhere(place: str) -> bool:
    parts = urlsplit(place.replace("\\", "/"))  # as browsers read it
    return bool(parts.netloc) or parts.scheme not in ("", "data")


def _unfilled(page: Page) -> Iterator[Problem]:
    """Calls that nothing answered. In the Markdown a text that people wrote has no brace left, so
    a title that holds one is not taken for a call."""
    for mark in ("{{", "{%", "{#"):
        if mark in page.body:
            hint = "Live numbers and claims are written as the README says, each on its own line."
            yield error(Where(page.path), f'"{mark}" is left over in the page', hint, mark)


def _leading_nowhere(
    name: str, pages: Mapping[str, BuiltPage], files: set[str]
) -> Iterator[Problem]:
    """Links that no file or fragment answers. The page for unknown addresses links from the root
    of the host, as it cannot know where it is shown."""
    for link in dict.fromkeys([*pages[name].links, *pages[name].loads]):
        parts = urlsplit(link)
        if parts.scheme or _elsewhere(link) or (name == NOT_FOUND and link.startswith("/")):
            continue
        if parts.path.startswith("/"):
            hint = "Write it relative to the page, as the site may be published in any folder."
            yield error(
                Where(name), f'the link "{link}" starts at the root of the host', hint, link
            )
            continue
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
        if not parts.path:
            target = name
        elif parts.path.endswith("/") or target == "." or f"{target}/index.html" in files:
            target = posixpath.normpath(f"{target}/index.html")
        fragment = unquote(parts.fragment)
        if target not in files:
            yield error(Where(name), f'the link "{link}" leads to no page or file', THEIRS, link)
        elif fragment and target in pages and fragment not in pages[target].ids:
            yield error(
                Where(name), f'the link "{link}" leads to no part of its page', THEIRS, link
            )
