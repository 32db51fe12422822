"""The staging folder: texts stay texts, and what a site may not set is set."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.model.page import File, Page, Site
from generator.publish import BuilderError, build, check, stage
from generator.publish.furniture import address, furniture, in_words
from generator.publish.stage import configuration, markdown, theme
from tests.publish.small_report import SITE, report


def staged(site_folder: Path, site: Site = SITE) -> Path:
    folder = site_folder / "build" / "run-1"
    folder.mkdir(parents=True)
    stage(site, report(), site_folder, folder)
    return folder


def test_front_matter_reads_back_whatever_a_title_holds() -> None:
    title = "No: 'quotes' \"or\" # <b>tags</b> \u2028 [x] --- \x85 \U0001f600"
    page = Page("a.md", title, "---\nhidden: no", "<div></div>", half="prove")
    front, body = _parts(markdown(page))
    read = yaml.safe_load(front)
    assert (read["title"], read["description"], read["half"]) == (title, "---\nhidden: no", "prove")
    assert body == "<div></div>\n"


def test_a_page_without_a_period_of_its_own_says_that_of_all_data() -> None:
    page = Page("accessibility.md", "Accessibility", "", "<div></div>")
    front, _ = _parts(markdown(page, "2019 to 2025"))
    assert yaml.safe_load(front)["data_period"] == "2019 to 2025"
    front, _ = _parts(markdown(Page("a.md", "A", "", "", data_period="2024"), "2019 to 2025"))
    assert yaml.safe_load(front)["data_period"] == "2024"


def _parts(text: str) -> tuple[str, str]:
    """As MkDocs splits it: the first line that is --- alone ends the front matter."""
    lines = text.split("\n")
    end = lines.index("---", 1)
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def test_pages_of_a_section_stand_under_it() -> None:
    pages = (
        Page("index.md", "Home", "", "", in_navigation="Home"),
        Page("why.md", "Why", "", "", in_navigation="Why", section="About"),
        Page("data.md", "Data", "", "", in_navigation="About"),
        Page("how.md", "How", "", "", in_navigation="How", section="About"),
    )
    assert configuration(Site(pages, ()), report())["nav"] == [
        {"Home": "index.md"},
        {"About": [{"Why": "why/index.md"}, {"How": "how/index.md"}]},
        {"About": "data/index.md"},
    ]


def test_configuration() -> None:
    made = configuration(SITE, report())
    assert made["site_name"] == "Aldermoor: prove and improve"
    assert "site_url" not in made and "INHERIT" not in made
    assert made["nav"] == [{"Home": "index.md"}, {"Prove": "prove/index.md"}]
    around = made["extra"]["furniture"]
    assert around["last_updated"] == "4 June 2026"
    assert around["report_problem"] == "mailto:impact@example.org"
    assert [link["url"] for link in around["check"]] == ["feed.xml"]
    assert [link["title"] for link in around["rights"]] == [
        "Open Government Licence v3.0",
        "Contact us",
    ]


def test_the_trust_pages_that_there_are_stand_under_every_page() -> None:
    pages = (Page("methods/index.md", "Data and methods", "", ""), Page("about.md", "Us", "", ""))
    site = Site(pages, (File("data/results.csv", b"x" * 412_300),))
    assert furniture(site, report())["check"] == [
        {"title": "Data and methods", "url": "methods/"},
        {"title": "Feed of editions and corrections", "url": "feed.xml"},
        {"title": "All values (CSV, 412 kB)", "url": "data/results.csv"},
    ]


def test_addresses() -> None:
    served = {"index.md": "", "a.md": "a/", "a/index.md": "a/", "a/b.md": "a/b/"}
    assert {path: address(path) for path in served} == served
    assert in_words(date(2025, 1, 4)) == "4 January 2025"


def test_two_files_of_one_path_are_our_mistake(tmp_path: Path) -> None:
    twice = Site(SITE.pages, (File("data/a.csv", b"1"), File("data/a.csv", b"2")))
    with pytest.raises(FileExistsError):
        staged(tmp_path, twice)


def test_a_site_lays_its_own_theme_over_ours(tmp_path: Path) -> None:
    own = tmp_path / "overrides" / "partials"
    own.mkdir(parents=True)
    (own / "footer.html").write_text("ours")
    folder = staged(tmp_path)
    assert (folder / "theme" / "partials" / "footer.html").read_text() == "ours"
    main = (folder / "theme" / "main.html").read_bytes()
    assert main == (theme() / "main.html").read_bytes()


def test_built_and_checked(tmp_path: Path) -> None:
    folder = staged(tmp_path)
    assert build(folder, date(2026, 6, 4), 0) == []
    assert check(folder / "site", SITE) == []
    page = (folder / "site" / "outcomes" / "connected" / "index.html").read_text()
    assert "<title>People &amp; &#34;feel&#34; &lt;b&gt;connected&lt;/b&gt; - " in page
    assert "<b>connected" not in page
    assert not list((folder / "site").glob("sitemap.xml*"))  # it could name no address


def test_a_site_with_an_address_has_a_sitemap_and_whole_addresses_to_share(tmp_path: Path) -> None:
    made = report()
    made = replace(made, settings=replace(made.settings, site_url="https://example.org/2026/"))
    folder = tmp_path / "build" / "run-1"
    folder.mkdir(parents=True)
    stage(SITE, made, tmp_path, folder)
    assert build(folder, date(2026, 6, 4), 0) == []
    assert check(folder / "site", SITE) == []
    sitemap = (folder / "site" / "sitemap.xml").read_text()
    assert "<loc>https://example.org/2026/prove/</loc>" in sitemap
    assert set(re.findall("<lastmod>(.*?)</lastmod>", sitemap)) == {"2026-06-04"}
    page = (folder / "site" / "prove" / "index.html").read_text()
    shared = dict(re.findall('<meta property="og:([^"]+)" content="([^"]*)">', page))
    assert shared["title"] == "Prove"
    assert shared["url"] == "https://example.org/2026/prove/"
    assert shared["image"] == "https://example.org/2026/assets/images/share.png"
    assert shared["image:alt"]
    assert shared["description"].endswith("What changed: all of it")
    assert (folder / "site" / "assets" / "images" / "share.png").is_file()
    assert 'id="cite"' in page


def test_what_the_builder_warns_of_is_a_problem(tmp_path: Path) -> None:
    folder = staged(tmp_path)
    (folder / "docs" / "prove" / "index.md").write_text("# Prove\n\n[nowhere](gone.md)\n")
    (problem,) = build(folder, date(2026, 6, 4), 0)
    assert problem.where.file == "content/prove/index.md"
    assert "gone.md" in problem.what


def test_a_builder_that_breaks_is_our_fault(tmp_path: Path) -> None:
    folder = staged(tmp_path)
    (folder / "theme" / "main.html").write_text("{% block %}")
    with pytest.raises(BuilderError, match="Traceback"):
        build(folder, date(2026, 6, 4), 0)
