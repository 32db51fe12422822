"""Checklist 1.13 to 1.15: no other host, little weight, nothing kept."""

from __future__ import annotations

import gzip
from functools import partial
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Response

from tests.browser.page_types import PageOfType

MOST_BYTES = 95_000
MOST_REQUESTS = 12


def _note(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def test_no_request_to_another_host(browser: Browser, types: list[PageOfType]) -> None:
    """While every page is opened, scrolled, searched and its charts explored."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for one in types:
        page.goto(one.address)
        page.mouse.wheel(0, 20_000)
        for button in page.locator("button[data-explore]:visible").all()[:2]:
            button.click()
        page.wait_for_load_state("networkidle")
    page.get_by_role("button", name="Search").first.click()
    page.keyboard.type("place", delay=20)
    page.wait_for_load_state("networkidle")
    page.close()
    host = urlsplit(types[0].address).netloc
    others = {url for url in asked if urlsplit(url).scheme != "data"}
    assert {url for url in others if urlsplit(url).netloc != host} == set()
    assert any("plotly" in url for url in others), "no chart was explored"


def test_first_view_is_light(browser: Browser, types: list[PageOfType]) -> None:
    """Compressed as a host would: before a reader asks for anything extra."""
    heavy: dict[str, tuple[int, int]] = {}
    sizes: dict[str, int] = {}  # by address: most of what a page asks for, others ask for too
    for one in types:
        context = browser.new_context()
        page = context.new_page()
        answers: list[Response] = []
        page.on("response", partial(_note, answers))
        page.goto(one.address)
        page.wait_for_load_state("networkidle")
        for answer in answers:
            if answer.url not in sizes:
                sizes[answer.url] = len(gzip.compress(answer.body(), 6, mtime=0))
        size = sum(sizes[answer.url] for answer in answers)
        if size > MOST_BYTES or len(answers) > MOST_REQUESTS:
            heavy[one.address] = (size, len(answers))
        context.close()
    assert heavy == {}


def test_nothing_is_kept_but_the_colour_scheme(wide: Page, types: list[PageOfType]) -> None:
    for one in types:
        wide.goto(one.address)
    assert wide.context.cookies() == []
    kept = wide.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    assert set(kept) <= {"colour-scheme"}
