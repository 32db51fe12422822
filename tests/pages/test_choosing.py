"""What can be chosen on an indicator's page: every series, worded as its tables are."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest

from generator.model.page import File, Page
from generator.model.words import SINCE_BASELINE, TOWARDS_TARGET
from generator.pages import indicator
from generator.pages.parts.known import cells
from tests.pages.small_report import lookup
from tests.pages.tree import Element, tree
from tests.report_examples import MAIN

NAMES = ("place", "group", "partner", "programme", "periods")


@cache
def laid() -> tuple[Page | File, ...]:
    return indicator.lay_out(lookup())


def section(id: str) -> Element | None:
    body = next(p.body for p in laid() if isinstance(p, Page) and p.path == f"indicators/{id}.md")
    return next((s for s in tree(body).every("section") if "data-series" in s.attributes), None)


def chosen_from(id: str) -> dict[str, list[str | None]]:
    """The values of each list."""
    found = section(id)
    assert found is not None
    return {
        str(one.attributes["name"]): [o.attributes["value"] for o in one.every("option")]
        for one in found.every("select")
    }


def content(id: str) -> dict[str, Any]:
    path = f"data/charts/indicators-{id}--series.json"
    file = next(part for part in laid() if isinstance(part, File) and part.path == path)
    return dict(json.loads(file.content))


def test_every_result_is_in_the_file_worded() -> None:
    known = lookup()
    results = list(cells.results(known.results("loneliness")))
    lists, file = chosen_from("loneliness"), content("loneliness")
    assert tuple(lists) == NAMES
    rows = 0
    for result in results:
        values = (result.area, result.group, result.organisation, result.programme)
        key = [lists[n].index(v) for n, v in zip(NAMES, (*values, result.frequency), strict=True)]
        series = file["series"][".".join(map(str, key))]
        period = next(n for n, p in enumerate(file["periods"]) if p[3] == result.end.toordinal())
        row = series["t"].index(period)
        shown = f"{result.value:.1f}" if result.value is not None else ""  # its decimals are one
        flags = [f"[{flag}]" for flag in result.flags]
        assert series["v"][row] == (" ".join(filter(None, [shown, *flags])) or "[x]")
        if result.lower is not None and result.upper is not None:
            ends = (f"{result.lower:.1f}", f"{result.upper:.1f}")
            assert (series["l"][row], series["u"][row]) == ends
        rows += 1
    assert rows == sum(len(series["v"]) for series in file["series"].values())


def test_what_is_said_of_a_series_are_the_findings_of_its_readings() -> None:
    known, file = lookup(), content("loneliness")
    since = known.reading("loneliness", MAIN, SINCE_BASELINE)
    towards = known.reading("loneliness", MAIN, TOWARDS_TARGET)
    assert since and towards
    own = file["series"]["0.0.0.0.0"]
    assert own["says"][:2] == [since.finding, towards.finding]
    # Aldermoor: 512 of 2,000 in 2021/22, the target 18% by 2026/27
    assert (own["base"][0], own["base"][2]) == ("2021/22", "25.6")
    assert (own["aim"][0], own["aim"][2]) == ("Target 2026/27", "18.0")


def test_lists_begin_with_the_main_area_and_everyone() -> None:
    lists = chosen_from("loneliness")
    assert lists["place"][0] == MAIN and lists["group"][0] == ""
    assert all(len(set(values)) == len(values) for values in lists.values())


def test_it_is_hidden_until_a_script_shows_it() -> None:
    found = section("loneliness")
    assert found is not None and "hidden" in found.attributes


def test_the_heading_names_the_lists_that_hold_a_choice() -> None:
    found = section("loneliness")
    assert found is not None
    shown = [
        p.text.split()[0].lower()
        for p in found.every("p")
        if list(p.every("select")) and "hidden" not in p.attributes
    ]
    heading = next(found.every("h2")).text
    assert shown and all(name in heading for name in shown)


@pytest.mark.parametrize("id", list(lookup().indicators))
def test_an_indicator_of_one_series_has_nothing_to_choose(id: str) -> None:
    rows = lookup().results(id)
    rows = rows[rows["value"].notna() | (rows["flag"] != "")]
    of = ["area", "group", "organisation", "programme", "frequency"]
    assert (section(id) is not None) == (len(rows[of].drop_duplicates()) > 1)
