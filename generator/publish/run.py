"""The folder that one run works in: SITE/build/run-<pid>, gone when the run is over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from .lock import is_locked, locked

BUILD, STAGING = "build", "staging"


@contextmanager
def run_folder(site_folder: Path) -> Iterator[tuple[Path, int]]:
    """An empty folder, and the lock on it, to be handed on to every process that works in it.

    The folders of runs that were killed are cleared: nobody holds their lock any more.
    """
    build = site_folder / BUILD
    build.mkdir(exist_ok=True)
    folder = build / f"run-{os.getpid()}"
    with ExitStack() as held:
        with locked(build):
            for left in build.glob("run-*"):
                if not is_locked(left):
                    shutil.rmtree(left, ignore_errors=True)
            folder.mkdir()
            held.callback(shutil.rmtree, folder, ignore_errors=True)
            lock = held.enter_context(locked(folder))
        yield folder, lock


def leave(run: Path) -> None:
    """Leave what stands in the run's folder at SITE/build/staging, for a builder or a look."""
    new, place = run.with_name(f"{run.name}-{STAGING}"), run.with_name(STAGING)
    with locked(run.parent):  # or a run that begins now would clear it, as nobody's
        shutil.copytree(run, new)
        shutil.rmtree(place, ignore_errors=True)
        new.rename(place)
