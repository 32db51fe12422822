"""Checklist 1.1, 3 and 4: what can be read from the page itself, on every page of the site."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from tests.browser.conftest import Visit
from tests.browser.page_types import SITES, Seen


def test_language_title_and_headings(seen_wide: list[Seen]) -> None:
    for one in seen_wide:
        found, levels = one.found, one.found["levels"]
        assert found["language"] == "en-GB", one.page
        assert levels.count(1) == 1, f"{one.page}: {levels.count(1)} h1"
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert skips == [], f"{one.page}: heading levels {levels}"
        titled = " - " in found["title"] or one.page.type in ("home", "404.html")
        assert titled, found["title"]
    titles = Counter(one.found["title"] for one in seen_wide)
    assert [title for title, times in titles.items() if times > 1] == []


def test_ids_are_unique(seen_wide: list[Seen]) -> None:
    assert {str(one.page): twice for one in seen_wide if (twice := one.found["twice"])} == {}


@pytest.mark.parametrize("site", SITES)
def test_charts(visit: Visit, site: str) -> None:
    seen = 0
    for width, pages in ((360, visit(site, "narrow")), (1280, visit(site, "wide"))):
        for one in pages:
            for figure in one.found["figures"]:
                seen += 1
                where = f"{one.page} {figure['id']} at {width} px: {figure}"
                assert figure["title"], where
                assert len(figure["title"].split()) <= 15, where
                assert not figure["title"].endswith("."), where
                assert figure["subtitle"], where
                assert figure["named"], where
                assert figure["table"], where
                assert "Source" in figure["under"], where
                assert "CSV" in figure["download"], where
                assert len(figure["texts"]) == 1, where
                drawing = figure["texts"][0]
                assert drawing["overlaps"] == 0, where
                assert drawing["out"] == 0, where
                assert drawing["turned"] == 0, where
                assert drawing["smallest"] >= 12, where
    assert seen > 0


def test_tables(seen_wide: list[Seen]) -> None:
    seen = 0
    for one in seen_wide:
        for table in one.found["tables"]:
            seen += 1
            where = f"{one.page}: {table}"
            assert table["caption"], where
            assert table["unscoped"] == table["headless"] == 0, where
            assert table["empty"] == table["merged"] == 0, where
            assert table["boxed"], where
            assert table["region"], where
    assert seen > 0


def test_footer_and_dates(seen_wide: list[Seen]) -> None:
    """Checklist 1.11 and 1.12."""
    for one in seen_wide:
        (footer,) = one.found["footers"]
        for words in ("Accessibility", "Data and methods", "How your data is used", "Contact"):
            assert words in footer, f"{one.page}: the footer has no {words}"
        assert one.found["licences"] > 0, f"{one.page}: the footer links no licence"
        body = one.found["body"]
        assert "Last updated" in body, one.page
        assert "Next update" in body, one.page
        if one.page.type not in ("404.html",):
            assert "Data period" in body, one.page


def test_links_in_text_are_underlined(seen_wide: list[Seen]) -> None:
    assert {str(one.page): bare for one in seen_wide if (bare := one.found["bare"])} == {}


def test_link_words_make_sense_alone(seen_wide: list[Seen]) -> None:
    vague = {"click here", "here", "more", "read more", "link", "this", "this page"}
    assert any(one.found["links"] for one in seen_wide)
    for one in seen_wide:
        words = one.found["links"]
        poor = [text for text in words if text.lower() in vague or text.startswith("http")]
        assert poor == [], one.page
