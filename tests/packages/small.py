"""A small site in a temporary folder: one package, four metrics, two breakdowns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from generator import packages
from generator.errors import Problem
from generator.indicators.methods import METHODS
from generator.model.report import Inputs
from generator.model.settings import Settings

PACKAGE = "datapackages/hubs"
MKDOCS = """\
site_name: Small
extra:
  report:
    edition: "2026"
    report_date: 2026-06-15
    main_area: E1
    publisher: A borough
    contact: https://example.org/contact
"""
INDICATORS = """\
metrics:
  asked: {title: People asked, counts: people, source: Survey}
  lonely: {title: People who feel lonely, counts: people, part_of: asked}
  visits: {title: Visits, counts: events}
breakdowns:
  sex: {title: Sex, of: people, categories: {female: Female, male: Male}, not_stated: [not_stated]}
  age: {title: Age, of: people}
indicators:
  - id: loneliness
    title: People who feel lonely
    outcome: connected
    method: {use: proportion, numerator: lonely, denominator: asked}
    unit: "%"
    direction: down
"""
PATHWAY = """\
vision: All well.
domains: {citizens: Citizens}
outcomes:
  - {id: connected, title: People feel connected, domain: citizens, horizon: direct}
"""
METRICS = """\
metric,period,area,value
asked,2024/25,E1,200
lonely,2024/25,E1,50
"""
DESCRIPTOR = {
    "name": "hubs",
    "title": "Hubs",
    "status": "illustrative",
    "licenses": [{"name": "OGL-UK-3.0", "title": "Open Government Licence v3.0"}],
}
STORY = """\
---
title: Soup
about: [loneliness]
date: 2026-01-02
told_by: first
chosen: By lot.
typical: unknown
consent: {kind: written, scope: [web], given: 2026-01-02}
---
I came for the soup.
"""
FILES: Mapping[str, str | bytes] = {
    "mkdocs.yml": MKDOCS,
    f"{PACKAGE}/indicators.yml": INDICATORS,
    f"{PACKAGE}/pathway.yml": PATHWAY,
    f"{PACKAGE}/data/metrics.csv": METRICS,
    f"{PACKAGE}/datapackage.json": json.dumps(DESCRIPTOR),
}


def write(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The small site, then with these files added or changed (None: taken away), described."""
    for changes in (FILES, files or {}):
        for name, content in changes.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content if isinstance(content, bytes) else content.encode())
        packages.describe(folder, METHODS)
    return folder


def read(folder: Path) -> tuple[Settings | None, Inputs | None, list[Problem]]:
    """What the door makes of a site."""
    return packages.read(folder, METHODS)


def inputs(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> Inputs:
    """The inputs of the small site with these files; fails where they cannot be read."""
    _, made, problems = read(write(folder, files))
    assert made is not None, "\n".join(map(str, problems))
    return made


def said(folder: Path, files: Mapping[str, str | bytes | None] | None = None) -> list[str]:
    """The problems of the small site with these files, without the package's folder."""
    _, _, problems = read(write(folder, files))
    return [str(problem).replace(f"{PACKAGE}/", "") for problem in problems]
