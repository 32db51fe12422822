"""The staging folder is all that a builder needs: Zensical comes after MkDocs and Material."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

from generator.publish import build, check
from generator.publish.html import parse
from tests.publish.small_report import SITE
from tests.publish.test_stage import staged

# Zensical's own skip link, from its base template, leads to a heading that our pages don't have.
ITS_OWN = ('the link "#__skip" leads to no part of its page',)


def test_both_builders_make_the_same_pages(tmp_path: Path) -> None:
    mkdocs, zensical = staged(tmp_path / "mkdocs"), staged(tmp_path / "zensical")
    assert build(mkdocs, date(2026, 6, 4), 0) == []
    command = [sys.executable, "-m", "zensical", "build", "--config-file", "mkdocs.yml"]
    subprocess.run(command, cwd=zensical, check=True, capture_output=True)
    problems = [p for p in check(zensical / "site", SITE) if p.what not in ITS_OWN]
    assert problems == []
    pages = [path.relative_to(mkdocs / "site") for path in (mkdocs / "site").rglob("index.html")]
    assert len(pages) == len(SITE.pages)
    for path in pages:
        one, other = ((folder / "site" / path).read_text() for folder in (mkdocs, zensical))
        own = [link for link in parse(other).links if link != "#__skip"]
        assert [link.strip("./") for link in own] == [link.strip("./") for link in parse(one).links]
