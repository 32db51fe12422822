"""`describe`: a package's datapackage.json, written from its files and what people wrote in it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import Problem, Where, did_you_mean, error
from ..model.metric import Breakdown, Metric
from . import contents, header, json_text, schema
from .folder import Files
from .schema import Column

MEDIA_TYPES = {
    ".csv": "text/csv",
    ".yml": "application/yaml",
    ".md": "text/markdown",
    ".geojson": "application/geo+json",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
}
OURS = ("name", "path", "type", "mediatype", "encoding", "schema")
"""Keys of a resource that `describe` writes; all others are people's."""

Header = tuple[str, ...]


def table_columns(
    role: str, names: Header, breakdowns: Iterable[Breakdown], metrics: Mapping[str, Metric]
) -> dict[str, Column]:
    """The columns that a table of this role and with this header may have.

    A metrics table without the columns metric and value, in which a metric heads a column, is
    one with a column a metric.
    """
    headed: list[Metric] = []
    if role == "metrics" and not {"metric", "value"} & set(names):
        headed = [metric for name, metric in metrics.items() if name in names]
    return schema.columns(role, breakdowns, headed)


def described(
    files: Files,
    written: Mapping[str, Any],
    headers: Mapping[Path, Header],
    breakdowns: Mapping[str, Breakdown],
    metrics: Mapping[str, Metric],
) -> dict[str, Any]:
    """The descriptor as `describe` would write it over the one that is `written`.

    Files whose name says no role are left out (`role_problem` tells of them).
    """
    before = {
        resource.get("path"): resource
        for resource in _listed(written.get("resources"))
        if isinstance(resource.get("path"), str)
    }
    resources = []
    for path in files.described:
        inside = path.relative_to(files.folder).as_posix()
        resource = before.get(inside, {})
        name = name_of(path, resource)
        if path.suffix == ".csv" and schema.role_of(name) not in schema.ROLES:
            continue
        ours: dict[str, Any] = {
            "name": name,
            "path": inside,
            "mediatype": MEDIA_TYPES[path.suffix.lower()],
        }
        if path.suffix == ".csv":
            ours |= {"type": "table", "encoding": "utf-8"}
            known = table_columns(
                str(schema.role_of(name)), headers.get(path, ()), breakdowns.values(), metrics
            )
            ours["schema"] = _schema(headers.get(path, ()), known)
        kept = {key: value for key, value in resource.items() if key not in OURS}
        resources.append({key: ours[key] for key in OURS if key in ours} | kept)
    first: dict[str, Any] = {"name": written.get("name", files.folder.name)}
    if not written:  # what only people know stands there to be filled in
        first |= {"title": "", "status": "", "licenses": []}
    rest = {key: value for key, value in written.items() if key not in ("name", "resources")}
    return first | rest | {"resources": resources}


def _listed(value: Any) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def name_of(path: Path, resource: Mapping[str, Any]) -> str:
    """The resource's name: as people wrote it where that says a role, else the file's."""
    if path.suffix == ".md":
        return f"story-{path.stem}"
    if path.suffix == ".geojson":
        return "boundaries"
    if path.suffix == ".csv":
        written = resource.get("name")
        return written if isinstance(written, str) and schema.role_of(written) else path.stem
    return path.stem if path.suffix == ".yml" else f"picture-{path.name.lower()}"


def role_problem(path: Path, name: str, site: Path) -> Problem | None:
    """What is wrong with a table whose name says no role that is read."""
    role, where = schema.role_of(name), Where(contents.shown(path, site))
    if role in schema.NOT_READ_YET:
        return error(
            where,
            f"tables of the role '{role}' are not read yet",
            "Take the file out until they are.",
            name,
        )
    if role is None:
        first = name.split("-", 1)[0]
        hint = (
            "Name the file by its role, such as metrics.csv or metrics-carers.csv. "
            f"{did_you_mean(first, schema.ROLES)}"
        )
        return error(where, f"'{name}' says no role", hint, name)
    return None


def _schema(names: Header, known: Mapping[str, Column]) -> dict[str, Any]:
    """The Table Schema of the columns that the file has, in its order; unknown ones as text."""
    fields = [
        dict(known[name].descriptor) if name in known else {"name": name, "type": "string"}
        for name in names
    ]
    return {"fields": fields, "missingValues": [""]}


def as_text(descriptor: Mapping[str, Any]) -> str:
    """The descriptor as its file's text."""
    return json.dumps(descriptor, indent=2, ensure_ascii=False) + "\n"


def read_written(files: Files, site: Path) -> tuple[dict[str, Any] | None, str, list[Problem]]:
    """The descriptor as it stands: its object and text; the remedy where there is none."""
    file = contents.shown(files.descriptor, site)
    if not files.descriptor.is_symlink() and not files.descriptor.exists():
        hint = (
            "Write one with: make describe SITE=FOLDER, or python -m generator describe. "
            "Then fill in title, status and licenses."
        )
        return None, "", [error(Where(file), "the package has no descriptor", hint)]
    text, problems = contents.read_text(files.descriptor, files.folder, site)
    if text is None:
        return None, "", problems
    value, problems = json_text.parse(text, file)
    if problems:
        return None, text, problems
    if not isinstance(value, dict):
        return (
            None,
            text,
            [
                error(
                    Where(file),
                    "the descriptor is not an object",
                    "Start it with { and end it with }.",
                )
            ],
        )
    return value, text, []


def read_headers(files: Files, site: Path) -> dict[Path, Header]:
    """The header of each table that can be read."""
    found: dict[Path, Header] = {}
    for path in files.tables:
        raw, _ = contents.read(path, files.folder, site)
        first = header.read(raw, path.name)[0] if raw is not None else None
        if first is not None:
            found[path] = first.names
    return found


def write(path: Path, text: str) -> None:
    """Write the file whole or not at all."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
