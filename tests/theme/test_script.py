"""What report.js does, and what is left without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from tests.waiting import until

pytestmark = pytest.mark.browser
GROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(255, 255, 255)", "rgb(30, 33, 41)"
FOCUSED = "document.activeElement.textContent.trim()"


def opened(chromium: Browser, address: str, width: int = 1280, **wishes: object) -> Page:
    page = chromium.new_page(viewport={"width": width, "height": 800}, **wishes)  # type: ignore[arg-type]
    page.goto(f"{address}/prove/")
    return page


def test_colours_follow_the_device_until_the_reader_chooses(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address, color_scheme="dark")
    button = page.get_by_role("button", name="Dark colours")
    assert (page.evaluate(GROUND), button.get_attribute("aria-pressed")) == (DARK, "true")
    button.click()
    assert (page.evaluate(GROUND), button.get_attribute("aria-pressed")) == (LIGHT, "false")
    page.reload()
    assert page.evaluate(GROUND) == LIGHT
    assert page.evaluate("Object.keys(localStorage)") == ["colour-scheme"]
    button.click()  # back to what the device asks for: nothing is kept
    assert page.evaluate("[localStorage.length, document.cookie]") == [0, ""]
    page.emulate_media(color_scheme="light")
    until(page, f"{GROUND} === '{LIGHT}'")
    page.close()


def test_the_menu_of_a_phone_opens_closes_and_gives_focus_back(
    chromium: Browser, address: str
) -> None:
    page = opened(chromium, address, width=375)
    menu, inert = page.get_by_role("button", name="Menu"), "document.getElementById('_menu').inert"
    assert (menu.get_attribute("aria-expanded"), page.evaluate(inert)) == ("false", True)
    menu.press("Enter")
    assert (menu.get_attribute("aria-expanded"), page.evaluate(inert)) == ("true", False)
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "Home"
    page.keyboard.press("Escape")
    assert (menu.get_attribute("aria-expanded"), page.evaluate(inert)) == ("false", True)
    assert page.evaluate(FOCUSED) == "Menu"
    page.close()


@pytest.mark.parametrize("built", ["mkdocs"], indirect=True)  # Zensical has a dialog of its own
def test_results_are_reached_with_tab_in_both_directions(chromium: Browser, address: str) -> None:
    page = opened(chromium, address)
    page.get_by_role("button", name="Search").press("Enter")
    page.keyboard.type("heard", delay=20)
    page.wait_for_selector(".md-search-result__item >> nth=1")
    page.keyboard.press("Tab")
    first = page.evaluate(FOCUSED)
    page.keyboard.press("Tab")
    second = page.evaluate(FOCUSED)
    assert "eard" in first and "eard" in second and first != second
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED) == first
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == second
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUSED) == "Search"
    assert page.evaluate("document.getElementById('_search').inert")
    page.close()


def test_a_single_key_does_nothing(chromium: Browser, address: str) -> None:
    page = opened(chromium, address)
    for key in ("n", "p", "f", "s", "/", ",", "."):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert page.url == f"{address}/prove/"
    assert page.evaluate("document.activeElement === document.body")
    page.close()


def test_without_script_the_menu_is_a_plain_list(chromium: Browser, address: str) -> None:
    page = opened(chromium, address, width=320, java_script_enabled=False, color_scheme="dark")
    assert page.locator("button:visible").count() == 0
    assert page.locator("body").evaluate(f"() => {GROUND}") == DARK
    page.locator("#_menu summary").click()
    links = page.locator("#_menu a:visible").all_inner_texts()
    assert links == ["Home", "Prove", "Indicators", "Partners", "More", "Next"]
    page.close()


def test_tables_are_open_on_paper_and_shut_after(chromium: Browser, address: str) -> None:
    page = opened(chromium, address)
    is_open = "document.querySelector('main details').open"
    for event, expected in (("beforeprint", True), ("afterprint", False)):
        page.evaluate(f"dispatchEvent(new Event('{event}'))")
        assert page.evaluate(is_open) is expected
    page.close()


def test_a_site_runs_no_script_but_its_own(chromium: Browser, address: str) -> None:
    said: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{address}/hostile/")
    page.wait_for_timeout(300)
    assert page.title().startswith("</title><script>")
    assert said == []
    page.close()


@pytest.mark.parametrize("built", ["mkdocs"], indirect=True)
def test_the_search_is_fetched_when_it_is_asked_for(chromium: Browser, address: str) -> None:
    asked: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[1]))
    page.goto(f"{address}/prove/#_main")  # a fragment makes Material close its search once
    page.wait_for_load_state("networkidle")
    assert len(asked) <= 4 and not [name for name in asked if "search" in name]
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("heard")
    page.wait_for_selector(".md-search-result__item")
    page.wait_for_timeout(300)
    assert page.locator(".md-search-result__item").first.is_visible()
    assert "search_index.json" in asked
    page.close()


@pytest.mark.parametrize("built", ["mkdocs"], indirect=True)
def test_a_search_that_cannot_be_fetched_says_so(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.route("**/bundle*", lambda route: route.abort())
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    page.get_by_text("The search could not be loaded").wait_for()
    page.close()
