"""data/indicators/<id>.json: an indicator as it was written, and what came of it."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from ..indicators.methods import METHODS
from ..model.frames import CELL
from ..model.indicator import Indicator
from ..model.page import File
from ..model.period import Period
from ..model.report import Report
from ..pages.parts.columns_file import worded

_json = json.JSONEncoder(ensure_ascii=False).encode


def indicator_files(report: Report, folder: str) -> list[File]:
    """One file an indicator, in the order of their ids. `learning` are the records about it.

    `latest` are the results of the latest period of each frequency and cell; `readings` has every
    reading; `findings` their sentences for the main area.
    """
    of_cell = ["indicator", "frequency", *CELL[1:]]
    in_order = report.results.sort_values("period_end", kind="stable")
    latest = in_order.drop_duplicates(of_cell, keep="last").sort_index()
    latest_of, readings_of = _by_indicator(latest), _by_indicator(report.readings)
    findings_of = _findings(report)
    files = []
    for indicator in sorted(report.inputs.indicators.values(), key=lambda one: one.id):
        content = {
            "edition": _json(report.settings.edition),
            "definition": _json(_definition(indicator)),
            "metrics": _list(_json(_metric(report, name)) for name in _metrics(indicator)),
            "sources": _list(map(_json, _sources(report, indicator))),
            "illustrative": _json(indicator.id in report.inputs.illustrative),
            "status": _json(report.inputs.status(indicator.id)),
            "learning": _list(
                _json(_plain(record))
                for record in report.inputs.learning.values()
                if indicator.id in record.about
            ),
            "latest": _list(latest_of.get(indicator.id, [])),
            "readings": _list(readings_of.get(indicator.id, [])),
            "findings": _list(findings_of.get(indicator.id, [])),
        }
        text = ",\n".join(f" {_json(key)}: {value}" for key, value in content.items())
        files.append(File(f"{folder}{indicator.id}.json", f"{{\n{text}\n}}\n".encode()))
    return files


def _list(items: Iterable[str]) -> str:
    """A line an item: a difference is seen by the line."""
    inside = ",\n  ".join(items)
    return f"[\n  {inside}\n ]" if inside else "[]"


def _by_indicator(frame: pd.DataFrame) -> dict[str, list[str]]:
    """The rows of each indicator as JSON, worded by whole columns; null for what is missing."""
    names = [str(name) for name in frame.columns if name != "indicator"]
    columns = (worded(frame[name], _json, repr, blank="null") for name in names)
    form = "{" + ", ".join(f"{_json(name)}: %s" for name in names) + "}"
    found: dict[str, list[str]] = {}
    for id, row in zip(frame["indicator"], zip(*columns, strict=True), strict=True):
        found.setdefault(id, []).append(form % row)
    return found


def _findings(report: Report) -> dict[str, list[str]]:
    """The sentences about the main area, as JSON, by indicator."""
    frame = report.readings
    own = frame[(frame["area"] == report.settings.main_area) & (frame["finding"] != "")]
    found: dict[str, list[str]] = {}
    for id, finding in zip(own["indicator"], own["finding"], strict=True):
        found.setdefault(id, []).append(_json(finding))
    return found


def _definition(indicator: Indicator) -> dict[str, Any]:
    use = next(name for name, one in METHODS.items() if isinstance(indicator.method, one))
    method = {"use": use, **_plain(indicator.method)}
    return {**_plain(indicator), "method": method}


def _metrics(indicator: Indicator) -> tuple[str, ...]:
    """What it is computed from, then what it shows stage by stage."""
    return tuple(dict.fromkeys((*indicator.method.metrics, *indicator.stages)))


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
