"""What is read of a page on a phone: it is opened once for all tests, each look in turn."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page, Request

from tests.browser.figures import figures, unfold
from tests.browser.keyboard import stops
from tests.browser.page_types import PageOfType, Seen
from tests.browser.wide import SIDEWAYS, axe_in_both_schemes

PHONE = {"width": 375, "height": 800}
TEXT_SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
CUT = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {
  const s = getComputedStyle(e), r = e.getBoundingClientRect();
  if (!e.innerText || !r.width || r.width <= 2 || e.closest('svg')) return false;
  const hides = ['hidden', 'clip'];
  return (hides.includes(s.overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (hides.includes(s.overflowY) && e.scrollHeight > e.clientHeight + 1);
}).map(e => e.outerHTML.slice(0, 160))"""
SMALL = """() => {
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
  }).map(e => e.outerHTML.slice(0, 120));
}"""


def narrow_pages(browser: Browser, types: Iterable[PageOfType]) -> list[Seen]:
    """Each page at 375 px, then at 320 and 360; at last its charts are explored."""
    known: dict[str, set[str]] = {"light": set(), "dark": set()}
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    pages = []
    for one in types:
        asked: list[str] = []
        note = partial(_note, asked)
        page.on("request", note)
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
        page.goto(one.address)
        found: dict[str, Any] = axe_in_both_schemes(page, known)
        found["small"] = page.evaluate(SMALL)
        found["cut"] = cut_when_spaced(page)
        found["sideways"] = {height: sideways(page, height) for height in (256, 800)}
        found["stops"] = stops(page)
        page.set_viewport_size({"width": 360, "height": 900})
        unfold(page)
        found["figures"] = figures(page)
        explore(page)
        page.remove_listener("request", note)
        pages.append(Seen(one, found | {"asked": asked}))
    page.close()
    return pages


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def cut_when_spaced(page: Page) -> list[str]:
    style = page.add_style_tag(content=TEXT_SPACING)
    found: list[str] = page.evaluate(CUT)
    style.evaluate("style => style.remove()")
    return found


def sideways(page: Page, height: int) -> int:
    page.set_viewport_size({"width": 320, "height": height})
    pixels: int = page.evaluate(SIDEWAYS)
    return pixels


def explore(page: Page) -> None:
    """Scroll all the way, explore two charts, and wait for what is asked for."""
    page.mouse.wheel(0, 20_000)
    for button in page.locator("button[data-explore]:visible").all()[:2]:
        button.click()
    page.wait_for_load_state("networkidle")
