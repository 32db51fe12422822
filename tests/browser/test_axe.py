"""Checklist 1.2: axe finds nothing, on every page type, in every state that a reader can reach."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, WIDE
from tests.browser.page_types import SITES, PageOfType

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, within: str | None = None) -> list[str]:
    """Each failing node as `rule: node`; `within` a selector where only that part has changed."""
    asked = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
    found = Axe().run(page, within, options=asked)
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


OWN, OTHER = SITES
EVERY = [
    *((OWN, viewport, scheme) for viewport in (PHONE, WIDE) for scheme in ("light", "dark")),
    *((OTHER, PHONE, "dark"), (OTHER, WIDE, "light")),  # the same templates, on other data
]


@pytest.mark.parametrize(
    ("types", "viewport", "scheme"),
    EVERY,
    indirect=["types"],
    ids=[f"{site}-{viewport['width']}-{scheme}" for site, viewport, scheme in EVERY],
)
def test_every_page_type(
    browser: Browser, types: list[PageOfType], viewport: dict[str, int], scheme: str
) -> None:
    page = browser.new_page(viewport=viewport, color_scheme=scheme)
    found: dict[str, list[str]] = {}
    for one in types:
        page.goto(one.address)
        shown = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
        assert shown == ("slate" if scheme == "dark" else "default"), f"{one}: scheme {shown}"
        if nodes := violations(page):
            found[one.address] = nodes
    page.close()
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["375", "1280"])
def test_search_open(
    browser: Browser, types: list[PageOfType], viewport: dict[str, int], scheme: str
) -> None:
    page = browser.new_page(viewport=viewport, color_scheme=scheme)
    page.goto(next(one.address for one in types if one.type == "home"))
    page.get_by_role("button", name="Search").first.click()
    page.keyboard.type("people", delay=20)
    page.wait_for_selector(".md-search-result__item")
    found = violations(page)
    page.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_menu_open(browser: Browser, types: list[PageOfType], scheme: str) -> None:
    page = browser.new_page(viewport=PHONE, color_scheme=scheme)
    page.goto(next(one.address for one in types if one.type == "home"))
    opener = page.get_by_role("button", name="Menu")
    opener.click()
    assert opener.get_attribute("aria-expanded") == "true"
    page.wait_for_timeout(400)
    found = violations(page)
    page.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["375", "1280"])
def test_a_chart_explored(
    browser: Browser, types: list[PageOfType], viewport: dict[str, int], scheme: str
) -> None:
    page = browser.new_page(viewport=viewport, color_scheme=scheme)
    page.goto(next(one.address for one in types if one.type == "indicators/*"))
    page.locator("button[data-explore]:visible").first.click()
    page.wait_for_selector(".js-plotly-plot .main-svg")
    found = violations(page, "figure:has(.js-plotly-plot)")  # all else is as it was
    page.close()
    assert found == []
