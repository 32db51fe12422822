"""A site's mkdocs.yml: its settings, and the refusal of all that would run or lead out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..errors import Problem, Where, did_you_mean, error
from ..model.settings import NotPersonal, Settings
from . import contents, personal
from .typed import Reader
from .yaml_nodes import Fields, Listing, Node, Scalar, parse

FILE = "mkdocs.yml"
KNOWN = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "nav",
    "theme",
    "plugins",
    "extra",
)
RUNS = ("hooks", "INHERIT", "docs_dir", "site_dir", "custom_dir")
"""Keys through which MkDocs runs code or reads and writes elsewhere."""


@dataclass(frozen=True)
class ReadSettings:
    """The settings (None where unreadable) and the line of each dotted path.

    `search` knows the exceptions even where the rest is unreadable, so that nothing is told of
    what they let through.
    """

    settings: Settings | None
    problems: tuple[Problem, ...]
    lines: dict[str, int] = field(default_factory=dict)
    search: personal.Search = field(default_factory=personal.Search)


def read(site: Path) -> ReadSettings:
    """The settings of the site in this folder."""
    text, problems = contents.read_text(site / FILE, site, site)
    if text is None:
        return ReadSettings(None, tuple(problems))
    node, problems = parse(text, FILE, tags_are_opaque=True)
    if node is None:
        return ReadSettings(None, tuple(problems))
    if not isinstance(node, Fields):
        return ReadSettings(
            None,
            (
                _refused(
                    node.line,
                    "",
                    "keys with their values are expected here",
                    "Type site_name: and the site's name.",
                ),
            ),
        )
    problems = [*_top(node), *_theme(node.get("theme")), *_plugins(node.get("plugins"))]
    report, more = _report(node)
    problems += more
    if report is None:
        return ReadSettings(None, tuple(problems))
    search = _search(report)
    problems += search.in_settings(node, FILE)
    reader = Reader(FILE)
    settings = reader.read(report, Settings, "extra.report")
    names = {
        name: reader.read(value, str, name)
        for name in ("site_name", "site_url", "site_description")
        if (value := node.get(name)) is not None
    }
    if node.get("site_name") is None:
        reader.refuse(
            1, "site_name", "'site_name' is missing", "Add site_name: and the site's name."
        )
    problems += reader.problems
    if settings is None:
        return ReadSettings(None, tuple(problems), reader.lines, search)
    problems += _judged(settings, names.get("site_url") or "", reader.lines)
    named = replace(settings, **{name: text or "" for name, text in names.items()})
    return ReadSettings(named, tuple(problems), reader.lines, search)


def _search(report: Node) -> personal.Search:
    """The search for personal data with the site's exceptions, as far as they can be read."""
    if not isinstance(report, Fields):
        return personal.Search()
    reader = Reader(FILE)  # its problems are told where the settings are read whole
    named, contact = report.get("not_personal"), report.get("contact")
    exceptions = reader.read(named, tuple[NotPersonal, ...]) if named else ()
    return personal.Search(exceptions or (), contact.text if isinstance(contact, Scalar) else "")


def _refused(line: int, path: str, what: str, hint: str, value: str = "") -> Problem:
    return error(Where(FILE, line=line, field=path), what, hint, value)


def _top(node: Fields) -> list[Problem]:
    problems = []
    for key, _ in node.entries:
        if key.text in RUNS:
            what = f"'{key.text}' is not allowed in a site's mkdocs.yml"
            problems.append(
                _refused(key.line, key.text, what, "Take it out: the generator sets it.", key.text)
            )
        elif key.text not in KNOWN:
            what = f"'{key.text}' is not a setting of a site"
            problems.append(
                _refused(key.line, key.text, what, did_you_mean(key.text, KNOWN), key.text)
            )
    return problems


def _theme(node: Node | None) -> list[Problem]:
    """The theme may be named; how it looks is the generator's."""
    if node is None or (isinstance(node, Scalar) and node.text == "material"):
        return []
    if isinstance(node, Fields):
        return [
            _refused(
                key.line,
                f"theme.{key.text}",
                f"'{key.text}' is not allowed in a site's mkdocs.yml",
                "Take it out: the generator sets the theme.",
                key.text,
            )
            for key, value in node.entries
            if not (key.text == "name" and isinstance(value, Scalar) and value.text == "material")
        ]
    return [_refused(node.line, "theme", "the theme is set by the generator", "Take the key out.")]


def _plugins(node: Node | None) -> list[Problem]:
    if node is None:
        return []
    named = node.items if isinstance(node, Listing) else (node,)
    return [
        _refused(
            item.line, "plugins", "plugins other than search are not allowed", "Take them out."
        )
        for item in named
        if not (isinstance(item, Scalar) and item.text == "search")
    ]


def _report(node: Fields) -> tuple[Node | None, list[Problem]]:
    extra = node.get("extra")
    line = extra.line if extra else 1
    report = extra.get("report") if isinstance(extra, Fields) else None
    problems = []
    if isinstance(extra, Fields):
        problems = [
            _refused(
                key.line,
                f"extra.{key.text}",
                f"'{key.text}' is not a setting of a site",
                "Known: report.",
                key.text,
            )
            for key, _ in extra.entries
            if key.text != "report"
        ]
    if report is None:
        hint = (
            "Add extra: with report: and under it edition, report_date, main_area, publisher "
            "and contact."
        )
        problems.append(_refused(line, "extra.report", "the site's settings are missing", hint))
    return report, problems


def _judged(settings: Settings, site_url: str, lines: dict[str, int]) -> list[Problem]:
    """Addresses that lead where an address of that kind should."""
    problems = []

    def refuse(path: str, value: str, what: str, hint: str) -> None:
        problems.append(_refused(lines.get(path, 1), path, what, hint, value))

    if not re.fullmatch(r"[^@\s<>\"']+@[^@\s<>\"']+\.[a-z]+|https://[^\s<>\"']+", settings.contact):
        refuse(
            "extra.report.contact",
            settings.contact,
            f'"{settings.contact}" is not an email or https address',
            "Type an address such as data@example.org or https://example.org/contact.",
        )
    if settings.licence.url and not re.fullmatch(r"https?://[^\s<>\"']+", settings.licence.url):
        refuse(
            "extra.report.licence.url",
            settings.licence.url,
            f'"{settings.licence.url}" is not a web address',
            "Type an address that starts with https://.",
        )
    for number, each in enumerate(settings.not_personal, 1):
        if not each.because.strip():
            what, hint = "the reason is blank", "Type in a sentence why it may be shown."
            refuse(f"extra.report.not_personal.{number}.because", "", what, hint)
    if site_url and not re.fullmatch(r"https?://[^\s<>\"']+", site_url):
        what = f'"{site_url}" is not a web address'
        refuse("site_url", site_url, what, "Type an address that starts with https://.")
    return problems
