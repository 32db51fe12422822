from __future__ import annotations

import pytest

from generator.pages.parts import address


@pytest.mark.parametrize(
    ("start", "end", "link"),
    [
        ("", "", "./"),
        ("", "indicators/a/", "indicators/a/"),
        ("indicators/a/", "", "../../"),
        ("indicators/a/", "indicators/", "../"),
        ("indicators/a/", "places/E08000025/", "../../places/E08000025/"),
        ("indicators/a/", "data/charts/x.csv", "../../data/charts/x.csv"),
        ("indicators/a/", "indicators/a/#working-on-a-card", "#working-on-a-card"),
        ("prove/", "indicators/a/#working-on-a-card", "../indicators/a/#working-on-a-card"),
        ("", "#x", "#x"),
    ],
)
def test_links_are_relative(start: str, end: str, link: str) -> None:
    assert address.link(start, end) == link


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("", "index.md"),
        ("indicators/", "indicators/index.md"),
        ("indicators/a/", "indicators/a.md"),
        ("indicators/index/", "indicators/index/index.md"),
        ("places/README/", "places/README/index.md"),
    ],
)
def test_a_page_is_served_at_its_address(page: str, file: str) -> None:
    assert address.file(page) == file


def test_a_code_that_no_file_name_can_hold_is_spelt_out() -> None:
    assert address.place("../E 1/x") == "places/~2e~2e~2fE~201~2fx/"
