"""What the templates write, read from the pages that both builders built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publish.html import parse

from .conftest import HOSTILE, PAGES

NAMES = [*(path.replace(".md", ".html") for path in PAGES), "404.html"]


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_the_same_furniture(built: Path, name: str) -> None:
    html = (built / name).read_text()
    page = parse(html)
    assert '<html lang="en-GB"' in html
    assert page.headings == 1
    assert page.inline_scripts == 0
    assert re.findall(r'<link rel="stylesheet" href="([^"]+)"', html) == [
        next(place for place in page.loads if place.endswith("report.css"))
    ]
    assert not [place for place in page.loads if "//" in place]
    assert "generator" not in page.policies
    for words in ("Last updated 4 June 2026", "Next update due December 2026", "Published by"):
        assert words in html
    assert "mailto:report@example.org" in page.links
    assert "https://example.org/?a=1&b=2" in page.links


def test_titles_are_page_then_site(built: Path) -> None:
    def title(name: str) -> str:
        found = re.search(r"<title>(.*?)</title>", (built / name).read_text(), re.DOTALL)
        assert found
        return found[1]

    assert title("index.html") == "Is life better? - Aldermoor"
    assert title("404.html") == "Page not found - Aldermoor"
    slash = title("hostile/index.html").replace("&#x2f;", "/")  # as Zensical writes it
    assert slash.startswith("&lt;/title&gt;&lt;script&gt;")


def test_text_of_contributors_stays_text(built: Path) -> None:
    """Title, description, data period, edition, about, publisher and a link: seven at least."""
    html = (built / "hostile/index.html").read_text()
    assert HOSTILE not in html
    assert html.count("&lt;script&gt;") >= 7
    assert "<i>in numbers</i>" not in html


def test_the_tab_of_the_section_is_marked(built: Path) -> None:
    def marked(name: str) -> list[tuple[str, str]]:
        tabs = (built / name).read_text().split('<nav class="main"')[1].split("</nav>")[0]
        return re.findall(r"aria-current=\"(\w+)\">([^<]+)<", tabs)

    assert marked("prove/index.html") == [("page", "Prove")]
    assert marked("indicators/heard/index.html") == [("true", "Indicators")]
    assert marked("programmes/hubs/index.html") == [("true", "Partners")]  # listed there
    assert marked("hostile/index.html") == [("true", "More")]
    assert marked("404.html") == []


def test_a_made_up_page_says_so(built: Path) -> None:
    assert "<strong>Illustrative.</strong>" in (built / "hostile/index.html").read_text()
    assert "<strong>Illustrative.</strong>" not in (built / "index.html").read_text()


def test_pages_of_one_section_list_each_other(built: Path) -> None:
    def listed(name: str) -> str:
        return (built / name).read_text().split('<nav class="part"')[1].split("</nav>")[0]

    pages = listed("next/index.html")
    assert 'aria-label="More"' in pages
    assert re.findall(r"<(a|span)[^>]*>([^<]+)<", pages) == [("a", "Hostile"), ("span", "Next")]
    assert '<nav class="part"' not in (built / "prove/index.html").read_text()
