"""Checklist 1.2: axe finds nothing, on every page type, in every state that a reader can reach."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.axe import violations
from tests.browser.conftest import Visit
from tests.browser.narrow import PHONE
from tests.browser.page_types import SITES, PageOfType
from tests.browser.wide import WIDE

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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("site", "width"),
    [(OWN, "narrow"), (OWN, "wide"), (OTHER, "narrow")],  # the same templates, on other data
)
def test_every_page_type(visit: Visit, site: str, width: str, scheme: str) -> None:
    pages = visit(site, width)
    assert {str(one.page): found for one in pages if (found := one.found[scheme])} == {}


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
