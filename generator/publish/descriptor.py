"""data/datapackage.json: what stands beside the pages, as Frictionless describes data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..model.page import Table
from ..model.report import Report
from ..wording.citations import MADE_UP, SOME_MADE_UP
from . import fields
from .furniture import all_made_up
from .status import of_table


def descriptor(report: Report, resources: list[dict[str, Any]]) -> dict[str, Any]:
    """What stands under data/ as a whole: its tables are the `resources`."""
    settings = report.settings
    sources = {(s.title, s.url): s for package in report.inputs.packages for s in package.sources}
    licence = {"title": settings.licence.title, "path": settings.licence.url}
    made_up = all_made_up(report)
    said = MADE_UP if made_up else SOME_MADE_UP if report.inputs.illustrative else ""
    about = settings.about or settings.site_description
    made: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "data",
        "title": f"{settings.site_name}, edition {settings.edition}: data",
        "description": f"{said} {about}".strip(),
        "status": "illustrative" if made_up else "",
        "version": settings.edition,
        "created": f"{settings.report_date.isoformat()}T00:00:00Z",
        "licenses": [_filled({"name": _name(settings.licence.title), **licence})],
        "sources": [_filled({"title": title, "path": url}) for title, url in sorted(sources)],
        "resources": resources,
    }
    return _filled(made)


def resource(path: str, table: Table, words: Mapping[str, str]) -> dict[str, Any]:
    """The table at `path` under data/, its columns described in `words`."""
    made = {
        "profile": "tabular-data-resource",
        "name": _name(path.removesuffix(".csv")),
        "status": of_table(table),
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "header": True},
        "schema": fields.schema(table.columns, words),
    }
    return _filled(made)


def _name(text: str) -> str:
    """As the standard wants names: small letters, digits, -, _, . and /."""
    return "".join(c if (c.isascii() and c.isalnum()) or c in "-_./" else "-" for c in text.lower())


def _filled(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value}
