"""The data beside the pages: a valid data package, and what programs may rely on.

data/results.csv, data/readings.csv, data/stories.csv, data/learning.csv
data/indicators/<id>.json   definition, sources, latest results, readings, findings
data/datapackage.json       every CSV under data/ with its schema, sources and licence
data/index.json             every other file under data/, its rows, status and SHA-256

The last column of every table, `status`, says whether what a row rests on is made up.
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
from . import fields, learning
from .definitions import indicator_files
from .descriptor import descriptor, resource
from .status import of_table, with_status

FOLDER = "data/"
INDICATORS = f"{FOLDER}indicators/"
GENERATOR = "prove-and-improve 0.1.0"  # a test holds the number to pyproject.toml's


def data_files(report: Report, beside: Iterable[File]) -> tuple[File, ...]:
    """All files of the data, those of `beside` that are under data/ listed with the rest.

    `beside` is what the pages brought along; it is not returned again.
    """
    tables = {
        "results": (with_status(report.results, "indicator", report.inputs), fields.RESULTS),
        "readings": (with_status(report.readings, "indicator", report.inputs), fields.READINGS),
        "stories": (_stories(report), fields.STORIES),
    }
    if report.inputs.learning:
        tables["learning"] = (learning.table(report), fields.LEARNING)
    written = [File(f"{FOLDER}{name}.csv", csv(frame)) for name, (frame, _) in tables.items()]
    written += indicator_files(report, INDICATORS)
    charts = sorted((f for f in beside if f.path.startswith(FOLDER)), key=lambda file: file.path)
    frames = {f"{FOLDER}{name}.csv": table for name, table in tables.items()}
    frames |= {
        file.path: (_read(file), fields.CHART) for file in charts if file.path.endswith(".csv")
    }
    listed = [
        resource(path.removeprefix(FOLDER), frame, words) for path, (frame, words) in frames.items()
    ]
    written.append(File(f"{FOLDER}datapackage.json", _json(descriptor(report, listed))))
    rows = {path: len(frame) for path, (frame, _) in frames.items()}
    status = {path: of_table(frame) for path, (frame, _) in frames.items()}
    status |= {
        f"{INDICATORS}{id}.json": report.inputs.status(id) for id in report.inputs.indicators
    }
    index = {
        "edition": report.settings.edition,
        "report_date": report.settings.report_date.isoformat(),
        "generator": GENERATOR,
        "files": [
            _entry(file, rows, status)
            for file in sorted([*written, *charts], key=lambda file: file.path)
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


def _read(file: File) -> pd.DataFrame:
    """A chart's table with the types that its cells have."""
    return pd.read_csv(io.BytesIO(file.content), keep_default_na=False, na_values=[""])


def _entry(
    file: File, rows: Mapping[str, int], status: Mapping[str, str]
) -> dict[str, str | int | None]:
    digest = hashlib.sha256(file.content).hexdigest()
    path = file.path.removeprefix(FOLDER)
    known = {"rows": rows.get(file.path), "status": status.get(file.path) or None}
    return {"path": path, **known, "sha256": digest}


def _json(content: dict[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n".encode()
