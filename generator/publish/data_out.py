"""The data beside the pages: a valid data package, and what programs may rely on.

data/results.csv, data/readings.csv, data/stories.csv
data/indicators/<id>.json   definition, sources, latest results, readings, findings
data/datapackage.json       every CSV under data/ with its schema, sources and licence
data/index.json             every other file under data/, its rows and SHA-256
"""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ..model.page import File
from ..model.report import Report
from ..pages.parts.columns_file import csv
from ..wording.citations import MADE_UP
from . import fields
from .definitions import indicator_files
from .furniture import all_made_up

FOLDER = "data/"
GENERATOR = "prove-and-improve 0.1.0"  # a test holds the number to pyproject.toml's


def data_files(report: Report, beside: Iterable[File]) -> tuple[File, ...]:
    """All files of the data, those of `beside` that are under data/ listed with the rest.

    `beside` is what the pages brought along; it is not returned again.
    """
    tables = {
        "results": (report.results, fields.RESULTS),
        "readings": (report.readings, fields.READINGS),
        "stories": (_stories(report), fields.STORIES),
    }
    written = [File(f"{FOLDER}{name}.csv", csv(frame)) for name, (frame, _) in tables.items()]
    written += indicator_files(report, f"{FOLDER}indicators/")
    charts = sorted((f for f in beside if f.path.startswith(FOLDER)), key=lambda file: file.path)
    frames = {f"{FOLDER}{name}.csv": table for name, table in tables.items()}
    frames |= {file.path: (_read(file), {}) for file in charts if file.path.endswith(".csv")}
    schemas = {path: fields.schema(frame, words) for path, (frame, words) in frames.items()}
    rows = {path: len(frame) for path, (frame, _) in frames.items()}
    written.append(File(f"{FOLDER}datapackage.json", _json(_descriptor(report, schemas))))
    index = {
        "edition": report.settings.edition,
        "report_date": report.settings.report_date.isoformat(),
        "generator": GENERATOR,
        "files": [_entry(f, rows) for f in sorted([*written, *charts], key=lambda f: f.path)],
    }
    return (*written, File(f"{FOLDER}index.json", _json(index)))


def _stories(report: Report) -> pd.DataFrame:
    rows = [
        {
            "story": story.id,
            "title": story.title,
            "about": " ".join(story.about),
            "area": story.area,
            "organisation": story.organisation,
            "programme": story.programme,
            "date": pd.Timestamp(story.date),
            "told_by": story.told_by,
            "chosen": story.chosen,
            "typical": story.typical,
            "names_changed": "yes" if story.names_changed else "no",
            "address": f"stories/{story.id}/",
        }
        for story in sorted(report.inputs.stories.values(), key=lambda story: story.id)
    ]
    return pd.DataFrame(rows, columns=list(fields.STORIES)).astype({"date": "datetime64[s]"})


def _read(file: File) -> pd.DataFrame:
    """A chart's table with the types that its cells have."""
    return pd.read_csv(io.BytesIO(file.content), keep_default_na=False, na_values=[""])


def _descriptor(report: Report, schemas: dict[str, dict[str, object]]) -> dict[str, Any]:
    settings = report.settings
    sources = {(s.title, s.url): s for package in report.inputs.packages for s in package.sources}
    licence = {"title": settings.licence.title, "path": settings.licence.url}
    made_up = all_made_up(report)
    about = settings.about or settings.site_description
    descriptor: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "data",
        "title": f"{settings.site_name}, edition {settings.edition}: data",
        "description": f"{MADE_UP} {about}".strip() if made_up else about,
        "status": "illustrative" if made_up else "",
        "version": settings.edition,
        "created": f"{settings.report_date.isoformat()}T00:00:00Z",
        "licenses": [_filled({"name": _name(settings.licence.title), **licence})],
        "sources": [_filled({"title": title, "path": url}) for title, url in sorted(sources)],
        "resources": [_resource(path, schema) for path, schema in schemas.items()],
    }
    return _filled(descriptor)


def _resource(path: str, schema: dict[str, object]) -> dict[str, Any]:
    inside = path.removeprefix(FOLDER)
    return {
        "profile": "tabular-data-resource",
        "name": _name(inside.removesuffix(".csv")),
        "path": inside,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _name(text: str) -> str:
    """As the standard wants names: small letters, digits, -, _, . and /."""
    return "".join(c if (c.isascii() and c.isalnum()) or c in "-_./" else "-" for c in text.lower())


def _filled(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value}


def _entry(file: File, rows: Mapping[str, int]) -> dict[str, str | int | None]:
    digest = hashlib.sha256(file.content).hexdigest()
    path = file.path.removeprefix(FOLDER)
    return {"path": path, "rows": rows.get(file.path), "sha256": digest}


def _json(content: dict[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
