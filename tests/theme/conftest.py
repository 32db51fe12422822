"""A small site built with the theme by both builders, and served."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import ARGUMENTS, find

OVERRIDES = Path(__file__).parents[2] / "overrides"
HOSTILE = "</title><script>document.title='ran'</script> & \"quoted\""
REPORT = """<div class="report prove">
<nav class="crumbs" aria-label="Breadcrumb"><a href="..">Home</a> / Prove</nav>
<div class="head"><p class="half-mark">Prove <span>what changed</span></p>
<h1>People feel heard</h1></div>
<section><h2>Is it moving?</h2><p>More people feel heard in Aldermoor.</p>
<details><summary>Show the data table</summary><p>61</p></details></section>
</div>"""
PAGES: dict[str, tuple[dict[str, str | bool], str]] = {
    "index.md": ({"title": "Is life better?"}, "# Is life better?\n\nPeople answered.\n"),
    "prove/index.md": ({"title": "People feel heard", "half": "prove"}, REPORT),
    "indicators/index.md": ({"title": "Indicators"}, "# Indicators\n\nAll of them.\n"),
    "indicators/heard/index.md": ({"title": "Heard", "half": "prove"}, "# Heard\n\nA number.\n"),
    "partners/index.md": ({"title": "Partners"}, "# Partners\n\nAll of them.\n"),
    "programmes/hubs/index.md": ({"title": "Hubs"}, "# Hubs\n\nA programme.\n"),
    "next/index.md": ({"title": "Next"}, "# Next\n\nMore to read.\n"),
    "hostile/index.md": (
        {"title": HOSTILE, "description": HOSTILE, "data_period": HOSTILE, "illustrative": True},
        "# A heading\n\nText.\n",
    ),
}
FURNITURE = {
    "brand": "Aldermoor <i>in numbers</i>",
    "edition_line": HOSTILE,
    "last_updated": "4 June 2026",
    "next_update": "December 2026",
    "publisher": HOSTILE,
    "about": HOSTILE,
    "illustrative": "",
    "report_problem": "mailto:report@example.org",
    "check": [{"title": "Indicators", "url": "indicators/"}],
    "rights": [{"title": HOSTILE, "url": "https://example.org/?a=1&b=2"}],
}
NAVIGATION = [
    {"Home": "index.md"},
    {"Prove": "prove/index.md"},
    {"Indicators": "indicators/index.md"},
    {"Partners": "partners/index.md"},
    {"More": [{"Hostile": "hostile/index.md"}, {"Next": "next/index.md"}]},
]


def stage(folder: Path) -> Path:
    """Pages and a mkdocs.yml in `folder`, as the generator would write them."""
    for path, (meta, body) in PAGES.items():
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.safe_dump({**meta, "hide": ["navigation", "toc"]}, width=10**9)
        file.write_text(f"---\n{front}---\n{body}\n")
    shutil.copytree(OVERRIDES, folder / "theme")
    settings = {
        "site_name": "Aldermoor",
        "nav": NAVIGATION,
        "theme": {"name": "material", "custom_dir": "theme", "language": "en", "font": False},
        "plugins": ["search"],
        "extra": {"furniture": FURNITURE},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings))
    return folder


@pytest.fixture(scope="session", params=["mkdocs", "zensical"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site's folder, built by either builder."""
    folder = stage(tmp_path_factory.mktemp(request.param))
    strict = ["build", "--strict"]
    done = subprocess.run(
        [sys.executable, "-P", "-m", request.param, *strict],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def address(built: Path) -> Iterator[str]:
    """Where the built site is served, without a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(built))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Headless Chromium: the one that all tests share where there is one, as Playwright allows no
    second in a process."""
    with contextlib.suppress(pytest.FixtureLookupError):
        yield request.getfixturevalue("browser")
        return
    system = find()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system, args=list(ARGUMENTS))
        yield browser
        browser.close()
