"""Checklist 1.13 to 1.15: no other host, little weight, nothing kept."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visit
from tests.browser.page_types import SITES, Seen

MOST_BYTES = 95_000
MOST_REQUESTS = 12


@pytest.mark.parametrize("site", SITES)
def test_no_request_to_another_host(wide: Page, visit: Visit, site: str) -> None:
    """While every page is opened, scrolled, searched and its charts explored."""
    pages = visit(site, "narrow")
    asked = {url for one in pages for url in one.found["asked"]}
    wide.on("request", lambda request: asked.add(request.url))
    wide.goto(pages[-1].page.address)
    wide.get_by_role("button", name="Search").first.click()
    wide.keyboard.type("place", delay=20)
    wide.wait_for_load_state("networkidle")
    others = {url for url in asked if urlsplit(url).scheme != "data"}
    host = urlsplit(pages[0].page.address).netloc
    assert {url for url in others if urlsplit(url).netloc != host} == set()
    assert any("plotly" in url for url in others), "no chart was explored"
    assert any("search" in url for url in others), "nothing was searched"


def test_first_view_is_light(seen_wide: list[Seen]) -> None:
    """Compressed as a host would: before a reader asks for anything extra."""
    views = {str(one.page): one.found["first_view"] for one in seen_wide}
    assert all(size > 10_000 for size, _ in views.values())
    heavy = {
        page: (size, requests)
        for page, (size, requests) in views.items()
        if size > MOST_BYTES or requests > MOST_REQUESTS
    }
    assert heavy == {}


def test_nothing_is_kept_but_the_colour_scheme(seen_wide: list[Seen]) -> None:
    for one in seen_wide:
        assert one.found["cookies"] == [], one.page
        assert set(one.found["kept"]) <= {"colour-scheme"}, one.page
