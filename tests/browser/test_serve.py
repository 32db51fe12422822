"""`serve` as somebody who writes a site meets it: a browser beside an editor."""

from __future__ import annotations

import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.command import ENVIRONMENT, GENERATOR, digest, run
from tests.small_site import METRICS, METRICS_FILE, write

WRONG = METRICS.replace(",1180", ',"1,180"')
PATIENCE = 60_000  # milliseconds, for a build on a busy machine


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small site with a mistake in it."""
    folder = write(tmp_path / "thornby")
    assert run("describe", cwd=folder).returncode == 0
    (folder / METRICS_FILE).write_text(WRONG)
    return folder


@pytest.fixture
def serving(site: Path) -> Iterator[subprocess.Popen[str]]:
    """`python -m generator serve` in its folder, as from a shell with job control."""
    process = subprocess.Popen(
        [*GENERATOR, "serve"],
        cwd=site,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    yield process
    process.kill()
    process.communicate()


@pytest.mark.slow
def test_a_site_is_written_with_a_browser_beside_it(
    site: Path, serving: subprocess.Popen[str], browser: Browser, tmp_path: Path
) -> None:
    assert serving.stdout and serving.stderr
    address = serving.stdout.readline().split()[1]
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if "Policy" in said.text else None)
    panel = page.locator("#_serve")

    # The first build fails: every address says why.
    page.goto(f"{address}indicators/loneliness/")
    expect(panel).to_contain_text("1 error.", timeout=PATIENCE)
    expect(panel).to_contain_text(f"{METRICS_FILE} row 4")
    expect(page.locator("h1")).to_have_text("Not built yet")

    # Mended: the page comes by itself, and what stands on disk is what `site` makes.
    (site / METRICS_FILE).write_text(METRICS)
    expect(page.locator("h1")).to_have_text("People who often feel lonely", timeout=PATIENCE)
    expect(panel).to_be_hidden()
    (shown,) = (site / "build").glob("run-*/*/site")
    assert not (site / "site").exists()  # the output is not touched
    assert run("site", "--output", tmp_path / "out", cwd=site).returncode == 0
    assert digest(shown) == digest(tmp_path / "out")

    # Broken: the last good one stays, and says so.
    (site / METRICS_FILE).write_text(WRONG)
    expect(panel).to_contain_text("What you see is the last good site.", timeout=PATIENCE)
    expect(page.locator("h1")).to_have_text("People who often feel lonely")
    assert refused == []

    # A mistake of ours, or in the theme, does not end it either.
    (site / METRICS_FILE).write_text(METRICS)
    (site / "overrides").mkdir()
    (site / "overrides" / "main.html").write_text("{% block %}")
    expect(panel).to_contain_text("something went wrong on our side", timeout=PATIENCE)

    # A browser may leave in the middle of a file.
    with socket.create_connection(("127.0.0.1", urlsplit(address).port or 0)) as leaving:
        leaving.sendall(
            b"GET /assets/javascripts/plotly.min.js HTTP/1.0\r\nHost: localhost\r\n\r\n"
        )
        leaving.recv(10)
    assert page.request.get(address).status == 200

    # Stopped: at once, with nothing left behind, and the page says so.
    before = time.monotonic()
    serving.send_signal(signal.SIGINT)
    assert serving.wait(20) == 130
    assert time.monotonic() - before < 5
    said = serving.stderr.read()
    assert said.count("1,180") == 2 and "Traceback" not in said
    assert said.endswith("prove-and-improve: stopped. Nothing was published.\n")
    assert not list((site / "build").glob("run-*"))
    expect(panel).to_contain_text("The server has stopped.")
    page.close()


def test_a_taken_port_is_wrong_use(site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = run("serve", "--port", str(port), cwd=site)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"prove-and-improve: port {port} is taken by another program. "
        "Choose another --port, or leave it out.\n"
    )
    assert not (site / "build").exists()
