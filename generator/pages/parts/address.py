"""Where pages and files are, and how one links to another.

An address is relative to the root of the site and ends with a slash where it is a page:
`indicators/loneliness/`, `data/results.csv`, "" for the home page. Links between pages are
relative, so that a site can be published in any folder.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

HOME = ""
PROVE = "prove/"
CHANGE = "prove/change/"
CHANGES = "data/changes.csv"
IMPROVE = "improve/"
EQUITY = "improve/equity/"
ACTIONS = "improve/actions/"
VARIATION = "improve/variation/"
FORECAST = "improve/forecast/"
LEARNING = "learning/"
INDICATORS = "indicators/"
PLACES = "places/"
STORIES = "stories/"
PARTNERS = "partners/"
PATHWAY = "pathway/"
METHODS = "methods/"
JUDGING = "methods/#how-we-judge"
CORRECTIONS = "corrections/"


def indicator(id: str) -> str:
    """The address of an indicator's page."""
    return f"{INDICATORS}{id}/"


def outcome(id: str) -> str:
    """The address of an outcome's page."""
    return f"outcomes/{id}/"


def story(id: str) -> str:
    """The address of a story's page."""
    return f"{STORIES}{id}/"


def record(id: str) -> str:
    """Where a record of learning stands."""
    return f"{LEARNING}#record-{id}"


def partner(id: str) -> str:
    """The address of an organisation's page."""
    return f"{PARTNERS}{id}/"


def programme(id: str) -> str:
    """The address of a programme's page."""
    return f"programmes/{id}/"


def place(area: str) -> str:
    """The address of an area's page: its code as given, as far as it can stand in a file name."""
    return f"{PLACES}{safe(area)}/"


def safe(name: str) -> str:
    """`name` as a file name: anything but letters of ASCII, digits, - and _ becomes `~` and hex."""
    return re.sub(r"[^A-Za-z0-9_-]", lambda c: "".join(f"~{b:02x}" for b in c[0].encode()), name)


def file(address: str) -> str:
    """Where the Markdown of a page goes in the docs folder.

    The builder serves `a/b.md` as `a/b/`, and takes files named index or README for their folder.
    """
    if not address:
        return "index.md"
    name = address.rstrip("/")
    plain = "/" in name and name.rsplit("/", 1)[1] not in ("index", "README")
    return f"{name}.md" if plain else f"{name}/index.md"


def link(start: str, end: str) -> str:
    """The relative link from the page at `start` to the page or file at `end`, maybe with #part."""
    path, _, part = end.partition("#")
    fragment = f"#{part}" if part else ""
    if path == start and fragment:
        return fragment
    relative = posixpath.relpath("/" + path, "/" + start)
    slash = "/" if path.endswith("/") or not path else ""
    return f"{quote(relative)}{slash}{fragment}"
