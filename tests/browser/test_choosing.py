"""A place or group chosen on an indicator's page: drawn, told, in the address, and back again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import violations
from tests.browser.wide import SIDEWAYS
from tests.conftest import BuiltSite

TABLE = """(selector) => [...document.querySelector(selector).rows]
  .map(row => [...row.cells].map(cell => cell.textContent))"""
PATHS = "svg => ['l1', 'band', 'aim'].map(c => svg.querySelectorAll('.' + c).length)"


@pytest.fixture
def loneliness(own_site: BuiltSite, browser: Browser) -> Iterator[Page]:
    """The page of the example's indicator that has most groups, on a phone."""
    page = browser.new_page(viewport={"width": 375, "height": 800})
    page.goto(f"{own_site.address}/indicators/loneliness/")
    yield page
    page.close()


def test_the_whole_place_is_what_the_still_shows(loneliness: Page) -> None:
    loneliness.goto(f"{loneliness.url}?place=nowhere#choose")
    loneliness.wait_for_selector("#choose svg.nw")
    assert "The place of this address is not in the list." in loneliness.inner_text("#choose")
    still = loneliness.evaluate(TABLE, "#over-time ~ details table")
    own = loneliness.evaluate(TABLE, "#choose table")
    width = len(own[0])  # without the comparators
    assert [row[:width] for row in still] == own
    assert loneliness.eval_on_selector("#choose svg.nw", PATHS) == loneliness.eval_on_selector(
        "#over-time svg.nw", PATHS
    )


def test_a_choice_is_told_shared_and_taken_back(loneliness: Page) -> None:
    requests: list[str] = []
    loneliness.on("request", lambda request: requests.append(request.url))
    assert loneliness.locator("#choose svg.nw").count() == 0
    group = loneliness.get_by_label("Group", exact=True)
    group.focus()
    loneliness.keyboard.press("ArrowDown")  # the second one, by keyboard alone
    loneliness.wait_for_selector("#choose svg.nw")
    loaded = [url for url in requests if "/data/" in url]
    assert len(loaded) == 1 and loaded[0].endswith("/indicators-loneliness--series.json")
    chosen = group.evaluate("list => [list.value, list.selectedOptions[0].text]")
    assert f"({chosen[1]})" in loneliness.locator("#choose [role=status]").inner_text()
    assert chosen[1] in loneliness.locator("#choose caption").inner_text()
    shared = loneliness.url
    assert "group=" in shared and shared.endswith("#choose")
    loneliness.go_back()
    assert loneliness.locator("#choose figure").count() == 1
    assert not loneliness.locator("#choose figure").is_visible()
    assert group.input_value() == ""
    loneliness.goto(shared)
    loneliness.wait_for_selector("#choose svg.nw")
    assert group.input_value() == chosen[0]


def test_a_choice_without_values_says_so(loneliness: Page) -> None:
    place, group = (loneliness.get_by_label(name, exact=True) for name in ("Place", "Group"))
    group.select_option(index=group.locator("option").count() - 1)
    place.select_option(index=place.locator("option").count() - 1)
    status = loneliness.locator("#choose [role=status]")
    status.filter(has_text="No value is published for").wait_for()
    assert "There are values for" in status.inner_text()
    assert not loneliness.locator("#choose figure").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_chosen_it_is_accessible_and_narrow(
    own_site: BuiltSite, browser: Browser, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 800}, color_scheme=scheme)
    page.goto(f"{own_site.address}/indicators/loneliness/")
    before = violations(page)  # of the whole page: test_axe says what is wrong with it
    page.get_by_label("Group", exact=True).select_option(index=1)
    page.wait_for_selector("#choose svg.nw")
    assert violations(page) == before
    assert page.evaluate(SIDEWAYS) <= 0
    texts = page.eval_on_selector_all(
        "#choose svg.nw text",
        """texts => texts.map(t => { const r = t.getBoundingClientRect();
          return [r.left, r.right, r.height]; })""",
    )
    assert all(left >= 0 and right <= 320 and height >= 12 for left, right, height in texts), texts
    page.close()


def test_values_that_do_not_load_are_said_to_be_elsewhere(loneliness: Page) -> None:
    loneliness.route("**/*--series.json", lambda route: route.abort())
    loneliness.get_by_label("Group", exact=True).select_option(index=1)
    loneliness.locator("#choose [role=status]").filter(has_text="could not be loaded").wait_for()
    loneliness.unroute("**/*--series.json")
    loneliness.get_by_label("Group", exact=True).select_option(index=2)
    loneliness.wait_for_selector("#choose svg.nw")
