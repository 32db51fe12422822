"""One page of every type of every built site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_types import SITES, PageOfType, page_types

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 375, "height": 800}


@pytest.fixture(scope="session", params=SITES)
def types(request: pytest.FixtureRequest) -> list[PageOfType]:
    """One page of every type of a site."""
    return page_types(request.getfixturevalue(request.param))


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """An empty page 1280 px wide."""
    page = browser.new_page(viewport=WIDE)
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page 375 px wide."""
    page = browser.new_page(viewport=PHONE)
    yield page
    page.close()
