"""A place's page: each indicator once, what is worse first, and where the place is."""

from __future__ import annotations

from dataclasses import replace

from generator.model.page import Page
from generator.model.partner import Organisation
from generator.model.words import AGAINST_COMPARATOR
from generator.pages import place
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.place.place_ledger import is_bad
from tests.pages.small_report import lookup, report
from tests.pages.tree import Element, tree
from tests.report_examples import MAIN

MILLGATE = "E05000001"


def laid(area: str, known: Lookup | None = None) -> Element:
    pages = place.lay_out(known or lookup())
    path = f"places/{area}.md"
    return tree(next(p for p in pages if isinstance(p, Page) and p.path == path).body)


def heads(table: Element) -> list[str]:
    return [next(row.every("th")).text for row in next(table.every("tbody")).every("tr")]


def one_worse() -> Lookup:
    """The example, with more loneliness than in England."""
    readings = report().readings.copy()
    own = (readings["indicator"] == "loneliness") & (readings["area"] == MAIN)
    own &= readings["reading"] == AGAINST_COMPARATOR
    readings["verdict"] = readings["verdict"].astype(object).mask(own, "worse").astype("category")
    return Lookup(replace(report(), readings=readings))


def test_each_indicator_stands_once_and_what_is_worse_is_never_folded_away() -> None:
    known = one_worse()
    whole = laid(MAIN, known)
    standings = [Standing(known, i, MAIN) for i in known.ordered]
    shown = [s for s in standings if s.latest is not None and not s.by_group_only]
    tables = [t for t in whole.every("table") if t.has("ledger")]
    rows = [head for table in tables for head in heads(table)]
    assert len(rows) == len(shown)
    for standing in shown:
        assert sum(row.startswith(standing.indicator.title) for row in rows) == 1
    folded = [head for d in whole.every("details") for t in d.every("table") for head in heads(t)]
    worse = [s.indicator.title for s in shown if is_bad(s)]
    assert worse == ["People who often feel lonely"]
    assert not [head for head in folded if head.startswith(tuple(worse))]
    assert f"{len(worse)} of {len(shown)} indicators" in whole.text


def test_a_missing_comparator_is_said_once_in_its_row() -> None:
    text = laid(MAIN).text
    assert "No comparator" in text
    assert "No place to compare with has been named" not in text


def test_a_place_is_shown_among_those_of_its_kind() -> None:
    whole = laid(MILLGATE)
    drawing = next(svg for svg in whole.every("svg") if svg.has("locator"))
    assert drawing.attributes["role"] == "img"
    assert next(drawing.every("title")).text == "Map: Millgate among 3 wards"
    assert not [svg for svg in laid(MAIN).every("svg") if svg.has("locator")]  # no boundary


def test_it_links_what_it_lies_in_and_its_partners() -> None:
    inputs = report().inputs
    own = {"hub": Organisation("hub", "Millgate hub", area=MILLGATE)}  # type: ignore[arg-type]
    known = Lookup(replace(report(), inputs=replace(inputs, organisations=own)))
    links = {a.text: a.attributes["href"] for a in laid(MILLGATE, known).every("a")}
    assert links["Aldermoor"] == f"../{MAIN}/"
    assert links["Millgate hub"] == "../../partners/hub/"


def test_its_stories_stand_on_it() -> None:
    stories = report().inputs.stories
    first = min(stories)
    moved = {**stories, first: replace(stories[first], area=MILLGATE)}
    links = {a.text for a in laid(MILLGATE, lookup(stories=moved)).every("a")}
    assert stories[first].title in links
