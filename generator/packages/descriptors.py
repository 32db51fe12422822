"""Descriptors judged: our own closed rules first, then frictionless on the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from ..errors import Problem, Where, did_you_mean, error
from ..model.source import Licence, Package, Source
from ..model.words import PackageStatus
from .folder import Files

REMEDY = "Refresh it with: make describe SITE=FOLDER, or python -m generator describe."
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
"""The one `$schema` that may be named; it is not fetched."""
PACKAGE_KEYS = (
    "$schema", "name", "id", "title", "description", "status", "licenses", "sources",
    "contributors",
    "keywords", "homepage", "version", "created", "resources",
)  # fmt: skip
RESOURCE_KEYS = (
    "name", "path", "type", "mediatype", "encoding", "schema", "title", "description", "sources",
    "licenses", "format",
)  # fmt: skip
NOT_ALLOWED = {
    "profile": "profiles are not read",
    "compression": "archives are not read",
    "innerpath": "archives are not read",
    "data": "data within the descriptor are not read",
    "scheme": "files are read from the package's folder only",
    "dialect": "tables are read as CSV with commas only",
    "control": "tables are read as CSV with commas only",
    "layout": "tables are read as CSV with commas only",
    "extrapaths": "a table is one file",
}
TO_FILL_IN = {
    "title": 'Type what the data are, in a few words, such as "title": "Visits to hubs".',
    "status": (
        'Type "status": "final", or "provisional" if the data may still change, or "illustrative" '
        "if they are made up."
    ),
    "licenses": (
        'Type the licence of the data: "licenses": [{"name": "OGL-UK-3.0", '
        '"title": "Open Government Licence v3.0", "path": '
        '"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"}].'
    ),
}
"""What only people know of a package, and what to type."""
_ITEM_KEYS: Mapping[str, tuple[str, ...]] = {
    "licenses": ("name", "title", "path"),
    "sources": ("title", "path", "email", "version", "publisher"),
    "contributors": ("title", "path", "email", "role", "roles", "organization", "organisation"),
}


def package(
    written: Mapping[str, Any], files: Files, file: str
) -> tuple[Package | None, list[Problem]]:
    """What people wrote in a descriptor, and everything in it that is not allowed."""
    problems = [
        *_keys(written, PACKAGE_KEYS, file, ""),
        *_resources(written.get("resources"), files, file),
    ]
    for key in ("title", "description", "name", "id", "homepage", "version", "created", "status"):
        if key in written and not isinstance(written[key], str):
            problems.append(_bad(file, key, "a text is expected here", f'Type "{key}": "…".'))
    if "$schema" in written and written["$schema"] != PROFILE:
        what = f'"{written["$schema"]}" is not allowed: other profiles are not read'
        problems.append(_bad(file, "$schema", what, f"Type {PROFILE}, or take it out."))
    problems += blanks(written, file)
    status, known = written.get("status"), get_args(PackageStatus)
    if status and status not in known:
        what = f"'{status}' is not one of the words for this"
        problems.append(_bad(file, "status", what, did_you_mean(str(status), known), str(status)))
    for key, keys in _ITEM_KEYS.items():
        problems += _items(written.get(key), key, keys, file)
    if problems:
        return None, problems
    return Package(
        id=files.folder.name,
        title=written["title"],
        description=written.get("description", ""),
        status=status,  # type: ignore[arg-type]
        licences=tuple(
            Licence(item.get("title") or item.get("name") or item["path"], item.get("path", ""))
            for item in written["licenses"]
        ),
        sources=tuple(
            Source(item["title"], item.get("publisher", ""), item.get("path", ""))
            for item in written.get("sources", [])
        ),
        contributors=tuple(item["title"] for item in written.get("contributors", [])),
    ), []


def blanks(written: Mapping[str, Any], file: str) -> list[Problem]:
    """What only people know, where they have not said it yet."""
    return [
        _bad(file, key, f"'{key}' is {'blank' if key in written else 'missing'}", hint)
        for key, hint in TO_FILL_IN.items()
        if not written.get(key)
    ]


def _bad(file: str, field: str, what: str, hint: str, value: str = "") -> Problem:
    return error(Where(file, field=field), what, hint, value)


def _keys(given: Mapping[str, Any], known: tuple[str, ...], file: str, path: str) -> list[Problem]:
    problems = []
    for key in given:
        at = f"{path}.{key}" if path else key
        if key in known:
            continue
        if key in NOT_ALLOWED:
            problems.append(
                _bad(file, at, f"'{key}' is not allowed: {NOT_ALLOWED[key]}", "Take it out.", key)
            )
        else:
            problems.append(
                _bad(file, at, f"there is no key '{key}' here", did_you_mean(key, known), key)
            )
    return problems


def _items(items: Any, key: str, known: tuple[str, ...], file: str) -> list[Problem]:
    if items is None:
        return []
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        return [
            _bad(
                file,
                key,
                "a list of objects is expected here",
                f'Type "{key}": [{{"title": "…"}}].',
            )
        ]
    problems = []
    for position, item in enumerate(items, 1):
        at = f"{key}.{position}"
        problems += _keys(item, known, file, at)
        if key == "licenses" and not (item.get("name") or item.get("path")):
            hint = 'Add "path": and its address, or "name": and its short name, such as OGL-UK-3.0.'
            problems.append(_bad(file, at, "the licence has neither name nor path", hint))
        elif key != "licenses" and not item.get("title"):
            problems.append(_bad(file, at, "'title' is missing", 'Add "title": and the name.'))
        for name, value in item.items():
            if name == "roles" and isinstance(value, list):
                continue
            if not isinstance(value, str):
                problems.append(
                    _bad(file, f"{at}.{name}", "a text is expected here", f'Type "{name}": "…".')
                )
            elif name == "path" and not re.fullmatch(r"https?://[^\s<>\"']+", value):
                hint = "Type an address that starts with https://."
                problems.append(
                    _bad(file, f"{at}.path", f'"{value}" is not a web address', hint, value)
                )
    return problems


def _resources(resources: Any, files: Files, file: str) -> list[Problem]:
    if not isinstance(resources, list) or not all(isinstance(item, dict) for item in resources):
        return [_bad(file, "resources", "the list of resources is missing", REMEDY)]
    problems = []
    for position, resource in enumerate(resources, 1):
        at = f"resources.{resource['name'] if isinstance(resource.get('name'), str) else position}"
        problems += _keys(resource, RESOURCE_KEYS, file, at)
        problems += _path(resource.get("path"), files, file, at)
        found = resource.get("schema")
        if isinstance(found, str):
            problems.append(
                _bad(file, f"{at}.schema", "a schema elsewhere is not read", REMEDY, found)
            )
        elif isinstance(found, dict) and "foreignKeys" in found:
            what = "foreign keys are not read: references are checked over all packages"
            problems.append(_bad(file, f"{at}.schema.foreignKeys", what, REMEDY))
    return problems


def _path(path: Any, files: Files, file: str, at: str) -> list[Problem]:
    field = f"{at}.path"
    if isinstance(path, list):
        return [_bad(file, field, "a table is one file", "Name one file.")]
    if not isinstance(path, str) or not path:
        return [_bad(file, field, "the path is missing", REMEDY)]
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", path) or path.startswith("//"):
        return [
            _bad(
                file,
                field,
                f'"{path}" is not in the package: nothing is fetched',
                "Put the file into the package's folder.",
                path,
            )
        ]
    if (
        path.startswith(("/", "~", "\\"))
        or ".." in re.split(r"[/\\]", path)
        or "\\" in path
        or "$" in path
    ):
        return [
            _bad(
                file,
                field,
                f'"{path}" leads out of the package',
                "Name a file in the package's folder, such as data/metrics.csv.",
                path,
            )
        ]
    if re.search(r"(?i)\.(zip|gz|bz2|xz|7z|tar|tgz|zst|rar)$", path):
        return [_bad(file, field, f'"{path}" is an archive', "Put the file itself there.", path)]
    known = {p.relative_to(files.folder).as_posix() for p in files.described}
    if path not in known and not (files.folder / path).is_symlink():  # a link is told itself
        return [
            _bad(
                file,
                field,
                f'"{path}" is not a file of the package that is read',
                f"Take it out, or add the file. {REMEDY}",
                path,
            )
        ]
    return []


def differences(written: Mapping[str, Any], wanted: Mapping[str, Any], file: str) -> list[Problem]:
    """Where the resources are not as `describe` would write them."""
    stand = {resource.get("path"): resource for resource in written.get("resources", [])}
    problems = []
    for resource in wanted["resources"]:
        at = f"resources.{resource['name']}"
        found = stand.get(resource["path"])
        if found is None:
            what = f"{resource['path']} is not described"
            problems.append(_bad(file, at, what, REMEDY, resource["path"]))
            continue
        unlike = [key for key in resource if found.get(key) != resource[key]]
        if unlike:
            what = f"the {unlike[0]} is not as the file has it"
            problems.append(_bad(file, f"{at}.{unlike[0]}", what, REMEDY))
    if len(problems) > 3:
        what = f"{len(problems)} files are not described, or not as they are now"
        problems = [_bad(file, "resources", what, REMEDY)]
    if not problems and written.get("resources") != wanted["resources"]:
        problems.append(
            _bad(file, "resources", "the resources are not in the order of the files", REMEDY)
        )
    return problems
