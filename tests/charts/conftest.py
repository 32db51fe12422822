"""A browser for the charts."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.chromium import ARGUMENTS, find


@pytest.fixture(scope="session")
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Headless Chromium: the one that all tests share, where there is one (`browser`)."""
    with contextlib.suppress(pytest.FixtureLookupError):
        yield request.getfixturevalue("browser")
        return
    path = find()  # before Playwright starts: it may ask Playwright too, which can't be nested
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        yield browser
        browser.close()
