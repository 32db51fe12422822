"""The data beside the pages: a valid data package, and what programs may rely on.

data/results.csv, data/readings.csv, data/stories.csv, data/learning.csv, data/changes.csv
data/indicators/<id>.json   definition, sources, latest results, readings, findings
data/datapackage.json       every CSV under data/ with its schema, sources and licence
data/index.json             every other file under data/, its rows, status and SHA-256

The last column of every table, `status`, says whether what a row rests on is made up.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from ..model.page import File
from ..model.report import Report
from ..pages.parts.columns_file import frame_file
from . import change, fields, learning
from .definitions import indicator_files
from .descriptor import descriptor, resource
from .status import of_table, with_status

FOLDER = "data/"
INDICATORS = f"{FOLDER}indicators/"
RESULTS, READINGS, STORIES, LEARNING, CHANGES = (
    f"{FOLDER}{name}.csv" for name in ("results", "readings", "stories", "learning", "changes")
)
WORDS = {
    RESULTS: fields.RESULTS,
    READINGS: fields.READINGS,
    STORIES: fields.STORIES,
    LEARNING: fields.LEARNING,
    CHANGES: change.COLUMNS,
}
GENERATOR = "prove-and-improve 0.1.0"  # a test holds the number to pyproject.toml's


def data_files(report: Report, beside: Iterable[File]) -> tuple[File, ...]:
    """All files of the data, those of `beside` that are under data/ listed with the rest.

    `beside` is what the pages brought along; it is not returned again.
    """
    inputs = report.inputs
    written = [
        frame_file(RESULTS, with_status(report.results, "indicator", inputs)),
        frame_file(READINGS, with_status(report.readings, "indicator", inputs)),
        frame_file(STORIES, _stories(report)),
    ]
    if inputs.learning:
        written.append(frame_file(LEARNING, learning.table(report)))
    if len(report.worked.moved):
        written.append(frame_file(CHANGES, change.table(report)))
    charts = sorted((f for f in beside if f.path.startswith(FOLDER)), key=lambda file: file.path)
    tables = {file.path: file.table for file in (*written, *charts) if file.table}
    listed = [
        resource(path.removeprefix(FOLDER), table, WORDS.get(path, fields.CHART))
        for path, table in tables.items()
    ]
    written += indicator_files(report, INDICATORS)
    written.append(File(f"{FOLDER}datapackage.json", _json(descriptor(report, listed))))
    status = {path: of_table(table) for path, table in tables.items()}
    status |= {f"{INDICATORS}{id}.json": inputs.status(id) for id in inputs.indicators}
    index = {
        "edition": report.settings.edition,
        "report_date": report.settings.report_date.isoformat(),
        "generator": GENERATOR,
        "files": [
            _entry(file, status) for file in sorted([*written, *charts], key=lambda file: file.path)
        ],
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
            "status": report.inputs.status(story.id),
        }
        for story in sorted(report.inputs.stories.values(), key=lambda story: story.id)
    ]
    return pd.DataFrame(rows, columns=list(fields.STORIES)).astype({"date": "datetime64[s]"})


def _entry(file: File, status: Mapping[str, str]) -> dict[str, str | int | None]:
    digest = hashlib.sha256(file.content).hexdigest()
    rows = file.table.rows if file.table else None
    known = {"rows": rows, "status": status.get(file.path) or None}
    return {"path": file.path.removeprefix(FOLDER), **known, "sha256": digest}


def _json(content: dict[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
