"""Checklist 6.5: whatever a contributor writes is shown as text and never runs.

The repository's own site is copied, a hostile text is put into every free text of its package and
its settings, the whole is built as a publisher would build it, and every page type is opened.
"""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Dialog

from tests.browser.page_types import PageOfType, page_types
from tests.conftest import REPOSITORY, build, served

PAYLOADS = (
    "<script>window.ran=1</script>",
    "\"'><img src=x onerror=window.ran=1>",
    "</title><script>window.ran=1</script>",
    "</script><script>window.ran=1</script>",
    "<svg onload=window.ran=1></svg>",
    "<iframe srcdoc='<script>parent.ran=1</script>'></iframe>",
    "[a link](javascript:window.ran=1) *stars* `code`",
    "<a href='javascript:window.ran=1'>a link</a>",
    "{{ 7 * 7 }} {% raw %} {# note #}",
    "&lt;script&gt;window.ran=1&lt;/script&gt; &amp;",
    "![x](https://other.example/x.png) <https://other.example/>",
    "text {onclick=window.ran=1 style=display:none} {: .gone #main }",
    "<style>main{display:none}</style><base href=https://other.example/>",
    "<meta http-equiv=refresh content=0;url=https://other.example/>",
)
YAML_TEXTS = {
    "title", "description", "definition", "limits", "proxy_for", "basis", "publisher", "owner",
    "because", "vision", "issue", "affected", "who_cares", "if_solved", "tried_before", "who",
    "how", "good_looks_like", "said_by", "after", "site_name", "site_description", "about",
    "chosen", "held_by", "unit",
}  # fmt: skip
CSV_TEXTS = {"name", "comment", "description", "basis", "reason", "effect", "old", "new"}


def hostile(value: Any, payload: Callable[[], str], key: str = "") -> Any:
    """`value` with a hostile text after every free text in it."""
    if isinstance(value, dict):
        return {name: hostile(inner, payload, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [hostile(inner, payload) for inner in value]  # lists of texts hold ids
    return f"{value} {payload()}" if key in YAML_TEXTS and isinstance(value, str) else value


def poison_yaml(text: str, payload: Callable[[], str]) -> str:
    written = yaml.load(text, Loader=yaml.BaseLoader)
    return yaml.safe_dump(hostile(written, payload), allow_unicode=True, sort_keys=False)


def poison_csv(text: str, payload: Callable[[], str]) -> str:
    rows = list(csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys() if rows else [], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        for name in CSV_TEXTS & row.keys():
            if row[name] or name == "comment":
                row[name] = f"{row[name]} {payload()}".strip()
        writer.writerow(row)
    return out.getvalue()


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[PageOfType]]:
    """One page of every type of the poisoned site."""
    site = tmp_path_factory.mktemp("hostile")
    shutil.copy(REPOSITORY / "mkdocs.yml", site)
    shutil.copytree(REPOSITORY / "datapackages", site / "datapackages")
    rotating = cycle(PAYLOADS)

    def payload() -> str:
        return next(rotating)

    settings = site / "mkdocs.yml"
    written = yaml.load(settings.read_text("utf-8"), Loader=yaml.BaseLoader)
    written.pop("nav", None)  # the hand-written pages are not copied
    settings.write_text(yaml.safe_dump(hostile(written, payload), sort_keys=False), "utf-8")
    for path in sorted(site.glob("datapackages/*/*.yml")):
        path.write_text(poison_yaml(path.read_text("utf-8"), payload), "utf-8")
    for path in sorted(site.glob("datapackages/*/data/*.csv")):
        path.write_text(poison_csv(path.read_text("utf-8"), payload), "utf-8")
    for path in sorted(site.glob("datapackages/*/stories/*.md")):
        _, front, body = path.read_text("utf-8").split("---\n", 2)
        path.write_text(f"---\n{poison_yaml(front, payload)}---\n{body}", "utf-8")
    describe = [sys.executable, "-m", "generator", "describe", "--site", str(site), "--quiet"]
    subprocess.run(describe, cwd=REPOSITORY, check=True)
    build(site, site / "site")
    with served(site / "site") as built:
        yield page_types(built)


def test_nothing_runs_and_all_is_shown(browser: Browser, poisoned: list[PageOfType]) -> None:
    page = browser.new_page()
    asked: list[str] = []
    dialogs: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", refuse)
    shown: set[str] = set()
    for one in poisoned:
        page.goto(one.address)
        page.wait_for_load_state("networkidle")
        words = " ".join(page.evaluate("document.body.textContent").split())
        shown |= {payload for payload in PAYLOADS if payload in words}
        assert page.evaluate("window.ran") is None, f"{one}: a contributor's text ran"
        assert page.url == one.address
        assert page.locator("main h1").is_visible(), f"{one}: its text is hidden"
        planted = page.evaluate(
            """() => [...document.querySelectorAll('main script, main iframe, main style, base, '
              + 'meta[http-equiv=refresh], img[src=x], [onerror], [onload], [onclick], '
              + 'a[href^="javascript:"], a[href*="other.example"], img[src*="other.example"]')]
              .map(e => e.outerHTML.slice(0, 120))"""
        )
        assert planted == [], one.address
    page.close()
    assert dialogs == []
    assert [url for url in asked if "other.example" in url] == []
    assert shown == set(PAYLOADS), f"never shown as text: {set(PAYLOADS) - shown}"
