"""Runs do not meet: each has its folder, and what a killed run left is cleared."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

from generator.publish import leave, run_folder
from generator.publish.lock import is_locked, locked

REPOSITORY = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from generator.publish import run_folder
with run_folder(Path(sys.argv[1])) as (run, lock):
    print(run.name, flush=True)
    time.sleep(60)
"""


def test_the_folder_is_gone_afterwards(tmp_path: Path) -> None:
    with run_folder(tmp_path) as (run, _):
        (run / "page.md").write_text("page")
    assert list((tmp_path / "build").iterdir()) == []


def test_what_a_killed_run_left_is_cleared_and_a_running_one_kept(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    other = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], env=environment, stdout=subprocess.PIPE
    )
    assert other.stdout
    name = other.stdout.readline().decode().strip()
    with run_folder(tmp_path):
        assert (tmp_path / "build" / name).is_dir()
    other.kill()
    other.wait()
    other.stdout.close()
    assert (tmp_path / "build" / name).is_dir()
    with run_folder(tmp_path):
        assert not (tmp_path / "build" / name).exists()


def test_what_is_left_for_a_look_replaces_the_last(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with run_folder(tmp_path) as (run, _):
            (run / f"{text}.md").write_text(text)
            leave(run)
    assert [path.name for path in (tmp_path / "build").iterdir()] == ["staging"]
    assert [path.name for path in (tmp_path / "build" / "staging").iterdir()] == ["new.md"]


def test_what_is_left_is_laid_down_while_no_run_begins(tmp_path: Path) -> None:
    """A run that begins clears what is nobody's, and a copy that is under way has no lock."""
    with run_folder(tmp_path) as (run, _):
        with locked(tmp_path / "build"):
            leaving = threading.Thread(target=leave, args=(run,))
            leaving.start()
            leaving.join(0.2)
            assert [path.name for path in (tmp_path / "build").iterdir()] == [run.name]
        leaving.join(5)
        assert (tmp_path / "build" / "staging").is_dir()


def test_a_folder_that_is_gone_is_not_locked(tmp_path: Path) -> None:
    """Another run may end between our looking for its folder and our trying its lock."""
    with locked(tmp_path):
        assert is_locked(tmp_path)
    assert not is_locked(tmp_path)
    assert not is_locked(tmp_path / "gone")
