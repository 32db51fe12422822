"""One package read: what its files say, with the place of everything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import Problem, count
from ..model import scale
from ..model.metric import Breakdown, Metric
from ..model.pathway import Pathway
from ..model.place import Boundary
from ..model.source import Package
from ..model.story import Story
from . import (
    assessed,
    boundaries,
    columns,
    contents,
    definitions,
    describe,
    descriptors,
    header,
    json_lines,
    judge,
    personal,
    records,
    rows,
    schema,
    stories,
    tables,
    values,
)  # fmt: skip
from .definitions import Definitions, Read
from .folder import Files
from .schema import Column
from .tables import Table

Place = tuple[str, int]


@dataclass(frozen=True)
class Texts:
    """What the YAML files and the descriptor of a package say; problems of all of them."""

    files: Files
    definitions: Read[Definitions]
    pathway: Read[Pathway]
    descriptor: str
    written: Mapping[str, Any] | None
    package: Package | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Held:
    """What the tables and stories of a package hold; problems of all of them."""

    values: tuple[pd.DataFrame, ...] = ()
    targets: tuple[pd.DataFrame, ...] = ()
    records: Mapping[str, tuple[tuple[Any, Place], ...]] = field(default_factory=dict)
    boundaries: tuple[tuple[Boundary, Place], ...] = ()
    stories: tuple[Story, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def read_texts(
    files: Files, site: Path, methods: Mapping[str, type], search: personal.Search
) -> Texts:
    """What is read before any table is: the tables' columns depend on it."""
    problems: list[Problem] = []
    held: dict[str, Any] = {
        "definitions": Read(Definitions(), {}, ()),
        "pathway": Read(Pathway(), {}, ()),
    }
    for kind, path in (("definitions", files.definitions), ("pathway", files.pathway)):
        if path is None:
            continue
        text, more = contents.read_text(path, files.folder, site)
        problems += more
        if text is None:
            held[kind] = Read(None, {}, ())
            continue
        file = contents.shown(path, site)
        problems += search.in_lines(text, file)
        if kind == "definitions":
            held[kind] = definitions.read_definitions(text, file, files.folder.name, methods)
        else:
            held[kind] = definitions.read_pathway(text, file)
        problems += held[kind].problems
    written, text, more = describe.read_written(files, site)
    problems += more
    file = contents.shown(files.descriptor, site)
    problems += search.in_lines(text, file)
    package = None
    if written is not None:
        package, more = descriptors.package(written, files, file)
        problems += json_lines.placed(more, text)
    return Texts(
        files, held["definitions"], held["pathway"], text, written, package, tuple(problems)
    )


@dataclass(frozen=True)
class Known:
    """What the definitions of all packages and the settings give to the reading of tables."""

    breakdowns: Mapping[str, Breakdown]
    metrics: Mapping[str, Metric]
    main_area: str
    report_date: date | None
    search: personal.Search
    is_whole: bool = True
    """Whether all definitions could be read: else a column may be headed by one that was not."""


def read_held(texts: Texts, site: Path, known: Known) -> Held:
    """What the tables, boundaries and stories of one package hold."""
    files = texts.files
    problems: list[Problem] = []
    headers: dict[Path, tuple[str, ...]] = {}
    found: dict[str, list[Any]] = {"values": [], "targets": [], "boundaries": [], "stories": []}
    small: dict[str, list[tuple[Any, Place]]] = {}
    for path in files.tables:
        role, names, table, more = _table(path, texts, site, known)
        problems += more
        if names is not None:
            headers[path] = names
        if table is None or role is None:
            continue
        if role == "metrics" or role in assessed.ROLES:
            heads = assessed.heads(table, role) if role in assessed.ROLES else _heads(table, known)
            # Blank values of a table with problems may be cells that were refused.
            needed = () if count(more, "error") else {*scale.CORE, *known.metrics, "value"}
            frame, more = values.metrics(table, known.breakdowns.values(), heads, needed)
            problems += more
            found["values"].append(frame)
        elif role == "targets":
            found["targets"].append(
                values.targets(table, known.breakdowns.values(), known.main_area)
            )
        elif not count(more, "error"):
            made, more = records.records(table, role)
            problems += more
            small.setdefault(role, []).extend((item, (table.file, row)) for item, row in made)
    if files.boundaries is not None:
        text, more = contents.read_text(files.boundaries, files.folder, site)
        problems += more
        if text is not None:
            file = contents.shown(files.boundaries, site)
            shapes, more = boundaries.read(text, file)
            problems += more
            found["boundaries"] = [(shape, (file, 0)) for shape in shapes]
    places: dict[str, Place] = {}
    for path in files.stories:
        problems += _personal_of(path, files, site, known.search)
        read = stories.read(path, files.folder, site, known.report_date)
        problems += read.problems
        file = contents.shown(path, site)
        if read.story is not None:
            found["stories"].append(read.story)
            places |= {
                f"stories.{path.stem}.{at}".rstrip("."): (file, line)
                for at, line in read.lines.items()
            }
    is_broken = not known.is_whole or bool(count(problems, "error"))
    problems += _of_descriptor(texts, headers, site, known, is_broken)
    return Held(
        tuple(found["values"]),
        tuple(found["targets"]),
        {role: tuple(items) for role, items in small.items()},
        tuple(found["boundaries"]),
        tuple(found["stories"]),
        places,
        tuple(problems),
    )


def _heads(table: Table, known: Known) -> dict[str, columns.Column]:
    """The columns of values of a metrics table, with the metric of each row."""
    if "metric" in table.frame:
        return {"value": table.frame["metric"].array}
    heading = [name for name in known.metrics if name in table.frame]
    return {name: columns.constant(name, len(table.frame)) for name in heading}


def _table(
    path: Path, texts: Texts, site: Path, known: Known
) -> tuple[str | None, tuple[str, ...] | None, Table | None, list[Problem]]:
    """The role, header and columns of one CSV."""
    file, inside = contents.shown(path, site), path.relative_to(texts.files.folder).as_posix()
    listed = (texts.written or {}).get("resources")
    resources = listed if isinstance(listed, list) else []
    resource = next((r for r in resources if isinstance(r, dict) and r.get("path") == inside), {})
    name = describe.name_of(path, resource)
    if problem := describe.role_problem(path, name, site):
        return None, None, None, [problem]
    role = str(schema.role_of(name))
    raw, problems = contents.read(path, texts.files.folder, site)
    if raw is None:
        return role, None, None, problems
    found, problems = header.read(raw, file)
    del raw
    if found is None:
        return role, None, None, problems
    takes = describe.table_columns(role, found.names, known.breakdowns.values(), known.metrics)
    wide = role == "metrics" and "metric" not in found.names
    problems = header.problems_of(found.names, takes, file, known.metrics if wide else None)
    if problems:
        needs_more = not known.is_whole and role in schema.WITH_BREAKDOWNS
        return role, found.names, None, [] if needs_more else problems
    table, problems = tables.read(found, takes, file)
    if table is not None:
        problems += _personal_in(table, takes, known.search)
    return role, found.names, table, problems


def _personal_in(
    table: Table, takes: Mapping[str, Column], search: personal.Search
) -> list[Problem]:
    """Personal data in the columns that take any text."""
    problems: list[Problem] = []
    for name, column in takes.items():
        free = column.type == "string" and not {"pattern", "enum"} & set(column.constraints)
        if name not in table.frame or not free or name in ("period", "area", "other", "flag"):
            continue
        texts = table.frame[name].array
        faults = {
            code: (f"this looks like {found[0]}", personal.HINT)
            for code, text in enumerate(texts.categories)
            if (found := search.kinds(str(text)))
        }
        problems += rows.in_column(table.file, name, texts, faults, table.rows, is_shown=False)
    return problems


def _personal_of(path: Path, files: Files, site: Path, search: personal.Search) -> list[Problem]:
    text, _ = contents.read_text(path, files.folder, site)
    return list(search.in_lines(text or "", contents.shown(path, site)))


def _of_descriptor(
    texts: Texts, headers: Mapping[Path, tuple[str, ...]], site: Path, known: Known, is_broken: bool
) -> list[Problem]:
    """Whether the descriptor is as `describe` would write it, and what frictionless says."""
    if texts.written is None or texts.package is None or is_broken:
        return []
    folder, listed = texts.files.folder, texts.written["resources"]
    if any((folder / each["path"]).is_symlink() for each in listed):  # told where it stands
        return []
    file = contents.shown(texts.files.descriptor, site)
    wanted = describe.described(
        texts.files, texts.written, headers, known.breakdowns, known.metrics
    )
    problems = descriptors.differences(texts.written, wanted, file)
    if problems:
        return json_lines.placed(problems, texts.descriptor)
    small = frozenset(
        resource["path"]
        for resource in wanted["resources"]
        if schema.role_of(resource["name"]) in schema.ROLES
        and schema.role_of(resource["name"]) not in schema.WITH_BREAKDOWNS
        and resource["path"].endswith(".csv")
    )
    return judge.judged(wanted, folder, contents.shown(folder, site), file, small)
