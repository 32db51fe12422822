"""A first site, as small as one can be: one table and one page of YAML."""

from __future__ import annotations

from pathlib import Path

MKDOCS = """\
site_name: Thornby
extra:
  report:
    edition: "2026"
    report_date: 2026-06-04
    main_area: E08000099
    publisher: Thornby Council
    contact: impact@example.org
"""
INDICATORS = """\
metrics:
  asked: {title: People asked, counts: people}
  lonely: {title: People who often feel lonely, counts: people, part_of: asked}
indicators:
  - id: loneliness
    title: People who often feel lonely
    method: {use: proportion, numerator: lonely, denominator: asked}
    unit: "%"
    direction: down
    source: Annual resident survey
"""
METRICS = """\
metric,period,area,value
asked,2022/23,E08000099,1200
lonely,2022/23,E08000099,300
asked,2023/24,E08000099,1180
lonely,2023/24,E08000099,240
asked,2024/25,E08000099,1210
lonely,2024/25,E08000099,190
"""
DESCRIPTOR = """\
{"name": "survey", "title": "Survey", "status": "illustrative",
 "licenses": [{"name": "CC0-1.0", "title": "Creative Commons Zero",
               "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
 "sources": [{"title": "Made up"}], "contributors": [{"title": "Thornby Council"}]}
"""
METRICS_FILE = "datapackages/survey/data/metrics.csv"


def write(folder: Path) -> Path:
    """Write the site into the folder; its descriptor is still to be described."""
    for path, text in (
        ("mkdocs.yml", MKDOCS),
        ("datapackages/survey/indicators.yml", INDICATORS),
        ("datapackages/survey/datapackage.json", DESCRIPTOR),
        (METRICS_FILE, METRICS),
    ):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return folder
