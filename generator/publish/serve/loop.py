"""Build, show, wait for a change, and again."""

from __future__ import annotations

import itertools
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from ...errors import Problem, count
from ..run import run_folder
from ..swap import same
from . import watch
from .server import listening
from .shown import Shown


@dataclass(frozen=True)
class Made:
    """What came of a build: a site in the folder `site`, unless errors are among the problems.

    `address` is where the site is published, where that is known.
    """

    problems: Sequence[Problem]
    address: str = ""


def serve(
    site_folder: Path,
    port: int | None,
    make: Callable[[Path, int], Made],
    at: Callable[[str], None],
    told: Callable[[Sequence[Problem], bool], None],
) -> None:
    """Show the site until we are stopped. Raises `PortTakenError`.

    `make` builds into the `site` of an empty folder, under the run's lock; `at` is given the
    address; `told`, after each build, what is wrong and whether there is something new to see.
    """
    first = Shown(f"{os.getpid()}-0")
    with listening(port, first) as server, run_folder(site_folder) as (run, lock):
        at(server.address)
        places = watch.places(site_folder)
        for number in itertools.count(1):
            before = watch.state(places)
            folder = run / str(number)
            folder.mkdir(parents=True)
            made = make(folder, lock)
            shown = _after(server.shown, made, f"{os.getpid()}-{number}", folder / "site")
            is_new = shown.site != server.shown.site
            server.shown = shown
            for left in run.iterdir():
                if shown.folder is None or left != shown.folder.parent:
                    shutil.rmtree(left, ignore_errors=True)
            told(made.problems, is_new)
            watch.wait(places, before)
            server.shown = replace(server.shown, building=True)


def _after(shown: Shown, made: Made, site: str, folder: Path) -> Shown:
    """What is shown after a build: the last good site stays where the new one is bad or equal."""
    now = replace(shown, problems=tuple(made.problems), building=False)
    if count(made.problems, "error") or (shown.folder and same(folder, shown.folder)):
        return now
    root = f"{urlsplit(made.address).path.rstrip('/')}/"
    return replace(now, site=site, folder=folder, root=root)
