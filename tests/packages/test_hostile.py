"""Nothing outside a package is read, nothing is fetched, unpacked or waited for."""

from __future__ import annotations

import gzip
import json
import socket
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator import packages
from generator.indicators.methods import METHODS
from generator.packages import contents
from tests.packages import small

DESCRIPTOR = f"{small.PACKAGE}/datapackage.json"
LINK = "this is a link\n    Put the file itself there; links are not followed."


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any attempt to reach another host fails the test."""

    def refuse(*_: Any) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def with_resource(folder: Path, **changes: Any) -> list[str]:
    """The problems where the first resource of the descriptor has these keys."""
    small.write(folder)
    path = folder / DESCRIPTOR
    descriptor = json.loads(path.read_text())
    descriptor["resources"][0] |= changes
    path.write_text(json.dumps(descriptor))
    return [str(p).replace(f"{small.PACKAGE}/", "") for p in small.read(folder)[2]]


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("https://example.org/x.csv", "is not in the package: nothing is fetched"),
        ("http://169.254.169.254/latest", "is not in the package: nothing is fetched"),
        ("file:///etc/passwd", "is not in the package: nothing is fetched"),
        ("//example.org/x.csv", "is not in the package: nothing is fetched"),
        ("C:/secret.csv", "is not in the package: nothing is fetched"),
        ("s3://bucket/x.csv", "is not in the package: nothing is fetched"),
        ("/etc/passwd", "leads out of the package"),
        ("../../mkdocs.yml", "leads out of the package"),
        ("data/../../x.csv", "leads out of the package"),
        ("..\\x.csv", "leads out of the package"),
        ("~/x.csv", "leads out of the package"),
        ("$HOME/x.csv", "leads out of the package"),
        ("data/metrics.csv.gz", "is an archive"),
        ("data/metrics.ZIP", "is an archive"),
        ("data/nothing.csv", "is not a file of the package that is read"),
    ],
)
def test_paths_that_lead_elsewhere(tmp_path: Path, path: str, what: str) -> None:
    said = with_resource(tmp_path, path=path)
    assert f'datapackage.json line 1, resources.indicators.path: "{path}" {what}' in [
        line.split("\n")[0] for line in said
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"schema": "https://example.org/schema.json"},
            "resources.indicators.schema: a schema elsewhere is not read\n"
            "    Refresh it with: make describe SITE=FOLDER, or python -m generator describe.",
        ),
        (
            {"profile": "https://example.org/profile.json"},
            "resources.indicators.profile: 'profile' is not allowed: profiles are not read\n"
            "    Take it out.",
        ),
        (
            {"compression": "zip"},
            "resources.indicators.compression: 'compression' is not allowed: archives are not "
            "read\n    Take it out.",
        ),
        (
            {"data": [[1]]},
            "resources.indicators.data: 'data' is not allowed: data within the descriptor are not "
            "read\n    Take it out.",
        ),
        (
            {"path": ["data/metrics.csv", "data/metrics.csv"]},
            "resources.indicators.path: a table is one file\n    Name one file.",
        ),
        (
            {"schema": {"fields": [], "foreignKeys": []}},
            "resources.indicators.schema.foreignKeys: foreign keys are not read: references are "
            "checked over all packages\n"
            "    Refresh it with: make describe SITE=FOLDER, or python -m generator describe.",
        ),
    ],
)
def test_what_a_descriptor_may_not_hold(
    tmp_path: Path, changes: dict[str, Any], message: str
) -> None:
    assert f"datapackage.json line 1, {message}" in with_resource(tmp_path, **changes)


def test_links_are_not_followed(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "secret.csv"
    outside.write_text("metric,period,area,value\nsecret,2024,E1,1\n")
    small.write(site)
    data = site / small.PACKAGE / "data"
    (data / "metrics-link.csv").symlink_to(outside)
    (site / small.PACKAGE / "stories").symlink_to(tmp_path)
    (site / "datapackages" / "linked").symlink_to(site / small.PACKAGE)
    (data / "metrics-inside.csv").symlink_to(data / "metrics.csv")
    said = [str(problem) for problem in small.read(site)[2]]
    assert [line for line in said if "link" in line.split("\n")[0]] == [
        f"{small.PACKAGE}/data/metrics-inside.csv: {LINK}",
        f"{small.PACKAGE}/data/metrics-link.csv: {LINK}",
        f"{small.PACKAGE}/stories: {LINK}",
        "datapackages/linked: this is a link\n"
        "    Put the folder itself there; links are not followed.",
    ]
    assert not [line for line in said if "secret" in line]


@pytest.mark.parametrize(
    "name", ["data/metrics.csv", "indicators.yml", "pathway.yml", "datapackage.json"]
)
def test_a_link_is_told_once(tmp_path: Path, name: str) -> None:
    small.write(tmp_path)
    path = tmp_path / small.PACKAGE / name
    outside = path.rename(tmp_path / "outside")
    path.symlink_to(outside)
    said = [str(problem) for problem in small.read(tmp_path)[2]]
    assert said == [f"{small.PACKAGE}/{name}: {LINK}"]


def test_a_descriptor_that_is_a_link_is_neither_read_nor_written(tmp_path: Path) -> None:
    site, outside = tmp_path / "site", tmp_path / "outside.json"
    outside.write_text("{}")
    small.write(site)
    (site / DESCRIPTOR).unlink()
    (site / DESCRIPTOR).symlink_to(outside)
    said = [str(problem) for problem in small.read(site)[2]]
    assert f"{DESCRIPTOR}: {LINK}" in said
    assert packages.describe(site, METHODS)[0] == []
    assert outside.read_text() == "{}"


def test_archives_in_disguise_are_not_unpacked(tmp_path: Path) -> None:
    table = f"{small.PACKAGE}/data/metrics.csv"
    zipped = tmp_path / "x.zip"
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("metrics.csv", b"0" * 10_000_000)
    for raw in (zipped.read_bytes(), gzip.compress(b"0" * 10_000_000)):
        said = small.said(tmp_path / "site", {table: raw})
        assert len(said) == 1
        assert said[0].startswith("data/metrics.csv line 1: there is a ")


def test_sizes_have_stated_limits(tmp_path: Path) -> None:
    story = f"{small.PACKAGE}/stories/soup.md"
    said = small.said(tmp_path, {story: small.STORY + "x" * contents.LARGEST[".md"]})
    many = len(small.STORY) + contents.LARGEST[".md"]
    assert (
        f"stories/soup.md: the file has {many:,} bytes\n"
        "    At most 1,000,000 are read: split it or leave parts out."
    ) in said


def test_long_cells_have_a_stated_limit(tmp_path: Path) -> None:
    table = "metric,period,area,value,comment\nasked,2024,E1,5," + "x" * 10_001 + "\n"
    assert small.said(tmp_path, {f"{small.PACKAGE}/data/metrics.csv": table}) == [
        "data/metrics.csv row 2, comment: the cell has 10,001 characters\n"
        "    At most 10,000 are read: shorten it."
    ]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("indicators.yml", "a: " + "{a: " * 20_000),
        ("indicators.yml", "- " * 20_000),
        ("datapackage.json", '{"title": ' + "[" * 100_000),
        ("data/areas.geojson", "[" * 100_000),
        ("stories/soup.md", small.STORY + "*" * 20_000 + "a" * 27),
        ("stories/soup.md", small.STORY + "(0" + "1 " * 20_000),
        ("stories/soup.md", small.STORY + "a@" + "a." * 20_000),
        ("stories/soup.md", small.STORY + "_" + "a" * 20_000 + " _" * 5_000),
        ("data/metrics.csv", "metric,period,area,value\n" + '"' * 99_999),
    ],
    ids=["deep keys", "deep lists", "deep JSON", "deep GeoJSON", "stars", "digits", "addresses",
         "underscores", "quotes"],
)  # fmt: skip
def test_nothing_takes_long(tmp_path: Path, file: str, text: str) -> None:
    small.write(tmp_path)
    path = tmp_path / small.PACKAGE / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    start = time.perf_counter()
    _, inputs, problems = small.read(tmp_path)
    assert time.perf_counter() - start < 5
    assert inputs is None
    assert problems
