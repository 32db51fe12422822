"""What axe finds wrong with a page as it stands."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules of these that look at colours: all that another colour scheme can change."""

# What the colours of a text are judged by: its own, its size and weight, and each element around it
# that paints something, fades or stands out of the flow. Axe judges no single character, no text
# without a letter or digit, and no link that stands alone.
RUN = r"""async ([within, tags, ofColours, coloursOnly, known]) => {
  const off = e => e.matches('[disabled], [aria-disabled=true]');
  const grounds = new Map();
  const ground = e => { if (!e) return '';
    if (!grounds.has(e)) {
      const s = getComputedStyle(e), above = ground(e.parentElement);
      const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.mixBlendMode,
        s.position, off(e)].join('|');
      const plain = own === 'rgba(0, 0, 0, 0)|none|1|none|normal|static|false';
      grounds.set(e, plain ? above : `${above}>${e.className?.baseVal ?? e.className}|${own}`);
    }
    return grounds.get(e); };
  const ink = e => { const s = getComputedStyle(e);
    return [e.tagName, e.getAttribute('class'), s.color, s.fontSize, s.fontWeight, s.fontStyle,
      s.textDecorationLine, s.textShadow].join('|'); };
  const alone = e => { const block = e.closest('p, li, dd, dt, td, th, figcaption, div') || e;
    const words = one => one.textContent.replace(/\s+/g, '').length;
    return [...block.querySelectorAll('a')].reduce((n, a) => n - words(a), words(block)) <= 0; };
  const texts = [...document.querySelectorAll(`${within} *`)].filter(e =>
    ([...e.childNodes].some(t => t.nodeType === 3 && t.data.trim())
      || e.matches('input, select, textarea'))
    && e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}));
  const fresh = new Map();
  for (const e of texts) {
    const text = e.textContent.trim();
    const key = [ground(e), ink(e), text.length < 2, /[\p{L}\p{N}]/u.test(text),
      e.tagName === 'A' && alone(e)].join();
    if (!known.includes(key)) fresh.set(key, [fresh.get(key)?.[0] || e, e]);
  }
  [...fresh.values()].flat().forEach(e => e.setAttribute('data-look', ''));
  const found = [];
  const run = async (context, runOnly, rules) => {
    const {violations} = await axe.run(context, {runOnly, rules, resultTypes: ['violations']});
    found.push(...violations.flatMap(rule =>
      rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 160)}`)));
  };
  if (!coloursOnly)
    await run(within, {type: 'tag', values: tags}, {'color-contrast': {enabled: false}});
  if (fresh.size) await run({include: ['[data-look]']}, {type: 'rule', values: ofColours});
  document.querySelectorAll('[data-look]').forEach(e => e.removeAttribute('data-look'));
  return [found, [...fresh.keys()]];
}"""


def violations(
    page: Page, within: str = "html", colours_only: bool = False, known: set[str] | None = None
) -> list[str]:
    """Each failing node as `rule: node`; `within` a selector where only that part has changed.

    Of texts that look alike, the first and the last stand for all when colours are judged; those
    that look like a text of `known` are passed over, and the others' looks are added to it.
    """
    known = set() if known is None else known
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    asked = [within, TAGS, OF_COLOURS, colours_only, sorted(known)]
    found, fresh = page.evaluate(RUN, asked)
    known.update(fresh)
    return list(dict.fromkeys(found))
