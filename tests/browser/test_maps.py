"""A map's list to choose from, as a reader uses it."""

from __future__ import annotations

import json
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import BuiltSite

pytestmark = pytest.mark.browser


def test_another_indicator_is_shown_in_place(own_site: BuiltSite, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    address = f"{own_site.address}/places/"
    page.goto(address)
    select = page.locator("#map-choice")
    shown = select.input_value()
    other = next(
        value
        for value in select.locator("option").evaluate_all("all => all.map(o => o.value)")
        if value != shown
    )
    held = json.loads((own_site.folder / "places" / other).resolve().read_text("utf-8"))
    select.select_option(other)
    expect(page.locator("#map-said")).to_have_text(f"{held['subtitle']}: {held['title']}.")
    figure = page.locator("#map")
    assert figure.locator("figcaption b").inner_text() == held["title"]
    fills = figure.locator("svg.w path[data-a]").evaluate_all(
        "all => all.map(p => [p.dataset.a, p.getAttribute('fill').match(/-([a-z]+)\\)$/)[1]])"
    )
    assert dict(fills) == {order: filling for order, (filling, _) in held["places"].items()}
    links = page.locator("#map-list tbody a").evaluate_all("all => all.map(a => a.href)")
    assert links and all(link.startswith(address) and link != address for link in links)
    download = figure.locator(".acts a").get_attribute("href") or ""
    assert page.request.get(urljoin(address, download)).ok
    page.route("**/assets/maps/*", lambda route: route.abort())
    select.select_option(shown)
    expect(page.locator("#map-said")).to_contain_text("could not be loaded")
    assert select.input_value() == other
    assert wrong == []
    page.close()
