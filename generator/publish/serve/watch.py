"""Which files a site is made of, and waiting until one of them changes."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..stage import theme

LOOKED_AT_EVERY, STILL_FOR = 0.5, 0.2  # seconds
State = Mapping[str, tuple[int, int, int]]


def places(site_folder: Path) -> list[Path]:
    """The files and folders that a site is built from. What is built is not among them."""
    written = ("mkdocs.yml", "content", "datapackages", "overrides")
    return [*(site_folder / name for name in written), theme()]


def state(places: Iterable[Path]) -> State:
    """Time, size and number of each file. What editors keep beside a file is passed over."""
    found: dict[str, tuple[int, int, int]] = {}
    for place in places:
        _add(found, place)
        for folder, folders, files in os.walk(place):
            folders[:] = [name for name in folders if not _passed_over(name)]
            for name in files:
                if not _passed_over(name):
                    _add(found, Path(folder, name))
    return found


def wait(places: Iterable[Path], since: State) -> None:
    """Return once the files are not as they were, and whoever writes them has finished."""
    places = list(places)
    while (now := state(places)) == since:
        time.sleep(LOOKED_AT_EVERY)
    while True:
        time.sleep(STILL_FOR)
        if (later := state(places)) == now:
            return
        now = later


def _add(found: dict[str, tuple[int, int, int]], path: Path) -> None:
    try:
        about = path.stat()
    except OSError:  # gone again
        return
    if not stat.S_ISDIR(about.st_mode):
        found[str(path)] = (about.st_mtime_ns, about.st_size, about.st_ino)


def _passed_over(name: str) -> bool:
    return name.startswith(".") or name.endswith("~")
