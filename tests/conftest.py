"""The repository's sites, each built once for all tests and served on this machine."""

from __future__ import annotations

import fcntl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import ARGUMENTS, find

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True)
class BuiltSite:
    """A site as `python -m generator site` builds it: its folder, and where it is served."""

    folder: Path
    address: str  # http://127.0.0.1:12345, without a slash at the end


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *values: object) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[BuiltSite]:
    """Serve a folder while the block runs."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield BuiltSite(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()


def build(site: Path, output: Path) -> None:
    """Build a site as a user does; what is wrong with it is what the test says."""
    command = [sys.executable, "-m", "generator", "site", "--site", site, "--output", output]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{site} does not build:\n{done.stderr}"


def build_once(site: Path, name: str, temporary: pytest.TempPathFactory, worker: str) -> Path:
    """Build a site for all workers of a run: the first that asks builds, the others wait."""
    base = temporary.getbasetemp()
    shared = base if worker == "master" else base.parent  # each worker has a folder of its own
    output = shared / f"built-{name}"
    with (shared / f"built-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not output.exists():
            build(site, output)
    return output


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[BuiltSite]:
    """The repository's own site."""
    with served(build_once(REPOSITORY, "own", tmp_path_factory, worker_id)) as site:
        yield site


@pytest.fixture(scope="session")
def birmingham_site(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Iterator[BuiltSite]:
    """The example made from published statistics."""
    example = REPOSITORY / "examples" / "birmingham"
    with served(build_once(example, "birmingham", tmp_path_factory, worker_id)) as site:
        yield site


@pytest.fixture(scope="session", params=["own_site", "birmingham_site"])
def built_site(request: pytest.FixtureRequest) -> BuiltSite:
    """Each of the repository's sites in turn."""
    site: BuiltSite = request.getfixturevalue(request.param)
    return site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium."""
    path = find()  # before Playwright starts: it looks for Playwright's own, too
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield chromium
        chromium.close()
