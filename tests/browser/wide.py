"""What is read of a page 1280 px wide: it is opened once for all tests, each look in turn."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from functools import partial
from typing import Any

from playwright.sync_api import Browser, Page, Response

from tests.browser.axe import violations
from tests.browser.figures import figures, unfold
from tests.browser.keyboard import skip_link, stops
from tests.browser.page_types import PageOfType, Seen
from tests.waiting import until

WIDE = {"width": 1280, "height": 800}
A4 = {"width": 673, "height": 950}  # 178 mm at 96 dpi
SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
VISIBLE_TEXT = "() => document.querySelector('main').innerText.replace(/\\s+/g, ' ').trim()"
AS_LOADED = """() => {
  const all = selector => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map(e => e.id);
  return {
    language: document.documentElement.lang,
    title: document.title,
    levels: all('h1,h2,h3,h4,h5,h6').filter(h => h.checkVisibility() && !h.closest('[inert]'))
      .map(h => +h.tagName[1]),
    twice: ids.filter((id, i) => ids.indexOf(id) !== i),
    tables: all('main table').map(t => ({
      caption: t.querySelector('caption')?.textContent.trim() || '',
      unscoped: t.querySelectorAll('thead th:not([scope=col])').length,
      headless: [...t.querySelectorAll('tbody tr')]
        .filter(r => !r.querySelector('th[scope=row]')).length,
      empty: [...t.querySelectorAll('td, th')].filter(c => !c.textContent.trim()
        && !c.querySelector('svg, img')).length,
      merged: t.querySelectorAll('[colspan], [rowspan]').length,
      boxed: !!t.closest('[role=region][tabindex="0"]'),
      region: !!document.getElementById(t.closest('[role=region]')?.getAttribute('aria-labelledby'))
    })),
    footers: all('footer').map(e => e.innerText),
    licences: all('footer a[href*=licen], footer a[href*=publicdomain]').length,
    body: document.body.innerText,
    bare: all('main p a, main li a, main td a, main dd a').filter(a => a.checkVisibility()
      && !getComputedStyle(a).textDecorationLine.includes('underline'))
      .map(a => a.outerHTML.slice(0, 120)),
    links: all('main a').map(a => a.innerText.trim()),
    chart_stops: all('figure.fig').map(f =>
      f.querySelectorAll('button, [tabindex="0"], svg a, svg [tabindex]').length),
  };
}"""
KEPT = "Object.keys(localStorage).concat(Object.keys(sessionStorage))"
OF_SCRIPT = "document.querySelectorAll('[data-series], [data-map]')"
"""Lists to choose from need script; what they lead to does not."""
MOVING = """() => [...document.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  const longest = Math.max(...s.transitionDuration.split(',').map(parseFloat));
  return (s.animationName !== 'none' && s.animationPlayState === 'running'
    && parseFloat(s.animationDuration) > .01) || longest > .01;
}).map(e => e.outerHTML.slice(0, 120))"""
CLOSED = """() => [...document.querySelectorAll('main details table')]
  .filter(t => !t.checkVisibility({contentVisibilityAuto: true})).length"""


def wide_pages(browser: Browser, types: Iterable[PageOfType], thorough: bool) -> list[Seen]:
    """Each page opened as by a reader who was never here. `thorough`: with axe and every stop."""
    sizes: dict[str, int] = {}  # by address: most of what a page asks for, others ask for too
    known: dict[str, set[str]] = {"light": set(), "dark": set()}
    pages = []
    for one in types:
        context = browser.new_context(viewport=WIDE)  # type: ignore[arg-type]
        page = context.new_page()
        answers: list[Response] = []
        page.on("response", partial(_note, answers))
        page.goto(one.address)
        found: dict[str, Any] = page.evaluate(AS_LOADED)
        found["text"] = text_without_lists(page)
        page.wait_for_load_state("networkidle")
        for answer in answers:
            if answer.url not in sizes:
                sizes[answer.url] = len(gzip.compress(answer.body(), 6, mtime=0))
        found["first_view"] = (sum(sizes[answer.url] for answer in answers), len(answers))
        if thorough:
            found |= axe_in_both_schemes(page, known)
        found["moving"] = moving(page)
        found["keys"] = single_keys(page)
        found["stops"] = stops(page) if thorough else []
        found["skip"] = skip_link(page)
        found["paper"] = on_paper(page)
        unfold(page)
        found["figures"] = figures(page)
        found["kept"] = page.evaluate(KEPT)
        found["cookies"] = context.cookies()
        context.close()
        pages.append(Seen(one, found))
    return pages


def _note(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def text_without_lists(page: Page) -> str:
    page.evaluate(f"{OF_SCRIPT}.forEach(e => {{ e.dataset.was = e.hidden; e.hidden = true; }})")
    text: str = page.evaluate(VISIBLE_TEXT)
    page.evaluate(f"{OF_SCRIPT}.forEach(e => {{ e.hidden = e.dataset.was === 'true'; }})")
    return text


def axe_in_both_schemes(page: Page, known: dict[str, set[str]]) -> dict[str, list[str]]:
    """All rules in the light; in the dark those of colours, for nothing else is different."""
    found = {}
    for scheme, shown in (("dark", "slate"), ("light", "default")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        until(page, f"document.body.dataset.mdColorScheme === '{shown}'")
        dark = scheme == "dark"
        found[scheme] = violations(page, colours_only=dark, known=known[scheme])
    return found


def moving(page: Page) -> list[str]:
    page.emulate_media(reduced_motion="reduce")
    found: list[str] = page.evaluate(MOVING)
    page.emulate_media(reduced_motion="no-preference")
    return found


def single_keys(page: Page) -> tuple[str, bool]:
    """Where the page is after the keys that other sites have for shortcuts, and whether still
    nothing has the focus."""
    for key in ("n", "p", "f", "s", "/", ",", "."):
        page.keyboard.press(key)
    page.wait_for_timeout(50)
    return page.url, page.evaluate("document.activeElement === document.body")


def on_paper(page: Page) -> dict[str, Any]:
    page.emulate_media(media="print")
    page.set_viewport_size(A4)  # type: ignore[arg-type]
    found = {
        "sideways": page.evaluate(SIDEWAYS),
        "printed": [
            hidden
            for hidden in ("nav.main", ".tools", "button")
            if page.locator(f"{hidden}:visible").count()
        ],
        "closed": page.evaluate(CLOSED),
        "pdf": page.pdf(format="A4", tagged=True)[:4],
    }
    page.emulate_media(media="screen")
    page.set_viewport_size(WIDE)  # type: ignore[arg-type]
    return found
