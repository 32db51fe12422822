"""One page of every type of every built site, and what was seen of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from playwright.sync_api import Browser, Error, Page

from tests.browser.narrow import PHONE, narrow_pages
from tests.browser.page_types import OUR_WORDS, SITES, PageOfType, Seen, page_types
from tests.browser.wide import WIDE, wide_pages

Visit = Callable[[str, str], list[Seen]]


@pytest.fixture(scope="session")
def types_of(request: pytest.FixtureRequest) -> Callable[[str], list[PageOfType]]:
    """One page of every type of a site; pages of our own words on the first site alone."""

    @cache
    def of(site: str) -> list[PageOfType]:
        found = page_types(request.getfixturevalue(site))
        return [one for one in found if site == SITES[0] or one.type not in OUR_WORDS]

    return of


@pytest.fixture(scope="session")
def visit(browser: Browser, types_of: Callable[[str], list[PageOfType]]) -> Visit:
    """What is seen of the pages of a site, wide or narrow: looked at once, asked as often as
    there are tests."""

    @cache
    def looked(site: str, width: str) -> list[Seen] | Error:
        try:
            if width == "narrow":
                return narrow_pages(browser, types_of(site))
            return wide_pages(browser, types_of(site), thorough=site == SITES[0])
        except Error as error:  # kept, so that it isn't waited for again by each test
            return error

    def seen(site: str, width: str) -> list[Seen]:
        found = looked(site, width)
        if isinstance(found, Error):
            raise found
        return found

    return seen


@pytest.fixture(params=SITES)
def types(
    request: pytest.FixtureRequest, types_of: Callable[[str], list[PageOfType]]
) -> list[PageOfType]:
    return types_of(request.param)


@pytest.fixture(params=SITES)
def seen_wide(request: pytest.FixtureRequest, visit: Visit) -> list[Seen]:
    """Each page as it is seen 1280 px wide."""
    return visit(request.param, "wide")


@pytest.fixture(params=SITES)
def seen_narrow(request: pytest.FixtureRequest, visit: Visit) -> list[Seen]:
    """Each page as it is seen on a phone."""
    return visit(request.param, "narrow")


@pytest.fixture
def wide(browser: Browser) -> Iterator[Page]:
    """An empty page 1280 px wide."""
    page = browser.new_page(viewport=WIDE)  # type: ignore[arg-type]
    yield page
    page.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """An empty page 375 px wide."""
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    yield page
    page.close()
