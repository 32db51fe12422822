"""Checklist 2: everything can be reached and left with a keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Visit
from tests.browser.keyboard import MOST
from tests.browser.narrow import PHONE
from tests.browser.page_types import SITES, PageOfType, Seen
from tests.browser.wide import WIDE
from tests.waiting import until


@pytest.mark.parametrize(
    ("site", "width"), [(SITES[0], "narrow"), (SITES[0], "wide"), (SITES[1], "narrow")]
)
def test_each_stop_is_seen_named_and_ringed(visit: Visit, site: str, width: str) -> None:
    faults: list[str] = []
    pixels = 320 if width == "narrow" else 1280
    for one in visit(site, width):
        assert 0 < len(one.found["stops"]) < MOST, f"Tab did not leave {one.page}"
        for stop in one.found["stops"]:
            seen = stop["right"] > 0 and stop["x"] < pixels and stop["width"] > 0
            seen = seen and stop["bottom"] > 0 and stop["y"] < 800
            if not (seen and stop["name"] and stop["ring"] >= 2):
                faults.append(f"{one.page}: {stop}")
    assert faults == []


def test_skip_link_is_first_and_works(seen_wide: list[Seen]) -> None:
    for one in seen_wide:
        words, leads_somewhere = one.found["skip"]
        assert words == "Skip to content", one.page
        assert leads_somewhere, one.page


def test_no_single_key_does_anything(seen_wide: list[Seen]) -> None:
    for one in seen_wide:
        address, nothing_has_the_focus = one.found["keys"]
        assert address == one.page.address
        assert nothing_has_the_focus, one.page


@pytest.mark.parametrize("viewport", [PHONE, WIDE], ids=["375", "1280"])
def test_search_opens_and_closes(
    browser: Browser, types: list[PageOfType], viewport: dict[str, int]
) -> None:
    page = browser.new_page(viewport=viewport)
    page.goto(types[0].address)
    opener = page.get_by_role("button", name="Search").first
    assert opener.get_attribute("aria-expanded") == "false"
    opener.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    until(page, "document.activeElement.matches('input[type=text], input[type=search]')")
    page.keyboard.press("Escape")
    until(page, "document.activeElement.matches('button')")
    assert opener.get_attribute("aria-expanded") == "false"
    page.close()


def test_menu_opens_and_closes(phone: Page, types: list[PageOfType]) -> None:
    phone.goto(types[0].address)
    opener = phone.get_by_role("button", name="Menu")
    assert opener.get_attribute("aria-expanded") == "false"
    opener.press("Enter")
    assert opener.get_attribute("aria-expanded") == "true"
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.getBoundingClientRect().width > 0")
    phone.keyboard.press("Escape")
    assert opener.get_attribute("aria-expanded") == "false"
    assert phone.evaluate("document.activeElement.innerText.trim()") == "Menu"


def test_a_chart_adds_two_stops_at_most(seen_wide: list[Seen]) -> None:
    for one in seen_wide:
        counts = one.found["chart_stops"]
        assert all(count <= 2 for count in counts), f"{one.page}: {counts}"


def test_targets_are_large_enough(seen_narrow: list[Seen]) -> None:
    """2.5.8: 24 px, or that much room: no other target within a 24 px circle on its centre.

    Links inside a sentence are exempt.
    """
    assert {str(one.page): small for one in seen_narrow if (small := one.found["small"])} == {}


def test_shortcuts_are_text_inside_a_field(wide: Page, types: list[PageOfType]) -> None:
    wide.goto(types[0].address)
    wide.get_by_role("button", name="Search").first.click()
    until(wide, "document.activeElement.matches('input')")
    wide.keyboard.type("n/p", delay=20)
    typed = wide.evaluate("document.activeElement.value")
    assert re.fullmatch(r"n/p", typed)
