"""The small pieces that pages are made of, and the smallest sites that there can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator import indicators, readings
from generator.indicators.methods import Count
from generator.model.indicator import Indicator
from generator.model.metric import Id, Metric
from generator.model.page import Page
from generator.model.pathway import Pathway
from generator.model.report import Report
from generator.pages import lay_out
from generator.pages.parts import downloads, facts, tally
from generator.pages.parts.charted import titled
from generator.pages.parts.indicator.definitions import definitions
from generator.pages.parts.known.lookup import Lookup
from generator.pages.parts.known.standing import Standing
from generator.pages.parts.shapes import ON_A_CARD, verdict
from generator.pages.parts.tables import table
from generator.pages.parts.teasers import quotation
from generator.pages.parts.titles import unique
from generator.pages.parts.worded import Column, Link, Number, Row, Text
from generator.readings.verdict import WORST_FIRST
from tests.pages.small_report import report
from tests.pages.tree import tree
from tests.report_examples import MAIN, SETTINGS, aldermoor, inputs, metric_rows


@pytest.mark.parametrize(
    ("verdicts", "said"),
    [
        ([], "There are no outcomes yet."),
        (["Improving"], "The outcome is improving."),
        (["Getting worse"] * 2, "All 2 outcomes are getting worse."),
        (
            ["Improving"] * 3 + ["No clear change"] * 3 + ["Getting worse"] * 2,
            "Of 8 outcomes, 2 are getting worse, 3 show no clear change and 3 are improving.",
        ),
        (
            ["Target met", "On track", "Higher", "Getting worse", "No clear change", "Improving"],
            "Of 6 outcomes, 1 is getting worse, 1 shows no clear change, 1 is higher, 1 is "
            "improving and 1 is on track. Another 1 has met its target.",
        ),
    ],
)
def test_a_tally_is_said_worst_first(verdicts: list[str], said: str) -> None:
    assert tally.sentence(verdicts, "outcome", "outcomes") == said


def test_a_tally_draws_a_shape_for_each_unless_they_are_too_many() -> None:
    assert [(c.shapes, c.words) for c in tally.shapes(["Improving"] * 3)] == [(3, "3 improving")]
    assert [c.shapes for c in tally.shapes(["Improving"] * 97)] == [1]


def test_every_verdict_of_a_card_has_its_place_and_shape() -> None:
    assert set(ON_A_CARD) == set(WORST_FIRST)
    assert ON_A_CARD[:2] == ("Getting worse", "Not published")
    assert len({verdict(word).shape for word in ON_A_CARD}) == len(ON_A_CARD)


def test_two_pages_with_one_title_add_the_kind_then_the_file() -> None:
    def page(path: str) -> Page:
        return Page(path, "West Midlands", "", "")

    kinds = {"places/a.md": "region", "places/b.md": "county", "places/c.md": "county"}
    pages = [page("places/a.md"), page("places/b.md"), page("places/c.md"), page("outcomes/d.md")]
    assert [made.title for made in unique(pages, kinds)] == [
        "West Midlands (region)",
        "West Midlands (county) (b)",
        "West Midlands (county) (c)",
        "West Midlands (outcome)",
    ]


def test_a_table_explains_the_shorthand_that_it_uses() -> None:
    rows = (Row(Link("a"), (Text("[c]"),)), Row(Link("b"), (Text("21.0 [p] [r]", "[x]"),)))
    made = table("t", "Caption", (Column("A"), Column("B", True)), rows)
    assert made.shorthand == (
        "[c]: confidential. [x]: not available. [p]: provisional. [r]: revised."
    )


def test_a_download_quotes_what_needs_it_and_runs_nothing() -> None:
    rows = [("=1+1", 1.0, None), ('a "b", c', -0.5, "x\ny"), ("@x", 1e-7, "+44")]
    made = downloads.csv_file("data/charts/a.csv", ("a", "b", "c"), rows)
    assert made.content.decode() == (
        'a,b,c\r\n\'=1+1,1,\r\n"a ""b"", c",-0.5,"x\ny"\r\n\'@x,1e-07,\'+44\r\n'
    )


def test_the_title_of_a_chart_is_the_first_that_is_short_enough() -> None:
    assert titled("", "word " * 16, "Ends with a stop.", "Short") == "Short"


def test_a_story_is_quoted_in_its_own_words_alone() -> None:
    stories = report().inputs.stories
    assert quotation(stories["someone_to_turn_to"]) == "Now they ring me when I am not there."
    assert quotation(stories["still_waiting"]) == ""  # told by someone else


def laid(**changed: object) -> dict[str, Page]:
    inputs = replace(aldermoor(), **changed)  # type: ignore[arg-type]
    results, _ = indicators.compute(inputs, SETTINGS)
    made = Report(SETTINGS, inputs, results, *readings.read(inputs, SETTINGS, results))
    return {page.path: page for page in lay_out(made).pages}


def test_a_site_without_a_pathway_counts_its_indicators() -> None:
    pages = laid(pathway=Pathway(), stories={}, area_links=(), boundaries={})
    home = tree(pages["index.md"].body)
    assert home.text.count("indicators") >= 1 and "outcome" not in home.text
    groups = [section for section in home.every("section") if section.has("group")]
    assert len([li for group in groups for li in group.every("li") if li.has("card")]) == 7
    assert [path for path in pages if path.startswith("places/")] == [
        "places/index.md",
        "places/E08000099.md",
    ]


def test_a_site_without_a_single_value_says_so() -> None:
    pages = laid(values=metric_rows([]))
    home = tree(pages["index.md"].body)
    assert "All 3 outcomes have no published value." in home.text
    indicator = tree(pages["indicators/loneliness.md"].body)
    assert "No value is published for Aldermoor." in indicator.text
    assert not list(indicator.every("figure"))


def test_an_outcome_without_an_indicator_is_shown_as_large() -> None:
    inputs = aldermoor()
    kept = {id: i for id, i in inputs.indicators.items() if i.outcome != "healthy"}
    pages = laid(indicators=kept)
    assert "Nothing is measured for this yet." in tree(pages["outcomes/healthy.md"].body).text
    assert "Not published: 1 of 3" in tree(pages["index.md"].body).text
    assert "Fewer people die early" in tree(pages["prove/index.md"].body).text


def test_places_of_one_name_are_told_apart() -> None:
    inputs = aldermoor()
    areas = dict(inputs.areas)
    areas["E05000002"] = replace(areas["E05000002"], name="Aldermoor")
    pages = laid(areas=areas)
    titles = {page.title for path, page in pages.items() if path.startswith("places/")}
    assert {"Aldermoor (borough)", "Aldermoor (ward)"} <= titles


def test_one_source_is_cited_with_its_publisher_and_years() -> None:
    pages = {page.path: page for page in lay_out(report()).pages}
    page = tree(pages["indicators/loneliness.md"].body)
    under = [p.text for p in page.every("p") if p.has("under")]
    cited = "Source: Annual resident survey from Aldermoor Council, 2021 to 2026."
    assert any(cited in text for text in under)


def test_made_up_numbers_are_marked_where_only_some_are() -> None:
    inputs = aldermoor()
    real = replace(inputs.packages[0], status="final", id="real")
    pages = laid(packages=(*inputs.packages, real))
    marks = [
        p.text for p in tree(pages["indicators/loneliness.md"].body).every("p") if p.has("ill")
    ]
    assert marks[0] == "Illustrative: these numbers are made up"
    whole = {page.path: page for page in lay_out(report()).pages}  # the theme's strip says so
    body = tree(whole["indicators/loneliness.md"].body)
    assert not [p for p in body.every("p") if p.has("ill")]
    assert whole["indicators/loneliness.md"].illustrative


def test_the_prove_overview_has_a_row_an_outcome_and_counts_the_rest() -> None:
    """No row an indicator; each cell under its own heading; what gets worse first."""
    inputs = aldermoor()
    id = next(id for id, i in inputs.indicators.items() if i.outcome)
    freed = {**inputs.indicators, id: replace(inputs.indicators[id], outcome=None)}
    prove = tree(laid(indicators=freed)["prove/index.md"].body)
    [table] = prove.every("table")
    heads = [th.text for th in next(table.every("thead")).every("th")]
    rows = list(next(table.every("tbody")).every("tr"))
    assert len(rows) == len(inputs.pathway.outcomes)
    for row in rows:
        cells = list(row.every("td"))
        assert [c.attributes["data-l"] for c in cells] == heads[1:]
        assert cells[heads.index("Verdict") - 1].has("verd")
        assert "../outcomes/" in (next(row.every("a")).attributes["href"] or "")
    links = [a.attributes["href"] for a in prove.every("a")]
    assert "../indicators/" in links and "../indicators/#other-indicators" in links
    assert "Indicators that belong to no outcome" in prove.text


def test_a_number_taken_from_the_year_so_far_says_so() -> None:
    indicator = Indicator(Id("seen"), "Seen", "", "up", Count(Id("seen")))
    metric = Metric(Id("seen"), "Seen", "events", cumulative="financial_year")
    rows = [
        {"metric": "seen", "period": period, "organisation": "a", "value": value}
        for period, value in (("2024 Q2", 10), ("2024 Q3", 25))
    ]
    made = inputs([indicator], [metric], metric_rows(rows))
    results, _ = indicators.compute(made, SETTINGS)
    lookup = Lookup(Report(SETTINGS, made, results, *readings.read(made, SETTINGS, results)))
    standing = Standing(lookup, indicator, MAIN)
    assert facts.number(standing) == Number("15")
    assert facts.under_number(standing) == (
        "We added it up over partners.",
        "The source counts from the start of the year. This is what was added since the count "
        "before.",
    )
    counted = {d.term: d.texts for d in definitions(standing, "methods/")}["Metric"]
    assert counted == (
        "Seen",
        "Counted from the start of each financial year; we show what was added.",
    )
