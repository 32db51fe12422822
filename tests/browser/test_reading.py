"""Checklist 1: pages can be read narrow, spaced out, still, without JavaScript and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.page_types import Seen
from tests.browser.wide import VISIBLE_TEXT, WIDE


@pytest.mark.parametrize("height", [256, 800])
def test_no_sideways_scroll_at_320_px(seen_narrow: list[Seen], height: int) -> None:
    over = {str(one.page): one.found["sideways"][height] for one in seen_narrow}
    assert {page: pixels for page, pixels in over.items() if pixels > 0} == {}


def test_wider_text_spacing_cuts_nothing(seen_narrow: list[Seen]) -> None:
    assert {str(one.page): cut for one in seen_narrow if (cut := one.found["cut"])} == {}


def test_nothing_moves_where_less_motion_is_asked_for(seen_wide: list[Seen]) -> None:
    moving = {str(one.page): one.found["moving"][:5] for one in seen_wide}
    assert {page: nodes for page, nodes in moving.items() if nodes} == {}


def test_without_javascript_everything_is_there(browser: Browser, seen_wide: list[Seen]) -> None:
    """The text of a page is the same with and without script, and each chart is drawn.

    What a script alone can do is not there: the button of a chart to explore, lists to choose from.
    """
    plain = browser.new_context(java_script_enabled=False, viewport=WIDE)  # type: ignore[arg-type]
    without = plain.new_page()
    for one in seen_wide:
        without.goto(one.page.address)
        words = without.evaluate(VISIBLE_TEXT)
        expected = one.found["text"].replace(" Explore this chart", "")
        assert words.replace(" Explore this chart", "") == expected, one.page
        drawn = without.evaluate(
            """() => [...document.querySelectorAll('figure.fig')].map(f =>
              [...f.querySelectorAll('svg.c')].filter(s => s.getBoundingClientRect().height > 50)
              .length)"""
        )
        assert all(count == 1 for count in drawn), f"{one.page}: drawings in view a chart {drawn}"
        assert without.locator("[data-explore]:visible").count() == 0, one.page
        assert without.locator("[data-series]:visible").count() == 0, one.page
    types = (one.page for one in seen_wide)
    without.goto(next(one.address for one in types if one.type == "indicators/*"))
    without.locator("main summary").first.click()
    assert without.locator("main details[open] table").first.is_visible()
    plain.close()


def test_on_paper(seen_wide: list[Seen]) -> None:
    """Navigation and buttons are gone, tables are open, nothing is wider than an A4 page."""
    for one in seen_wide:
        paper = one.found["paper"]
        assert paper["sideways"] <= 0, one.page
        assert paper["printed"] == [], f"{one.page}: {paper['printed']} are printed"
        assert paper["closed"] == 0, f"{one.page}: {paper['closed']} tables stay closed on paper"
        assert paper["pdf"] == b"%PDF", one.page
