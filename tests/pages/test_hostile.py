"""Whatever a contributor writes is shown as text: no page runs, styles or links what it says."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import markdown
import pytest

from generator import indicators, readings
from generator.model.page import Page, Site
from generator.model.report import Report
from generator.model.source import Source
from generator.pages import lay_out
from tests.pages.tree import tree
from tests.report_examples import SETTINGS, aldermoor

HOSTILE = (
    "</title></p><script>alert(1)</script><img src=x onerror=y> [z](javascript:alert(1)) *bold* "
    "`code` {{ 7*7 }} {% if %} &amp; \"quoted\" 'too'\n\n# Heading\n\n- item"
)
TEXTS = {
    *("title", "name", "definition", "limits", "description", "proxy_for", "owner", "basis"),
    *("because", "who", "said_by", "good_looks_like", "issue", "vision", "chosen", "role"),
    *("publisher", "held_by", "reason", "effect", "protected", "comment", "site_name", "edition"),
    *("next_update", "affected", "how", "if_solved", "tried_before", "who_cares", "source", "alt"),
}
"""Fields of the model that hold a text of a contributor's, and no id, code or closed word."""


def hostile(value: Any) -> Any:
    """The value with every text that a contributor wrote replaced."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            f.name: HOSTILE
            if f.name in TEXTS and isinstance(getattr(value, f.name), str)
            else hostile(getattr(value, f.name))
            for f in dataclasses.fields(value)
            if f.init
        }
        if isinstance(value, Source):
            changed["url"] = "javascript:alert(1)"
        return replace(value, **changed)
    if isinstance(value, Mapping):
        return {key: hostile(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(hostile(one) for one in value)
    return value


@cache
def site() -> Site:
    inputs = hostile(aldermoor())
    inputs = replace(
        inputs,
        areas={k: replace(area, kind=HOSTILE) for k, area in inputs.areas.items()},
        stories={
            id: replace(s, text=tuple(replace(b, runs=(("", HOSTILE),)) for b in s.text))
            for id, s in inputs.stories.items()
        },
    )
    settings = hostile(SETTINGS)
    several = {id: one for id, one in inputs.indicators.items() if len(one.method.metrics) > 1}
    staged = {id: replace(one, stages=one.method.metrics) for id, one in several.items()}
    inputs = replace(inputs, indicators={**inputs.indicators, **staged})
    results, _ = indicators.compute(inputs, settings)
    summed = indicators.summed(inputs, settings)
    found = readings.read(inputs, settings, results, summed)
    return lay_out(Report(settings, inputs, results, *found, summed))


def test_the_hostile_text_is_on_the_pages() -> None:
    shown = [page.path for page in site().pages if "<script>alert(1)" in tree(page.body).text]
    assert len(shown) > 15


@pytest.mark.parametrize("page", site().pages, ids=lambda page: page.path)
def test_it_is_text_before_and_after_markdown(page: Page) -> None:
    extensions = ["tables", "toc"]  # as the staged mkdocs.yml has them
    built = markdown.markdown(page.body, extensions=extensions, output_format="html")
    for html in (page.body, built):
        whole = tree(html)
        assert not list(whole.every("script", "img", "iframe", "style", "em"))
        for element in whole.every():
            assert not [name for name in element.attributes if name.startswith("on")]
            for name in ("href", "src", "data-explore"):
                value = (element.attributes.get(name) or "").strip().lower()
                assert not value.startswith(("javascript:", "data:"))
        assert len(list(whole.every("h1"))) == 1
        assert "49" not in (next(whole.every("h1")).text)
    assert [e.tag for e in tree(built).every()] == [e.tag for e in tree(page.body).every()]
    assert tree(built).text == tree(page.body).text


def test_no_cell_of_a_download_is_a_formula() -> None:
    inputs = aldermoor()
    areas = {key: replace(area, name="=1+1") for key, area in inputs.areas.items()}
    inputs = replace(inputs, areas=areas)
    results, _ = indicators.compute(inputs, SETTINGS)
    report = Report(SETTINGS, inputs, results, *readings.read(inputs, SETTINGS, results))
    for file in lay_out(report).files:
        if file.path.endswith(".csv"):
            assert b",=1" not in file.content and b"\n=1" not in file.content
