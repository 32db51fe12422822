"""One page of every type of every built site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.page_types import OUR_WORDS, SITES, PageOfType, page_types

WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 375, "height": 800}


@pytest.fixture(scope="session", params=SITES)
def types(request: pytest.FixtureRequest) -> list[PageOfType]:
    """One page of every type of a site; pages of our own words on the first site alone."""
    found = page_types(request.getfixturevalue(request.param))
    if request.param == SITES[0]:
        return found
    return [one for one in found if one.type not in OUR_WORDS]


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
