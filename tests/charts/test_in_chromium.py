"""Stills and explored charts as a browser draws them, with the site's stylesheet and script."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly
import pytest
from playwright.sync_api import Browser, Page, Request

from generator.charts import draw, figure
from generator.charts.svg import escape
from tests.charts.samples import awkward, everyday
from tests.charts.samples_change import changing, changing_awkwardly
from tests.charts.samples_improve import improving, improving_awkwardly

pytestmark = pytest.mark.browser
ASSETS = Path(__file__).parents[2] / "overrides/assets"
HARDEST = (
    "control-many",
    "range-hostile",
    "fan-long",
    "funnel-same",
    "parts-rounded",
    "small-long",
    "stages-long",
    "moved-long",
    "pairs-kept",
)
CHARTS = [
    *everyday(),
    *awkward(),
    *improving(),
    *changing(),
    *(chart for chart in (*improving_awkwardly(), *changing_awkwardly()) if chart.id in HARDEST),
]
SCHEMES = {"light": "default", "dark": "slate"}
EXPLORED = "document.querySelectorAll('button[aria-expanded=true]').length"


def page_of(scheme: str, broken: bool = False) -> str:
    figures = "".join(
        f'<figure class="fig" id="{chart.id}"><figcaption><b>{escape(chart.title)}</b></figcaption>'
        f"{drawing.wide}{drawing.narrow}"
        f'<p class="under">{escape(" ".join(chart.notes))}</p>'
        f'<div class="acts"><button class="btn" type="button" hidden '
        f'data-explore="{"none" if broken else chart.id}.json" data-plotly="plotly.min.js">'
        f"Explore this chart</button></div></figure>"
        for chart in CHARTS
        for drawing in [draw(chart)]
    )
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Charts</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<link rel="icon" href="data:,"><link rel="stylesheet" href="report.css">'
        "<style>body{margin:0;background:var(--ground)}main{padding:16px;max-width:672px}"
        f'figure{{margin:0}}</style></head><body data-md-color-scheme="{SCHEMES[scheme]}">'
        f'<main><h1>Charts</h1>{figures}</main><script src="explore.js" defer></script></body>'
        "</html>"
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The charts on pages of their own, served on this machine."""
    folder = tmp_path_factory.mktemp("charts")
    shutil.copy(ASSETS / "stylesheets/report.css", folder)
    shutil.copy(ASSETS / "javascripts/explore.js", folder)
    shutil.copy(Path(plotly.__file__).parent / "package_data/plotly.min.js", folder)
    for scheme in SCHEMES:
        (folder / f"{scheme}.html").write_text(page_of(scheme), encoding="utf-8")
    (folder / "broken.html").write_text(page_of("light", broken=True), encoding="utf-8")
    for chart in CHARTS:
        (folder / f"{chart.id}.json").write_text(json.dumps(figure(chart)), encoding="utf-8")
    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Any]:
    """A function that opens a page and notes what it asks for and what goes wrong."""
    contexts = []

    def ours(address: str) -> bool:
        return address.startswith((site, "data:"))

    def opened(name: str, width: int, **settings: Any) -> tuple[Page, list[str]]:
        context = browser.new_context(viewport={"width": width, "height": 800}, **settings)
        contexts.append(context)
        page = context.new_page()
        noted: list[str] = []

        def note(request: Request) -> None:
            if not ours(request.url):
                noted.append(request.url)

        page.on("request", note)
        page.on("pageerror", lambda error: noted.append(str(error)))
        page.goto(f"{site}/{name}.html")
        return page, noted

    yield opened
    for context in contexts:
        context.close()


TEXT_BOXES = """() => [...document.querySelectorAll('svg.c')]
  .filter(svg => getComputedStyle(svg).display !== 'none')
  .map(svg => {
    const frame = svg.viewBox.baseVal, seen = svg.getBoundingClientRect();
    return {
      id: svg.parentNode.id, width: frame.width, height: frame.height,
      scale: seen.width / frame.width,
      texts: [...svg.querySelectorAll('text')].map(node => {
        const box = node.getBBox();
        return {text: node.textContent, size: parseFloat(getComputedStyle(node).fontSize),
                left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height};
      }),
    };
  })"""


@pytest.mark.parametrize("font", ["", "DejaVu Sans"])
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [320, 360, 760])
def test_no_text_meets_another_leaves_its_drawing_or_is_too_small(
    open_page: Any, width: int, scheme: str, font: str
) -> None:
    page, _ = open_page(scheme, width)
    if font:
        page.add_style_tag(content=f":root,body{{--sans:'{font}'!important}}")
    drawings = page.evaluate(TEXT_BOXES)
    assert len(drawings) == len(CHARTS)
    for drawing in drawings:
        for place, one in enumerate(drawing["texts"]):
            assert one["size"] * drawing["scale"] >= 12, one
            assert one["left"] >= -0.5 and one["right"] <= drawing["width"] + 0.5, one
            assert one["top"] >= -0.5 and one["bottom"] <= drawing["height"] + 0.5, one
            for two in drawing["texts"][place + 1 :]:
                across = min(one["right"], two["right"]) - max(one["left"], two["left"])
                down = min(one["bottom"], two["bottom"]) - max(one["top"], two["top"])
                assert across <= 0.5 or down <= 0.5, (drawing["id"], one, two)


def test_text_is_no_wider_than_the_table_of_advances_says(open_page: Any) -> None:
    from generator.charts.text import width as widest

    page, _ = open_page("light", 760)
    page.add_style_tag(content=":root,body{--sans:'DejaVu Sans'!important}")
    measured = page.evaluate(
        """() => [...document.querySelectorAll('svg.w text:not(:has(tspan))')].map(node =>
          [node.textContent, parseInt(getComputedStyle(node).fontWeight) > 600,
           node.getComputedTextLength()])"""
    )
    assert len(measured) > 100
    for text, bold, length in measured:
        assert length <= widest(text, 15, bold) + 0.5, text


def explore_all(page: Page) -> None:
    for button in page.locator("button[data-explore]").all():
        button.click()
    page.wait_for_function(f"{EXPLORED} === {len(CHARTS)}", timeout=120_000)


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (760, "dark")])
def test_an_explored_chart_fits_and_brings_nothing_of_plotlys(
    open_page: Any, width: int, scheme: str
) -> None:
    page, noted = open_page(scheme, width)
    assert page.evaluate("!window.Plotly")
    explore_all(page)
    assert noted == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert page.locator(".modebar-btn, .modebar, .plotlyjsicon, .plotly-notifier").count() == 0
    assert page.locator(".live").count() == len(CHARTS)
    assert page.locator(".live:not([aria-hidden=true])").count() == 0
    stops = "[...document.querySelectorAll('.live, .live *')].filter(n => n.tabIndex >= 0).length"
    assert page.evaluate(stops) == 0
    assert page.locator(".live a").count() == 0
    outside = page.evaluate(
        """() => [...document.querySelectorAll('figure')].flatMap(figure => {
          const still = [...figure.querySelectorAll('svg.c')]
            .find(svg => getComputedStyle(svg).display !== 'none').getBoundingClientRect();
          const live = figure.querySelector('.live').getBoundingClientRect();
          return [...figure.querySelectorAll('.live .annotation text')]
            .map(node => [figure.id, node.textContent, node.getBoundingClientRect()])
            .filter(([, , box]) => box.left < still.left - 1 || box.right > still.right + 1
              || box.top < still.top - 1 || box.bottom > still.bottom + 1
              || Math.abs(live.width - still.width) > 1)
            .map(([id, text]) => id + ': ' + text);
        })"""
    )
    assert outside == []


@pytest.mark.parametrize("width", [320, 760])
def test_texts_of_an_explored_chart_do_not_meet(open_page: Any, width: int) -> None:
    page, _ = open_page("light", width)
    explore_all(page)
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('figure')].map(figure => [figure.id,
          [...figure.querySelectorAll('.live .annotation text')].map(node => {
            const box = node.getBoundingClientRect();
            return [node.textContent, box.left, box.top, box.right, box.bottom];
          })])"""
    )
    for name, texts in boxes:
        assert texts, name
        for place, (text, left, top, right, bottom) in enumerate(texts):
            for other, left2, top2, right2, bottom2 in texts[place + 1 :]:
                across = min(right, right2) - max(left, left2)
                down = min(bottom, bottom2) - max(top, top2)
                assert across <= 1 or down <= 2, (name, text, other)


def test_the_still_comes_back_and_serves_all_the_while(open_page: Any) -> None:
    page, _ = open_page("light", 760)
    button = page.locator("#absence button")
    still = page.locator("#absence svg.w")
    assert button.inner_text() == "Explore this chart"
    button.click()
    page.wait_for_function(f"{EXPLORED} === 1")
    assert button.inner_text() == "Show the still chart"
    assert still.evaluate("n => [getComputedStyle(n).opacity, n.getAttribute('role')]") == [
        "0",
        "img",
    ]
    button.click()
    assert button.get_attribute("aria-expanded") == "false"
    assert still.evaluate("n => getComputedStyle(n).opacity") == "1"
    assert page.locator("#absence .live").evaluate("n => n.style.visibility") == "hidden"


def test_colours_follow_the_scheme(open_page: Any) -> None:
    page, _ = open_page("light", 760)
    page.locator("#absence button").click()
    page.wait_for_function(f"{EXPLORED} === 1")
    colour = "getComputedStyle(document.querySelector('.live .annotation text')).fill"
    before = page.evaluate(colour)
    page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    page.wait_for_function(f"{colour} !== {json.dumps(before)}")
    assert (before, page.evaluate(colour)) == ("rgb(75, 86, 97)", "rgb(182, 190, 201)")


def test_a_narrower_window_draws_the_narrow_figure(open_page: Any) -> None:
    page, _ = open_page("light", 760)
    page.locator("#absence button").click()
    page.wait_for_function(f"{EXPLORED} === 1")
    page.set_viewport_size({"width": 320, "height": 800})
    page.wait_for_function("document.querySelector('.live .main-svg').clientWidth <= 288")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_error_leaves_the_still_and_says_so(open_page: Any) -> None:
    page, _ = open_page("broken", 760)
    page.locator("#absence button").click()
    said = page.locator("#absence [role=status]")
    said.get_by_text("could not be loaded").wait_for()
    assert said.inner_text() == (
        "The chart to explore could not be loaded. "
        "The still chart and the table show the same numbers."
    )
    assert page.locator("#absence button").inner_text() == "Explore this chart"
    assert page.locator("#absence svg.w").evaluate("n => getComputedStyle(n).opacity") == "1"


def test_hovering_says_the_words_of_the_table_and_hostile_text_is_text(open_page: Any) -> None:
    page, noted = open_page("light", 760)
    page.locator("#hostile button").click()
    page.wait_for_function(f"{EXPLORED} === 1")
    shown = page.locator("#hostile .live").evaluate("n => n.textContent")
    assert "<script>alert(1)</script>" in shown
    assert page.locator("#hostile .live script, #hostile .live a").count() == 0
    page.locator("#absence button").click()
    page.wait_for_function(f"{EXPLORED} === 2")
    page.evaluate(
        """() => { const live = document.querySelector('#absence .live');
          const line = live.data.findIndex(t => t.name === 'Birmingham' && t.mode === 'lines');
          Plotly.Fx.hover(live, [{curveNumber: line, pointNumber: 3}]); }"""
    )
    assert page.locator("#absence .hoverlayer").text_content() == "Birmingham2009/10: 19.1%"
    assert noted == []


def test_without_script_the_button_is_not_shown(open_page: Any) -> None:
    page, _ = open_page("light", 360, java_script_enabled=False)
    assert page.locator("button[data-explore]:visible").count() == 0
    assert page.locator("svg.nw:visible").count() == len(CHARTS)


def test_print_shows_the_still(open_page: Any) -> None:
    page, _ = open_page("light", 760)
    page.locator("#absence button").click()
    page.wait_for_function(f"{EXPLORED} === 1")
    page.evaluate(
        """() => window.addEventListener('beforeprint', () => {
          window.atPrint = getComputedStyle(document.querySelector('#absence svg.w')).opacity; })"""
    )
    page.pdf()
    assert page.evaluate("window.atPrint") == "1"
    assert page.locator("#absence button").inner_text() == "Show the still chart"
