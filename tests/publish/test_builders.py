"""The staging folder is all that a builder needs: Zensical comes after MkDocs and Material."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from generator.model.page import Site
from generator.pages import PAGE_TYPES, lay_out
from generator.pages.written import content_pages
from generator.publish import build, check, data_files, stage
from generator.publish.html import parse
from tests.pages.small_report import report
from tests.pages.tree import Element, tree

# Zensical's own skip link, from its base template, leads to a heading that our pages don't have.
ITS_OWN = ('the link "#__skip" leads to no part of its page',)
BY_HAND = """\
---
title: About this report
description: How it was made
---
Of adults, **{{ number("loneliness") }}** often feel lonely: see [the next page](next.md#why).

1. One, with `code`
2. Two & "three" – *four*

> A word from a resident

{{ finding("loneliness") }}

{{ tile("loneliness") }}

{{ chart("loneliness") }}

{{ table("loneliness") }}

{{ stories(outcome="connected") }}

{{ pathway() }}
"""
NEXT = """\
---
title: What comes next
description: And when
---
## Why

Because.

## How

This way.

## When

Now.
"""


@dataclass(frozen=True)
class Both:
    """One site as MkDocs and as Zensical build it."""

    site: Site
    mkdocs: Path
    zensical: Path


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """The example borough with a page of every type, and pages written by hand."""
    made = lay_out(report())
    texts = {"content/about.md": BY_HAND, "content/next.md": NEXT}
    written, problems = content_pages(texts, report(), made.pages)
    assert [str(problem) for problem in problems] == []
    pages = (*made.pages, *(replace(page, in_navigation=page.title) for page in written.pages))
    files = (*made.files, *written.files)
    site = Site(pages, (*files, *data_files(report(), files)))
    folders = []
    for name in ("mkdocs", "zensical"):
        folders.append(folder := tmp_path_factory.mktemp(name) / "build" / "run-1")
        folder.mkdir(parents=True)
        stage(site, report(), folder.parents[1], folder)
    assert build(folders[0], date(2026, 6, 4), 0) == []
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]
    subprocess.run(command, cwd=folders[1], check=True, capture_output=True)
    return Both(site, folders[0] / "site", folders[1] / "site")


def main(page: Path) -> Element:
    """What stands between header and footer."""
    (found,) = (
        element
        for element in tree(page.read_text("utf-8")).every("div")
        if element.attributes.get("id") == "_main"
    )
    return found


def test_the_site_has_a_page_of_every_type(both: Both) -> None:
    folders = {page.path.split("/")[0].removesuffix(".md") for page in both.site.pages}
    assert len(both.site.pages) > len(PAGE_TYPES) > 15
    assert {"index", "indicators", "outcomes", "pathway", "places", "stories", "about"} <= folders


def test_both_builders_keep_the_rules_of_a_page(both: Both) -> None:
    for folder in (both.mkdocs, both.zensical):
        assert [p for p in check(folder, both.site) if p.what not in ITS_OWN] == []


def test_both_have_the_same_addresses_and_files(both: Both) -> None:
    mkdocs, zensical = (
        {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
        for folder in (both.mkdocs, both.zensical)
    )
    different = mkdocs ^ zensical
    builders = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "search", "sitemap")
    assert [name for name in sorted(different) if not name.startswith((*builders, "objects"))] == []
    assert len([name for name in mkdocs & zensical if name.endswith(".html")]) == 1 + len(
        both.site.pages
    )


def test_both_have_the_same_main_text_and_links(both: Both) -> None:
    for page in sorted(both.mkdocs.rglob("*.html")):
        name = page.relative_to(both.mkdocs)
        one, other = main(page), main(both.zensical / name)
        assert len(one.text) > 80, name
        assert one.text == other.text, name
        tags, others = ([e.tag for e in part.every()] for part in (one, other))
        assert tags == others, name
        ids, its = ([e.attributes.get("id") for e in part.every()] for part in (one, other))
        assert ids == its, name
        links, theirs = (
            [link.strip("./") for link in parse(path.read_text()).links if link != "#__skip"]
            for path in (page, both.zensical / name)
        )
        assert links == theirs, name
