"""Which files a package has, by where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from ..errors import Problem, Where, error, warning
from .contents import shown

PACKAGES = "datapackages"
CONTENT = "content"
DESCRIPTOR = "datapackage.json"
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_BESIDE = re.compile(r"(?i)\.|(readme|licen[cs]e|notice|changelog)(\.|$)")
"""Files that stand beside a package's own and are not read."""


@dataclass(frozen=True)
class Files:
    """The files of one package, each kind in the order of their names."""

    folder: Path
    definitions: Path | None
    pathway: Path | None
    boundaries: Path | None
    tables: tuple[Path, ...]
    stories: tuple[Path, ...]
    pictures: tuple[Path, ...]

    @property
    def descriptor(self) -> Path:
        return self.folder / DESCRIPTOR

    @property
    def described(self) -> tuple[Path, ...]:
        """All that the descriptor names as resources, in that order."""
        single = (self.definitions, self.pathway)
        map_file = (self.boundaries,) if self.boundaries else ()
        return (*(p for p in single if p), *self.tables, *map_file, *self.stories, *self.pictures)


def packages(site: Path) -> tuple[list[Files], list[Problem]]:
    """The packages under the site's `datapackages/`, in the order of their names."""
    root = site / PACKAGES
    if root.is_symlink() or not root.is_dir():
        hint = f"Put a folder with a package of data into {PACKAGES}/."
        return [], [error(Where(PACKAGES), "there are no data packages", hint)]
    found: list[Files] = []
    problems: list[Problem] = []
    for path in sorted(root.iterdir()):
        if _BESIDE.match(path.name):
            continue
        where = Where(shown(path, site))
        if path.is_symlink():
            problems.append(
                error(
                    where, "this is a link", "Put the folder itself there; links are not followed."
                )
            )
        elif not path.is_dir():
            problems.append(
                warning(
                    where, "the file is not read", "Packages are folders; move the file into one."
                )
            )
        elif not re.fullmatch(r"[a-z0-9][a-z0-9_-]*", path.name):
            hint = "Name it with lower-case letters, digits, - and _."
            problems.append(
                error(where, "the folder's name cannot be a package's id", hint, path.name)
            )
        else:
            files, more = _files(path, site)
            found.append(files)
            problems += more
    if not found and not problems:
        hint = f"Put a folder with a package of data into {PACKAGES}/."
        problems.append(error(Where(PACKAGES), "there are no data packages", hint))
    return found, problems


def _files(folder: Path, site: Path) -> tuple[Files, list[Problem]]:
    single: dict[str, Path] = {}
    many: dict[str, list[Path]] = {"tables": [], "stories": [], "pictures": []}
    problems: list[Problem] = []
    for path in _within(folder):
        inside = path.relative_to(folder).as_posix()
        where = Where(shown(path, site))
        if path.is_symlink() and inside != DESCRIPTOR:  # which says so itself when it is read
            problems.append(
                error(where, "this is a link", "Put the file itself there; links are not followed.")
            )
        elif inside in ("indicators.yml", "pathway.yml", "data/areas.geojson", "areas.geojson"):
            single[path.name] = path
        elif re.fullmatch(r"data/[^/]+\.csv", inside):
            many["tables"].append(path)
        elif re.fullmatch(r"stories/[^/]+\.md", inside):
            many["stories"].append(path)
        elif re.fullmatch(r"stories/[^/]+", inside) and path.suffix.lower() in PICTURES:
            many["pictures"].append(path)
        elif inside != DESCRIPTOR:
            hint = (
                "A package holds indicators.yml, pathway.yml, data/*.csv, data/areas.geojson and "
                "stories/*.md: name the file so, or take it out."
            )
            problems.append(warning(where, "the file is not read", hint))
    files = Files(
        folder,
        single.get("indicators.yml"),
        single.get("pathway.yml"),
        single.get("areas.geojson"),
        *(tuple(many[kind]) for kind in ("tables", "stories", "pictures")),
    )
    return files, problems


def _within(folder: Path) -> list[Path]:
    """Files and links below the folder, but for what usually stands beside data; links to
    folders are not walked."""
    found: list[Path] = []
    for path in sorted(folder.iterdir()):
        if _BESIDE.match(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            found += _within(path)
        else:
            found.append(path)
    return found
