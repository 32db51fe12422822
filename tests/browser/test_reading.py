"""Checklist 1: pages can be read narrow, spaced out, still, without JavaScript and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.page_types import PageOfType

SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  if (!e.innerText || !r.width || r.width <= 2 || e.closest('svg')) return false;
  const hides = ['hidden', 'clip'];
  return (hides.includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (hides.includes(s.overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 160))"""
VISIBLE_TEXT = "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"


@pytest.mark.parametrize("height", [256, 800])
def test_no_sideways_scroll_at_320_px(
    browser: Browser, types: list[PageOfType], height: int
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": height})
    over: dict[str, int] = {}
    for one in types:
        page.goto(one.address)
        if (pixels := page.evaluate(SIDEWAYS)) > 0:
            over[one.address] = pixels
    page.close()
    assert over == {}


def test_wider_text_spacing_cuts_nothing(browser: Browser, types: list[PageOfType]) -> None:
    page = browser.new_page(viewport={"width": 375, "height": 800})
    cut: dict[str, list[str]] = {}
    for one in types:
        page.goto(one.address)
        page.add_style_tag(content=TEXT_SPACING)
        if nodes := page.evaluate(CUT):
            cut[one.address] = nodes
    page.close()
    assert cut == {}


def test_nothing_moves_where_less_motion_is_asked_for(
    browser: Browser, types: list[PageOfType]
) -> None:
    page = browser.new_page(reduced_motion="reduce")
    moving: dict[str, list[str]] = {}
    for one in types:
        page.goto(one.address)
        nodes = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter(e => {
              const s = getComputedStyle(e);
              const longest = Math.max(...s.transitionDuration.split(',').map(parseFloat));
              return (s.animationName !== 'none' && s.animationPlayState === 'running'
                && parseFloat(s.animationDuration) > .01) || longest > .01;
            }).map(e => e.outerHTML.slice(0, 120))"""
        )
        if nodes:
            moving[one.address] = nodes[:5]
    page.close()
    assert moving == {}


def test_without_javascript_everything_is_there(browser: Browser, types: list[PageOfType]) -> None:
    """The text of a page is the same with and without script, and each chart is drawn.

    What a script alone can do is not there: the button of a chart to explore, lists to choose from.
    """
    scripted = browser.new_context(viewport={"width": 1280, "height": 800})
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    with_script, without = scripted.new_page(), plain.new_page()
    for one in types:
        with_script.goto(one.address)
        without.goto(one.address)
        words = without.evaluate(VISIBLE_TEXT)
        with_script.evaluate(  # lists to choose from need script; what they lead to does not
            """document.querySelectorAll('[data-series], [data-map]')
              .forEach(e => { e.hidden = true; })"""
        )
        expected = with_script.evaluate(VISIBLE_TEXT).replace(" Explore this chart", "")
        assert words.replace(" Explore this chart", "") == expected, one.address
        drawn = without.evaluate(
            """() => [...document.querySelectorAll('figure.fig')].map(f =>
              [...f.querySelectorAll('svg.c')].filter(s => s.getBoundingClientRect().height > 50)
              .length)"""
        )
        assert all(count == 1 for count in drawn), f"{one}: drawings in view per chart {drawn}"
        assert without.locator("[data-explore]:visible").count() == 0, one.address
        assert without.locator("[data-series]:visible").count() == 0, one.address
    without.goto(next(one.address for one in types if one.type == "indicators/*"))
    without.locator("main summary").first.click()
    assert without.locator("main details[open] table").first.is_visible()
    scripted.close()
    plain.close()


def test_on_paper(browser: Browser, types: list[PageOfType]) -> None:
    """Navigation and buttons are gone, tables are open, nothing is wider than an A4 page."""
    page = browser.new_page(viewport={"width": 673, "height": 950})  # 178 mm at 96 dpi
    page.emulate_media(media="print")
    for one in types:
        page.goto(one.address)
        assert page.evaluate(SIDEWAYS) <= 0, one.address
        for hidden in ("nav.main", ".tools", "button"):
            assert page.locator(f"{hidden}:visible").count() == 0, f"{one}: {hidden} is printed"
        closed = page.evaluate(
            """() => [...document.querySelectorAll('main details table')]
              .filter(t => !t.checkVisibility({contentVisibilityAuto: true})).length"""
        )
        assert closed == 0, f"{one}: {closed} data tables stay closed on paper"
        assert page.pdf(format="A4", tagged=True).startswith(b"%PDF")
    page.close()
