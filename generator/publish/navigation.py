"""The entries that a site's own `nav` adds to the navigation: hand-written pages by their title."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import yaml

from ..errors import Problem, Where, did_you_mean, error
from ..model.page import Page
from ..packages.folder import CONTENT
from .furniture import address

FILE = "mkdocs.yml"


def in_navigation(site_folder: Path, pages: tuple[Page, ...]) -> tuple[list[Page], list[Problem]]:
    """The hand-written `pages` in the order of the site's `nav`, titled as there; then the rest.

    Each entry is `- Title: page.md`, its path relative to content/, or `- Title:` with such
    entries under it: a section, whose title leads to the first of them.
    """
    folder = site_folder / CONTENT
    files = [file.relative_to(folder).as_posix() for file in folder.rglob("*.md")]
    left, problems = {address(page.path): page for page in pages}, list[Problem]()
    named: dict[str, Page] = {}
    for section, title, path, line in _entries(site_folder, problems):
        if path in named:
            what = f"'{path}' is named twice"
            problems.append(_refused(what, "Take one of the two out.", path, line))
        elif page := left.pop(address(path), None):
            named[path] = replace(page, in_navigation=title, section=section)
        elif path not in files:  # those that are there and not among the pages are wrong as it is
            what = f"there is no page '{path}' in content/"
            problems.append(_refused(what, did_you_mean(path, files), path, line))
    return [*named.values(), *left.values()], problems


def _entries(site_folder: Path, problems: list[Problem]) -> list[tuple[str, str, str, int]]:
    """Section, title, page and line of each entry."""
    # Composed, not constructed: no tag is obeyed, where MkDocs' own loader would run Python.
    written = yaml.compose((site_folder / FILE).read_text("utf-8"), yaml.BaseLoader)
    top = written.value if isinstance(written, yaml.MappingNode) else []
    nav = [value for key, value in top if key.value == "nav" and value.value]
    listed = nav[0].value if nav and isinstance(nav[0], yaml.SequenceNode) else nav
    entries = list[tuple[str, str, str, int]]()
    for entry in listed:
        match entry.value:
            case [(yaml.ScalarNode(value=section), yaml.SequenceNode(value=inside))]:
                entries += [_entry(section, each, problems) for each in inside]
            case _:
                entries.append(_entry("", entry, problems))
    return [entry for entry in entries if entry[2]]


def _entry(section: str, entry: yaml.Node, problems: list[Problem]) -> tuple[str, str, str, int]:
    """One entry; its page is "" where it is refused."""
    line = entry.start_mark.line + 1
    match entry.value:
        case [(yaml.ScalarNode(value=title), yaml.ScalarNode(value=path))]:
            return section, title, path, line
        case typed:
            what = "an entry of 'nav' is not a title with a page"
            value = typed if isinstance(typed, str) else ""
            problems.append(_refused(what, "Type - Title: page.md", value, line))
            return section, "", "", line


def _refused(what: str, hint: str, value: str, line: int) -> Problem:
    return error(Where(FILE, line=line, field="nav"), what, hint, value)
