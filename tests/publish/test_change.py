"""data/changes.csv: every cell of change in people, unrounded, each column in words."""

from __future__ import annotations

import csv
import io
import json

from generator.model.change_frames import MOVED
from generator.publish import change
from generator.publish.data_out import data_files
from tests.pages import small_report
from tests.pages.changing import whole


def test_every_column_is_told_in_its_order() -> None:
    assert list(change.COLUMNS) == [*MOVED, "status"]
    assert all(change.COLUMNS.values())


def test_every_cell_comes_out_unrounded() -> None:
    """Money in 2025/26: 14 points up in all of ten people, 83.3…% of twelve matched."""
    report = whole().report
    files = {file.path: file for file in data_files(report, ())}
    text = files["data/changes.csv"].content.decode()
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert len(rows) == len(report.worked.moved)
    (own,) = (
        row
        for row in rows
        if (row["scale"], row["item"], row["period"]) == ("star", "money", "2025/26")
        and not (row["organisation"] or row["programme"])
    )
    assert (own["pairs"], own["better"], own["mean_change"]) == ("10", "6", "1.4")
    assert own["matched_share"].startswith("83.33333333333")
    assert own["reliable_points"] == ""  # no reliability is published
    assert own["status"] == "final"


def test_it_is_described_and_listed() -> None:
    files = {file.path: file for file in data_files(whole().report, ())}
    described = json.loads(files["data/datapackage.json"].content)
    (table,) = (one for one in described["resources"] if one["path"] == "changes.csv")
    assert all(field["description"] for field in table["schema"]["fields"])
    index = json.loads(files["data/index.json"].content)
    (listed,) = (one for one in index["files"] if one["path"] == "changes.csv")
    assert (listed["rows"], listed["status"]) == (len(whole().report.worked.moved), "final")


def test_without_assessments_there_is_no_such_file() -> None:
    files = {file.path for file in data_files(small_report.report(), ())}
    assert "data/changes.csv" not in files
