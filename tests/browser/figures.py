"""What can be measured of the charts of a page."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

FIGURES = """() => [...document.querySelectorAll('figure.fig')].map(f => {
  const texts = [...f.querySelectorAll('svg.c')].map(s => {
    const scale = s.getBoundingClientRect().width / s.viewBox.baseVal.width;
    const boxes = [...s.querySelectorAll('text')].map(t => t.getBoundingClientRect());
    const frame = s.getBoundingClientRect();
    const overlaps = boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
      a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 4 && b.top < a.bottom - 4));
    return {shown: frame.width > 0, overlaps: overlaps.length,
      out: boxes.filter(b => b.left < frame.left - 1 || b.right > frame.right + 1).length,
      smallest: Math.min(...[...s.querySelectorAll('text')].map(t =>
        parseFloat(getComputedStyle(t).fontSize) * scale)),
      turned: s.querySelectorAll('text[transform*=rotate]').length};
  }).filter(t => t.shown);
  const box = f.parentElement;
  return {id: f.id, title: f.querySelector('figcaption b')?.innerText || '',
    subtitle: f.querySelector('figcaption span')?.innerText || '',
    named: [...f.querySelectorAll('svg.c')].every(s => s.getAttribute('role') === 'img'
      && s.querySelector('title')?.textContent && s.querySelector('desc')?.textContent),
    table: !!box.querySelector('table'), under: f.querySelector('.under')?.innerText || '',
    download: box.querySelector('a[download], a[href$=".csv"]')?.innerText || '',
    texts};
})"""


def unfold(page: Page) -> None:
    """Open what is folded: some charts are folded away until they are asked for."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


def figures(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(FIGURES)
    return found
