"""Putting a built site in the place of the published one, whole or not at all.

The new site is first laid beside the output, on its file system. Then one exchange (renameat2)
puts it there; where the file system has none, two renames do, and the next command repairs what a
kill between them leaves. The lock is on the folder that holds the output, so it leaves no file.
"""

from __future__ import annotations

import ctypes
import errno
import filecmp
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from .lock import locked

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
_NO_EXCHANGE = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


class UnusableOutputError(Exception):
    """The output can't be written; the message says why and what to do."""


def refuse_foreign(output: Path, site_folder: Path) -> None:
    """Raise `UnusableOutputError` unless `output` is absent, empty or a site of ours.

    A folder of `site_folder` that people write in is never an output, nor is what holds it.
    """
    written = [site_folder, *(site_folder / name for name in ("content", "datapackages"))]
    inside = any(output.is_relative_to(folder) for folder in written[1:])
    if inside or any(folder.is_relative_to(output) for folder in written):
        raise UnusableOutputError(f"{output} holds what people write. Choose another --output.")
    if not output.exists() and not output.is_symlink():
        return
    if not output.is_dir():
        raise UnusableOutputError(f"{output} is not a folder. Choose another --output.")
    if any(output.iterdir()) and not _is_ours(output):
        raise UnusableOutputError(
            f"{output} holds files that are not a site built here. Empty it, or choose another "
            "--output."
        )


def _refuse_unwritable(output: Path) -> None:
    """Before the work, not after it: the new site is laid beside the old one."""
    there = next(folder for folder in output.parents if folder.exists())
    if not there.is_dir():
        raise UnusableOutputError(f"{there} is not a folder. Choose another --output.")
    if not os.access(there, os.W_OK | os.X_OK):
        raise UnusableOutputError(
            f"{output} can't be written: nor can {there}, which holds it. Mend its permissions, or "
            "choose another --output."
        )


def _is_ours(output: Path) -> bool:
    try:
        index = json.loads((output / "data" / "index.json").read_text("utf-8"))
        return str(index["generator"]).startswith("prove-and-improve ")
    except (OSError, ValueError, KeyError, TypeError):
        return False


def prepare(output: Path, site_folder: Path) -> None:
    """Refuse an output that is not ours; where it is, mend what a killed swap left of it."""
    refuse_foreign(output, site_folder)
    _refuse_unwritable(output)
    if output.parent.is_dir():
        with locked(output.parent):
            _repair(output)


def exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), str(other))


def swap(built: Path, output: Path, exchange: Callable[[Path, Path], bool] = exchange) -> bool:
    """Put the folder `built` where `output` is; False, changing nothing, where they are equal."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with locked(output.parent):
        _repair(output)
        if same(built, output):
            return False
        following = _beside(output, "next")
        _move(built, following)
        if not output.exists():
            following.rename(output)
        elif not exchange(following, output):
            previous = _beside(output, "previous")
            output.rename(previous)
            following.rename(output)
            shutil.rmtree(previous)
        shutil.rmtree(following, ignore_errors=True)
    return True


def _repair(output: Path) -> None:
    """Undo what a killed swap left: put the previous site back if none is there, clear the rest."""
    previous, following = _beside(output, "previous"), _beside(output, "next")
    if previous.exists() and not output.exists():
        previous.rename(output)
    for left in (previous, following):
        shutil.rmtree(left, ignore_errors=True)


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files with the same bytes."""
    if not (one.is_dir() and other.is_dir()):
        return False
    names = _files(one)
    if names != _files(other):
        return False
    return all(filecmp.cmp(one / name, other / name, shallow=False) for name in names)


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())


def _beside(output: Path, what: str) -> Path:
    return output.with_name(f".{output.name}.{what}")


def _move(built: Path, place: Path) -> None:
    try:
        built.rename(place)
    except OSError as problem:
        if problem.errno != errno.EXDEV:
            raise
        copy(built, place)  # another file system: a kill on the way leaves `place` only


def copy(built: Path, place: Path) -> None:
    """Copy the folder whole, or leave nothing and say why it can't be."""
    try:
        shutil.copytree(built, place)
    except OSError as problem:
        shutil.rmtree(place, ignore_errors=True)
        # copytree gathers what went wrong as (from, to, why).
        why = problem.args[0][0][2] if isinstance(problem, shutil.Error) else problem.strerror
        raise UnusableOutputError(
            f"{place.parent} can't take the site: {why}. Nothing was published."
        ) from problem
