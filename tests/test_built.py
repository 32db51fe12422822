"""The whole pass on the repository's own site and on Birmingham: what was published."""

from __future__ import annotations

import hashlib
import io
import json
import re

import frictionless
import pandas as pd

from generator.model.frames import READINGS, RESULTS
from generator.publish.html import parse
from tests.conftest import BuiltSite

# How a value looks that was never worded: a number of numpy's, an object, a missing value.
NEVER_WORDED = re.compile(
    r"np\.\w+\(|<(?:function|object|generator)\b|\bNaT\b|>nan<|,nan\b|Timestamp\("
)


def test_its_data_is_a_valid_package(built_site: BuiltSite) -> None:
    found = frictionless.Package(str(built_site.folder / "data" / "datapackage.json")).validate()
    assert found.valid, found.flatten(["title", "message"])[:5]


def test_index_tells_truly_of_every_file(built_site: BuiltSite) -> None:
    data = built_site.folder / "data"
    index = json.loads((data / "index.json").read_text())
    there = {p.relative_to(data).as_posix() for p in data.rglob("*") if p.is_file()}
    assert there == {file["path"] for file in index["files"]} | {"index.json"}
    for file in index["files"]:
        assert hashlib.sha256((data / file["path"]).read_bytes()).hexdigest() == file["sha256"]


def test_columns_and_rows_of_the_contract(built_site: BuiltSite) -> None:
    data = built_site.folder / "data"
    results = pd.read_csv(data / "results.csv", keep_default_na=False, na_values=[""])
    readings = pd.read_csv(data / "readings.csv", keep_default_na=False, na_values=[""])
    assert list(results) == [*RESULTS, "status"]
    assert list(readings) == [*READINGS, "status"]
    assert len(results) > 100 and len(readings) > 10
    cell = ["indicator", "period", "area", "organisation", "programme", "group"]
    assert not results.duplicated(cell).any()


def test_every_working_is_where_it_is_said_to_be(built_site: BuiltSite) -> None:
    data = (built_site.folder / "data" / "readings.csv").read_bytes()
    working = pd.read_csv(io.BytesIO(data), keep_default_na=False)["working"]
    named: dict[str, set[str]] = {}
    for address in sorted(set(working) - {""}):
        page, fragment = address.split("#")
        named.setdefault(page, set()).add(fragment)
    for page, fragments in named.items():
        ids = parse((built_site.folder / page / "index.html").read_text()).ids
        assert fragments <= set(ids), f"{page}: {fragments - set(ids)}"
    assert len(named) > 10


def test_every_value_was_worded(built_site: BuiltSite) -> None:
    for path in sorted(built_site.folder.rglob("*")):
        if path.suffix in (".html", ".csv", ".json"):
            found = NEVER_WORDED.search(path.read_text("utf-8"))
            assert not found, f"{path.relative_to(built_site.folder)}: {found}"


def test_links_are_relative_so_that_it_can_be_published_anywhere(built_site: BuiltSite) -> None:
    for path in built_site.folder.rglob("index.html"):
        page = parse(path.read_text("utf-8"))
        assert not [link for link in (*page.links, *page.loads) if link.startswith("/")], path


def test_titles_are_unique(built_site: BuiltSite) -> None:
    titles = [
        re.search(r"<title>(.*?)</title>", path.read_text("utf-8"), re.S)
        for path in built_site.folder.rglob("*.html")
    ]
    found = [title[1].strip() for title in titles if title]
    assert len(found) == len(titles) and len(set(found)) == len(found)
