"""What is shown now, and what stands at each address of it."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from urllib.parse import quote, unquote

from ...errors import Problem
from . import panel

OURS = "/.serve/"
STATE, SCRIPT, LOOK = f"{OURS}state", f"{OURS}live.js", f"{OURS}live.css"
_TYPES = {  # of what a site holds; what a machine has set is not asked
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".js": "text/javascript",
    ".json": "application/json",
    ".txt": "text/plain",
    ".xml": "application/xml",
}


@dataclass(frozen=True)
class Shown:
    """The last good site, and what has become of the newest build.

    `site` names a site and no other, also not one of an earlier run; `folder` is None until one is
    built; `root` is the path that it is published at: the page for unknown addresses links from it.
    """

    site: str
    folder: Path | None = None
    root: str = "/"
    problems: tuple[Problem, ...] = ()
    building: bool = True

    @property
    def panel(self) -> str:
        """The HTML of what is to be said over every page, "" where that is nothing."""
        return panel.panel(self.problems, self.building, self.folder is not None)


@dataclass(frozen=True)
class Answer:
    """What a browser is told: `location` where it is sent elsewhere."""

    status: int
    kind: str
    body: bytes
    location: str = ""


def answer(target: str, shown: Shown) -> Answer:
    """The answer to a request for `target`, which is a path with or without a query."""
    path = target.partition("#")[0].partition("?")[0]
    if path == STATE:
        state = {"site": shown.site, "panel": shown.panel}
        return Answer(200, "application/json", json.dumps(state).encode())
    if path in (SCRIPT, LOOK):
        name = path.removeprefix(OURS)
        return Answer(200, _kind(name), (resources.files(__package__) / name).read_bytes())
    if shown.folder is None:
        return Answer(503, _kind(".html"), panel.page(shown.panel, shown.site).encode())
    inside = path.removeprefix(shown.root) if path.startswith(shown.root) else path
    names = [unquote(name) for name in inside.split("/") if name]
    file = _file(shown.folder, [*names, "index.html"] if path.endswith("/") else names)
    if file is None and _file(shown.folder, [*names, "index.html"]) and not path.endswith("/"):
        return Answer(302, _kind(".txt"), b"", f"/{'/'.join(map(quote, names))}/")
    return _page(file or shown.folder / "404.html", 200 if file else 404, shown)


def _page(file: Path, status: int, shown: Shown) -> Answer:
    try:
        body = file.read_bytes()
    except OSError:  # the folder was cleared meanwhile
        return Answer(404, _kind(".txt"), b"There is nothing at this address.\n")
    if file.suffix == ".html":
        body = panel.over(body, shown.panel, shown.site)
    return Answer(status, _kind(file.name), body)


def _file(folder: Path, names: list[str]) -> Path | None:
    """The file at this path inside `folder`: never one outside it, nor a folder."""
    if any(name == ".." or "/" in name or "\0" in name for name in names):
        return None
    try:
        file = folder.joinpath(*names).resolve()
        return file if file.is_file() and file.is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError):  # a name that is too long, links that lead round
        return None


def _kind(name: str) -> str:
    suffix = Path(name).suffix or name
    kind = _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind
