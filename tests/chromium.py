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


def driver_starts() -> bool:
    """Whether Playwright's own program, which drives a browser, has the libraries it needs."""
    asked = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def install_chromium() -> None:
    """Install one. Raises `subprocess.CalledProcessError` where that fails."""
    if _is_root() and "ID=debian" in Path("/etc/os-release").read_text().splitlines():
        _apt_get("chromium", "fonts-dejavu-core")
        return
    needs = ["--with-deps"] if _is_root() else []
    command = [sys.executable, "-m", "playwright", "install", *needs, "chromium"]
    subprocess.run(command, check=True)


def _apt_get(*packages: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        subprocess.run(["apt-get", "-qq", *command], env=quiet, check=True)


def _is_root() -> bool:
    return os.geteuid() == 0


def main() -> str:
    """Install what is missing; the line to end with. Exits where somebody else must."""
    if not driver_starts() and _is_root() and shutil.which("apt-get"):
        _apt_get("libatomic1")
    if not driver_starts():
        sys.exit(
            "Playwright does not start. Install what it needs: sudo apt-get install libatomic1"
        )
    if find() is None:
        print("No Chromium here: installing one for the tests ...", file=sys.stderr)
        install_chromium()
    found = find()
    if found is None:
        own = f"sudo {sys.executable} -m playwright install-deps chromium"
        sys.exit(f"Chromium does not start. Install what it needs: {own}")
    return f"Browser tests use {found}"


if __name__ == "__main__":
    print(main(), file=sys.stderr)
