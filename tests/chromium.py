"""A Chromium for the tests: the one that is there, or, run as a script, one that it installs.

The system's own comes first; else Debian's package when root on Debian; else Playwright's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
# Root needs no sandbox; without the others Chromium asks for hosts that a closed network refuses.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The path of a Chromium that starts: Ubuntu's `chromium-browser` is a stub that does not."""
    named = (path for name in NAMES if (path := shutil.which(name)) and _starts(path))
    return next(named, None) or next(filter(_starts, _playwrights_own()), None)


def _starts(path: str) -> bool:
    try:
        asked = subprocess.run([path, "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0


def _playwrights_own() -> list[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return [path] if Path(path).exists() else []


def install() -> None:
    """Install one. Raises `subprocess.CalledProcessError` where that fails."""
    root = os.geteuid() == 0
    if root and "ID=debian" in Path("/etc/os-release").read_text().splitlines():
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        packages = ["chromium", "fonts-dejavu-core"]
        for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
            subprocess.run(["apt-get", "--quiet", *command], env=quiet, check=True)
        return
    needs = ["--with-deps"] if root else []
    command = [sys.executable, "-m", "playwright", "install", *needs, "chromium"]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    if find() is None:
        print("No Chromium here: installing one for the tests ...", file=sys.stderr)
        install()
    found = find()
    if found is None:
        sys.exit("Chromium is installed but does not start: run `chromium --version` to see why.")
    print(f"Browser tests use {found}", file=sys.stderr)
