"""data/indicators/<id>.json: an indicator as it was written, and what came of it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from ..indicators.methods import METHODS
from ..model.frames import CELL
from ..model.indicator import Indicator
from ..model.page import File
from ..model.period import Period
from ..model.report import Report

_TEXT = json.JSONEncoder(ensure_ascii=False)


def indicator_files(report: Report, folder: str) -> list[File]:
    """One file an indicator, in the order of their ids.

    `latest` are the results of the latest period of each frequency and cell; `readings` has every
    reading; `findings` their sentences for the main area.
    """
    of_cell = ["indicator", "frequency", *CELL[1:]]
    in_order = report.results.sort_values("period_end", kind="stable")
    latest = in_order.drop_duplicates(of_cell, keep="last").sort_index()
    latest_of, readings_of = _by_indicator(latest), _by_indicator(report.readings)
    files = []
    for indicator in sorted(report.inputs.indicators.values(), key=lambda one: one.id):
        readings = readings_of.get(indicator.id, [])
        content = {
            "edition": report.settings.edition,
            "definition": _definition(indicator),
            "metrics": [_metric(report, name) for name in indicator.method.metrics],
            "sources": _sources(report, indicator),
            "illustrative": indicator.id in report.inputs.illustrative,
            "status": report.inputs.status(indicator.id),
            "latest": latest_of.get(indicator.id, []),
            "readings": readings,
            "findings": [
                row["finding"]
                for row in readings
                if row["finding"] and row["area"] == report.settings.main_area
            ],
        }
        files.append(File(f"{folder}{indicator.id}.json", _json(content)))
    return files


def _json(content: Mapping[str, Any]) -> bytes:
    """A line a row: a difference is seen by the line, and Python indents slowly."""
    entries = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            items = ",\n  ".join(map(_TEXT.encode, value))
            text = f"[\n  {items}\n ]"
        else:
            text = _TEXT.encode(value)
        entries.append(f" {json.dumps(key)}: {text}")
    return ("{\n" + ",\n".join(entries) + "\n}\n").encode()


def _by_indicator(frame: pd.DataFrame) -> dict[str, list[dict[str, Any]]]:
    """The rows of each indicator as JSON takes them: no NaN, days as texts."""
    names = [str(name) for name in frame.columns if name != "indicator"]
    columns = (plain(frame[name]) for name in names)
    found: dict[str, list[dict[str, Any]]] = {}
    for id, *row in zip(frame["indicator"], *columns, strict=True):
        found.setdefault(str(id), []).append(dict(zip(names, row, strict=True)))
    return found


def plain(column: pd.Series) -> list[Any]:
    """A column as JSON takes it: no NaN, days as texts."""
    if pd.api.types.is_datetime64_any_dtype(column):
        column = column.dt.strftime("%Y-%m-%d")
    values = column.astype(object)
    return values.where(column.notna(), None).tolist()


def _definition(indicator: Indicator) -> dict[str, Any]:
    use = next(name for name, one in METHODS.items() if isinstance(indicator.method, one))
    method = {"use": use, **_plain(indicator.method)}
    return {**_plain(indicator), "method": method}


def _metric(report: Report, id: str) -> dict[str, Any]:
    metric = report.inputs.metrics.get(id)
    return _plain(metric) if metric else {"id": id}


def _sources(report: Report, indicator: Indicator) -> list[dict[str, Any]]:
    """The indicator's own source; without one, its metrics'."""
    metrics = (report.inputs.metrics.get(name) for name in indicator.method.metrics)
    given = [indicator.source] if indicator.source else [m.source for m in metrics if m]
    return [_plain(source) for source in dict.fromkeys(filter(None, given))]


def _plain(value: Any) -> Any:
    """A value of the model as JSON: keys as people write them, what was left blank left out."""
    if isinstance(value, Period):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        named = {f.metadata.get("key") or f.name: getattr(value, f.name) for f in _fields(value)}
        return {key: _plain(one) for key, one in named.items() if one not in (None, "", (), {})}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _fields(value: Any) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(value)
