"""Where the links of a page written by hand lead, and whether there is anything there."""

from __future__ import annotations

import difflib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace

from generator.errors import Problem

from ..parts import address as at
from .clean import End, Piece, Start, Text
from .prose import Prose

Ids = frozenset[str] | None
"""The ids in a page, None where they are not known."""

FILES = ("data/results.csv", "data/readings.csv", "data/index.json", "data/datapackage.json")
_ELSEWHERE = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@?]+@)[^\s\x00-\x1f\x7f]*", re.IGNORECASE)
_SAYS_NOTHING = frozenset({"click here", "here", "link", "more", "read more", "this", "this page"})
_MD = re.compile(r"(?:(?<=/)|^)index\.md$|\.md$")


def follow(
    prose: Prose, address: str, folder: str, known: Mapping[str, Ids]
) -> tuple[tuple[Piece, ...], list[Problem]]:
    """The pieces of the page at `address`, whose file is in `folder`, with links for a browser.

    `known` are the ids in each page of the site by its address.
    """
    pieces: list[Piece] = []
    problems: list[Problem] = []
    for index, piece in enumerate(prose.pieces):
        if isinstance(piece, Start) and piece.tag == "a":
            written = piece.get("href") or ""
            found = _target(written, address, folder, known)
            if isinstance(found, str):
                others = tuple(pair for pair in piece.attributes if pair[0] != "href")
                piece = replace(piece, attributes=tuple(sorted((*others, ("href", found)))))
            else:
                problems.append(prose.source.problem(*found, written))
            problems += _words(prose, index, written)
        pieces.append(piece)
    return tuple(pieces), problems


def _target(
    written: str, address: str, folder: str, known: Mapping[str, Ids]
) -> str | tuple[str, str]:
    """What stands in `href`; or what is wrong with the link, and what to type instead."""
    if _ELSEWHERE.fullmatch(written):
        return written
    path, _, part = written.partition("#")
    if re.search(r"[:\\\s]|^/|[\x00-\x1f\ue000]", path) or "?" in path:
        hint = (
            "Type an address that starts with https:// or mailto:, or the path of a page from here."
        )
        return f"a link can't lead to '{written}'", hint
    to = _address(path, folder) if path else address
    if to in FILES and not part:
        return at.link(address, to)
    if to not in known:
        return f"there is no page '{path}' to link to", _near(path, folder, known)
    ids = known[to]
    if part and ids is not None and part not in ids:
        near = difflib.get_close_matches(part, sorted(ids), n=1)
        hint = f"Did you mean '#{near[0]}'?" if near else "Take the part after # out."
        return f"the page has no part '#{part}'", hint
    return at.link(address, f"{to}#{part}" if part else to)


def _address(path: str, folder: str) -> str:
    """The address that `path` names as read from `folder`: a file `team.md`, or `indicators/x/`."""
    whole = posixpath.normpath(posixpath.join(folder, path))
    if path.endswith(".md"):
        whole = _MD.sub("", whole)
    elif not path.endswith("/"):
        return whole
    whole = whole.strip("/")
    return f"{whole}/" if whole not in ("", ".") else ""


def _near(path: str, folder: str, known: Mapping[str, Ids]) -> str:
    names = {posixpath.relpath(page.rstrip("/"), folder or ".") + ".md" for page in known if page}
    wanted = path.rstrip("/").removesuffix(".md") + ".md"
    if near := difflib.get_close_matches(wanted, sorted(names), n=1, cutoff=0.5):
        return f"Did you mean '{near[0]}'?"
    return "Type the path of a page from this file, such as methods.md or indicators/some_id.md."


def _words(prose: Prose, index: int, written: str) -> list[Problem]:
    """A link must make sense where it is read without its sentence."""
    words = ""
    for piece in prose.pieces[index + 1 :]:
        if isinstance(piece, End) and piece.tag == "a":
            break
        words += piece.text if isinstance(piece, Text) else ""
    said = words.strip().rstrip(".").casefold()
    if said and said not in _SAYS_NOTHING and said.rstrip("/") != written.casefold().rstrip("/"):
        return []
    what = f"the words of the link are '{words.strip()}', which does not say where it leads"
    hint = "Name what stands there: [Annual resident survey](https://example.org)."
    return [prose.source.problem(what, hint, written)]
