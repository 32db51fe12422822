"""The data beside the pages is a valid package and says truly what is in it."""

from __future__ import annotations

import hashlib
import json
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import frictionless
import pytest

from generator.model.frames import READINGS, RESULTS
from generator.pages.parts.downloads import csv_file
from generator.publish.data_out import GENERATOR, data_files
from generator.publish.fields import LEARNING
from generator.publish.fields import READINGS as READING_FIELDS
from generator.publish.fields import RESULTS as RESULT_FIELDS
from tests.learned_examples import TODAY, by_id, record
from tests.publish.small_report import SITE, report

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in (*data_files(report(), SITE.files), *SITE.files):
        path = tmp_path / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    return tmp_path / "data"


def test_frictionless_finds_it_valid(folder: Path) -> None:
    found = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert found.valid, found.flatten(["title", "message"])
    assert found.stats["tasks"] == 4


def test_frictionless_would_find_it_invalid(folder: Path) -> None:
    """So that the test above can fail."""
    (folder / "a.csv").write_bytes(b"area,value\r\nE08000025,many\r\n")
    assert not frictionless.Package(str(folder / "datapackage.json")).validate().valid


def test_descriptor_names_licence_sources_and_every_table(folder: Path) -> None:
    descriptor = json.loads((folder / "datapackage.json").read_text())
    assert descriptor["licenses"][0]["title"] == "Open Government Licence v3.0"
    assert descriptor["sources"]
    assert [resource["path"] for resource in descriptor["resources"]] == [
        *("results.csv", "readings.csv", "stories.csv", "a.csv")
    ]
    assert all(field["type"] for r in descriptor["resources"] for field in r["schema"]["fields"])


def test_index_lists_every_other_file(folder: Path) -> None:
    index = json.loads((folder / "index.json").read_text())
    assert (index["edition"], index["report_date"]) == ("2026", "2026-06-04")
    written = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    listed = {file["path"]: file for file in index["files"]}
    assert written == {*listed, "index.json"}
    for path, file in listed.items():
        content = (folder / path).read_bytes()
        assert file["sha256"] == hashlib.sha256(content).hexdigest()
        assert (file["rows"] is not None) == path.endswith(".csv")
    assert (listed["results.csv"]["rows"], listed["a.csv"]["rows"]) == (2, 1)


def test_columns_are_those_of_the_contract(folder: Path) -> None:
    for name, columns in (("results", RESULTS), ("readings", READINGS)):
        header = (folder / f"{name}.csv").read_text().split("\n")[0].strip()
        assert header == ",".join([*columns, "status"])
    assert list(RESULT_FIELDS) == [*RESULTS, "status"]
    assert list(READING_FIELDS) == [*READINGS, "status"]


def test_values_are_unrounded(folder: Path) -> None:
    line = (folder / "results.csv").read_text().splitlines()[2]
    expected = (
        "loneliness,year-04,2024/25,2024-04-01,2025-03-31,E08000099,,,,33.333333333333336,,,"
        '0.95,1,3,,"proportion, Wilson interval",,,,illustrative'
    )
    assert line == expected


def test_an_indicator_says_all_of_itself(folder: Path) -> None:
    content = json.loads((folder / "indicators" / "loneliness.json").read_text())
    assert content["definition"]["method"]["use"] == "proportion"
    assert [metric["id"] for metric in content["metrics"]]
    assert content["sources"][0]["title"]
    assert [row["period"] for row in content["latest"]] == ["2024/25"]  # of the two periods
    assert content["latest"][0]["lower"] is None
    assert content["latest"][0]["period_end"] == "2025-03-31"
    assert content["findings"] == ["Fewer people feel lonely, that is 33.3% in 2024/25."]


def test_stories_say_where_they_can_be_read(folder: Path) -> None:
    lines = (folder / "stories.csv").read_text().splitlines()
    assert lines[0].startswith("story,title,about,") and lines[0].endswith(",address,status")
    assert len(lines) == 3 and all("stories/" in line for line in lines[1:])


def test_records_of_learning_come_out_as_they_were_written(folder: Path) -> None:
    """As many cells, days as days; how far an action is and how late, on the report's day."""
    assert not (folder / "learning.csv").exists()  # without records there is no table
    late = record("late", date(2026, 1, 2), "loneliness haven", action="=Ask", due=TODAY)
    late = replace(late, due=date(2026, 5, 31))
    whole = report()
    known = replace(whole.inputs, learning=by_id(record("b", date(2026, 3, 1)), late))
    files = {file.path: file for file in data_files(replace(whole, inputs=known), SITE.files)}
    assert files["data/learning.csv"].content.decode().splitlines() == [
        ",".join(LEARNING),
        "late,2026-01-02,decision,loneliness haven,What of late,,,'=Ask,,2026-05-31,to_do,4,,,"
        "learning/#record-late,final",
        "b,2026-03-01,decision,,What of b,,,,,,,0,,,learning/#record-b,final",
    ]
    own = json.loads(files["data/indicators/loneliness.json"].content)["learning"]
    assert [(one["id"], one["about"], one["due"]) for one in own] == [
        ("late", ["loneliness", "haven"], "2026-05-31")
    ]
    descriptor = json.loads(files["data/datapackage.json"].content)
    (table,) = (r for r in descriptor["resources"] if r["path"] == "learning.csv")
    types = {field["name"]: field["type"] for field in table["schema"]["fields"]}
    assert (types["due"], types["days_overdue"], types["action"]) == ("date", "number", "string")


def test_every_table_and_file_says_whether_it_is_made_up() -> None:
    """Loneliness is made up, the first of its two stories provisional, the other one final."""
    known = report()
    first, second = sorted(known.inputs.stories)
    packages = known.inputs.packages
    inputs = replace(
        known.inputs,
        packages=(*packages, replace(packages[0], status="final")),
        illustrative=frozenset({"loneliness"}),
        provisional=frozenset({first}),
    )
    chart = csv_file("data/charts/a.csv", ("area", "status"), [("E08000025", "provisional")])
    made = data_files(replace(known, inputs=inputs), (*SITE.files, chart))
    files = {file.path.removeprefix("data/"): file.content.decode() for file in made}
    for name in ("results.csv", "readings.csv"):
        assert {line.rpartition(",")[2] for line in files[name].splitlines()[1:]} == {
            "illustrative"
        }
    told = {
        line.split(",")[0]: line.rpartition(",")[2] for line in files["stories.csv"].splitlines()
    }
    assert (told[first], told[second]) == ("provisional", "final")
    indicator = json.loads(files["indicators/loneliness.json"])
    assert (indicator["illustrative"], indicator["status"]) == (True, "illustrative")
    descriptor = json.loads(files["datapackage.json"])
    assert "status" not in descriptor  # not all of it is of one
    assert descriptor["description"].startswith("Some of the numbers and stories are made up")
    expected = {
        "results.csv": "illustrative",
        "readings.csv": "illustrative",
        "stories.csv": "provisional",
        "charts/a.csv": "provisional",
        "a.csv": None,
    }
    assert {one["path"]: one.get("status") for one in descriptor["resources"]} == expected
    listed = {one["path"]: one["status"] for one in json.loads(files["index.json"])["files"]}
    assert expected.items() <= listed.items()
    assert listed["indicators/loneliness.json"] == "illustrative"


def test_the_generator_says_its_version() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["project"]
    assert f"{project['name']} {project['version']}" == GENERATOR
