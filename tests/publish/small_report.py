"""A report with two results, and a site of three pages, written by hand."""

from __future__ import annotations

import pandas as pd

from generator.model.frames import READINGS, RESULTS
from generator.model.page import File, Page, Site, Table
from generator.model.report import Report
from tests.report_examples import MAIN, SETTINGS, aldermoor

RESULT = {
    "indicator": "loneliness",
    "frequency": "year-04",
    "period": "2024/25",
    "period_start": pd.Timestamp("2024-04-01"),
    "period_end": pd.Timestamp("2025-03-31"),
    "area": MAIN,
    "value": 100 / 3,
    "confidence": 0.95,
    "numerator": 1.0,
    "denominator": 3.0,
    "method": "proportion, Wilson interval",
}
READING = {
    "indicator": "loneliness",
    "area": MAIN,
    "reading": "since baseline",
    "verdict": "improved",
    "finding": "Fewer people feel lonely, that is 33.3% in 2024/25.",
    "period": "2024/25",
    "value": 100 / 3,
}


def frame(columns: dict[str, str], *rows: dict[str, object]) -> pd.DataFrame:
    """A frame of these columns and types; what a row leaves out is "" or NaN."""
    text = [name for name, kind in columns.items() if kind in ("category", "object")]
    full = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    full[text] = full[text].fillna("")
    return full.astype(columns)


def report(*results: dict[str, object]) -> Report:
    """Aldermoor's report, with these results in place of its own."""
    rows = results or ({**RESULT, "period": "2023/24", "period_end": pd.Timestamp("2024-03-31")},)
    return Report(SETTINGS, aldermoor(), frame(RESULTS, *rows, RESULT), frame(READINGS, READING))


HOME = Page("index.md", "Home", "All of it", "<div>\n<h1>Home</h1>\n</div>", in_navigation="Home")
PROVE = Page(
    "prove/index.md",
    "Prove",
    "What changed: all of it",
    '<div>\n<h1>Prove</h1>\n<p><a href="../outcomes/connected/#working">Connected</a></p>\n</div>',
    half="prove",
    data_period="2024/25",
    in_navigation="Prove",
)
OUTCOME = Page(
    "outcomes/connected.md",
    'People & "feel" <b>connected</b>',
    "Here",
    '<div>\n<h1 id="working">Connected</h1>\n<p><a href="../../data/a.csv">A</a></p>\n</div>',
)
A = File(
    "data/a.csv",
    b"area,value\r\nE08000025,1\r\n",
    Table({"area": "string", "value": "number"}, 1, frozenset()),
)
SITE = Site((HOME, PROVE, OUTCOME), (A,))
