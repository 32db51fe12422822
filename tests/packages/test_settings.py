"""A site's mkdocs.yml: settings read, and everything that runs or leads elsewhere refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.packages import small

NAME = "site_name: Small"
NOT_ALLOWED = "is not allowed in a site's mkdocs.yml"
OURS = "Take it out: the generator sets it."


def said(folder: Path, old: str, new: str) -> list[str]:
    assert old in small.MKDOCS
    return small.said(folder, {"mkdocs.yml": small.MKDOCS.replace(old, new)})


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("hooks: [a.py]", f"mkdocs.yml line 2, hooks: 'hooks' {NOT_ALLOWED}\n    {OURS}"),
        ("INHERIT: ../x.yml", f"mkdocs.yml line 2, INHERIT: 'INHERIT' {NOT_ALLOWED}\n    {OURS}"),
        ("docs_dir: /etc", f"mkdocs.yml line 2, docs_dir: 'docs_dir' {NOT_ALLOWED}\n    {OURS}"),
        ("site_dir: /tmp", f"mkdocs.yml line 2, site_dir: 'site_dir' {NOT_ALLOWED}\n    {OURS}"),
        (
            "theme: {name: material, custom_dir: x}",
            f"mkdocs.yml line 2, theme.custom_dir: 'custom_dir' {NOT_ALLOWED}\n"
            "    Take it out: the generator sets the theme.",
        ),
        (
            "plugins: [search, macros]",
            "mkdocs.yml line 2, plugins: plugins other than search are not allowed\n"
            "    Take them out.",
        ),
        (
            "plugins: [{search: {lang: en}}]",
            "mkdocs.yml line 2, plugins: plugins other than search are not allowed\n"
            "    Take them out.",
        ),
        (
            "markdown_extensions: [pymdownx.snippets]",
            "mkdocs.yml line 2, markdown_extensions: 'markdown_extensions' is not a setting of a "
            "site\n    Known: extra, nav, plugins, site_author, site_description, site_name, "
            "site_url, theme.",
        ),
        (
            "<<: {hooks: [a.py]}",
            "mkdocs.yml line 2: merge keys are not read: '<<'\n"
            "    Write the keys out where they are needed.",
        ),
        (
            "nav: !!python/object/apply:os.system [id]",
            "mkdocs.yml line 2: tags are not read: '!!python/object/apply:os.system'\n"
            "    Take the tag out, or put the text in quotes if ! is meant.",
        ),
        (
            "? !!python/name:os.system\n: x",
            "mkdocs.yml line 2: tags are not read: '!!python/name:os.system'\n"
            "    Take the tag out, or put the text in quotes if ! is meant.",
        ),
        (
            "site_url: javascript:alert(1)",
            'mkdocs.yml line 2, site_url: "javascript:alert(1)" is not a web address\n'
            "    Type an address that starts with https://.",
        ),
    ],
)
def test_what_may_not_stand_there(tmp_path: Path, line: str, message: str) -> None:
    assert said(tmp_path, NAME, f"{NAME}\n{line}") == [message]
    assert small.read(tmp_path)[1] is None


def test_a_tag_prefix_cannot_hide_python(tmp_path: Path) -> None:
    text = f"%TAG !p! tag:yaml.org,2002:python/\n---\n{small.MKDOCS}nav: !p!name:os.system x\n"
    found = small.said(tmp_path, {"mkdocs.yml": text})
    assert found[0].startswith("mkdocs.yml line 11: tags are not read: '!!python/name:os.system'")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "https://example.org/contact",
            "javascript:alert(1)",
            'mkdocs.yml line 8, extra.report.contact: "javascript:alert(1)" is not an email or '
            "https address\n    Type an address such as data@example.org or "
            "https://example.org/contact.",
        ),
        (
            'edition: "2026"',
            'edition: "2026"\n    disclosure: none',
            "mkdocs.yml line 5, extra.report.disclosure: 'none' is not one of the words for this\n"
            "    Known: already_published.",
        ),
        (
            "    main_area: E1\n",
            "",
            "mkdocs.yml line 4, extra.report: 'main_area' is missing\n    Add main_area: a text. "
            "Code of the place that the report is about, as in the tables.",
        ),
        (
            NAME,
            "site_name: !ENV HOME",
            "mkdocs.yml line 1, site_name: one text is expected here, not a value with a tag\n"
            "    Type it after the colon.",
        ),
        (
            "    edition",
            "    report_data: x\n    edition",
            "mkdocs.yml line 4, extra.report: there is no key 'report_data' here\n"
            "    Did you mean 'report_date'? Known: about, answers_within, contact, disclosure, "
            "edition, licence, main_area, next_update, not_personal, price_year, publisher, "
            "report_date.",
        ),
    ],
)
def test_settings_that_cannot_be_read(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert said(tmp_path, old, new) == [message]


def test_settings_are_read_as_typed(tmp_path: Path) -> None:
    changed = f"{NAME}\nnav: !relative $x\nplugins: [search]\ntheme: {{name: material}}"
    small.write(tmp_path, {"mkdocs.yml": small.MKDOCS.replace(NAME, changed)})
    settings, _, problems = small.read(tmp_path)
    assert problems == []
    assert settings is not None
    assert (settings.edition, settings.report_date) == ("2026", date(2026, 6, 15))
    assert (settings.site_name, settings.next_update) == ("Small", "not planned")


def test_a_site_without_settings_says_what_to_add(tmp_path: Path) -> None:
    found = small.said(tmp_path, {"mkdocs.yml": "site_name: x\n"})
    assert found == [
        "mkdocs.yml line 1, extra.report: the site's settings are missing\n"
        "    Add extra: with report: and under it edition, report_date, main_area, publisher and "
        "contact."
    ]
