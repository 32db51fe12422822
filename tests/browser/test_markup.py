"""Checklist 1.1, 3 and 4: what can be read from the page itself, on every page of the site."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from playwright.sync_api import Browser, Page

from tests.browser.page_types import PageOfType

OPEN = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
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
TABLES = """() => [...document.querySelectorAll('main table')].map(t => ({
  caption: t.querySelector('caption')?.textContent.trim() || '',
  unscoped: t.querySelectorAll('thead th:not([scope=col])').length,
  headless: [...t.querySelectorAll('tbody tr')]
    .filter(r => !r.querySelector('th[scope=row]')).length,
  empty: [...t.querySelectorAll('td, th')].filter(c => !c.textContent.trim()
    && !c.querySelector('svg, img')).length,
  merged: t.querySelectorAll('[colspan], [rowspan]').length,
  boxed: !!t.closest('[role=region][tabindex="0"]'),
  region: !!document.getElementById(t.closest('[role=region]')?.getAttribute('aria-labelledby'))
}))"""


def test_language_title_and_headings(wide: Page, types: list[PageOfType]) -> None:
    titles: Counter[str] = Counter()
    for one in types:
        wide.goto(one.address)
        assert wide.get_attribute("html", "lang") == "en-GB", one.address
        titles[wide.title()] += 1
        levels = wide.evaluate(
            """() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')]
              .filter(h => h.checkVisibility() && !h.closest('[inert]'))
              .map(h => +h.tagName[1])"""
        )
        assert levels.count(1) == 1, f"{one}: {levels.count(1)} h1"
        skips = [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1]
        assert skips == [], f"{one}: heading levels {levels}"
        assert " - " in wide.title() or one.type in ("home", "404.html"), wide.title()
    assert [title for title, times in titles.items() if times > 1] == []


def test_ids_are_unique(wide: Page, types: list[PageOfType]) -> None:
    for one in types:
        wide.goto(one.address)
        twice = wide.evaluate(
            """() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              return ids.filter((id, i) => ids.indexOf(id) !== i); }"""
        )
        assert twice == [], one.address


def test_charts(browser: Browser, types: list[PageOfType]) -> None:
    seen = 0
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 900})
        for one in types:
            page.goto(one.address)
            page.evaluate(OPEN)  # some charts are folded away until they are asked for
            for figure in page.evaluate(FIGURES):
                seen += 1
                where = f"{one} {figure['id']} at {width} px: {figure}"
                assert figure["title"], where
                assert len(figure["title"].split()) <= 15, where
                assert not figure["title"].endswith("."), where
                assert figure["subtitle"], where
                assert figure["named"], where
                assert figure["table"], where
                assert "Source" in figure["under"], where
                assert "CSV" in figure["download"], where
                assert len(figure["texts"]) == 1, where
                drawing = figure["texts"][0]
                assert drawing["overlaps"] == 0, where
                assert drawing["out"] == 0, where
                assert drawing["turned"] == 0, where
                assert drawing["smallest"] >= 12, where
        page.close()
    assert seen > 0


def test_tables(wide: Page, types: list[PageOfType]) -> None:
    seen = 0
    for one in types:
        wide.goto(one.address)
        for table in wide.evaluate(TABLES):
            seen += 1
            where = f"{one}: {table}"
            assert table["caption"], where
            assert table["unscoped"] == table["headless"] == 0, where
            assert table["empty"] == table["merged"] == 0, where
            assert table["boxed"], where
            assert table["region"], where
    assert seen > 0


def test_footer_and_dates(wide: Page, types: list[PageOfType]) -> None:
    """Checklist 1.11 and 1.12."""
    for one in types:
        wide.goto(one.address)
        footer = wide.locator("footer").inner_text()
        for words in ("Accessibility", "Data and methods", "How your data is used", "Contact"):
            assert words in footer, f"{one}: the footer has no {words}"
        licences = "footer a[href*=licen], footer a[href*=publicdomain]"
        assert wide.locator(licences).count() > 0, f"{one}: the footer links no licence"
        body = wide.locator("body").inner_text()
        assert "Last updated" in body, one.address
        assert "Next update" in body, one.address
        if one.type not in ("404.html",):
            assert "Data period" in body, one.address


def test_links_in_text_are_underlined(wide: Page, types: list[PageOfType]) -> None:
    for one in types:
        wide.goto(one.address)
        bare = wide.evaluate(
            """() => [...document.querySelectorAll('main p a, main li a, main td a, main dd a')]
              .filter(a => a.checkVisibility()
                && !getComputedStyle(a).textDecorationLine.includes('underline'))
              .map(a => a.outerHTML.slice(0, 120))"""
        )
        assert bare == [], one.address


def test_link_words_make_sense_alone(wide: Page, types: list[PageOfType]) -> None:
    vague = {"click here", "here", "more", "read more", "link", "this", "this page"}
    for one in types:
        wide.goto(one.address)
        words = wide.evaluate(
            "() => [...document.querySelectorAll('main a')].map(a => a.innerText.trim())"
        )
        poor = [text for text in words if text.lower() in vague or text.startswith("http")]
        assert poor == [], one.address
