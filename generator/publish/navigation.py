"""The entries that a site's own `nav` adds to the navigation: hand-written pages by their title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from ..errors import Problem, Where, did_you_mean, error
from ..model.page import Page
from .furniture import address
from .written import CONTENT

FILE = "mkdocs.yml"


def in_navigation(site_folder: Path, pages: tuple[Page, ...]) -> tuple[list[Page], list[Problem]]:
    """The hand-written `pages` in the order of the site's `nav`, titled as there; then the rest.

    Each entry is `- Title: page.md`, its path relative to content/.
    """
    folder = site_folder / CONTENT
    files = [file.relative_to(folder).as_posix() for file in folder.rglob("*.md")]
    left, problems = {address(page.path): page for page in pages}, list[Problem]()
    named: dict[str, Page] = {}
    for title, path in _entries(site_folder, problems):
        if path in named:
            problems.append(_refused(f"'{path}' is named twice", "Take one of the two out.", path))
        elif page := left.pop(address(path), None):
            named[path] = replace(page, in_navigation=title)
        elif path not in files:  # those that are there and not among the pages are wrong as it is
            what = f"there is no page '{path}' in content/"
            problems.append(_refused(what, did_you_mean(path, files), path))
    return [*named.values(), *left.values()], problems


def _entries(site_folder: Path, problems: list[Problem]) -> list[tuple[str, str]]:
    # Every scalar as it was typed, and no tag obeyed: MkDocs' own loader would run Python.
    written: Any = yaml.load((site_folder / FILE).read_text("utf-8"), yaml.BaseLoader)
    nav = written.get("nav") or []
    entries = list[tuple[str, str]]()
    for entry in nav if isinstance(nav, list) else [nav]:
        match entry:
            case {**one} if len(one) == 1 and all(isinstance(path, str) for path in one.values()):
                entries += [(str(title), str(path)) for title, path in one.items()]
            case _:
                what = "an entry of 'nav' is not a title with a page"
                problems.append(_refused(what, "Type - Title: page.md", str(entry)))
    return entries


def _refused(what: str, hint: str, value: str) -> Problem:
    return error(Where(FILE, field="nav"), what, hint, value)
