"""The bytes of a contributor's file: inside its folder, of stated size, and plain UTF-8."""

from __future__ import annotations

import stat
from pathlib import Path

from ..errors import Problem, Where, error

MEGABYTE = 1_000_000
LARGEST = {
    ".csv": 500 * MEGABYTE,
    ".geojson": 50 * MEGABYTE,
    ".json": 2 * MEGABYTE,
    ".yml": 1 * MEGABYTE,
    ".md": 1 * MEGABYTE,
    ".png": 5 * MEGABYTE,
    ".jpg": 5 * MEGABYTE,
    ".jpeg": 5 * MEGABYTE,
    ".webp": 5 * MEGABYTE,
}
"""The most bytes that a file may have, by its ending; no file with another ending is read."""

_SAVE_AS_UTF8 = "Save the file as UTF-8 (in a spreadsheet: CSV UTF-8)."


def shown(path: Path, site: Path) -> str:
    """The path as problems name it: relative to the site's folder, with forward slashes."""
    return path.relative_to(site).as_posix()


def read(path: Path, folder: Path, site: Path) -> tuple[bytes | None, list[Problem]]:
    """The file's bytes.

    Refused: links (wherever they lead), anything that resolves outside `folder`, anything that
    is not a regular file, other endings than those of `LARGEST`, and more bytes than it states.
    """
    where = Where(shown(path, site))
    if _is_linked(path, folder):
        hint = "Put the file itself there; links are not followed."
        return None, [error(where, "this is a link", hint)]
    try:
        found = path.lstat()
    except OSError:
        return None, [error(where, "the file is not there", "Add it, or take its name out.")]
    if not stat.S_ISREG(found.st_mode):
        return None, [error(where, "this is not a file", "Put a file there.")]
    limit = LARGEST.get(path.suffix.lower())
    if limit is None:
        endings = ", ".join(sorted(LARGEST))
        return None, [error(where, "files of this kind are not read", f"Known: {endings}.")]
    if found.st_size > limit:
        what = f"the file has {found.st_size:,} bytes"
        return None, [
            error(where, what, f"At most {limit:,} are read: split it or leave parts out.")
        ]
    try:
        return path.read_bytes(), []
    except OSError as problem:
        hint = "Check who may read the file."
        return None, [error(where, f"the file cannot be read: {problem.strerror}", hint)]


def read_text(path: Path, folder: Path, site: Path) -> tuple[str | None, list[Problem]]:
    """The file's text without a byte-order mark, with single line feeds at its line ends."""
    raw, problems = read(path, folder, site)
    if raw is None:
        return None, problems
    file = shown(path, site)
    if found := encoding_problem(raw, file):
        return None, [found]
    return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n"), []


def encoding_problem(raw: bytes, file: str) -> Problem | None:
    """What keeps `raw` from being UTF-8 text, None where nothing does."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return error(Where(file), "the file is in UTF-16", _SAVE_AS_UTF8)
    if (at := raw.find(b"\0")) >= 0:
        line = raw.count(b"\n", 0, at) + 1
        return error(Where(file, line=line), "there is a NUL character", _SAVE_AS_UTF8)
    if raw.isascii():
        return None
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        byte = raw[problem.start]
        what = f"there is a byte that is not UTF-8 (0x{byte:02X})"
        if meant := bytes([byte]).decode("cp1252", errors="ignore"):
            what = f"there is a character in another encoding than UTF-8, perhaps '{meant}'"
        return error(Where(file, line=line), what, _SAVE_AS_UTF8)
    return None


def _is_linked(path: Path, folder: Path) -> bool:
    """Whether the path or a folder on the way from `folder` to it is a link."""
    if not path.resolve().is_relative_to(folder.resolve()):
        return True
    on_the_way = [path, *path.parents]
    inside = on_the_way[: on_the_way.index(folder)] if folder in on_the_way else on_the_way
    return any(step.is_symlink() for step in inside)
