"""The first site of DATA.md, step by step in an empty folder: its files written, its commands
run, as they stand there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from html import unescape
from pathlib import Path

from tests.guide import samples

STEP = re.compile(r"```(\w+)\n(.*?)```", re.S)


def run(line: str, folder: Path) -> str:
    """One line of a shell, with this Python in place of the environment that make would make."""
    ours = Path(sys.executable).parent
    command = [*shlex.split(line), "--old-file=.venv/installed", f"BIN={ours}"]
    environment = os.environ | {"PYTHONPATH": str(samples.REPOSITORY)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def fill_in(file: Path, text: str) -> None:
    """Put each line in the place of the one that starts with the same key."""
    lines = file.read_text().splitlines()
    for line in text.splitlines():
        key = line.split(":")[0]
        (at,) = (n for n, each in enumerate(lines) if each.startswith(f"{key}:"))
        lines[at] = line
    file.write_text("\n".join(lines) + "\n")


def test_it_builds_as_printed(tmp_path: Path) -> None:
    text = samples.part("A first site in ten minutes")
    here = tmp_path / "prove-and-improve"
    here.mkdir()
    (here / "Makefile").symlink_to(samples.REPOSITORY / "Makefile")
    named = dict(
        zip([c for _, c in samples.files(text)], [p for p, _ in samples.files(text)], strict=True)
    )
    said = ""
    for kind, content in STEP.findall(text):
        if kind == "sh":
            said += "".join(run(line, here) for line in content.splitlines())
        elif kind == "json":
            fill_in(here / named[content], content)
        else:
            samples.write(here, [(named[content], content)])
    assert "3 warnings" in said.split("No problems.")[0]  # describe asks for what it leaves blank
    assert "No problems." in said
    built = tmp_path / "first-site" / "site"
    home = unescape((built / "index.html").read_text())
    page = unescape((built / "indicators" / "loneliness" / "index.html").read_text())
    assert "15.7%" in home and "15.7%" in page  # 190 of 1,210
    assert "21.0%" in page  # 248 of 1,180
    assert "Improving" in page
    assert "in Thornby in 2025/26" in page and "Annual resident survey" in page
