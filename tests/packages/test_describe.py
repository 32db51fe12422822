"""`describe` writes what reusers need, keeps what people wrote, and changes nothing twice."""

from __future__ import annotations

import json
from pathlib import Path

import frictionless
import pytest

from generator import packages
from generator.indicators.methods import METHODS
from tests.packages import small

FILE = f"{small.PACKAGE}/datapackage.json"
REMEDY = "Refresh it with: make describe SITE=FOLDER, or python -m generator describe."


def test_twice_the_same(tmp_path: Path) -> None:
    small.write(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    assert packages.describe(tmp_path, METHODS) == ([], [])
    assert (tmp_path / FILE).read_bytes() == before


def test_all_files_are_resources_and_frictionless_agrees(tmp_path: Path) -> None:
    areas = "area,name,population\nE1,Hall,1200\n"
    small.write(
        tmp_path,
        {
            f"{small.PACKAGE}/data/areas.csv": areas,
            f"{small.PACKAGE}/stories/soup.md": small.STORY,
            f"{small.PACKAGE}/data/metrics-diary.csv": "period,area,sex,visits\n2024,E1,female,5\n",
        },
    )
    descriptor = json.loads((tmp_path / FILE).read_text())
    assert [(r["name"], r["path"]) for r in descriptor["resources"]] == [
        ("indicators", "indicators.yml"),
        ("pathway", "pathway.yml"),
        ("areas", "data/areas.csv"),
        ("metrics-diary", "data/metrics-diary.csv"),
        ("metrics", "data/metrics.csv"),
        ("story-soup", "stories/soup.md"),
    ]
    fields = descriptor["resources"][3]["schema"]["fields"]
    assert [(field["name"], field["type"]) for field in fields] == [
        ("period", "string"), ("area", "string"), ("sex", "string"), ("visits", "number"),
    ]  # fmt: skip
    assert fields[2]["constraints"] == {"enum": ["female", "male", "not_stated"]}
    assert frictionless.Package(str(tmp_path / FILE)).validate().valid
    assert small.read(tmp_path)[2] == []


def test_what_people_wrote_is_kept(tmp_path: Path) -> None:
    small.write(tmp_path)
    descriptor = json.loads((tmp_path / FILE).read_text())
    descriptor["contributors"] = [{"title": "A council"}]
    descriptor["resources"][2]["title"] = "Our counts"
    descriptor["resources"][2]["schema"] = {"fields": []}
    (tmp_path / FILE).write_text(json.dumps(descriptor))
    assert packages.describe(tmp_path, METHODS) == ([FILE], [])
    after = json.loads((tmp_path / FILE).read_text())
    assert after["contributors"] == [{"title": "A council"}]
    assert after["resources"][2]["title"] == "Our counts"
    assert len(after["resources"][2]["schema"]["fields"]) == 4
    assert list(after)[:4] == ["name", "title", "status", "licenses"]
    assert not list((tmp_path / small.PACKAGE).glob(".*"))


def test_a_package_without_a_descriptor_is_refused_with_the_remedy(tmp_path: Path) -> None:
    small.write(tmp_path)
    (tmp_path / FILE).unlink()
    assert [str(problem) for problem in small.read(tmp_path)[2]] == [
        f"{FILE}: the package has no descriptor\n"
        "    Write one with: make describe SITE=FOLDER, or python -m generator describe. "
        "Then fill in title, status and licenses."
    ]
    to_fill_in = [
        f"{FILE} line 3, title: {{}}'title' is blank{{}}\n"
        '    Type what the data are, in a few words, such as "title": "Visits to hubs".',
        f"{FILE} line 4, status: {{}}'status' is blank{{}}\n"
        '    Type "status": "final", or "provisional" if the data may still change, or '
        '"illustrative" if they are made up.',
        f"{FILE} line 5, licenses: {{}}'licenses' is blank{{}}\n"
        '    Type the licence of the data: "licenses": [{{"name": "OGL-UK-3.0", "title": '
        '"Open Government Licence v3.0", "path": '
        '"https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"}}].',
    ]
    written, problems = packages.describe(tmp_path, METHODS)
    assert written == [FILE]
    assert list(map(str, problems)) == [
        each.format("warning: ", ": check will refuse it") for each in to_fill_in
    ]
    assert list(map(str, small.read(tmp_path)[2])) == [each.format("", "") for each in to_fill_in]


def test_a_descriptor_that_is_behind_its_files_is_refused(tmp_path: Path) -> None:
    small.write(tmp_path)
    table = tmp_path / small.PACKAGE / "data" / "metrics.csv"
    table.write_text("metric,period,area,value,base\nasked,2024/25,E1,5,5\n")
    (table.parent / "areas.csv").write_text("area,name\nE1,Hall\n")
    assert [str(problem) for problem in small.read(tmp_path)[2]] == [
        f"{FILE} line 11, resources.areas: data/areas.csv is not described\n    {REMEDY}",
        f"{FILE} line 28, resources.metrics.schema: the schema is not as the file has it\n"
        f"    {REMEDY}",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "metric-2024.csv",
            "'metric-2024' says no role\n    Name the file by its role, such as metrics.csv or "
            "metrics-carers.csv. Did you mean 'metrics'? Known: area-links, areas, change, "
            "corrections, learning, metrics, organisations, programmes, scales, scores, targets.",
        ),
        (
            "services.csv",
            "tables of the role 'services' are not read yet\n    Take the file out until they are.",
        ),
        (
            "value-map.csv",
            "tables of the role 'value-map' are not read yet\n"
            "    Take the file out until they are.",
        ),
    ],
)
def test_a_table_says_its_role(tmp_path: Path, name: str, message: str) -> None:
    said = small.said(tmp_path, {f"{small.PACKAGE}/data/{name}": "a,b\n1,2\n"})
    assert said == [f"data/{name}: {message}"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '{"title": "a",\n "title": "b"}',
            "datapackage.json line 2: the key 'title' stands twice in one place\n"
            "    Keep one of them.",
        ),
        (
            '{"title": "a"\n "b"}',
            "datapackage.json line 2: this cannot be read as JSON: expecting ',' delimiter\n"
            "    Look for a missing comma, quotation mark or bracket just before.",
        ),
        (
            '{"title": NaN}',
            "datapackage.json: this cannot be read as JSON: NaN is no number\n"
            "    Type a number or null.",
        ),
        (
            "[]",
            "datapackage.json: the descriptor is not an object\n"
            "    Start it with { and end it with }.",
        ),
    ],
)
def test_descriptors_that_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    assert small.said(tmp_path, {FILE: text}) == [message]


def test_descriptors_with_other_words(tmp_path: Path) -> None:
    text = json.dumps({**small.DESCRIPTOR, "status": "draft", "licence": "OGL"})
    said = small.said(tmp_path, {FILE: text})
    assert [line.split("\n")[0] for line in said] == [
        "datapackage.json line 11, licence: there is no key 'licence' here",
        "datapackage.json line 4, status: 'draft' is not one of the words for this",
    ]
