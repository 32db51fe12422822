"""What holds for every page that is laid out, whatever its type (publishing checklist 1 to 5)."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import pytest

from generator.model.page import Page, Site
from generator.model.words import FLAG_MEANINGS
from generator.pages import PAGE_TYPES, lay_out
from generator.pages.parts import address
from generator.wording.verdicts import VERDICTS
from tests.pages.small_report import report
from tests.pages.tree import Element, tree

SHORTHAND = re.compile(r"\[[a-z]+\]")


@cache
def site() -> Site:
    return lay_out(report())


def pages() -> list[Page]:
    return list(site().pages)


every_page = pytest.mark.parametrize("page", pages(), ids=lambda page: page.path)


def test_every_page_type_lays_out_something() -> None:
    folders = {page.path.split("/")[0] for page in pages()}
    assert {"index.md", "prove", "outcomes", "indicators", "places", "stories"} <= folders
    assert len(PAGE_TYPES) >= 13


def test_titles_and_paths_are_unique() -> None:
    for values in ([p.title for p in pages()], [p.path for p in pages()]):
        assert len(values) == len(set(values))


def test_the_navigation_holds_overviews_alone() -> None:
    listed = [page for page in pages() if page.in_navigation]
    named = list(dict.fromkeys(page.section or page.in_navigation for page in listed))
    assert named[:4] == ["Home", "Prove", "Improve", "Places"]
    assert len(named) <= 10
    first = next(page for page in listed if page.section == "Improve")
    assert (first.path, first.in_navigation) == ("improve/index.md", "Overview")


@every_page
def test_it_is_one_block(page: Page) -> None:
    assert page.body.startswith("<div")
    assert "\n\n" not in page.body
    assert not re.search(r"^\s", page.body, re.M)
    assert len([c for c in tree(page.body).inside if isinstance(c, Element)]) == 1


@every_page
def test_headings_never_skip(page: Page) -> None:
    levels = [int(h.tag[1]) for h in tree(page.body).every("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_page
def test_ids_are_unique_and_what_points_to_one_finds_it(page: Page) -> None:
    elements = list(tree(page.body).every())
    ids = [e.attributes["id"] for e in elements if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in elements:
        for name in (element.attributes.get("aria-labelledby") or "").split():
            assert name in ids
        href = element.attributes.get("href") or ""
        if href.startswith("#"):
            assert href[1:] in ids


@every_page
def test_tables_say_what_they_hold_and_leave_nothing_blank(page: Page) -> None:
    whole = tree(page.body)
    for table in whole.every("table"):
        assert [c.text for c in table.every("caption")] and next(table.every("caption")).text
        for row in next(table.every("tbody")).every("tr"):
            heads = list(row.every("th"))
            assert heads and all(h.attributes.get("scope") == "row" for h in heads)
        for head in (h for t in table.every("thead") for h in t.every("th")):
            assert head.attributes.get("scope") == "col" and head.text
        for cell in table.every("td", "th"):
            assert cell.text, "an empty cell"
            assert not {"colspan", "rowspan"} & cell.attributes.keys()
            if cell.has("r"):
                assert "-" not in re.sub(r"\d-\d|[A-Za-z]-[A-Za-z]", "", cell.text), "no real minus"
    for box in (e for e in whole.every("div") if e.has("tb")):
        assert box.attributes["role"] == "region" and box.attributes["tabindex"] == "0"


@every_page
def test_no_two_regions_have_one_name(page: Page) -> None:
    whole = tree(page.body)
    named = {e.attributes.get("id"): e.text for e in whole.every() if "id" in e.attributes}
    regions = [e for e in whole.every("section", "div") if "aria-labelledby" in e.attributes]
    names = [named[e.attributes["aria-labelledby"]] for e in regions]
    assert len(names) == len(set(names))


@every_page
def test_each_shorthand_is_explained_on_the_page(page: Page) -> None:
    text = tree(page.body).text
    for flag in set(SHORTHAND.findall(text)):
        assert FLAG_MEANINGS[flag[1:-1]] in text


@every_page
def test_verdicts_are_a_word_with_a_shape(page: Page) -> None:
    for verdict in (e for e in tree(page.body).every() if e.has("verdict") and e.tag == "span"):
        assert list(verdict.every("svg"))
        assert any(verdict.text.lower().startswith(word) for word in VERDICTS)


@every_page
def test_charts_have_a_title_a_table_a_source_and_a_download(page: Page) -> None:
    for figure in tree(page.body).every("figure"):
        title = next(figure.every("b")).text
        assert 0 < len(title.split()) <= 15 and not title.endswith(".")
        drawings = [svg for svg in figure.every("svg") if svg.has("c")]
        assert [svg.attributes["role"] for svg in drawings] == ["img", "img"]
        assert any(p.has("under") and "Source:" in p.text for p in figure.every("p"))
        download = [a for a in figure.every("a") if "download" in a.attributes]
        assert re.search(r"\(CSV, [\d,]+ kB\)$", download[0].text)
        assert "hidden" in next(figure.every("button")).attributes
    boxes = [e for e in tree(page.body).every("div") if e.has("figbox")]
    for box in boxes:
        assert next(box.every("summary")).text == "Show the data table"
        assert len(list(box.every("table"))) == 1


@every_page
def test_figures_and_tables_of_numbers_stay_out_of_the_search(page: Page) -> None:
    for element in tree(page.body).every("div"):
        if element.has("figbox"):
            assert "data-search-exclude" in element.attributes


@every_page
def test_nothing_is_styled_or_run_from_within(page: Page) -> None:
    for element in tree(page.body).every():
        assert element.tag not in ("script", "style", "iframe", "img", "object")
        assert not [n for n in element.attributes if n.startswith("on")]
        if element.tag not in ("path", "text", "rect", "circle", "svg"):
            assert "style" not in element.attributes


def test_links_between_pages_and_to_files_lead_somewhere() -> None:
    made = {served(page.path) for page in pages()} | {file.path for file in site().files}
    # written by publishing, which comes after the pages
    later = re.compile(
        r"data/(indicators/\w+\.json|(datapackage|index)\.json|(results|readings|stories)\.csv)$"
    )
    ids = {
        served(page.path): {e.attributes.get("id") for e in tree(page.body).every()}
        for page in pages()
    }
    for page in pages():
        here = served(page.path)
        for a in tree(page.body).every("a"):
            href = a.attributes.get("href") or ""
            if href.startswith(("http://", "https://", "mailto:")):
                continue
            path, _, part = href.partition("#")
            to = resolved(here, path)
            assert to in made or later.fullmatch(to), f"{page.path}: {href}"
            if part:
                assert part in ids[to], f"{page.path}: {href}"


def served(path: str) -> str:
    name = path.removesuffix(".md")
    name = "" if name == "index" else name.removesuffix("/index")
    return f"{name}/" if name else ""


def resolved(here: str, path: str) -> str:
    parts = here.split("/")[:-1] if path else here.split("/")
    for step in path.split("/") if path else []:
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def test_explored_figures_are_files_of_the_site() -> None:
    files = {file.path for file in site().files}
    for page in pages():
        for button in tree(page.body).every("button"):
            path = button.attributes["data-explore"] or ""
            assert resolved(served(page.path), path) in files


def test_an_address_and_its_file_belong_together() -> None:
    for page in pages():
        assert address.file(served(page.path)) == page.path
