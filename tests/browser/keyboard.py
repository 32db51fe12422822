"""Where Tab goes on a page."""

from __future__ import annotations

from playwright.sync_api import Page

MOST = 400
# A stop is noted when Tab is pressed to leave it: by then the page has scrolled to it.
NOTE = """() => {
  const stop = e => {
    const r = e.getBoundingClientRect(), s = getComputedStyle(e);
    const name = e.getAttribute('aria-label') || e.innerText || e.getAttribute('title')
      || (e.labels && e.labels[0] && e.labels[0].innerText)
      || (e.getAttribute('aria-labelledby') || '').split(' ')
         .map(id => document.getElementById(id)?.textContent || '').join(' ');
    return {html: e.outerHTML.slice(0, 140), name: (name || '').trim(), x: r.left, right: r.right,
      y: r.top, bottom: r.bottom, width: r.width, height: r.height,
      ring: s.outlineStyle !== 'none' ? parseFloat(s.outlineWidth) : 0, colour: s.outlineColor,
      shadow: s.boxShadow};
  };
  let first = null;
  window.walk = {stops: [], left: false};
  const note = event => {
    const e = document.activeElement;
    const nowhere = !e || e === document.body;
    if (event.key !== 'Tab' || (nowhere && !first)) return;
    walk.left = nowhere || e === first;
    if (walk.left) { event.preventDefault(); removeEventListener('keydown', note, true); return; }
    first ||= e;
    walk.stops.push(stop(e));
  };
  addEventListener('keydown', note, true);
}"""
# As if the page had just been loaded: the next stop is its first.
TO_THE_TOP = """() => {
  const top = document.createElement('i');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}"""


def stops(page: Page) -> list[dict[str, object]]:
    """Where Tab goes until it leaves the page or begins again; `MOST` stops where it does not."""
    page.evaluate(NOTE)
    for _ in range(MOST // 10):
        for _ in range(10):
            page.keyboard.down("Tab")
        if page.evaluate("walk.left"):
            break
    page.keyboard.up("Tab")
    found: list[dict[str, object]] = page.evaluate("walk.stops")
    return found


def skip_link(page: Page) -> tuple[str, bool]:
    """The words of the first stop, and whether what it leads to is there."""
    page.evaluate(TO_THE_TOP)
    page.keyboard.press("Tab")
    words = page.evaluate("document.activeElement.innerText")
    page.keyboard.press("Enter")
    target = page.evaluate("location.hash.slice(1)")
    return words, page.evaluate("id => !!document.getElementById(id)", target)
