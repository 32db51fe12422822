"""Checklist 1.2: axe finds nothing, on every page type, in every state that a reader can reach."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, WIDE
from tests.browser.page_types import SITES, PageOfType
from tests.waiting import until

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of these that look at colours: all that another colour scheme can change."""


def violations(page: Page, within: str | None = None, colours_only: bool = False) -> list[str]:
    """Each failing node as `rule: node`; `within` a selector where only that part has changed."""
    rules = (
        {"type": "rule", "values": OF_COLOURS} if colours_only else {"type": "tag", "values": TAGS}
    )
    asked = {"runOnly": rules, "resultTypes": ["violations"]}
    found = Axe().run(page, within, options=asked)
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found.response["violations"]
        for node in rule["nodes"]
    ]


OWN, OTHER = SITES
FOUR = [(OWN, viewport, scheme) for viewport in (PHONE, WIDE) for scheme in ("light", "dark")]
SIX = [*FOUR, (OTHER, PHONE, "dark"), (OTHER, WIDE, "light")]
"""The second site has the same templates, on other data."""

each_opened = pytest.mark.parametrize(
    ("types", "viewport", "scheme"),
    SIX,
    indirect=["types"],
    ids=[f"{site}-{viewport['width']}-{scheme}" for site, viewport, scheme in SIX],
)


@pytest.mark.parametrize(
    ("types", "viewport"),
    [(OWN, PHONE), (OWN, WIDE), (OTHER, PHONE)],  # the same templates, on other data
    indirect=["types"],
    ids=["own-375", "own-1280", "birmingham-375"],
)
def test_every_page_type(
    browser: Browser, types: list[PageOfType], viewport: dict[str, int]
) -> None:
    """All rules in the light; in the dark those of colours, for nothing else is different."""
    page = browser.new_page(viewport=viewport)
    found: dict[str, list[str]] = {}
    for one in types:
        for scheme, shown in (("light", "default"), ("dark", "slate")):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if scheme == "light":
                page.goto(one.address)
            until(page, f"document.body.dataset.mdColorScheme === '{shown}'")
            if nodes := violations(page, colours_only=scheme == "dark"):
                found[f"{one.address} {scheme}"] = nodes
    page.close()
    assert found == {}


@each_opened
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


@each_opened
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
