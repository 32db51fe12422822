"""Checklist 2: everything can be reached and left with a keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PHONE, WIDE
from tests.browser.page_types import SITES, PageOfType
from tests.waiting import until

FOCUSED = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const r = e.getBoundingClientRect(), s = getComputedStyle(e);
  const name = e.getAttribute('aria-label') || e.innerText || e.getAttribute('title')
    || (e.labels && e.labels[0] && e.labels[0].innerText)
    || (e.getAttribute('aria-labelledby') || '').split(' ')
       .map(id => document.getElementById(id)?.textContent || '').join(' ');
  return {html: e.outerHTML.slice(0, 140), name: (name || '').trim(), x: r.left, right: r.right,
    y: r.top, bottom: r.bottom, width: r.width, height: r.height,
    ring: s.outlineStyle !== 'none' ? parseFloat(s.outlineWidth) : 0, colour: s.outlineColor,
    shadow: s.boxShadow};
}"""


def stops(page: Page, most: int = 400) -> list[dict[str, object]]:
    """Where Tab goes, until it leaves the page."""
    found: list[dict[str, object]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None:
            return found
        found.append(stop)
    raise AssertionError(f"Tab did not leave the page after {most} stops")


@pytest.mark.parametrize(
    ("types", "width"),
    [(SITES[0], 320), (SITES[0], 1280), (SITES[1], 320)],
    indirect=["types"],
)
def test_each_stop_is_seen_named_and_ringed(
    browser: Browser, types: list[PageOfType], width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    faults: list[str] = []
    for one in types:
        page.goto(one.address)
        for stop in stops(page):
            seen = stop["right"] > 0 and stop["x"] < width and stop["width"] > 0  # type: ignore[operator]
            seen = seen and stop["bottom"] > 0 and stop["y"] < 800  # type: ignore[operator]
            if not (seen and stop["name"] and stop["ring"] >= 2):  # type: ignore[operator]
                faults.append(f"{one}: {stop}")
    page.close()
    assert faults == []


def test_skip_link_is_first_and_works(wide: Page, types: list[PageOfType]) -> None:
    for one in types:
        wide.goto(one.address)
        wide.keyboard.press("Tab")
        assert wide.evaluate("document.activeElement.innerText") == "Skip to content", one.address
        wide.keyboard.press("Enter")
        target = wide.evaluate("location.hash.slice(1)")
        assert wide.evaluate("id => !!document.getElementById(id)", target), one.address


def test_no_single_key_does_anything(wide: Page, types: list[PageOfType]) -> None:
    for one in types:
        wide.goto(one.address)
        for key in ("n", "p", "f", "s", "/", ",", "."):
            wide.keyboard.press(key)
        wide.wait_for_timeout(50)
        assert wide.url == one.address
        assert wide.evaluate("document.activeElement === document.body"), one.address


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


def test_a_chart_adds_two_stops_at_most(wide: Page, types: list[PageOfType]) -> None:
    for one in types:
        wide.goto(one.address)
        counts = wide.evaluate(
            """() => [...document.querySelectorAll('figure.fig')].map(f =>
              f.querySelectorAll('button, [tabindex="0"], svg a, svg [tabindex]').length)"""
        )
        assert all(count <= 2 for count in counts), f"{one}: {counts}"


def test_targets_are_large_enough(phone: Page, types: list[PageOfType]) -> None:
    """2.5.8: 24 px, or that much room: no other target within a 24 px circle on its centre.

    Links inside a sentence are exempt.
    """
    small: list[str] = []
    for one in types:
        phone.goto(one.address)
        small += phone.evaluate(
            """() => {
              const all = [...document.querySelectorAll('a[href], button, summary, input, select')]
                .filter(e => e.checkVisibility({visibilityProperty: true})
                  && e.getBoundingClientRect().width > 1 && !e.closest('[inert]'));
              const middle = r => [r.left + r.width / 2, r.top + r.height / 2];
              const boxes = all.map(e => e.getBoundingClientRect());
              return all.filter((e, i) => {
                const r = boxes[i];
                if (r.right < 0 || (r.width >= 24 && r.height >= 24)) return false;
                if (e.closest('p, dd, li, td, th, figcaption, summary')
                    && getComputedStyle(e).display === 'inline') return false;
                const [x, y] = middle(r);
                return boxes.some((o, j) => j !== i && o.right > x - 12 && o.left < x + 12
                  && o.bottom > y - 12 && o.top < y + 12);
              }).map(e => location.pathname + ' ' + e.outerHTML.slice(0, 120));
            }"""
        )
    assert small == []


def test_shortcuts_are_text_inside_a_field(wide: Page, types: list[PageOfType]) -> None:
    wide.goto(types[0].address)
    wide.get_by_role("button", name="Search").first.click()
    until(wide, "document.activeElement.matches('input')")
    wide.keyboard.type("n/p", delay=20)
    typed = wide.evaluate("document.activeElement.value")
    assert re.fullmatch(r"n/p", typed)
